//! Paths Object (OpenAPI 3.0, 4.7.8).

use indexmap::IndexMap;
use openapiv3::{PathItem, Paths, ReferenceOr};
use serde_json::Value;

use super::path_item::{METHODS, adds_to_reference, path_item_or_reference};
use crate::diagnostics::Pointer;
use crate::document::cursor::{At, Object, is_extension};
use crate::document::packed::Text;

/// Reads `paths`. Path items are put into `packed`, those that are references aside, if all of
/// them are wanted.
pub(super) fn paths(
    value: Value,
    at: &At<'_>,
    packed: &mut IndexMap<String, Text>,
) -> Option<Paths> {
    let object = Object::new(value, at)?;
    let mut items = Items {
        read: IndexMap::new(),
        packed,
    };
    let mut extensions = IndexMap::new();
    let mut slashless = Vec::new();
    for (key, value) in object.rest() {
        if is_extension(&key, at) {
            extensions.insert(key, Text::taken(value, at).0);
        } else if key.starts_with('/') {
            let at = at.member(&key);
            items.add(key.clone(), value, &at);
        } else if !key.starts_with("x-") {
            slashless.push((key, value));
        }
    }
    for (key, value) in slashless {
        let path = format!("/{key}");
        let at = at.member(&key);
        let usable = !key.contains("://") && !items.has(&path);
        at.warning(
            "path-without-slash",
            match usable {
                true => format!("a path begins with a slash, and this was taken to be `{path}`"),
                false => "a path begins with a slash, and this was left out".to_owned(),
            },
            "write what follows the server's URL, from the slash on",
        );
        if usable {
            items.add(path.clone(), value, &at);
            known_as(&path, &at);
        } else {
            left_out(&Text::taken(value, &at).0, &at);
        }
    }
    Some(Paths {
        paths: items.read,
        extensions,
    })
}

/// What stands beside the path item at `at` is found by what its path is taken to be.
fn known_as(path: &str, at: &At<'_>) {
    let (old, new) = (
        at.pointer(),
        Pointer::default().member("paths").member(path),
    );
    let mut beyond = at.context.beyond.borrow_mut();
    let operations = beyond.operations.remove(&old);
    beyond
        .operations
        .extend(operations.map(|found| (new.clone(), found)));
    let joint = beyond.joints.remove(&old);
    beyond.joints.extend(joint.map(|found| (new, found)));
}

/// The path items so far.
struct Items<'p> {
    read: IndexMap<String, ReferenceOr<PathItem>>,
    packed: &'p mut IndexMap<String, Text>,
}

impl Items<'_> {
    fn add(&mut self, path: String, value: Value, at: &At<'_>) {
        if adds_to_reference(&value) {
            let item = path_item_or_reference(value, at);
            self.read.extend(item.map(|item| (path, item)));
            return;
        }
        let (value, text) = Text::taken(value, at);
        let item = path_item_or_reference(value, at);
        match (item, text) {
            (Some(ReferenceOr::Item(_)), Some(text)) => drop(self.packed.insert(path, text)),
            (item, _) => self.read.extend(item.map(|item| (path, item))),
        }
    }

    fn has(&self, path: &str) -> bool {
        self.read.contains_key(path) || self.packed.contains_key(path)
    }
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
