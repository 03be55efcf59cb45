//! Going through an object's members once, whatever for.
//!
//! Writing, showing and comparing need the same of a struct: its members, one after the other. So
//! [`object!`](crate::object!) lists them in one function only, [`Object::visit`](super::Object::visit),
//! and a consumer's compiler checks one body where three derives would have one each.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::ser::Serialize;

use super::{Absent, Members, Name, Refs};

/// Something that is done with an object.
pub trait Visit<'a> {
    /// What comes of it.
    type Output;

    /// Does it with the object's members, and with those that have no field.
    fn visit(self, members: Members, refs: impl Refs<'a>, rest: impl RestRef<'a>) -> Self::Output;
}

/// What is done with each member.
pub trait Walker<'a> {
    /// With one that is always there.
    fn member<T: Member>(&mut self, name: Name, member: &'a T);

    /// With one that may be left out.
    fn optional<T: Member + Absent>(&mut self, name: Name, member: &'a T) {
        self.member(name, member);
    }

    /// With those that have no field of their own, but are in one together.
    fn rest<T: Member>(&mut self, name: Name, rest: &'a BTreeMap<String, T>) {
        self.member(name, rest);
    }
}

/// A member's type.
pub trait Member: Serialize + Debug + PartialEq + 'static {}

impl<T: Serialize + Debug + PartialEq + 'static> Member for T {}

/// A member of an object.
pub trait MemberRef<'a> {
    /// Hands it on.
    fn walk(self, name: Name, walker: &mut impl Walker<'a>);
}

/// Always there.
impl<'a, T: Member> MemberRef<'a> for &'a T {
    fn walk(self, name: Name, walker: &mut impl Walker<'a>) {
        walker.member(name, self);
    }
}

/// May be left out.
impl<'a, T: Member + Absent> MemberRef<'a> for (&'a T,) {
    fn walk(self, name: Name, walker: &mut impl Walker<'a>) {
        walker.optional(name, self.0);
    }
}

/// The members of an object that have no field.
pub trait RestRef<'a> {
    /// Hands them on.
    fn walk(self, walker: &mut impl Walker<'a>);
}

/// There are none.
impl<'a> RestRef<'a> for () {
    fn walk(self, _: &mut impl Walker<'a>) {}
}

/// The field that holds them, and what is in it.
impl<'a, T: Member> RestRef<'a> for (&'static str, &'a BTreeMap<String, T>) {
    fn walk(self, walker: &mut impl Walker<'a>) {
        let (field, rest) = self;
        let name = Name {
            field,
            ..Name::default()
        };
        walker.rest(name, rest);
    }
}
