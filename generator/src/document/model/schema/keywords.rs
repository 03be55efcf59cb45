//! The keywords of a schema, one by one.

use openapiv3::{AdditionalProperties, ReferenceOr, Schema};
use serde_json::Value;

use super::{Draft, discriminator, schema, types};
use crate::document::cursor::{
    At, count, each, flag, is_extension, named, number, text, wrong_type,
};
use crate::document::model::external_docs::external_docs;

/// Reads the keyword `name`.
pub(super) fn keyword(draft: &mut Draft, name: String, value: Value, parent: &At<'_>) {
    if name.starts_with("x-") {
        if is_extension(&name, parent) {
            draft.data.extensions.insert(name, value);
        }
        return;
    }
    let at = &parent.member(&name);
    match name.as_str() {
        "type" => types::types(draft, value, at),
        "allOf" => draft.any.all_of = each(value, at, schema),
        "oneOf" => draft.any.one_of = each(value, at, schema),
        "anyOf" => draft.any.any_of = each(value, at, schema),
        "not" => draft.any.not = schema(value, at).map(Box::new),
        "items" => items(draft, value, at),
        "additionalProperties" => {
            draft.any.additional_properties = additional_properties(value, at);
        }
        "required" => required(draft, value, at),
        "discriminator" => draft.data.discriminator = discriminator::discriminator(value, at),
        "enum" => draft.any.enumeration = elements(value, at),
        "prefixItems" => prefix_items(draft, value, at),
        "patternProperties" => pattern_properties(draft, value, at),
        "additionalItems" | "propertyNames" | "unevaluatedItems" | "unevaluatedProperties" => {
            beside(value, at);
        }
        "const" => draft.keep("const", value),
        "contentEncoding" => draft.keep("content-encoding", value),
        "contentMediaType" => draft.keep("content-media-type", value),
        _ if KEPT.contains(&name.as_str()) => draft.keep(&name, value),
        _ => annotation(draft, &name, value, at),
    }
}

/// What says something about the values, and is not modelled yet.
const KEPT: [&str; 12] = [
    "$defs",
    "$dynamicRef",
    "contains",
    "contentSchema",
    "definitions",
    "dependencies",
    "dependentRequired",
    "dependentSchemas",
    "else",
    "if",
    "then",
    "xml",
];

fn annotation(draft: &mut Draft, name: &str, value: Value, at: &At<'_>) {
    let data = &mut draft.data;
    match name {
        "title" => data.title = text(value, at),
        "description" => data.description = text(value, at),
        "summary" => draft.keep("summary", value),
        "default" => data.default = Some(value),
        "example" => data.example = Some(value),
        "examples" => examples(draft, value, at),
        "nullable" => data.nullable |= flag(value, at).unwrap_or(false),
        "readOnly" => data.read_only = flag(value, at).unwrap_or(false),
        "writeOnly" => data.write_only = flag(value, at).unwrap_or(false),
        "deprecated" => data.deprecated = flag(value, at).unwrap_or(false),
        "externalDocs" => data.external_docs = external_docs(value, at),
        _ => validation(draft, name, value, at),
    }
}

fn validation(draft: &mut Draft, name: &str, value: Value, at: &At<'_>) {
    let any = &mut draft.any;
    match name {
        "format" => any.format = text(value, at),
        "pattern" => any.pattern = text(value, at),
        "minimum" => draft.bounds.minimum = number(value, at),
        "maximum" => draft.bounds.maximum = number(value, at),
        "exclusiveMinimum" => draft.bounds.set_exclusive_minimum(value, at),
        "exclusiveMaximum" => draft.bounds.set_exclusive_maximum(value, at),
        "multipleOf" => any.multiple_of = number(value, at),
        "minLength" => any.min_length = count(value, at),
        "maxLength" => any.max_length = count(value, at),
        "minItems" => any.min_items = count(value, at),
        "maxItems" => any.max_items = count(value, at),
        "uniqueItems" => any.unique_items = flag(value, at),
        "minProperties" => any.min_properties = count(value, at),
        "maxProperties" => any.max_properties = count(value, at),
        _ => {}
    }
}

/// A schema for all elements. A list of them, one for each, is how JSON Schema wrote
/// `prefixItems` before 2020-12, with `additionalItems` for those that follow.
fn items(draft: &mut Draft, value: Value, at: &At<'_>) {
    if value.is_array() {
        prefix_items(draft, value, at);
    } else {
        draft.any.items = schema(value, at).map(boxed);
    }
}

/// A schema for each of the first elements; how many there are is kept.
fn prefix_items(draft: &mut Draft, value: Value, at: &At<'_>) {
    let schemas = each(value, at, |value, at| {
        beside(value, at);
        Some(())
    });
    draft.keep("prefixItems", schemas.len().into());
}

/// A schema for the members whose names match a pattern; the patterns are kept.
fn pattern_properties(draft: &mut Draft, value: Value, at: &At<'_>) {
    let patterns = named(value, at, |value, at| {
        beside(value, at);
        Some(())
    });
    let patterns: Vec<Value> = patterns.into_keys().map(Value::String).collect();
    draft.keep("patternProperties", patterns.into());
}

/// A schema that `openapiv3` has no place for.
fn beside(value: Value, at: &At<'_>) {
    if let Some(schema) = schema(value, at) {
        at.keep_beside(schema);
    }
}

pub(super) fn boxed(schema: ReferenceOr<Schema>) -> ReferenceOr<Box<Schema>> {
    match schema {
        ReferenceOr::Reference { reference } => ReferenceOr::Reference { reference },
        ReferenceOr::Item(schema) => ReferenceOr::Item(Box::new(schema)),
    }
}

fn additional_properties(value: Value, at: &At<'_>) -> Option<AdditionalProperties> {
    match value {
        Value::Bool(allowed) => Some(AdditionalProperties::Any(allowed)),
        other => schema(other, at).map(|schema| AdditionalProperties::Schema(Box::new(schema))),
    }
}

/// The names of members that are always there. Draft 3 of JSON Schema had a boolean in the
/// member's own schema instead, and people still write that; see [`super::properties`].
fn required(draft: &mut Draft, value: Value, at: &At<'_>) {
    if value.is_boolean() {
        at.warning(
            "boolean-required",
            "`required` is a list of names, and this boolean was left out",
            "name the property in the `required` of the schema that has it",
        );
        return;
    }
    draft.any.required = each(value, at, text);
}

fn elements(value: Value, at: &At<'_>) -> Vec<Value> {
    match value {
        Value::Array(elements) => elements,
        other => {
            wrong_type(&other, at, "a list");
            Vec::new()
        }
    }
}

/// A list in a schema (OpenAPI 3.1, 4.8.24.1), of which 3.0 knows one.
fn examples(draft: &mut Draft, value: Value, at: &At<'_>) {
    let Value::Array(examples) = &value else {
        wrong_type(&value, at, "a list");
        return;
    };
    if draft.data.example.is_none() {
        draft.data.example = examples.first().cloned();
    }
    draft.keep("examples", value);
}
