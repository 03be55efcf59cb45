//! Names that someone has chosen.

use std::collections::BTreeMap;

use crate::api::TypeId;

/// Something that has a name in Rust, by its indices in an [`Api`](crate::api::Api).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// A type.
    Type(TypeId),
    /// A field, a value or a variant of a type.
    Member(TypeId, usize),
    /// An operation.
    Operation(usize),
    /// A parameter of an operation.
    Parameter(usize, usize),
    /// An event.
    Event(usize),
    /// What is called back.
    Callback(usize),
}

/// What someone has chosen to call things: identifiers of Rust, each in the case of its kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chosen(pub BTreeMap<Named, String>);

impl Chosen {
    /// What the first `count` things of a kind are to be called.
    pub(super) fn all(&self, count: usize, named: impl Fn(usize) -> Named) -> Vec<Option<String>> {
        if self.0.is_empty() {
            return vec![None; count];
        }
        (0..count)
            .map(|index| self.0.get(&named(index)).cloned())
            .collect()
    }
}
