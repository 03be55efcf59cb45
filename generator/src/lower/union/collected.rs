//! The members of a union so far, each once.

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::Member;
use crate::diagnostics::Pointer;

/// The members of a union so far.
#[derive(Default)]
pub(super) struct Collected<'a> {
    pub(super) members: Vec<Member<'a>>,
    /// Where the unions stand whose members these are.
    pub(super) choices: BTreeSet<Pointer>,
    /// Which of `members` have this hash, so that not each has to be compared with all.
    by_hash: HashMap<u64, Vec<usize>>,
}

impl<'a> Collected<'a> {
    /// Whether `member` is the same as one of them.
    pub(super) fn has(&self, member: &Member<'a>) -> bool {
        let candidates = self.by_hash.get(&member.hash()).into_iter().flatten();
        candidates
            .filter_map(|index| self.members.get(*index))
            .any(|known| known.is_the_same_as(member))
    }

    pub(super) fn push(&mut self, member: Member<'a>) {
        let same = self.by_hash.entry(member.hash()).or_default();
        same.push(self.members.len());
        self.members.push(member);
    }
}

impl Member<'_> {
    fn is_the_same_as(&self, other: &Self) -> bool {
        match (&self.reference, &other.reference) {
            (Some((_, one)), Some((_, other))) => one == other,
            (None, None) => match (self.spot.parts.as_slice(), other.spot.parts.as_slice()) {
                ([one], [other]) => self.spot.only.is_none() && one.node == other.node,
                _ => false,
            },
            _ => false,
        }
    }

    /// The same for what is the same.
    fn hash(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        match &self.reference {
            Some((_, at)) => at.hash(&mut hasher),
            None => {
                let flat = &self.flat;
                for known in flat.values.iter().flatten() {
                    known.value.as_str().hash(&mut hasher);
                }
                flat.required.hash(&mut hasher);
                for name in flat.properties.keys() {
                    name.hash(&mut hasher);
                }
            }
        }
        hasher.finish()
    }
}
