//! Example Object (OpenAPI 3.0, 4.7.19).

use indexmap::IndexMap;
use openapiv3::{Example, ReferenceOr};
use serde_json::Value;

use crate::document::cursor::{At, Object, anything, named, reference_or};
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

/// The member `examples` of an object, a map from names. People write a list, as in a schema.
pub(super) fn examples(object: &mut Object<'_>) -> IndexMap<String, ReferenceOr<Example>> {
    let Some(value) = object.take("examples") else {
        return IndexMap::new();
    };
    let at = object.at.member("examples");
    match value {
        Value::Array(values) => {
            at.warning(
                "examples-list",
                "these examples are a map from names, and each of this list was taken as a value",
                "give each a name, and write its value below `value`",
            );
            let numbered = (0..).zip(values);
            numbered
                .map(|(index, value): (usize, _)| {
                    let example = Example {
                        value: Some(value),
                        ..Example::default()
                    };
                    (index.to_string(), ReferenceOr::Item(example))
                })
                .collect()
        }
        other => named(other, &at, |value, at| {
            reference_or(Kind::Example, example)(value, at)
        }),
    }
}
