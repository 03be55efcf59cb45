//! Callback Object (OpenAPI 3.0, 4.7.18): path items by expressions.

use openapiv3::Callback;
use serde_json::Value;

use super::path_item::path_item;
use crate::document::cursor::{At, named};

pub(super) fn callback(value: Value, at: &At<'_>) -> Option<Callback> {
    if value.get("$ref").is_some() {
        at.warning(
            "unsupported-reference",
            "a callback that is referred to is not followed, and was left out",
            "write the callback where it is used, or describe it under `webhooks`",
        );
        return None;
    }
    let mut callback = named(value, at, |value, at| {
        value.is_object().then(|| path_item(value, at)).flatten()
    });
    callback.retain(|expression, _| !expression.starts_with("x-"));
    Some(callback)
}
