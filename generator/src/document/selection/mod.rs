//! What of a description is wanted: it is found out before anything is read, so that what is not
//! wanted is not reported on either.

mod candidate;
mod glob;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::files::{Files, Other};
use crate::diagnostics::Pointer;
use crate::finding::Finding;
use crate::input::{self, By, Entry, Input, Selection, Unmatched};
pub(super) use candidate::MORE;
use candidate::{Candidate, candidates};

/// What of a description is not wanted.
#[derive(Debug, Default)]
pub(super) struct Selected {
    /// Whether components are read only where something that is wanted needs them.
    pub(super) is_selective: bool,
    /// Operations of path items of which others are wanted.
    pub(super) dropped: BTreeSet<Pointer>,
    /// What is wrong with what is said to be wanted: entries that nothing is meant by, or that
    /// nothing is left.
    pub(super) mistakes: Vec<Finding>,
}

/// Takes out of `main` the paths and webhooks of which nothing is wanted, and the `security` that
/// then holds for nothing; and says what else is not wanted.
pub(super) fn select(input: &Input, main: &mut Value, others: &[Other], files: &Files) -> Selected {
    if !input.is_selective() {
        return Selected::default();
    }
    let candidates = candidates(main, others, files);
    let mut dropped = BTreeSet::new();
    let mut wanted = BTreeSet::new();
    let mut is_secured = false;
    let mut keys: BTreeMap<(&str, &str), bool> = BTreeMap::new();
    for candidate in &candidates {
        let is_wanted = is_wanted(input, candidate);
        is_secured |= is_wanted && candidate.needs_security();
        *keys.entry((candidate.section, &candidate.key)).or_default() |= is_wanted;
        match is_wanted {
            true => wanted.insert(candidate.at.clone()),
            false => dropped.insert(candidate.at.clone()),
        };
    }
    for ((section, key), is_wanted) in keys {
        if let (false, Some(section)) = (is_wanted, main.get_mut(section))
            && let Some(section) = section.as_object_mut()
        {
            section.remove(key);
        }
    }
    if let (false, Some(members)) = (is_secured, main.as_object_mut()) {
        members.remove("security");
    }
    let entries = input.include.entries().chain(input.exclude.entries());
    let unmatched = entries.filter_map(|(by, entry)| unmatched(by, entry, &candidates));
    let mut mistakes: Vec<_> = unmatched.map(|one| input::unmatched(&one)).collect();
    if mistakes.is_empty() && wanted.is_empty() {
        mistakes.extend(input::nothing(input));
    }
    Selected {
        is_selective: true,
        dropped: dropped.difference(&wanted).cloned().collect(),
        mistakes,
    }
}

fn is_wanted(input: &Input, candidate: &Candidate) -> bool {
    let has = |selection: &Selection| {
        let mut entries = selection.entries();
        entries.any(|(by, entry)| is_meant(by, entry, candidate))
    };
    (!input.include.is_written() || has(&input.include)) && !has(&input.exclude)
}

fn is_meant(by: By, entry: &Entry, candidate: &Candidate) -> bool {
    let mut names = candidate.names(by);
    names.any(|name| name == entry.text || glob::matches(&entry.text, name))
}

fn unmatched(by: By, entry: &Entry, candidates: &[Candidate]) -> Option<Unmatched> {
    let is_meant = |candidate: &Candidate| is_meant(by, entry, candidate);
    if candidates.iter().any(is_meant) {
        return None;
    }
    let known: BTreeSet<&str> = candidates
        .iter()
        .flat_map(|candidate| candidate.names(by))
        .collect();
    Some(Unmatched {
        entry: entry.clone(),
        by,
        known: known.into_iter().map(str::to_owned).collect(),
    })
}
