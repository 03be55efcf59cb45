//! Parameters in the path.

use serde_json::Value;

use super::value::Flat;
use super::{Layout, Style, encode};

/// What stands in the path for a parameter; `None` if that would be nothing, with which the path
/// would be another one.
pub(in crate::client) fn path(name: &str, value: &Value, layout: Layout) -> Option<String> {
    if layout.style == Style::Json {
        return Some(encode(&value.to_string()));
    }
    let flat = Flat::new(value, encode)?;
    let text = match layout {
        Layout {
            style: Style::Matrix,
            explode,
            ..
        } => matrix(&encode(name), flat, explode),
        Layout {
            style: Style::Label,
            explode: false,
            ..
        } => format!(".{}", flat.joined(",")),
        Layout {
            style: Style::Label,
            explode: true,
            ..
        } => format!(".{}", flat.joined_pairs(".")),
        Layout { explode: false, .. } => flat.joined(","),
        Layout { explode: true, .. } => flat.joined_pairs(","),
    };
    (!text.is_empty()).then_some(text)
}

/// RFC 6570, section 3.2.7: without the equals sign where there is no value.
fn matrix(name: &str, flat: Flat, explode: bool) -> String {
    let pairs = if explode {
        flat.spread(name)
    } else {
        vec![(name.to_owned(), flat.joined(","))]
    };
    let pair = |(name, value): (String, String)| match value.as_str() {
        "" => format!(";{name}"),
        value => format!(";{name}={value}"),
    };
    pairs.into_iter().map(pair).collect()
}
