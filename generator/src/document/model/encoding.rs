//! Encoding Object (OpenAPI 3.0, 4.7.15).

use openapiv3::Encoding;
use serde_json::Value;

use super::header::headers;
use super::parameter::query_style;
use crate::document::cursor::{At, Object};

pub(super) fn encoding(value: Value, at: &At<'_>) -> Option<Encoding> {
    let mut object = Object::new(value, at)?;
    Some(Encoding {
        content_type: object.text("contentType"),
        headers: headers(&mut object),
        style: object.one("style", query_style),
        explode: object.flag("explode"),
        allow_reserved: object.flag("allowReserved"),
        extensions: object.extensions(),
    })
}
