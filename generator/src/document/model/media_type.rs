//! Media Type Object (OpenAPI 3.0, 4.7.14).

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
        return described(value, at, at);
    };
    let (value, there) = at.referred(reference)?;
    described(value, &At::start(at.context, &there), at)
}

/// Reads the one that stands at `at` and is used at `used`.
fn described(value: Value, at: &At<'_>, used: &At<'_>) -> Option<MediaType> {
    let mut object = Object::new(value, at)?;
    if let Some(items) = object.one("itemSchema", schema) {
        let mut beyond = at.context.beyond.borrow_mut();
        beyond.item_schemas.insert(used.pointer(), items);
    }
    Some(MediaType {
        schema: object.one("schema", schema),
        example: object.one("example", anything),
        examples: examples(&mut object),
        encoding: object.named("encoding", encoding),
        extensions: object.extensions(),
    })
}
