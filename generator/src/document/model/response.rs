//! Response Object (OpenAPI 3.0, 4.7.17). Its links are not read: nothing is made of them.

use indexmap::IndexMap;
use openapiv3::Response;
use serde_json::Value;

use super::header::headers;
use super::media_type::content;
use crate::document::cursor::{At, Object};

pub(in crate::document) fn response(value: Value, at: &At<'_>) -> Option<Response> {
    let mut object = Object::new(value, at)?;
    Some(Response {
        description: object.text("description").unwrap_or_default(),
        headers: headers(&mut object),
        content: content(&mut object),
        links: IndexMap::new(),
        extensions: object.extensions(),
    })
}
