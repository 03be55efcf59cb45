//! Where what stands in a description came from, once it has been changed.

use std::collections::BTreeMap;

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
        let inside = format!("{place}/");
        self.0
            .retain(|known, _| known != place && !known.starts_with(&inside));
    }

    /// The element `index` of the list at `place` is gone, which had `length` of them.
    pub(super) fn close_up(&mut self, place: &str, index: usize, length: usize) {
        for after in index + 1..length {
            let old = format!("{place}/{after}");
            let new = format!("{place}/{}", after - 1);
            let origin = self.of(&Pointer::at(FileId::default(), &old));
            let inside: Vec<_> = self
                .0
                .iter()
                .filter_map(|(known, origin)| {
                    let rest = known.strip_prefix(&old)?;
                    let below = format!("{new}{rest}");
                    rest.starts_with('/').then(|| (below, origin.clone()))
                })
                .collect();
            self.set(&new, origin);
            self.0.extend(inside);
        }
        if let Some(last) = length.checked_sub(1) {
            self.forget(&format!("{place}/{last}"));
        }
    }
}
