//! Single values of a type that a description may get wrong.

use indexmap::IndexMap;
use serde_json::{Number, Value};

use super::At;

/// Reports that what stands here is not `expected`, and was left out.
pub(crate) fn wrong_type(value: &Value, at: &At<'_>, expected: &str) {
    at.warning(
        "wrong-type",
        format!(
            "{} is {}, not {expected}, and was left out",
            at.name(),
            kind(value)
        ),
        match value {
            Value::Null => "look at the indentation of the lines after it, or remove it".to_owned(),
            _ => format!("write {expected} here"),
        },
    );
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "empty",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// Text. Nothing at all is none, without a word: YAML's `description:` on a line of its own.
pub(crate) fn text(value: Value, at: &At<'_>) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Null => None,
        other => {
            wrong_type(&other, at, "text");
            None
        }
    }
}

/// Text that YAML takes for a number or a boolean when it is not quoted: a version, a port.
pub(crate) fn scalar_text(value: Value, at: &At<'_>) -> Option<String> {
    match value {
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        other => text(other, at),
    }
}

/// `true` or `false`.
#[expect(clippy::needless_pass_by_value, reason = "the form of every reader")]
pub(crate) fn flag(value: Value, at: &At<'_>) -> Option<bool> {
    if let Value::Bool(flag) = value {
        return Some(flag);
    }
    wrong_type(&value, at, "`true` or `false`");
    None
}

/// A number.
#[expect(clippy::needless_pass_by_value, reason = "the form of every reader")]
pub(crate) fn number(value: Value, at: &At<'_>) -> Option<f64> {
    let number = value.as_number().and_then(Number::as_f64);
    if number.is_none() {
        wrong_type(&value, at, "a number");
    }
    number
}

/// How many of something. More than can be counted is no limit at all.
#[expect(clippy::needless_pass_by_value, reason = "the form of every reader")]
pub(crate) fn count(value: Value, at: &At<'_>) -> Option<usize> {
    let whole = value.as_f64().filter(|n| *n >= 0.0 && n.fract() == 0.0);
    if whole.is_none() {
        wrong_type(&value, at, "a whole number from 0 on");
    }
    whole.and_then(|n| format!("{n}").parse().ok())
}

/// Whatever JSON there is.
#[expect(clippy::unnecessary_wraps, reason = "the form of every reader")]
pub(crate) fn anything(value: Value, _at: &At<'_>) -> Option<Value> {
    Some(value)
}

/// Each element of a list that `read` makes something of.
pub(crate) fn each<T>(
    value: Value,
    at: &At<'_>,
    mut read: impl FnMut(Value, &At<'_>) -> Option<T>,
) -> Vec<T> {
    let Value::Array(elements) = value else {
        wrong_type(&value, at, "a list");
        return Vec::new();
    };
    // Most are read, and what is made of them is large.
    let mut list = Vec::with_capacity(elements.len());
    for (index, element) in elements.into_iter().enumerate() {
        list.extend(read(element, &at.element(index)));
    }
    list
}

/// A reader of lists.
pub(crate) fn list<T>(
    mut read: impl FnMut(Value, &At<'_>) -> Option<T>,
) -> impl FnMut(Value, &At<'_>) -> Option<Vec<T>> {
    move |value, at| Some(each(value, at, &mut read))
}

/// For how many there is room from the beginning.
const MANY: usize = 16;

/// Each member of a map from names that `read` makes something of, `x-` members aside where
/// these are the map's own extensions.
pub(crate) fn named<T>(
    value: Value,
    at: &At<'_>,
    mut read: impl FnMut(Value, &At<'_>) -> Option<T>,
) -> IndexMap<String, T> {
    let Value::Object(members) = value else {
        wrong_type(&value, at, "an object");
        return IndexMap::new();
    };
    // Of the many schemas of a description, hardly any stays here.
    let mut map = IndexMap::with_capacity(members.len().min(MANY));
    for (name, member) in members {
        if let Some(read) = read(member, &at.member(&name)) {
            map.insert(name, read);
        }
    }
    map
}
