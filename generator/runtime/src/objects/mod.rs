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
use serde::ser::{SerializeMap, Serializer};

pub use constant::{Constant, Fixed, Scalar};
pub use members::{ReadMembers, WriteMembers};
pub use name::{MAY_BE_ABSENT, Names};
pub use read::ObjectReader;
pub use rest::{ReadRest, WriteRest};
pub use write::{Absent, ObjectWriter, Optional, WriteMember};

pub(crate) use missing::MAYBE;
#[cfg(feature = "validate")]
pub(crate) use name::wire_name;

/// A struct that is a JSON object: what [`object!`](crate::object!) implements.
pub trait Object: Sized {
    /// Required members whose value is fixed, so that no field holds them.
    const CONSTANTS: &'static [Constant];

    /// The names of the other members, in the order of the struct's fields.
    const NAMES: Names;

    /// Reads the members, in whatever order they come.
    ///
    /// # Errors
    ///
    /// If a member does not fit, or a required one is absent.
    fn read<'de, A: MapAccess<'de>>(reader: ObjectReader<A>) -> Result<Self, A::Error>;

    /// Writes the members, in the order of the struct's fields.
    fn write<M: SerializeMap>(&self, writer: &mut ObjectWriter<M>);
}

/// Reads an [`Object`]. Members that it does not name are passed over; of members with the same
/// name the last one counts (RFC 8259, section 4, leaves it open).
///
/// # Errors
///
/// If a member does not fit, or a required one is absent.
pub fn deserialize<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

/// Writes an [`Object`], its constants first.
///
/// # Errors
///
/// If the serializer fails.
pub fn serialize<T: Object, S: Serializer>(object: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut writer = ObjectWriter::new(serializer.serialize_map(None)?, T::NAMES);
    for constant in T::CONSTANTS {
        writer.entry(constant.name, constant.value);
    }
    object.write(&mut writer);
    writer.end()
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::read(ObjectReader::new(map, T::NAMES, T::CONSTANTS))
    }
}
