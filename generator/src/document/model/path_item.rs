//! Path Item Object (OpenAPI 3.0, 4.7.9).

use openapiv3::PathItem;
use serde_json::Value;

use super::operation::operation;
use super::parameter::parameters;
use super::server::server;
use crate::document::cursor::{At, Object};

pub(in crate::document) fn path_item(value: Value, at: &At<'_>) -> Option<PathItem> {
    let mut object = Object::new(value, at)?;
    object.drop_unwanted();
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
        extensions: {
            other_methods(&mut object);
            object.extensions()
        },
    })
}

/// Methods that came with OpenAPI 3.2 (4.9.1).
fn other_methods(object: &mut Object<'_>) {
    for name in ["query", "additionalOperations"] {
        object.one(name, |_, at| -> Option<()> {
            at.warning(
                "unsupported-method",
                format!("{} is not supported, and was left out", at.name()),
                "use one of the methods that OpenAPI 3.0 has",
            );
            None
        });
    }
}
