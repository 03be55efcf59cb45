//! Media Type Object (OpenAPI 3.0, 4.7.14).
//!
//! `itemSchema` (3.2) takes the place of `schema`, for it says more of the same; then there is
//! `x-hookgen-itemSchema`.

use openapiv3::{Content, MediaType};
use serde_json::Value;

use super::encoding::encoding;
use super::example::examples;
use super::schema::schema;
use crate::document::cursor::{At, Object, anything};

/// The member `content` of an object, a map from media types.
pub(super) fn content(object: &mut Object<'_>) -> Content {
    object.named("content", media_type)
}

/// Reads one, or what it refers to (OpenAPI 3.2, 4.7.1): `openapiv3` has no references here, so
/// that a component is read wherever it is used.
fn media_type(value: Value, at: &At<'_>) -> Option<MediaType> {
    let Some(Value::String(reference)) = value.get("$ref") else {
        return described(value, at);
    };
    let (value, there) = at.referred(reference)?;
    described(value, &At::start(at.context, &there))
}

fn described(value: Value, at: &At<'_>) -> Option<MediaType> {
    let mut object = Object::new(value, at)?;
    let items = object.one("itemSchema", schema);
    let has_items = items.is_some();
    let mut media_type = MediaType {
        schema: items.or_else(|| object.one("schema", schema)),
        example: object.one("example", anything),
        examples: examples(&mut object),
        encoding: object.named("encoding", encoding),
        extensions: object.extensions(),
    };
    if has_items {
        let extensions = &mut media_type.extensions;
        extensions.insert("x-hookgen-itemSchema".to_owned(), Value::Bool(true));
    }
    Some(media_type)
}
