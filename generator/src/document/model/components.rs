//! Components Object (OpenAPI 3.0, 4.7.7).

use indexmap::IndexMap;
use openapiv3::{Components, PathItem, ReferenceOr};
use serde_json::Value;

use super::example::examples;
use super::header::headers;
use super::parameter::parameter;
use super::path_item::path_item_or_reference;
use super::request_body::request_body;
use super::response::response;
use super::schema::schema;
use super::security_scheme::security_scheme;
use crate::document::cursor::{At, Object, reference_or};
use crate::document::packed::Text;
use crate::document::reference::Kind;

/// `components`, and the path items in it, which came with OpenAPI 3.1 (4.8.7).
pub(super) type Parts = (Components, IndexMap<String, ReferenceOr<PathItem>>);

/// Reads all but links and callbacks: nothing is made of them.
///
/// Schemas are put into `packed`, those that are references aside.
pub(super) fn components(
    value: Value,
    at: &At<'_>,
    packed: &mut IndexMap<String, Text>,
) -> Option<Parts> {
    let mut object = Object::new(value, at)?;
    let path_items = object.named("pathItems", path_item_or_reference);
    let components = Components {
        schemas: object.named("schemas", |value, at| {
            let (value, text) = Text::taken(value, at);
            match (schema(value, at)?, text, at.last_name()) {
                (ReferenceOr::Item(_), Some(text), Some(key)) => {
                    packed.insert(key, text);
                    None
                }
                (read, ..) => Some(read),
            }
        }),
        responses: object.named("responses", |value, at| {
            reference_or(Kind::Response, response)(value, at)
        }),
        parameters: object.named("parameters", |value, at| {
            reference_or(Kind::Parameter, parameter)(value, at)
        }),
        examples: examples(&mut object),
        request_bodies: object.named("requestBodies", |value, at| {
            reference_or(Kind::RequestBody, request_body)(value, at)
        }),
        headers: headers(&mut object),
        security_schemes: object.named("securitySchemes", |value, at| {
            reference_or(Kind::SecurityScheme, security_scheme)(value, at)
        }),
        links: IndexMap::new(),
        callbacks: IndexMap::new(),
        extensions: object.extensions(),
    };
    Some((components, path_items))
}
