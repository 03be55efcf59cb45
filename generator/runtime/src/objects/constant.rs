//! Required members whose value is fixed.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde::ser::{Serialize, Serializer};
use serde_json::{Number, Value};

/// A required member whose value is fixed (`const` in a description).
#[derive(Clone, Copy)]
pub struct Constant {
    /// The member's name on the wire.
    pub name: &'static str,
    /// What it always says.
    pub value: &'static dyn Fixed,
}

/// A value that a [`Constant`] may have: text, a number or a truth value.
pub trait Fixed: Sync {
    /// The value, for comparing and writing.
    fn scalar(&self) -> Scalar<'_>;
}

/// A JSON value with nothing inside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scalar<'a> {
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Another number.
    Float(f64),
    /// Text.
    Text(&'a str),
}

impl Fixed for &'static str {
    fn scalar(&self) -> Scalar<'_> {
        Scalar::Text(self)
    }
}

// The only integer type here, so that the compiler takes a bare `1` for it.
impl Fixed for i64 {
    fn scalar(&self) -> Scalar<'_> {
        Scalar::Integer(*self)
    }
}

impl Fixed for f64 {
    fn scalar(&self) -> Scalar<'_> {
        Scalar::Float(*self)
    }
}

impl Fixed for bool {
    fn scalar(&self) -> Scalar<'_> {
        Scalar::Bool(*self)
    }
}

impl Serialize for dyn Fixed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.scalar() {
            Scalar::Bool(value) => serializer.serialize_bool(value),
            Scalar::Integer(value) => serializer.serialize_i64(value),
            Scalar::Float(value) => serializer.serialize_f64(value),
            Scalar::Text(value) => serializer.serialize_str(value),
        }
    }
}

impl fmt::Display for Scalar<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(value) => write!(formatter, "{value}"),
            Self::Integer(value) => write!(formatter, "{value}"),
            Self::Float(value) => write!(formatter, "{value}"),
            Self::Text(value) => write!(formatter, "{value:?}"),
        }
    }
}

/// Reads a value that must be this constant's.
impl<'de> DeserializeSeed<'de> for Constant {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Constant {
    fn compare<E: Error>(self, found: Scalar<'_>) -> Result<(), E> {
        let expected = self.value.scalar();
        if same(expected, found) {
            Ok(())
        } else {
            self.refuse(found)
        }
    }

    fn compare_number<E: Error>(self, number: &Number) -> Result<(), E> {
        match (number.as_i64(), number.as_f64()) {
            (Some(integer), _) => self.compare(Scalar::Integer(integer)),
            (None, Some(float)) if !number.is_u64() => self.compare(Scalar::Float(float)),
            _ => self.refuse(number),
        }
    }

    fn refuse<E: Error>(self, found: impl fmt::Display) -> Result<(), E> {
        let (name, expected) = (self.name, self.value.scalar());
        Err(E::custom(format_args!(
            "`{name}` must be {expected}, found {found}"
        )))
    }
}

/// JSON has one kind of number, so `1` and `1.0` are the same.
fn same(expected: Scalar<'_>, found: Scalar<'_>) -> bool {
    match (expected, found) {
        // An integer that a float cannot hold exactly is not written with a point either.
        #[allow(clippy::cast_precision_loss)]
        (Scalar::Integer(integer), Scalar::Float(float))
        | (Scalar::Float(float), Scalar::Integer(integer)) => {
            (integer as f64).total_cmp(&float).is_eq()
        }
        (expected, found) => expected == found,
    }
}

impl<'de> Visitor<'de> for Constant {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.value.scalar())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.compare(Scalar::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.compare(Scalar::Integer(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        match i64::try_from(value) {
            Ok(value) => self.visit_i64(value),
            Err(_) => self.refuse(value),
        }
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.compare(Scalar::Float(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.compare(Scalar::Text(value))
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.refuse("null")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        while elements.next_element::<IgnoredAny>()?.is_some() {}
        self.refuse("an array")
    }

    // With the feature `arbitrary_precision` of serde_json, which whoever uses this may turn on, a
    // number is shown as a map.
    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<(), A::Error> {
        match Value::deserialize(MapAccessDeserializer::new(members))? {
            Value::Number(number) => self.compare_number(&number),
            _ => self.refuse("an object"),
        }
    }
}
