//! Operation Object (OpenAPI 3.0, 4.7.10).

use indexmap::IndexMap;
use openapiv3::{Operation, Responses, SecurityRequirement};
use serde_json::Value;

use super::body_parameter::move_body;
use super::callback::callbacks;
use super::external_docs::external_docs;
use super::parameter::parameters;
use super::request_body::request_body;
use super::responses::responses;
use super::server::server;
use crate::document::cursor::{At, Object, each, list, named, reference_or, text};
use crate::document::reference::Kind;
use crate::document::version::Version;

pub(super) fn operation(value: Value, at: &At<'_>) -> Option<Operation> {
    let mut object = Object::new(value, at)?;
    callbacks(&mut object);
    move_body(&mut object);
    Some(Operation {
        tags: object.each("tags", text),
        summary: object.text("summary"),
        description: object.text("description"),
        external_docs: object.one("externalDocs", external_docs),
        operation_id: object.text("operationId"),
        parameters: parameters(&mut object),
        request_body: object.one("requestBody", reference_or(Kind::RequestBody, request_body)),
        responses: answers(&mut object),
        callbacks: IndexMap::new(),
        deprecated: object.flag("deprecated"),
        security: security(&mut object),
        servers: object.each("servers", server),
        extensions: object.extensions(),
    })
}

/// The member `responses`, which only 3.0 demands.
fn answers(object: &mut Object<'_>) -> Responses {
    match object.one("responses", responses) {
        Some(responses) => responses,
        None if object.at.context.version > Version::V30 => Responses::default(),
        None => {
            object.missing("responses", "leaves open what comes back");
            Responses::default()
        }
    }
}

/// The member `security` of an object, a list of Security Requirement Objects (OpenAPI 3.0,
/// 4.7.30).
pub(super) fn security(object: &mut Object<'_>) -> Option<Vec<SecurityRequirement>> {
    object.one("security", list(requirement))
}

fn requirement(value: Value, at: &At<'_>) -> Option<SecurityRequirement> {
    if !value.is_object() {
        Object::new(value, at)?;
        return None;
    }
    let requirement: IndexMap<String, Vec<String>> =
        named(value, at, |scopes, at| Some(each(scopes, at, text)));
    for name in requirement.keys() {
        at.needs(Kind::SecurityScheme, name);
    }
    Some(requirement)
}
