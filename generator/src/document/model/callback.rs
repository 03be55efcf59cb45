//! Callback Object (OpenAPI 3.0, 4.7.18): path items by expressions.

use serde_json::{Map, Value};

use super::path_item::path_item;
use crate::diagnostics::Pointer;
use crate::document::beyond::Callback;
use crate::document::cursor::{At, BESIDE, Object};

/// Reads the member `callbacks` of the operation `object`, and keeps them aside: `openapiv3` has
/// no references among them.
pub(super) fn callbacks(object: &mut Object<'_>) {
    let Some(value) = object.take("callbacks") else {
        return;
    };
    let at = object.at.member("callbacks");
    if object.at.context.called_back.get() {
        at.warning(
            "not-modelled",
            "callbacks of what is called back are left out",
            "describe them under an operation that a client calls",
        );
        return;
    }
    let Some(named) = Object::new(value, &at) else {
        return;
    };
    let operation = object.at.pointer();
    for (name, value) in named.rest() {
        if !name.starts_with("x-") {
            callback(&name, value, &operation, &at.member(&name));
        }
    }
}

fn callback(name: &str, value: Value, operation: &Pointer, at: &At<'_>) {
    if let Some(Value::String(reference)) = value.get("$ref") {
        if let Some((value, pointer)) = at.referred(reference) {
            items(name, value, operation, &At::start(at.context, &pointer));
        }
    } else {
        items(name, value, operation, at);
    }
}

fn items(name: &str, value: Value, operation: &Pointer, at: &At<'_>) {
    let Some(object) = Object::new(value, at) else {
        return;
    };
    for (expression, value) in object.rest() {
        if expression.starts_with("x-") {
            continue;
        }
        let at = at.member(&expression);
        let reference = value.get("$ref").and_then(Value::as_str);
        let found = match reference {
            Some(reference) => {
                let members = value.as_object().into_iter().flat_map(Map::keys);
                at.ignores_beside_reference(members, BESIDE);
                at.referred(reference)
            }
            None => Some((value, at.pointer())),
        };
        if let Some((value, pointer)) = found {
            keep(
                name,
                &expression,
                value,
                operation,
                &At::start(at.context, &pointer),
            );
        }
    }
}

/// One that several operations lead to is kept once, by its first name in the alphabet.
fn keep(name: &str, expression: &str, value: Value, operation: &Pointer, at: &At<'_>) {
    let context = at.context;
    let pointer = at.pointer();
    if let Some(known) = context.beyond.borrow_mut().callbacks.get_mut(&pointer) {
        let (one, other) = ((known.name.as_str(), &known.operation), (name, operation));
        if other < one {
            name.clone_into(&mut known.name);
            known.operation = operation.clone();
        }
        return;
    }
    context.called_back.set(true);
    let item = path_item(value, at);
    context.called_back.set(false);
    if let Some(item) = item {
        let callback = Callback {
            name: name.to_owned(),
            expression: expression.to_owned(),
            item,
            operation: operation.clone(),
        };
        context
            .beyond
            .borrow_mut()
            .callbacks
            .insert(pointer, callback);
    }
}
