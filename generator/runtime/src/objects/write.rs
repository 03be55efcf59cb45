//! Writing an object's members.

use serde::ser::{Serialize, SerializeMap};

use crate::Maybe;

/// Writes the members of an object.
///
/// A failure is kept until the end, so that what is generated for a struct has no path of its own for
/// it.
pub struct ObjectWriter<M: SerializeMap> {
    map: M,
    error: Option<M::Error>,
}

impl<M: SerializeMap> ObjectWriter<M> {
    pub(super) fn new(map: M) -> Self {
        Self { map, error: None }
    }

    pub(super) fn entry<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        if self.error.is_none() {
            self.error = self.map.serialize_entry(name, value).err();
        }
    }

    pub(super) fn end(self) -> Result<M::Ok, M::Error> {
        match self.error {
            Some(error) => Err(error),
            None => self.map.end(),
        }
    }
}

/// A reference that can be written as a member.
pub trait WriteMember {
    /// Writes the member, unless it is not there.
    fn write<M: SerializeMap>(self, name: &str, writer: &mut ObjectWriter<M>);
}

/// Always written.
impl<T: Serialize> WriteMember for &T {
    fn write<M: SerializeMap>(self, name: &str, writer: &mut ObjectWriter<M>) {
        writer.entry(name, self);
    }
}

/// Not written when it is absent.
pub struct Optional<'a, T>(pub &'a T);

impl<T: Absent> WriteMember for Optional<'_, T> {
    fn write<M: SerializeMap>(self, name: &str, writer: &mut ObjectWriter<M>) {
        if !self.0.is_absent() {
            writer.entry(name, self.0);
        }
    }
}

/// A type that can say that a member is not there.
pub trait Absent: Serialize {
    /// Whether the member is left out.
    fn is_absent(&self) -> bool;
}

impl<T: Serialize> Absent for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Serialize> Absent for Maybe<T> {
    fn is_absent(&self) -> bool {
        Maybe::is_absent(self)
    }
}

impl<T: Absent> Absent for Box<T> {
    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}
