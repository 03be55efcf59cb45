//! Header Object (OpenAPI 3.0, 4.7.21): a parameter without a name and a place.

use indexmap::IndexMap;
use openapiv3::{Header, HeaderStyle, ReferenceOr};
use serde_json::Value;

use super::example::examples;
use super::parameter::format;
use crate::document::cursor::{At, Object, anything, flag, reference_or};
use crate::document::reference::Kind;

pub(in crate::document) fn header(value: Value, at: &At<'_>) -> Option<Header> {
    let mut object = Object::new(value, at)?;
    Some(Header {
        description: object.text("description"),
        style: HeaderStyle::Simple,
        required: object.flag("required"),
        deprecated: object.one("deprecated", flag),
        format: format(&mut object),
        example: object.one("example", anything),
        examples: examples(&mut object),
        extensions: object.extensions(),
    })
}

/// The member `headers` of an object, a map from names.
pub(super) fn headers(object: &mut Object<'_>) -> IndexMap<String, ReferenceOr<Header>> {
    object.named("headers", |value, at| {
        reference_or(Kind::Header, header)(value, at)
    })
}
