//! Writing an object.

use std::collections::BTreeMap;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::walk::{Member, RestPair, Visit, Walker};
use super::{Members, Name, NamesLeft, Pairs};
use crate::Maybe;

/// Writes an object: its constants; the members that have a field, in the order of their names;
/// then those that have none.
pub struct Write<S>(pub S);

impl<S: Serializer> Visit for Write<S> {
    type Output = Result<S::Ok, S::Error>;

    fn visit(self, members: Members, pairs: impl Pairs, rest: impl RestPair) -> Self::Output {
        let mut writer = Writer {
            map: self.0.serialize_map(None)?,
            error: None,
        };
        for constant in members.constants {
            writer.entry(constant.name, constant.value);
        }
        pairs.walk(&mut NamesLeft(members.names), &mut writer);
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

impl<M: SerializeMap> Walker for Writer<M> {
    fn member<T: Member>(&mut self, name: Name, member: &T, _: &T) {
        self.entry(name.wire, member);
    }

    fn optional<T: Member + Absent>(&mut self, name: Name, member: &T, _: &T) {
        if !member.is_absent() {
            self.entry(name.wire, member);
        }
    }

    fn rest<T: Member>(&mut self, _: Name, rest: &BTreeMap<String, T>, _: &BTreeMap<String, T>) {
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
