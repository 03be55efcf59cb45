//! Path Item Object (OpenAPI 3.0, 4.7.9).

use openapiv3::{PathItem, ReferenceOr};
use serde_json::Value;

use super::operation::operation;
use super::parameter::parameters;
use super::server::server;
use crate::document::beyond::OtherOperation;
use crate::document::cursor::{At, Object, reference_or, text};
use crate::document::reference::Kind;

/// The methods that a path item has members for (OpenAPI 3.2, 4.9.1).
pub(crate) const METHODS: [&str; 9] = [
    "delete", "get", "head", "options", "patch", "post", "put", "query", "trace",
];

/// Reads a path item, or a reference to one. One that is a reference and says something beside it
/// (OpenAPI 3.1, 4.8.9.1) is what it says itself, and is joined later with what it refers to.
pub(in crate::document) fn path_item_or_reference(
    value: Value,
    at: &At<'_>,
) -> Option<ReferenceOr<PathItem>> {
    match value.get("$ref") {
        Some(Value::String(reference)) if adds_to_reference(&value) => {
            let reference = at.refers(reference, Kind::PathItem);
            let mut beyond = at.context.beyond.borrow_mut();
            beyond.joints.insert(at.pointer(), reference);
            drop(beyond);
            path_item(value, at).map(ReferenceOr::Item)
        }
        Some(Value::String(_)) | None => reference_or(Kind::PathItem, path_item)(value, at),
        Some(other) => {
            // It says so if it is no text.
            text(other.clone(), &at.member("$ref"));
            path_item(value, at).map(ReferenceOr::Item)
        }
    }
}

/// Whether a path item is a reference, and says what is to be done with it too.
pub(super) fn adds_to_reference(item: &Value) -> bool {
    let members = ["additionalOperations", "parameters", "servers"];
    let mut members = METHODS.iter().chain(&members);
    item.get("$ref").is_some_and(Value::is_string) && members.any(|name| item.get(name).is_some())
}

pub(in crate::document) fn path_item(value: Value, at: &At<'_>) -> Option<PathItem> {
    let mut object = Object::new(value, at)?;
    object.drop_unwanted();
    other_operations(&mut object);
    Some(PathItem {
        summary: object.text("summary"),
        description: object.text("description"),
        get: object.one("get", operation),
        put: object.one("put", operation),
        post: object.one("post", operation),
        delete: object.one("delete", operation),
        options: object.one("options", operation),
        head: object.one("head", operation),
        patch: object.one("patch", operation),
        trace: object.one("trace", operation),
        servers: object.each("servers", server),
        parameters: parameters(&mut object),
        extensions: object.extensions(),
    })
}

/// Keeps aside the operations whose methods came with OpenAPI 3.2 (4.9.1). In an older description
/// they mean nothing else.
fn other_operations(object: &mut Object<'_>) {
    let mut others = Vec::new();
    let at = object.at.member("query");
    if let Some(operation) = object.one("query", operation) {
        others.push(OtherOperation {
            method: "query".to_owned(),
            operation,
            at: at.pointer(),
        });
    }
    let at = object.at.member("additionalOperations");
    let additional = object.one("additionalOperations", Object::members);
    for (method, value) in additional.into_iter().flatten() {
        let at = at.member(&method);
        if !is_method(&method) {
            at.warning(
                "operation-left-out",
                format!("`{method}` cannot be a method, so that this operation is left out"),
                "write the method as it is sent: `COPY`",
            );
        } else if let Some(operation) = operation(value, &at) {
            others.push(OtherOperation {
                operation,
                at: at.pointer(),
                method: method.clone(),
            });
        }
    }
    if !others.is_empty() {
        let mut beyond = object.at.context.beyond.borrow_mut();
        beyond.operations.insert(object.at.pointer(), others);
    }
}

/// Whether `text` is a token (RFC 9110, 5.6.2), as a method is.
fn is_method(text: &str) -> bool {
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_token)
}
