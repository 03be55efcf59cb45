//! Objects with named members: what a struct is to serde, and what else follows from its members.
//!
//! [`object!`](crate::object!) implements [`Object`] for a struct, and `Debug`, `PartialEq` and serde's
//! traits through it. Whatever does not depend on the struct happens here, once: so a struct costs a
//! consumer's compiler little more than its definition.

mod compare;
mod constant;
mod implement;
mod members;
mod missing;
mod name;
mod read;
mod rest;
mod walk;
mod write;

use std::fmt;

use serde::de::{Deserializer, Error, MapAccess, Visitor};

pub use compare::{is_equal, show};
pub use constant::{Constant, Fixed, Scalar};
pub use members::{ReadMembers, Refs};
pub use name::{AbsentNames, MAY_BE_ABSENT, Name, Names, NamesLeft, ON_THE_WIRE};
pub use rest::ReadRest;
pub use walk::{Member, MemberRef, RestRef, Visit, Walker};
pub use write::{Absent, serialize};

pub(crate) use missing::MAYBE;

/// A struct that is a JSON object: what [`object!`](crate::object!) implements.
pub trait Object {
    /// What is in it.
    const MEMBERS: Members;

    /// Does something with its members.
    fn visit<'a, V: Visit<'a>>(&'a self, visit: V) -> V::Output;
}

/// What a JSON object has in it.
#[derive(Clone, Copy)]
pub struct Members {
    /// What the struct is called.
    pub object: &'static str,
    /// Required members whose value is fixed, so that no field holds them.
    pub constants: &'static [Constant],
    /// The names of the other members, in the order of the struct's fields.
    pub names: Names,
}

/// Reads the members of an object: those that have a field, in the order of their names, and those
/// that have none. Of members with the same name the last one counts (RFC 8259, section 4, leaves
/// it open).
///
/// # Errors
///
/// If a member does not fit, or a required one is absent.
#[inline]
pub fn deserialize<'de, T: ReadMembers<'de>, R: ReadRest<'de>, D: Deserializer<'de>>(
    deserializer: D,
    members: Members,
) -> Result<(T, R), D::Error> {
    let mut slots = T::Slots::default();
    let mut rest = R::default();
    deserializer.deserialize_map(ObjectVisitor::<T, R> {
        members,
        slots: &mut slots,
        rest: &mut rest,
    })?;
    let members = T::take(slots).ok_or_else(|| D::Error::custom("a member is absent"))?;
    Ok((members, rest))
}

/// Reads into places of the caller's: members that are handed back instead are copied by each function
/// on their way, which costs a tenth of the time that decoding takes.
struct ObjectVisitor<'s, 'de, T: ReadMembers<'de>, R> {
    members: Members,
    slots: &'s mut T::Slots,
    rest: &'s mut R,
}

impl<'de, T: ReadMembers<'de>, R: ReadRest<'de>> Visitor<'de> for ObjectVisitor<'_, 'de, T, R> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        read::members::<T, R, A>(self.members, self.slots, self.rest, map)
    }
}
