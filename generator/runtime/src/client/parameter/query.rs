//! Parameters in the query.

use serde_json::Value;

use super::value::Flat;
use super::{Layout, Style, encode};

/// What stands in the query for a parameter: `color=blue&color=black`. Nothing for null, and for an
/// array or object without anything.
pub(in crate::client) fn query(name: &str, value: &Value, layout: Layout) -> String {
    let encoded = encode(name);
    let pairs = match (layout.style, value) {
        (Style::Json, value) => vec![(encoded, encode(&value.to_string()))],
        (Style::DeepObject, Value::Object(_)) => deep(encoded, value),
        (style, value) => match Flat::new(value, encode) {
            None => Vec::new(),
            Some(flat) if layout.explode || style == Style::DeepObject => flat.spread(&encoded),
            Some(flat) => vec![(encoded, flat.joined(delimiter(style)))],
        },
    };
    let pair = |(name, value)| format!("{name}={value}");
    pairs.into_iter().map(pair).collect::<Vec<_>>().join("&")
}

/// Between two values in one. The space and the bar are not allowed in a query as they are
/// (RFC 3986, section 3.4).
fn delimiter(style: Style) -> &'static str {
    match style {
        Style::SpaceDelimited => "%20",
        Style::PipeDelimited => "%7C",
        _ => ",",
    }
}

/// `color[R]=100`. The brackets are not allowed in a query as they are.
fn deep(name: String, value: &Value) -> Vec<(String, String)> {
    let inside = |key: &str, value| deep(format!("{name}%5B{}%5D", encode(key)), value);
    match value {
        Value::Null => Vec::new(),
        Value::Object(members) => members
            .iter()
            .flat_map(|(key, value)| inside(key, value))
            .collect(),
        Value::Array(elements) => {
            let indices = (0_usize..).map(|index| index.to_string());
            indices
                .zip(elements)
                .flat_map(|(index, value)| inside(&index, value))
                .collect()
        }
        Value::String(text) => vec![(name, encode(text))],
        other => vec![(name, encode(&other.to_string()))],
    }
}
