//! A value as the styles see it.

use serde_json::Value;

/// A value as the styles see it (RFC 6570, section 2.3): text, a list, or pairs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Flat {
    Scalar(String),
    List(Vec<String>),
    Pairs(Vec<(String, String)>),
}

impl Flat {
    /// Nothing if there is nothing to write: null, or an array or object without anything. Members
    /// and elements that are null are left out. What is nested is JSON, as no specification says
    /// otherwise. Every piece of text goes through `encode`.
    pub(super) fn new(value: &Value, encode: fn(&str) -> String) -> Option<Self> {
        match value {
            Value::Null => None,
            Value::Array(elements) => {
                let list: Vec<String> = elements
                    .iter()
                    .filter_map(text)
                    .map(|text| encode(&text))
                    .collect();
                (!list.is_empty()).then_some(Self::List(list))
            }
            Value::Object(members) => {
                let pairs: Vec<(String, String)> = members
                    .iter()
                    .filter_map(|(name, value)| Some((encode(name), encode(&text(value)?))))
                    .collect();
                (!pairs.is_empty()).then_some(Self::Pairs(pairs))
            }
            scalar => text(scalar).map(|text| Self::Scalar(encode(&text))),
        }
    }

    /// All of it in one: `a,b` for a list; `R,100,G,200` for pairs.
    pub(super) fn joined(&self, separator: &str) -> String {
        match self {
            Self::Scalar(text) => text.clone(),
            Self::List(list) => list.join(separator),
            Self::Pairs(pairs) => {
                let both = |(name, value): &(String, String)| format!("{name}{separator}{value}");
                pairs.iter().map(both).collect::<Vec<_>>().join(separator)
            }
        }
    }

    /// Pairs spread: `R=100,G=200`; anything else as [`joined`](Self::joined).
    pub(super) fn joined_pairs(&self, separator: &str) -> String {
        match self {
            Self::Pairs(pairs) => {
                let both = |(name, value): &(String, String)| format!("{name}={value}");
                pairs.iter().map(both).collect::<Vec<_>>().join(separator)
            }
            other => other.joined(separator),
        }
    }

    /// The pairs of a name and a value that it is spread over: `color=blue`, `color=black`.
    pub(super) fn spread(self, name: &str) -> Vec<(String, String)> {
        match self {
            Self::Scalar(text) => vec![(name.to_owned(), text)],
            Self::List(list) => list
                .into_iter()
                .map(|text| (name.to_owned(), text))
                .collect(),
            Self::Pairs(pairs) => pairs,
        }
    }
}

/// What is not nested as it is written, what is as JSON; nothing for null.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}
