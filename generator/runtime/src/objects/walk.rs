//! Going through an object's members once, whatever for.
//!
//! Writing, showing and comparing need the same of a struct: its members, one after the other. So
//! [`object!`](crate::object!) lists them in one function only, [`Object::visit`](super::Object::visit),
//! and a consumer's compiler checks one body where three derives would have one each. A comparison
//! takes members of two objects; whatever else is done takes those of one, twice.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::ser::Serialize;

use super::{Absent, Members, Name, Pairs};

/// Something that is done with an object.
pub trait Visit {
    /// What comes of it.
    type Output;

    /// Does it with the object's members, and with those that have no field.
    fn visit(self, members: Members, pairs: impl Pairs, rest: impl RestPair) -> Self::Output;
}

/// What is done with each member.
pub trait Walker {
    /// With one that is always there.
    fn member<T: Member>(&mut self, name: Name, member: &T, other: &T);

    /// With one that may be left out.
    fn optional<T: Member + Absent>(&mut self, name: Name, member: &T, other: &T) {
        self.member(name, member, other);
    }

    /// With those that have no field of their own, but are in one together.
    fn rest<T: Member>(
        &mut self,
        name: Name,
        rest: &BTreeMap<String, T>,
        other: &BTreeMap<String, T>,
    ) {
        self.member(name, rest, other);
    }
}

/// A member's type.
pub trait Member: Serialize + Debug + PartialEq {}

impl<T: Serialize + Debug + PartialEq> Member for T {}

/// A member of two objects.
pub trait Pair {
    /// Hands it on.
    fn walk<W: Walker>(self, name: Name, walker: &mut W);
}

/// Always there.
impl<T: Member> Pair for (&T, &T) {
    fn walk<W: Walker>(self, name: Name, walker: &mut W) {
        walker.member(name, self.0, self.1);
    }
}

/// May be left out.
impl<T: Member + Absent> Pair for (&T, &T, ()) {
    fn walk<W: Walker>(self, name: Name, walker: &mut W) {
        walker.optional(name, self.0, self.1);
    }
}

/// The members of two objects that have no field.
pub trait RestPair {
    /// Hands them on.
    fn walk<W: Walker>(self, walker: &mut W);
}

/// There are none.
impl RestPair for () {
    fn walk<W: Walker>(self, _: &mut W) {}
}

/// The field that holds them, and what is in it.
impl<T: Member> RestPair for (&'static str, &BTreeMap<String, T>, &BTreeMap<String, T>) {
    fn walk<W: Walker>(self, walker: &mut W) {
        let (field, rest, other) = self;
        let name = Name {
            field,
            ..Name::default()
        };
        walker.rest(name, rest, other);
    }
}
