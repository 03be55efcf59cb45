//! Encoding Object (OpenAPI 3.0, 4.7.15).
//!
//! Of `style`, `explode` and `allowReserved` each makes the others say something (OpenAPI 3.1.1,
//! 4.8.15.1.2): so a style is there if any of them is.

use openapiv3::{Encoding, QueryStyle};
use serde_json::Value;

use super::header::headers;
use super::parameter::query_style;
use crate::document::cursor::{At, Object, flag};

pub(super) fn encoding(value: Value, at: &At<'_>) -> Option<Encoding> {
    let mut object = Object::new(value, at)?;
    let style = object.one("style", query_style);
    let explode = object.one("explode", flag);
    let allow_reserved = object.one("allowReserved", flag);
    let style =
        style.or((explode.is_some() || allow_reserved.is_some()).then_some(QueryStyle::Form));
    Some(Encoding {
        content_type: object.text("contentType"),
        headers: headers(&mut object),
        explode: explode.unwrap_or(matches!(style, Some(QueryStyle::Form))),
        style,
        allow_reserved: allow_reserved.unwrap_or(false),
        extensions: object.extensions(),
    })
}
