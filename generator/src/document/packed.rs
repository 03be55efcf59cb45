//! Parts of the main file that are read again whenever they are looked at.
//!
//! The model of a description takes many times the room of its text. So of a large one's schemas and
//! path items only the text is kept, once they have been read and all has been reported that is wrong
//! with them; whoever looks at some of them reads these again, and lets go of them.

use indexmap::IndexMap;
use openapiv3::{PathItem, ReferenceOr, Schema};
use serde_json::Value;

use super::Document;
use super::cursor::{At, Context};
use super::model::{path_item, schema};
use super::reference::{Kind, component};
use super::selection::Selected;
use crate::diagnostics::Pointer;

/// What is kept as text.
#[derive(Debug, Default)]
pub(super) struct Packed {
    /// Of `components.schemas`, those that are no references, by their keys.
    pub(super) schemas: IndexMap<String, Text>,
    /// Of `paths`, those that are no references.
    pub(super) paths: IndexMap<String, Text>,
}

/// When schemas and path items become text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    /// They do not: a small description has room, and nothing has to be read twice.
    Never,
    /// When they have been read.
    Later,
    /// They are text.
    Done,
}

impl Packing {
    /// That of a description of so many bytes.
    pub(super) fn of(length: usize) -> Self {
        match length < LARGE {
            true => Self::Never,
            false => Self::Done,
        }
    }
}

/// How long a description is at least of which not all is kept. The model of a smaller one takes
/// less than 20 MB.
const LARGE: usize = 1 << 20;

/// Where what is kept as text stands.
pub(super) const SECTIONS: [&str; 2] = ["/components/schemas", "/paths"];

/// A member of a section as it is kept while it is not looked at: as text, if it is a schema or a
/// path item that says nothing about others which is looked for.
pub(super) fn packed(value: Value) -> Value {
    if value.get("$ref").is_some() {
        return value;
    }
    match Text::of(&value) {
        Some(text) if !value.is_string() && text.tells_of_others() => value,
        Some(text) => Value::String(text.0.into()),
        // What is so deep is no string.
        None => value,
    }
}

/// What it was that was packed.
pub(super) fn unpacked(value: Value) -> Value {
    match value {
        Value::String(text) => Text(text.into()).value(),
        value => value,
    }
}

/// A value, as JSON.
#[derive(Debug)]
pub(super) struct Text(Box<str>);

impl Text {
    /// `value` as text; `None` if that is nested too deep to be read again.
    pub(super) fn of(value: &Value) -> Option<Self> {
        if depth(value) > MAX_DEPTH {
            return None;
        }
        Some(Self(value.to_string().into()))
    }

    /// A member of a section, and its text.
    pub(super) fn taken(value: Value, at: &At<'_>) -> (Value, Option<Self>) {
        match value {
            Value::String(text) if at.packing() == Packing::Done => {
                let text = Self(text.into());
                (text.value(), Some(text))
            }
            value => {
                let packs = at.packing() != Packing::Never && at.is_all_wanted();
                let text = packs.then(|| Self::of(&value)).flatten();
                (value, text)
            }
        }
    }

    /// Whether it may have heirs, or be one.
    fn tells_of_others(&self) -> bool {
        self.0.contains("\"allOf\"") || self.0.contains("\"discriminator\"")
    }

    fn value(&self) -> Value {
        // It was a value before.
        serde_json::from_str(&self.0).unwrap_or_default()
    }
}

/// What the parser reads is not much deeper, but for what an overlay has put inside.
const MAX_DEPTH: usize = 100;

fn depth(value: &Value) -> usize {
    let inside = match value {
        Value::Array(elements) => elements.iter().map(depth).max(),
        Value::Object(members) => members.values().map(depth).max(),
        _ => return 0,
    };
    1 + inside.unwrap_or_default()
}

impl Document {
    /// Which of the schemas that are kept as text stands at `place`, and how long it is.
    #[must_use]
    pub fn packed_schema(&self, place: &Pointer) -> Option<(usize, usize)> {
        let key = component(place, Kind::Schema)?;
        let (index, _, text) = self.packed.schemas.get_full(&key)?;
        Some((index, text.0.len()))
    }

    /// How long all schemas are that are kept as text.
    #[must_use]
    pub fn packed_length(&self) -> usize {
        let texts = self.packed.schemas.values();
        texts.map(|text| text.0.len()).sum()
    }

    /// How many schemas are kept as text.
    #[must_use]
    pub fn packed_schemas(&self) -> usize {
        self.packed.schemas.len()
    }

    /// One of the schemas that are kept as text.
    #[must_use]
    pub fn unpacked_schema(&self, index: usize) -> Option<ReferenceOr<Schema>> {
        let (_, text) = self.packed.schemas.get_index(index)?;
        self.again(|at| schema(text.value(), at))
    }

    /// The path items below `paths`, by their paths; `None` for one that is kept as text.
    pub fn paths(&self) -> impl Iterator<Item = (&str, Option<&ReferenceOr<PathItem>>)> {
        let kept = self.openapi.paths.paths.iter();
        let kept = kept.map(|(path, item)| (path.as_str(), Some(item)));
        let packed = self.packed.paths.keys();
        kept.chain(packed.map(|path| (path.as_str(), None)))
    }

    /// A path item that is kept as text.
    #[must_use]
    pub fn unpacked_path(&self, path: &str) -> Option<PathItem> {
        let text = self.packed.paths.get(path)?;
        self.again(|at| path_item(text.value(), at))
    }

    /// The `operationId` of the operation below `paths`, if it has one.
    #[must_use]
    pub fn operation_id(&self, path: &str, method: &str) -> Option<String> {
        let unpacked = self.unpacked_path(path);
        let item = match self.openapi.paths.paths.get(path) {
            Some(ReferenceOr::Item(item)) => Some(item),
            _ => unpacked.as_ref(),
        };
        let mut operations = item?.iter();
        let (_, operation) = operations.find(|(known, _)| *known == method)?;
        operation.operation_id.clone()
    }

    /// What `read` makes of something that was read before, so that it was reported already what is
    /// wrong with it.
    fn again<T>(&self, read: impl FnOnce(&At<'_>) -> Option<T>) -> Option<T> {
        let selected = Selected::default();
        let context = Context::new(self.version, &self.refers, &selected, &self.targets);
        read(&At::start(&context, &Pointer::default()))
    }
}

#[cfg(test)]
mod tests;
