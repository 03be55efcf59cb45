//! Request Body Object (OpenAPI 3.0, 4.7.13).

use openapiv3::RequestBody;
use serde_json::Value;

use super::media_type::content;
use crate::document::cursor::{At, Object};

pub(in crate::document) fn request_body(value: Value, at: &At<'_>) -> Option<RequestBody> {
    let mut object = Object::new(value, at)?;
    Some(RequestBody {
        description: object.text("description"),
        content: content(&mut object),
        required: object.flag("required"),
        extensions: object.extensions(),
    })
}
