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

fn media_type(value: Value, at: &At<'_>) -> Option<MediaType> {
    let mut object = Object::new(value, at)?;
    Some(MediaType {
        schema: object.one("schema", schema),
        example: object.one("example", anything),
        examples: examples(&mut object),
        encoding: object.named("encoding", encoding),
        extensions: object.extensions(),
    })
}
