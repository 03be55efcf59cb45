//! The kinds of JSON values.

use std::collections::BTreeSet;

use openapiv3::{AnySchema, Schema};
use serde_json::Value;

/// A kind of JSON value; `null` is none of them, for it is kept apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}

impl Kind {
    /// As `type` spells it.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::String => "string",
            Self::Array => "array",
            Self::Object => "object",
        }
    }

    /// What kind `value` is of; `None` for `null`.
    pub(super) fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Null => None,
            Value::Bool(_) => Some(Self::Boolean),
            Value::Number(number) if number.is_i64() || number.is_u64() => Some(Self::Integer),
            Value::Number(_) => Some(Self::Number),
            Value::String(_) => Some(Self::String),
            Value::Array(_) => Some(Self::Array),
            Value::Object(_) => Some(Self::Object),
        }
    }

    /// Whether every value of kind `other` is one of this kind too.
    pub(super) fn includes(self, other: Self) -> bool {
        self == other || (self == Self::Number && other == Self::Integer)
    }

    fn named(name: &str) -> Option<Self> {
        [
            Self::Boolean,
            Self::Integer,
            Self::Number,
            Self::String,
            Self::Array,
            Self::Object,
        ]
        .into_iter()
        .find(|kind| kind.as_str() == name)
    }
}

/// The kinds that a schema names, or else those that its keywords are about. `None`: any. None of
/// them: only `null`.
pub(super) fn kinds(schema: &Schema, any: &AnySchema) -> Option<BTreeSet<Kind>> {
    if let Some(name) = &any.typ {
        return Some([Kind::named(name)?].into());
    }
    let extensions = &schema.schema_data.extensions;
    if let Some(Value::Array(names)) = extensions.get("x-hookgen-types") {
        let names = names.iter().filter_map(Value::as_str);
        let mut kinds: BTreeSet<_> = names.filter_map(Kind::named).collect();
        if kinds.contains(&Kind::Number) {
            kinds.remove(&Kind::Integer);
        }
        return Some(kinds);
    }
    if let Some(constant) = extensions.get("x-hookgen-const") {
        return Some(Kind::of(constant).into_iter().collect());
    }
    Some([implied(schema, any)?].into())
}

/// The kind that a schema without a `type` is about.
fn implied(schema: &Schema, any: &AnySchema) -> Option<Kind> {
    let has = |name: &str| schema.schema_data.extensions.contains_key(name);
    if !any.properties.is_empty()
        || any.additional_properties.is_some()
        || any.min_properties.is_some()
        || any.max_properties.is_some()
        || has("x-hookgen-patternProperties")
    {
        return Some(Kind::Object);
    }
    if any.items.is_some()
        || any.min_items.is_some()
        || any.max_items.is_some()
        || any.unique_items.is_some()
        || has("x-hookgen-prefixItems")
    {
        return Some(Kind::Array);
    }
    if !any.enumeration.is_empty() {
        let mut kinds = any.enumeration.iter().filter_map(Kind::of);
        let first = kinds.next()?;
        return kinds.all(|kind| kind == first).then_some(first);
    }
    match any.format.as_deref() {
        Some("int8" | "int16" | "int32" | "int64" | "uint8" | "uint16" | "uint32" | "uint64") => {
            return Some(Kind::Integer);
        }
        Some("float" | "double") => return Some(Kind::Number),
        Some(_) => return Some(Kind::String),
        None => {}
    }
    if any.pattern.is_some() || any.min_length.is_some() || any.max_length.is_some() {
        return Some(Kind::String);
    }
    let bounded = any.minimum.is_some() || any.maximum.is_some() || any.multiple_of.is_some();
    bounded.then_some(Kind::Number)
}
