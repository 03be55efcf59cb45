//! A place where a value stands, and every schema that holds there.

use openapiv3::{ReferenceOr, Schema};

use super::kind::Kind;
use crate::api::{Step, TypeName};
use crate::diagnostics::Pointer;

/// A place where a value stands: the schemas of all its parts hold there at once.
///
/// Most have one part. Several come from `allOf`: of a property that two members describe, say.
#[derive(Debug, Clone)]
pub(super) struct Spot<'a> {
    /// What a type is called by that is needed here.
    pub(super) name: TypeName,
    /// Never empty; the later one is the more specific.
    pub(super) parts: Vec<Part<'a>>,
    /// The only kind of value that is meant, where the schemas allow several.
    pub(super) only: Option<Kind>,
}

/// A schema, where it stands.
#[derive(Debug, Clone)]
pub(super) struct Part<'a> {
    pub(super) node: Node<'a>,
    pub(super) at: Pointer,
    /// Whether its `oneOf` and `anyOf` count: not for what the members of a union share.
    pub(super) unions: bool,
}

/// A schema, or a reference to one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Node<'a> {
    Reference(&'a str),
    Inline(&'a Schema),
}

/// What tells spots apart: a type is needed once for each.
pub(super) type SpotKey = (Vec<(Pointer, bool)>, Option<Kind>);

impl<'a> Spot<'a> {
    /// The place of a single schema.
    pub(super) fn new(name: TypeName, part: Part<'a>) -> Self {
        Self {
            name,
            parts: vec![part],
            only: None,
        }
    }

    pub(super) fn key(&self) -> SpotKey {
        let mut parts: Vec<_> = self.parts.iter().map(Part::key).collect();
        parts.sort();
        (parts, self.only)
    }

    /// Where the most specific of its schemas stands: the one to point to.
    pub(super) fn at(&self) -> &Pointer {
        let last = self.parts.len() - 1;
        &self.parts[last].at
    }

    /// The place where what `self` says and what `other` says holds at once. It is one of the two
    /// where that one says all of it already, and else a new one, called by `name`.
    pub(super) fn and(self, other: Self, name: TypeName) -> Self {
        if self.says_all_of(&other) {
            return self;
        }
        if other.says_all_of(&self) {
            return other;
        }
        let mut parts = self.parts;
        for part in other.parts {
            if !parts.iter().any(|known| known.is_same(&part)) {
                parts.push(part);
            }
        }
        Self {
            name,
            parts,
            only: None,
        }
    }

    /// Whether every part of `other` is one of its own.
    pub(super) fn says_all_of(&self, other: &Self) -> bool {
        other
            .parts
            .iter()
            .all(|part| self.parts.iter().any(|known| known.is_same(part)))
    }
}

impl<'a> Part<'a> {
    /// All that `node` says, at `at`.
    pub(super) fn new(node: impl Into<Node<'a>>, at: Pointer) -> Self {
        Self {
            node: node.into(),
            at,
            unions: true,
        }
    }

    /// The same, but for its unions.
    pub(super) fn without_unions(&self) -> Self {
        Self {
            unions: false,
            ..self.clone()
        }
    }

    fn key(&self) -> (Pointer, bool) {
        (self.at.clone(), self.unions)
    }

    /// Whether the two have the same key.
    fn is_same(&self, other: &Self) -> bool {
        self.at == other.at && self.unions == other.unions
    }
}

impl<'a> From<&'a ReferenceOr<Schema>> for Node<'a> {
    fn from(schema: &'a ReferenceOr<Schema>) -> Self {
        match schema {
            ReferenceOr::Reference { reference } => Self::Reference(reference),
            ReferenceOr::Item(schema) => Self::Inline(schema),
        }
    }
}

impl<'a> From<&'a ReferenceOr<Box<Schema>>> for Node<'a> {
    fn from(schema: &'a ReferenceOr<Box<Schema>>) -> Self {
        match schema {
            ReferenceOr::Reference { reference } => Self::Reference(reference),
            ReferenceOr::Item(schema) => Self::Inline(schema),
        }
    }
}

/// What is inside `name`, one step further.
pub(super) fn inside(name: &TypeName, step: Step) -> TypeName {
    let mut steps = Vec::with_capacity(name.steps.len() + 1);
    steps.extend_from_slice(&name.steps);
    steps.push(step);
    TypeName {
        root: name.root.clone(),
        steps,
    }
}
