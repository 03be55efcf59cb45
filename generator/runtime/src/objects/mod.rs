//! Objects with named members: serde for a struct, without serde's derive.
//!
//! [`object!`](crate::object!) implements [`Object`] for a struct, and serde's traits through it.
//! Whatever does not depend on the struct happens here, once: so a struct costs a consumer's
//! compiler little more than its definition.

mod constant;
mod implement;
mod members;
mod missing;
mod name;
mod read;
mod rest;
mod write;

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::ser::Serializer;

pub use constant::{Constant, Fixed, Scalar};
pub use members::{ReadMembers, WriteMembers};
pub use name::{MAY_BE_ABSENT, Names};
pub use rest::{ReadRest, WriteRest};
pub use write::{Absent, ObjectWriter, Optional, WriteMember};

pub(crate) use missing::MAYBE;
pub(crate) use name::wire_name;

/// A struct that is a JSON object: what [`object!`](crate::object!) implements.
pub trait Object {
    /// What is in it.
    const MEMBERS: Members;
}

/// What a JSON object has in it.
#[derive(Clone, Copy)]
pub struct Members {
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
pub fn deserialize<'de, T: ReadMembers<'de>, R: ReadRest<'de>, D: Deserializer<'de>>(
    deserializer: D,
    members: Members,
) -> Result<(T, R), D::Error> {
    deserializer.deserialize_map(ObjectVisitor {
        members,
        read: PhantomData,
    })
}

/// Writes an object: its constants; the members that have a field, in the order of their names,
/// each a reference or an [`Optional`] around one; then those that have none.
///
/// # Errors
///
/// If the serializer fails.
pub fn serialize<S: Serializer>(
    serializer: S,
    members: Members,
    values: impl WriteMembers,
    rest: impl WriteRest,
) -> Result<S::Ok, S::Error> {
    let mut writer = ObjectWriter::new(serializer.serialize_map(None)?);
    for constant in members.constants {
        writer.entry(constant.name, constant.value);
    }
    let mut names = members.names.iter().map(|names| wire_name(names));
    values.write(&mut names, &mut writer);
    rest.write(&mut writer);
    writer.end()
}

struct ObjectVisitor<T, R> {
    members: Members,
    read: PhantomData<(T, R)>,
}

impl<'de, T: ReadMembers<'de>, R: ReadRest<'de>> Visitor<'de> for ObjectVisitor<T, R> {
    type Value = (T, R);

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(T, R), A::Error> {
        read::members(self.members, map)
    }
}
