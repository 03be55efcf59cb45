//! Example Object (OpenAPI 3.0, 4.7.19).

use indexmap::IndexMap;
use openapiv3::{Example, ReferenceOr};
use serde_json::Value;

use crate::document::cursor::{At, Object, anything, reference_or};
use crate::document::reference::Kind;

pub(in crate::document) fn example(value: Value, at: &At<'_>) -> Option<Example> {
    let mut object = Object::new(value, at)?;
    // OpenAPI 3.2, 4.19.1: what a validator sees, before what goes over the wire.
    let data = object.one("dataValue", anything);
    Some(Example {
        summary: object.text("summary"),
        description: object.text("description"),
        value: object.one("value", anything).or(data),
        external_value: object.text("externalValue"),
        extensions: object.extensions(),
    })
}

/// The member `examples` of an object, a map from names.
pub(super) fn examples(object: &mut Object<'_>) -> IndexMap<String, ReferenceOr<Example>> {
    object.named("examples", |value, at| {
        reference_or(Kind::Example, example)(value, at)
    })
}
