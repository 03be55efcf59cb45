//! A value as pairs of a name and a text: what queries and forms consist of.

use serde_json::Value;

use super::encode::{encode, encode_unsafe};
use super::value::Flat;
use super::{Layout, Style};

/// How the text of pairs is written.
#[derive(Clone, Copy)]
pub(super) struct Writing {
    name: fn(&str) -> String,
    text: fn(&str) -> String,
    /// Around a key of the style `deepObject`.
    brackets: (&'static str, &'static str),
    space: &'static str,
    bar: &'static str,
}

impl Writing {
    /// As a query and a form have it. The brackets, the space and the bar are not allowed there as
    /// they are (RFC 3986, section 3.4).
    pub(super) fn encoded(layout: Layout) -> Self {
        Self {
            name: encode,
            text: if layout.reserved {
                encode_unsafe
            } else {
                encode
            },
            brackets: ("%5B", "%5D"),
            space: "%20",
            bar: "%7C",
        }
    }

    /// As it is.
    pub(super) const PLAIN: Self = Self {
        name: str::to_owned,
        text: str::to_owned,
        brackets: ("[", "]"),
        space: " ",
        bar: "|",
    };

    /// Between two values in one.
    fn delimiter(self, style: Style) -> &'static str {
        match style {
            Style::SpaceDelimited => self.space,
            Style::PipeDelimited => self.bar,
            _ => ",",
        }
    }

    /// `color[R]=100`.
    fn deep(self, name: String, value: &Value) -> Vec<(String, String)> {
        let (open, close) = self.brackets;
        let inside =
            |key: &str, value| self.deep(format!("{name}{open}{}{close}", (self.name)(key)), value);
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
            Value::String(text) => vec![(name, (self.text)(text))],
            other => vec![(name, (self.text)(&other.to_string()))],
        }
    }
}

/// The pairs that stand for a value; none for null, and for an array or object without anything.
pub(super) fn pairs(
    name: &str,
    value: &Value,
    layout: Layout,
    writing: Writing,
) -> Vec<(String, String)> {
    let written = (writing.name)(name);
    match layout.style {
        Style::Json => vec![(written, (writing.text)(&value.to_string()))],
        Style::DeepObject => writing.deep(written, value),
        style => match Flat::new(value, writing.text) {
            None => Vec::new(),
            Some(flat) if layout.explode => flat.spread(&written),
            Some(flat) => vec![(written, flat.joined(writing.delimiter(style)))],
        },
    }
}
