//! An object whose members are taken one by one.

use indexmap::IndexMap;
use serde_json::{Map, Value};

use crate::document::selection::MORE;

use super::{At, each, flag, named, text, wrong_type};

/// An object, without the members that have been taken already.
pub(crate) struct Object<'a> {
    pub(crate) at: &'a At<'a>,
    members: Map<String, Value>,
}

impl<'a> Object<'a> {
    /// `value` if it is an object; anything else is reported.
    pub(crate) fn new(value: Value, at: &'a At<'a>) -> Option<Self> {
        match value {
            Value::Object(members) => Some(Self { at, members }),
            other => {
                wrong_type(&other, at, "an object");
                None
            }
        }
    }

    /// The member `name`.
    pub(crate) fn take(&mut self, name: &str) -> Option<Value> {
        self.members.remove(name)
    }

    /// The member `name`, to be changed in its place.
    pub(crate) fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        self.members.get_mut(name)
    }

    /// Adds the member `name`, unless there is one.
    pub(crate) fn put(&mut self, name: &str, value: Value) {
        self.members.entry(name).or_insert(value);
    }

    /// Leaves out what is not wanted of it.
    pub(crate) fn drop_unwanted(&mut self) {
        let at = self.at;
        self.members.retain(|name, _| !at.member(name).is_dropped());
        if let Some(Value::Object(more)) = self.members.get_mut(MORE) {
            let at = at.member(MORE);
            more.retain(|name, _| !at.member(name).is_dropped());
        }
    }

    /// What `read` makes of the member `name`.
    pub(crate) fn one<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(Value, &At<'_>) -> Option<T>,
    ) -> Option<T> {
        let value = self.take(name)?;
        read(value, &self.at.member(name))
    }

    /// The member `name`, a list: what `read` makes of each element.
    pub(crate) fn each<T>(
        &mut self,
        name: &str,
        read: impl FnMut(Value, &At<'_>) -> Option<T>,
    ) -> Vec<T> {
        match self.take(name) {
            Some(value) => each(value, &self.at.member(name), read),
            None => Vec::new(),
        }
    }

    /// The member `name`, a map: what `read` makes of each of its members.
    pub(crate) fn named<T>(
        &mut self,
        name: &str,
        read: impl FnMut(Value, &At<'_>) -> Option<T>,
    ) -> IndexMap<String, T> {
        match self.take(name) {
            Some(value) => named(value, &self.at.member(name), read),
            None => IndexMap::new(),
        }
    }

    /// The member `name`, a text.
    pub(crate) fn text(&mut self, name: &str) -> Option<String> {
        self.one(name, text)
    }

    /// The member `name`, a text that must be there; where it is not, `default` stands in.
    pub(crate) fn required_text(&mut self, name: &str, default: &str) -> String {
        self.needed(name, &format!("was taken to be `{default}`"), text)
            .unwrap_or_else(|| default.to_owned())
    }

    /// What `read` makes of the member `name`. Reports that it is missing, and what follows from
    /// that; what is there and cannot be read has been reported by `read`.
    pub(crate) fn needed<T>(
        &mut self,
        name: &str,
        instead: &str,
        read: impl FnOnce(Value, &At<'_>) -> Option<T>,
    ) -> Option<T> {
        let is_missing = self.members.get(name).is_none_or(Value::is_null);
        let read = self.one(name, read);
        if is_missing {
            self.missing(name, instead);
        }
        read
    }

    /// The member `name`, a text without which the whole object means nothing.
    pub(crate) fn needed_text(&mut self, name: &str) -> Option<String> {
        self.needed(name, "is needed, so that it was left out", text)
    }

    /// The member `name`, a boolean that is false where it is missing.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        self.one(name, flag).unwrap_or(false)
    }

    /// Reports that the member `name` is missing.
    pub(crate) fn missing(&self, name: &str, instead: &str) {
        self.at.warning(
            "missing-member",
            format!("{} has no `{name}`, which {instead}", self.at.name()),
            format!("add `{name}`"),
        );
    }

    /// The members that are extensions (OpenAPI 3.0, 4.9); what is left over else is ignored.
    pub(crate) fn extensions(&mut self) -> IndexMap<String, Value> {
        let at = self.at;
        std::mem::take(&mut self.members)
            .into_iter()
            .filter(|(name, _)| is_extension(name, at))
            .collect()
    }

    /// All members of `value`, if it is an object; anything else is reported.
    pub(crate) fn members(value: Value, at: &At<'_>) -> Option<Map<String, Value>> {
        match value {
            Value::Object(members) => Some(members),
            other => {
                wrong_type(&other, at, "an object");
                None
            }
        }
    }

    /// What is left over.
    pub(crate) fn rest(self) -> Map<String, Value> {
        self.members
    }
}

/// Whether the member `name` is an extension. Those that are ours to make are not.
pub(crate) fn is_extension(name: &str, at: &At<'_>) -> bool {
    if !name.starts_with("x-") {
        return false;
    }
    let reserved = name.starts_with("x-hookgen-");
    if reserved {
        at.member(name).warning(
            "reserved-extension",
            format!("`{name}` is a name that only hookgen itself uses, and was left out"),
            "rename it",
        );
    }
    !reserved
}
