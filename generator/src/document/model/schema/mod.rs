//! Schema Object (OpenAPI 3.0, 4.7.24; OpenAPI 3.1, 4.8.24 with JSON Schema 2020-12).
//!
//! A schema becomes an `AnySchema` whatever it is, so that there is one shape to look at, and
//! what 3.0 cannot say becomes an extension (see the text of [`document`](crate::document)).

mod bounds;
mod default;
mod discriminator;
mod keywords;
mod properties;
mod reference;
mod types;

use openapiv3::{AnySchema, ReferenceOr, Schema, SchemaData, SchemaKind};
use serde_json::{Map, Value};

use crate::document::cursor::{At, wrong_type};
use crate::document::version::Version;
use bounds::Bounds;

/// Reads a schema. What is none holds anything.
#[expect(clippy::unnecessary_wraps, reason = "the form of every reader")]
pub(in crate::document) fn schema(value: Value, at: &At<'_>) -> Option<ReferenceOr<Schema>> {
    Some(match value {
        Value::Object(members) if members.contains_key("$ref") => reference::referring(members, at),
        Value::Object(members) => ReferenceOr::Item(described(members, at).finish()),
        Value::Bool(true) => ReferenceOr::Item(Draft::default().finish()),
        Value::Bool(false) => ReferenceOr::Item(nothing()),
        other => {
            wrong_type(&other, at, "a schema");
            ReferenceOr::Item(Draft::default().finish())
        }
    })
}

/// A schema while its keywords are read.
#[derive(Default)]
struct Draft {
    data: SchemaData,
    any: AnySchema,
    bounds: Bounds,
    /// Properties that say of themselves that they are required.
    self_required: Vec<String>,
}

impl Draft {
    /// Keeps what 3.0 cannot say.
    fn keep(&mut self, name: &str, value: Value) {
        let name = format!("x-hookgen-{name}");
        self.data.extensions.insert(name, value);
    }

    fn finish(self) -> Schema {
        Schema {
            schema_data: self.data,
            schema_kind: SchemaKind::Any(self.any),
        }
    }
}

/// Reads all keywords but `$ref`.
fn described(members: Map<String, Value>, at: &At<'_>) -> Draft {
    let mut draft = Draft::default();
    let has_required = members.get("required").is_some_and(Value::is_array);
    for (name, value) in members {
        match name.as_str() {
            "properties" => properties::properties(&mut draft, value, has_required, at),
            _ => keywords::keyword(&mut draft, name, value, at),
        }
    }
    draft.bounds.apply(&mut draft.any);
    default::check(&mut draft, at);
    draft.any.required.append(&mut draft.self_required);
    let is_array = draft.any.typ.as_deref() == Some("array");
    if is_array && draft.any.items.is_none() && at.context.version == Version::V30 {
        at.warning(
            "missing-items",
            format!(
                "{} is a list without `items`, and may hold anything",
                at.name()
            ),
            "add `items`, with a schema for the elements",
        );
    }
    draft
}

/// The schema that nothing fits: `false` (JSON Schema 2020-12, 4.3.2).
fn nothing() -> Schema {
    let anything = ReferenceOr::Item(Draft::default().finish());
    let any = AnySchema {
        not: Some(Box::new(anything)),
        ..AnySchema::default()
    };
    Schema {
        schema_data: SchemaData::default(),
        schema_kind: SchemaKind::Any(any),
    }
}
