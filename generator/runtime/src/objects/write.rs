//! Writing an object.

use std::collections::BTreeMap;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::walk::{Member, RestRef, Visit, Walker};
use super::{Members, Name, NamesLeft, Object, Refs};
use crate::Maybe;

/// Writes an object: its constants; the members that have a field, in the order of their names;
/// then those that have none.
///
/// # Errors
///
/// If the serializer fails.
pub fn serialize<T: Object, S: Serializer>(object: &T, serializer: S) -> Result<S::Ok, S::Error> {
    object.visit(Write(serializer))
}

struct Write<S>(S);

impl<'a, S: Serializer> Visit<'a> for Write<S> {
    type Output = Result<S::Ok, S::Error>;

    fn visit(self, members: Members, refs: impl Refs<'a>, rest: impl RestRef<'a>) -> Self::Output {
        let mut writer = Writer {
            map: self.0.serialize_map(None)?,
            error: None,
        };
        for constant in members.constants {
            writer.entry(constant.name, constant.value);
        }
        refs.walk(&mut NamesLeft(members.names), &mut writer);
        rest.walk(&mut writer);
        match writer.error {
            Some(error) => Err(error),
            None => writer.map.end(),
        }
    }
}

/// Writes members. A failure is kept until the end.
struct Writer<M: SerializeMap> {
    map: M,
    error: Option<M::Error>,
}

impl<M: SerializeMap> Writer<M> {
    fn entry<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        if self.error.is_none() {
            self.error = self.map.serialize_entry(name, value).err();
        }
    }
}

impl<'a, M: SerializeMap> Walker<'a> for Writer<M> {
    fn member<T: Member>(&mut self, name: Name, member: &'a T) {
        self.entry(name.wire, member);
    }

    fn optional<T: Member + Absent>(&mut self, name: Name, member: &'a T) {
        if !member.is_absent() {
            self.entry(name.wire, member);
        }
    }

    fn rest<T: Member>(&mut self, _: Name, rest: &'a BTreeMap<String, T>) {
        for (name, value) in rest {
            self.entry(name, value);
        }
    }
}

/// A type that can say that a member is not there.
pub trait Absent {
    /// Whether the member is left out.
    fn is_absent(&self) -> bool;
}

impl<T> Absent for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Absent for Maybe<T> {
    fn is_absent(&self) -> bool {
        Maybe::is_absent(self)
    }
}

impl<T: Absent> Absent for Box<T> {
    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}
