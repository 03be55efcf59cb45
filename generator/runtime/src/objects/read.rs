//! Reading an object's members.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::name::Finder;
use super::{AbsentNames, Members, ReadMembers, ReadRest};
use crate::same::is_same;

/// Reads the members that have a field, in the order of their names, and those that have none.
#[inline]
pub(super) fn members<'de, T: ReadMembers<'de>, R: ReadRest<'de>, A: MapAccess<'de>>(
    Members {
        constants, names, ..
    }: Members,
    slots: &mut T::Slots,
    rest: &mut R,
    mut map: A,
) -> Result<(), A::Error> {
    let mut seen = Seen::default();
    let mut finder = Finder::new(names);
    while let Some(key) = map.next_key_seed(Key)? {
        // Of what may be meant by a name this is asked first: it is cheap, and nearly always right.
        let mut position = finder.next(&key);
        if position.is_none() {
            if let Some(index) = constants
                .iter()
                .position(|found| is_same(found.name, &*key))
            {
                map.next_value_seed(constants[index])?;
                seen.insert(index);
                continue;
            }
            position = finder.any(&key);
        }
        match position {
            Some(position) => T::read(slots, position, &mut map)?,
            None => rest.read(&key, &mut map)?,
        }
    }
    let mut constants = constants.iter().enumerate();
    if let Some((_, constant)) = constants.find(|(index, _)| !seen.contains(*index)) {
        return Err(A::Error::missing_field(constant.name));
    }
    T::complete(slots, 0, &mut AbsentNames::new(names))
}

/// Which constants were there: bits for those that an object has in earnest, and a list for what is
/// beyond.
#[derive(Default)]
struct Seen {
    first: u64,
    more: Vec<usize>,
}

impl Seen {
    fn insert(&mut self, index: usize) {
        match index < 64 {
            true => self.first |= 1 << index,
            false => self.more.push(index),
        }
    }

    fn contains(&self, index: usize) -> bool {
        match index < 64 {
            true => self.first & (1 << index) != 0,
            false => self.more.contains(&index),
        }
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
