//! `webhooks` (OpenAPI 3.1, 4.8.1): path items by names of their own.

use indexmap::IndexMap;
use openapiv3::{PathItem, ReferenceOr};
use serde_json::Value;

use super::path_item::path_item_or_reference;
use crate::diagnostics::Pointer;
use crate::document::cursor::{At, Object, is_extension};

/// Path items by their names, with where they stand.
pub(in crate::document) type Webhooks = IndexMap<String, (ReferenceOr<PathItem>, Pointer)>;

/// The member `webhooks`, or `x-webhooks` where a 3.0 description has it; `webhooks` wins.
pub(super) fn webhooks(object: &mut Object<'_>) -> Webhooks {
    let mut webhooks = object.one("webhooks", items).unwrap_or_default();
    for (name, item) in object.one("x-webhooks", items).unwrap_or_default() {
        webhooks.entry(name).or_insert(item);
    }
    webhooks
}

fn items(value: Value, at: &At<'_>) -> Option<Webhooks> {
    let object = Object::new(value, at)?;
    let members = object.rest();
    let mut items = IndexMap::with_capacity(members.len());
    for (name, value) in members {
        let at = at.member(&name);
        if value.is_object() {
            let item = path_item_or_reference(value, &at);
            let pointer = at.pointer();
            items.extend(item.map(|item| (name.clone(), (item, pointer))));
        } else if !is_extension(&name, &at) {
            at.warning(
                "not-a-webhook",
                format!("`{name}` is no path item, and was left out"),
                "remove it, or write the methods below it: `post:`",
            );
        }
    }
    Some(items)
}
