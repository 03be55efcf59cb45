//! A body among the parameters, as Swagger 2.0 had it.

use serde_json::{Map, Value, json};

use crate::document::cursor::Object;

/// Takes a parameter `in: body` out of the operation `object`, as its `requestBody`, unless it has
/// one.
pub(super) fn move_body(object: &mut Object<'_>) {
    let Some(parameters) = object.get_mut("parameters").and_then(Value::as_array_mut) else {
        return;
    };
    let is_body = |value: &Value| value.get("in").and_then(Value::as_str) == Some("body");
    let Some(index) = parameters.iter().position(is_body) else {
        return;
    };
    // The others keep their numbers.
    let body = parameters[index].take();
    let list = object.at.member("parameters");
    list.element(index).warning(
        "body-parameter",
        "no parameter stands in the body, and this was taken to be the `requestBody`",
        "write `requestBody` beside `parameters`, with `content` in it",
    );
    object.put("requestBody", request_body(&body));
}

fn request_body(parameter: &Value) -> Value {
    let schema = parameter
        .get("schema")
        .cloned()
        .unwrap_or_else(|| json!({}));
    let mut body = Map::new();
    body.insert(
        "content".to_owned(),
        json!({ "application/json": { "schema": schema } }),
    );
    for name in ["description", "required"] {
        body.extend(
            parameter
                .get(name)
                .map(|value| (name.to_owned(), value.clone())),
        );
    }
    Value::Object(body)
}
