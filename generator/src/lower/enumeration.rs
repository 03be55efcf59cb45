//! `enum` and `const`: the only values that there are.

use openapiv3::{AnySchema, Schema};
use serde_json::Value;

use super::context::Context;
use super::docs::docs;
use super::flat::{Flat, Known};
use super::kind::Kind;
use super::spot::Spot;
use crate::api::{Docs, EnumValue, Shape, StringEnum, Type};

/// The values that `schema` allows, with what it says of each, and whether by `const`.
pub(super) fn values<'a>(schema: &'a Schema, any: &'a AnySchema) -> (Option<Vec<Known<'a>>>, bool) {
    let data = &schema.schema_data;
    if let Some(value) = data.extensions.get("x-hookgen-const") {
        let docs = docs(
            data.title.as_deref(),
            data.description.as_deref(),
            data.deprecated,
        );
        return (Some(vec![Known { value, docs }]), true);
    }
    if any.enumeration.is_empty() {
        return (None, false);
    }
    let values = any.enumeration.iter().enumerate();
    let known = values.map(|(index, value)| Known {
        value,
        docs: docs(None, value_text(schema, index, value), false),
    });
    (Some(known.collect()), false)
}

/// What the values are that fit, as a sentence for the docs, unless they are texts: only those
/// have a type of their own.
pub(super) fn listed_values(flat: &Flat<'_>) -> Option<String> {
    let values = flat.values.iter().flatten();
    let values: Vec<_> = values.filter(|known| !known.value.is_null()).collect();
    if values.iter().all(|known| known.value.is_string()) {
        return None;
    }
    let listed: Vec<_> = values
        .into_iter()
        .map(|known| {
            let json = known.value.to_string().replace('`', "'");
            match &known.docs.description {
                Some(said) if !flat.constant => format!("`{json}` ({said})"),
                _ => format!("`{json}`"),
            }
        })
        .collect();
    Some(match listed.as_slice() {
        [only] => format!("Always {only}."),
        _ => format!("One of {}.", listed.join(", ")),
    })
}

/// What the description says of one value, in an extension that many tools read: a list in the
/// order of the values, or a map by value.
fn value_text<'a>(schema: &'a Schema, index: usize, value: &Value) -> Option<&'a str> {
    let extensions = &schema.schema_data.extensions;
    let texts = extensions
        .get("x-enum-descriptions")
        .or_else(|| extensions.get("x-enumDescriptions"))?;
    let text = match texts {
        Value::Array(list) => list.get(index),
        Value::Object(map) => match value {
            Value::String(key) => map.get(key),
            other => map.get(&other.to_string()),
        },
        _ => None,
    };
    text.and_then(Value::as_str)
}

/// The kind that all are of, if they are of one.
fn common_kind(values: &[Known<'_>]) -> Option<Kind> {
    let mut kinds = values.iter().filter_map(|known| Kind::of(known.value));
    let mut common = kinds.next()?;
    for kind in kinds {
        if kind.includes(common) {
            common = kind;
        } else if !common.includes(kind) {
            return None;
        }
    }
    Some(common)
}

fn is_above_i64(known: &Known<'_>) -> bool {
    known.value.is_u64() && !known.value.is_i64()
}

/// The type of whole numbers of which some are no `i64`.
fn above_i64(values: &[Known<'_>]) -> Type {
    if values.iter().all(|known| known.value.is_u64()) {
        Type::U64
    } else {
        Type::Any
    }
}

impl<'a> Context<'a> {
    /// Texts become an open enum; anything else its plain type, as `None` says.
    pub(super) fn enumeration(&mut self, flat: &mut Flat<'a>, spot: &Spot<'a>) -> Option<Shape> {
        let values = flat.values.take()?;
        let values: Vec<_> = values
            .into_iter()
            .filter(|known| !known.value.is_null())
            .collect();
        if values.is_empty() {
            return None;
        }
        let said = flat.kinds.take();
        let fits = |kind: Kind| {
            said.as_ref()
                .is_none_or(|kinds| kinds.iter().any(|said| said.includes(kind)))
        };
        match common_kind(&values) {
            Some(Kind::String) if fits(Kind::String) => {
                return Some(self.string_enum(&values, flat.constant, spot));
            }
            Some(Kind::Integer) if fits(Kind::Integer) && values.iter().any(is_above_i64) => {
                return Some(Shape::Alias(above_i64(&values)));
            }
            Some(kind) if fits(kind) => flat.kinds = said.or_else(|| Some([kind].into())),
            Some(Kind::Integer) => {
                self.warn_mistyped(spot, "whole numbers are taken");
                flat.kinds = Some([Kind::Integer].into());
            }
            _ => self.warn_mistyped(spot, "any value is taken"),
        }
        None
    }

    /// What is said of a `const` is said of the type already.
    fn string_enum(&mut self, values: &[Known<'a>], constant: bool, spot: &Spot<'a>) -> Shape {
        let mut listed: Vec<EnumValue> = Vec::with_capacity(values.len());
        let mut seen = std::collections::BTreeSet::new();
        for known in values {
            let Some(text) = known.value.as_str() else {
                continue;
            };
            if seen.insert(text) {
                listed.push(EnumValue {
                    value: text.to_owned(),
                    docs: match constant {
                        true => Docs::default(),
                        false => known.docs.clone(),
                    },
                });
            } else {
                let message = format!("`{text}` is listed twice; it was taken once");
                let at = spot.at().member("enum");
                if let Some(warning) = self.warn("repeated-value", &at, message) {
                    warning.help("leave out one of them");
                }
            }
        }
        Shape::Enum(StringEnum { values: listed })
    }

    fn warn_mistyped(&mut self, spot: &Spot<'a>, instead: &str) {
        let message =
            format!("the values are not of one type, or not of the stated one; {instead}");
        if let Some(warning) = self.warn("mistyped-enum", &spot.at().member("enum"), message) {
            warning.help("put texts that look like numbers in quotes, or state their type");
        }
    }
}
