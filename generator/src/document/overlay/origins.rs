//! Where what stands in a description came from, once it has been changed.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{FileId, Pointer};

/// Where the parts of the main file came from that are not where they were.
///
/// Whatever is found to be wrong later is found at a place of the description as it was changed;
/// people look for it where it was written.
#[derive(Debug, Clone, Default)]
pub(crate) struct Origins(BTreeMap<String, Pointer>);

impl Origins {
    /// Where `place` is written.
    pub(crate) fn of(&self, place: &Pointer) -> Pointer {
        if place.file() != FileId::default() || self.0.is_empty() {
            return place.clone();
        }
        let whole = place.as_str();
        let mut prefix = whole;
        loop {
            if let Some(origin) = self.0.get(prefix) {
                let rest = &whole[prefix.len()..];
                return Pointer::at(origin.file(), &format!("{}{rest}", origin.as_str()));
            }
            match prefix.rfind('/') {
                Some(end) => prefix = &prefix[..end],
                None => return place.clone(),
            }
        }
    }

    /// What is at `place` now is written at `origin`, with all that is in it.
    pub(super) fn set(&mut self, place: &str, origin: Pointer) {
        self.forget(place);
        self.0.insert(place.to_owned(), origin);
    }

    /// There is nothing at `place` any more.
    pub(super) fn forget(&mut self, place: &str) {
        self.0.remove(place);
        drop(self.take_inside(place));
    }

    /// The elements `gone` of the list at `place` are gone, which had `length` of them.
    pub(super) fn close_up(&mut self, place: &str, gone: &BTreeSet<usize>, length: usize) {
        let first = gone.first().copied().unwrap_or(length);
        let mut next = first;
        let mut moved = Vec::new();
        for index in first..length {
            let old = format!("{place}/{index}");
            if gone.contains(&index) {
                self.forget(&old);
                continue;
            }
            let new = format!("{place}/{next}");
            next += 1;
            for (rest, origin) in self.take_inside(&old) {
                moved.push((format!("{new}{rest}"), origin));
            }
            moved.push((new, self.of(&Pointer::at(FileId::default(), &old))));
            self.0.remove(&old);
        }
        self.0.extend(moved);
    }

    /// Takes out what is known of the places in `place`, by the rest of the way to each.
    fn take_inside(&mut self, place: &str) -> Vec<(String, Pointer)> {
        // The character behind the slash is a zero.
        let range = format!("{place}/")..format!("{place}0");
        let inside: Vec<String> = self
            .0
            .range(range)
            .map(|(known, _)| known.clone())
            .collect();
        let taken = inside.into_iter().filter_map(|known| {
            let origin = self.0.remove(&known)?;
            Some((known[place.len()..].to_owned(), origin))
        });
        taken.collect()
    }
}
