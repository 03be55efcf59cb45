//! Responses Object (OpenAPI 3.0, 4.7.16).

use indexmap::IndexMap;
use openapiv3::{Responses, StatusCode};
use serde_json::Value;

use super::response::response;
use crate::document::cursor::{At, Object, is_extension, reference_or};
use crate::document::reference::Kind;

pub(super) fn responses(value: Value, at: &At<'_>) -> Option<Responses> {
    let mut object = Object::new(value, at)?;
    let default = object.one("default", reference_or(Kind::Response, response));
    let mut responses = IndexMap::new();
    let mut extensions = IndexMap::new();
    for (key, value) in object.rest() {
        if is_extension(&key, at) {
            extensions.insert(key, value);
        } else if let Some(status) = status(&key) {
            let read = reference_or(Kind::Response, response)(value, &at.member(&key));
            responses.extend(read.map(|read| (status, read)));
        } else if !key.starts_with("x-") {
            at.member(&key).warning(
                "unknown-status",
                format!("`{key}` is no status code, and was left out"),
                "write a code such as `404`, a range such as `4XX`, or `default`",
            );
        }
    }
    Some(Responses {
        default,
        responses,
        extensions,
    })
}

/// `404` or `4XX`.
fn status(key: &str) -> Option<StatusCode> {
    match key.as_bytes() {
        [hundreds @ b'1'..=b'9', b'x' | b'X', b'x' | b'X'] => {
            Some(StatusCode::Range(u16::from(hundreds - b'0')))
        }
        [b'1'..=b'9', _, _] => key.parse().ok().map(StatusCode::Code),
        _ => None,
    }
}
