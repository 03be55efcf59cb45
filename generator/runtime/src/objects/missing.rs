//! What a member that is not there is read from.

use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};
use serde::forward_to_deserialize_any;

use super::Name;

/// The name by which [`Maybe`](crate::Maybe) asks, so that absent is told from `null`.
pub(crate) const MAYBE: &str = "$hookgen::Maybe";

/// Reads as nothing where the member may be absent (`Option`, `Maybe`, also in a box), and is an
/// error that names it otherwise.
pub(crate) struct Missing<E> {
    name: Name,
    error: PhantomData<E>,
}

impl<E> Missing<E> {
    pub(crate) fn new(name: Name) -> Self {
        Self {
            name,
            error: PhantomData,
        }
    }
}

impl<'de, E: Error> Deserializer<'de> for Missing<E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, E> {
        Err(E::missing_field(self.name.wire))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        if self.name.may_be_absent {
            visitor.visit_none()
        } else {
            self.deserialize_any(visitor)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, E> {
        if name == MAYBE {
            visitor.visit_none()
        } else {
            self.deserialize_any(visitor)
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
