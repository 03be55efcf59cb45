//! Reading an object's members.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::name::wire_name;
use super::{Constant, Names, ReadMembers, ReadRest};

/// Reads the members of an object.
pub struct ObjectReader<A> {
    map: A,
    names: Names,
    constants: &'static [Constant],
}

impl<'de, A: MapAccess<'de>> ObjectReader<A> {
    pub(super) fn new(map: A, names: Names, constants: &'static [Constant]) -> Self {
        Self {
            map,
            names,
            constants,
        }
    }

    /// Reads the members that have a field, in the order of their names, and those that have none.
    ///
    /// # Errors
    ///
    /// If a member does not fit, or a required one is absent.
    pub fn members<T: ReadMembers<'de>, R: ReadRest<'de>>(mut self) -> Result<(T, R), A::Error> {
        let mut slots = T::Slots::default();
        let mut rest = R::default();
        let mut awaited = self.constants.to_vec();
        let mut next = 0;
        while let Some(key) = self.map.next_key_seed(Key)? {
            if let Some(position) = self.position(&key, next) {
                T::read(&mut slots, position, &mut self.map)?;
                next = position + 1;
            } else if let Some(constant) = self.constants.iter().find(|found| found.name == key) {
                self.map.next_value_seed(*constant)?;
                awaited.retain(|awaited| awaited.name != key);
            } else {
                rest.read(&key, &mut self.map)?;
            }
        }
        if let Some(constant) = awaited.first() {
            return Err(A::Error::missing_field(constant.name));
        }
        let members = T::finish(slots, &mut self.names.iter().copied())?;
        Ok((members, rest))
    }

    /// Which member is called `name`. Most writers keep to one order: so `next` is looked at first.
    fn position(&self, name: &str, next: usize) -> Option<usize> {
        let is_it = |names: &&'static [&'static str]| wire_name(names) == name;
        if self.names.get(next).is_some_and(is_it) {
            return Some(next);
        }
        self.names.iter().position(is_it)
    }
}

/// Reads a member's name, borrowed where the text has no escapes.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Cow<'de, str>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a member's name")
    }

    fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(key))
    }

    fn visit_str<E>(self, key: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(key.to_owned()))
    }
}
