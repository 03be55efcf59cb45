//! What each member of a union is called by, so that no two are called the same.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::Member;
use crate::lower::kind::Kind;
use crate::lower::spot::Node;

/// The labels that the members of a union have so far.
pub(super) struct Labels<'a, 'm> {
    all: &'m [Member<'a>],
    taken: BTreeSet<String>,
    /// The number that is tried next behind a label.
    numbers: BTreeMap<String, usize>,
    /// How many members are objects with a member of this name.
    holders: OnceCell<BTreeMap<&'a str, usize>>,
}

impl<'a, 'm> Labels<'a, 'm> {
    pub(super) fn new(all: &'m [Member<'a>]) -> Self {
        Self {
            all,
            taken: BTreeSet::new(),
            numbers: BTreeMap::new(),
            holders: OnceCell::new(),
        }
    }

    /// A label for each of them.
    pub(super) fn of_all(mut self) -> Vec<String> {
        let members = self.all.iter();
        members
            .map(|member| {
                let label = self.distinct(member);
                self.taken.insert(label.clone());
                label
            })
            .collect()
    }

    /// The label of `member`, and what sets it apart where another one has it already: a member
    /// that only this object requires, what an array's elements are, or else its number.
    fn distinct(&mut self, member: &Member<'a>) -> String {
        let label = &member.label;
        if !self.taken.contains(label) {
            return label.clone();
        }
        if let Some(proposal) = self.proposals(member).find(|one| !self.taken.contains(one)) {
            return proposal;
        }
        let number = self.numbers.entry(label.clone()).or_insert(2);
        loop {
            let proposal = format!("{label} {number}");
            *number += 1;
            if !self.taken.contains(&proposal) {
                return proposal;
            }
        }
    }

    fn proposals(&self, member: &Member<'a>) -> impl Iterator<Item = String> {
        let label = &member.label;
        let required = match member.flat.is_only(Kind::Object) {
            true => member.flat.required.as_slice(),
            false => &[],
        };
        let own = required.iter().filter(|name| self.holders(name) == 1);
        let own = own.map(move |name| format!("{label} with {name}"));
        own.chain(
            items(member)
                .into_iter()
                .map(move |name| format!("{label} of {name}")),
        )
    }

    /// How many of all have a member of this name.
    fn holders(&self, name: &str) -> usize {
        let holders = self.holders.get_or_init(|| {
            let mut holders = BTreeMap::new();
            for member in self.all {
                for name in member.flat.properties.keys() {
                    *holders.entry(*name).or_default() += 1;
                }
            }
            holders
        });
        holders.get(name).copied().unwrap_or_default()
    }
}

/// What an array's elements are called by, where they are a reference.
fn items<'a>(member: &Member<'a>) -> Option<&'a str> {
    let items = member.flat.items.as_ref()?;
    match items.parts.as_slice() {
        [part] => match part.node {
            Node::Reference(reference) => reference.rsplit('/').next(),
            Node::Inline(_) => None,
        },
        _ => None,
    }
}
