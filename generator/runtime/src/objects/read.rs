//! Reading an object's members.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::name::wire_name;
use super::{Members, Names, ReadMembers, ReadRest};

/// Reads the members that have a field, in the order of their names, and those that have none.
pub(super) fn members<'de, T: ReadMembers<'de>, R: ReadRest<'de>, A: MapAccess<'de>>(
    Members { constants, names }: Members,
    mut map: A,
) -> Result<(T, R), A::Error> {
    let mut slots = T::Slots::default();
    let mut rest = R::default();
    let mut awaited = constants.to_vec();
    let mut next = 0;
    while let Some(key) = map.next_key_seed(Key)? {
        if let Some(position) = position(names, &key, next) {
            T::read(&mut slots, position, &mut map)?;
            next = position + 1;
        } else if let Some(constant) = constants.iter().find(|found| found.name == key) {
            map.next_value_seed(*constant)?;
            awaited.retain(|awaited| awaited.name != key);
        } else {
            rest.read(&key, &mut map)?;
        }
    }
    if let Some(constant) = awaited.first() {
        return Err(A::Error::missing_field(constant.name));
    }
    let members = T::finish(slots, &mut names.iter().copied())?;
    Ok((members, rest))
}

/// Which member is called `name`. Most writers keep to one order: so `next` is looked at first.
fn position(names: Names, name: &str, next: usize) -> Option<usize> {
    let is_it = |names: &&'static [&'static str]| wire_name(names) == name;
    if names.get(next).is_some_and(is_it) {
        return Some(next);
    }
    names.iter().position(is_it)
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
