//! Tag Object (OpenAPI 3.0, 4.7.22).

use openapiv3::Tag;
use serde_json::Value;

use super::external_docs::external_docs;
use crate::document::cursor::{At, Object};

pub(super) fn tag(value: Value, at: &At<'_>) -> Option<Tag> {
    let mut object = Object::new(value, at)?;
    Some(Tag {
        name: object.needed_text("name")?,
        description: object.text("description"),
        external_docs: object.one("externalDocs", external_docs),
        extensions: object.extensions(),
    })
}
