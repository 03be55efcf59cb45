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
        Value::String(name) => Vec::from_iter(known(name, draft, at)),
        Value::Array(_) => each(value, at, |name, at| known(text(name, at)?, draft, at)),
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

/// The type of that name, or the one that is meant by it.
fn known(name: String, draft: &mut Draft, at: &At<'_>) -> Option<String> {
    if TYPES.contains(&name.as_str()) {
        return Some(name);
    }
    let synonym = synonym(&name);
    let meant = TYPES
        .into_iter()
        .find(|known| known.eq_ignore_ascii_case(&name))
        .or(synonym.map(|(known, _)| known));
    let Some(meant) = meant else {
        at.warning(
            "unknown-type",
            format!("`{name}` is no type that a schema can have, and was left out"),
            format!("write one of {}", TYPES.join(", ")),
        );
        return None;
    };
    let format = synonym.and_then(|(_, format)| format);
    let with_format = format.map(|format| format!(" and `format: {format}`"));
    let with_format = with_format.unwrap_or_default();
    at.warning(
        "unknown-type",
        format!("`{name}` is no type that a schema can have, and was taken to be `{meant}`"),
        format!("write `{meant}`{with_format}"),
    );
    if let (Some(format), None) = (format, &draft.any.format) {
        draft.any.format = Some(format.to_owned());
    }
    Some(meant.to_owned())
}

/// What other languages call it, and its format.
fn synonym(name: &str) -> Option<(&'static str, Option<&'static str>)> {
    Some(match name.to_ascii_lowercase().as_str() {
        "str" | "text" | "enum" => ("string", None),
        "date" => ("string", Some("date")),
        "date-time" | "datetime" => ("string", Some("date-time")),
        "uuid" => ("string", Some("uuid")),
        // As Swagger 2.0 had it.
        "file" => ("string", Some("binary")),
        "int" => ("integer", None),
        "int32" => ("integer", Some("int32")),
        "int64" | "long" => ("integer", Some("int64")),
        "float" => ("number", Some("float")),
        "double" => ("number", Some("double")),
        "decimal" => ("number", None),
        "bool" => ("boolean", None),
        "list" => ("array", None),
        "map" | "dict" => ("object", None),
        _ => return None,
    })
}
