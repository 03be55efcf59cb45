//! Paths Object (OpenAPI 3.0, 4.7.8).

use indexmap::IndexMap;
use openapiv3::Paths;
use serde_json::Value;

use super::path_item::path_item;
use crate::document::cursor::{At, Object, is_extension, reference_or};
use crate::document::reference::Kind;

pub(super) fn paths(value: Value, at: &At<'_>) -> Option<Paths> {
    let object = Object::new(value, at)?;
    let members = object.rest();
    let mut paths = IndexMap::with_capacity(members.len());
    let mut extensions = IndexMap::new();
    let mut slashless = Vec::new();
    for (key, value) in members {
        if is_extension(&key, at) {
            extensions.insert(key, value);
        } else if key.starts_with('/') {
            let item = reference_or(Kind::PathItem, path_item)(value, &at.member(&key));
            paths.extend(item.map(|item| (key, item)));
        } else if !key.starts_with("x-") {
            slashless.push((key, value));
        }
    }
    for (key, value) in slashless {
        let path = format!("/{key}");
        let at = at.member(&key);
        let usable = !key.contains("://") && !paths.contains_key(&path);
        at.warning(
            "path-without-slash",
            match usable {
                true => format!("a path begins with a slash, and this was taken to be `{path}`"),
                false => "a path begins with a slash, and this was left out".to_owned(),
            },
            "write what follows the server's URL, from the slash on",
        );
        if usable {
            let item = reference_or(Kind::PathItem, path_item)(value, &at);
            paths.extend(item.map(|item| (path, item)));
        } else {
            left_out(&value, &at);
        }
    }
    Some(Paths { paths, extensions })
}

/// Says of each operation of `item` that it is left out.
fn left_out(item: &Value, at: &At<'_>) {
    for method in METHODS {
        if item.get(method).is_some_and(Value::is_object) {
            at.member(method).warning(
                "operation-left-out",
                "this operation is left out with its path",
                "write the path as what follows the server's URL, from the slash on",
            );
        }
    }
}

/// The methods that a path item has members for (OpenAPI 3.2, 4.9.1).
const METHODS: [&str; 9] = [
    "delete", "get", "head", "options", "patch", "post", "put", "query", "trace",
];
