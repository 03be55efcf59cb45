//! What is shown of a value by its schema.

use serde_json::Value;

use crate::diagnostics::Pointer;
use crate::document::raw::Parts;

/// A schema as it is written: with the references and the `allOf` that are in it.
#[derive(Debug, Clone)]
pub struct Schema<'a> {
    parts: Parts<'a>,
    value: &'a Value,
    at: Pointer,
}

impl<'a> Schema<'a> {
    pub(super) fn new(parts: Parts<'a>, value: &'a Value, at: Pointer) -> Self {
        Self { parts, value, at }
    }

    /// All values that it shows, the nearest first: `example`, then `examples`.
    #[must_use]
    pub fn examples(&self) -> Vec<&'a Value> {
        let layers = self.layers();
        let shown = layers.iter().flat_map(|layer| {
            let example = layer.value.get("example");
            let list = match layer.value.get("examples") {
                Some(Value::Array(list)) => list.iter().collect(),
                // As a media type has them, which people write here too.
                Some(Value::Object(named)) => named
                    .values()
                    .map(|one| one.get("value").unwrap_or(one))
                    .collect(),
                _ => Vec::new(),
            };
            example.into_iter().chain(list)
        });
        shown.collect()
    }

    /// What form of text it asks for: `format`.
    #[must_use]
    pub fn format(&self) -> Option<&'a str> {
        let layers = self.layers();
        let mut formats = layers.iter().filter_map(|layer| layer.value.get("format"));
        formats.find_map(Value::as_str)
    }

    /// The schema of a member.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<Schema<'a>> {
        self.inside(|schema| schema.child("properties")?.child(name))
    }

    /// The schema of the elements of an array; `index` is for those that have one each.
    #[must_use]
    pub fn element(&self, index: usize) -> Option<Schema<'a>> {
        self.inside(|schema| {
            let first = schema.child("prefixItems");
            let own = first.and_then(|first| first.child(&index.to_string()));
            own.or_else(|| schema.child("items"))
        })
    }

    /// The schema of the values of a map.
    #[must_use]
    pub fn entry(&self) -> Option<Schema<'a>> {
        self.inside(|schema| schema.child("additionalProperties"))
    }

    fn inside(&self, find: impl Fn(&Self) -> Option<Self>) -> Option<Schema<'a>> {
        self.layers().iter().find_map(find)
    }

    fn child(&self, name: &str) -> Option<Self> {
        let value = match self.value {
            Value::Array(elements) => elements.get(name.parse::<usize>().ok()?)?,
            other => other.get(name)?,
        };
        Some(Self {
            parts: self.parts,
            value,
            at: self.at.member(name),
        })
    }

    /// Itself, and all that holds for the same value: what it refers to, and its `allOf`.
    fn layers(&self) -> Vec<Self> {
        let mut layers = Vec::new();
        let mut rest = vec![self.clone()];
        while let Some(schema) = rest.pop() {
            if layers.len() == MOST_LAYERS {
                break;
            }
            let parts = schema.child("allOf");
            let count = parts.as_ref().and_then(|parts| parts.value.as_array());
            let count = count.map_or(0, Vec::len);
            let parts = parts.iter().flat_map(|parts| {
                let part = |index: usize| parts.child(&index.to_string());
                (0..count).rev().filter_map(part)
            });
            rest.extend(parts);
            rest.extend(schema.target());
            layers.push(schema);
        }
        layers
    }

    /// What it refers to.
    fn target(&self) -> Option<Self> {
        let reference = self.value.get("$ref")?.as_str()?;
        let (value, at) = self.parts.once(reference, &self.at)?;
        Some(Self {
            parts: self.parts,
            value,
            at,
        })
    }
}

/// Enough for whoever means it; whoever refers to himself has no end.
const MOST_LAYERS: usize = 64;
