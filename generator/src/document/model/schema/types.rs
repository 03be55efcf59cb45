//! `type`: one name, or from 3.1 on a list of them.

use serde_json::Value;

use super::Draft;
use crate::document::cursor::{At, each, text, wrong_type};

/// The types of JSON Schema (2020-12 Validation, 6.1.1).
const TYPES: [&str; 7] = [
    "array", "boolean", "integer", "null", "number", "object", "string",
];

/// Reads `type`: `null` becomes `nullable`, and what is more than one type, or none at all beside
/// `null`, becomes `x-hookgen-types`.
pub(super) fn types(draft: &mut Draft, value: Value, at: &At<'_>) {
    let mut names = match value {
        Value::String(name) => Vec::from_iter(known(name, at)),
        Value::Array(_) => each(value, at, |name, at| known(text(name, at)?, at)),
        other => {
            wrong_type(&other, at, "the name of a type");
            return;
        }
    };
    let all = names.len();
    names.retain(|name| name != "null");
    let has_null = names.len() < all;
    draft.data.nullable |= has_null;
    match names.as_slice() {
        [one] => draft.any.typ = Some(one.clone()),
        [] if !has_null => {}
        _ => draft.keep("types", names.into()),
    }
}

fn known(name: String, at: &At<'_>) -> Option<String> {
    if TYPES.contains(&name.as_str()) {
        return Some(name);
    }
    let meant = TYPES
        .into_iter()
        .find(|known| known.eq_ignore_ascii_case(&name) || synonym(&name) == Some(known));
    at.warning(
        "unknown-type",
        format!("`{name}` is no type that a schema can have, and was left out"),
        match meant {
            Some(known) => format!("write `{known}`"),
            None => format!("write one of {}", TYPES.join(", ")),
        },
    );
    None
}

/// What other languages call it.
fn synonym(name: &str) -> Option<&'static str> {
    match name.to_ascii_lowercase().as_str() {
        "str" | "text" | "date" | "date-time" | "datetime" | "uuid" | "enum" | "file" => {
            Some("string")
        }
        "int" | "int32" | "int64" | "long" => Some("integer"),
        "float" | "double" | "decimal" => Some("number"),
        "bool" => Some("boolean"),
        "list" => Some("array"),
        "map" | "dict" => Some("object"),
        _ => None,
    }
}
