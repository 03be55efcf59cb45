//! Where in a body it says which event it is.

use serde_json::{Map, Value};

/// A text that has to stand at some place in a body.
#[derive(Debug, Clone, Copy)]
pub(super) struct Goal<'a> {
    /// The names on the way to it that are left.
    path: &'a [String],
    text: &'a str,
}

impl<'a> Goal<'a> {
    pub(super) fn new(path: &'a [String], text: &'a str) -> Self {
        Self { path, text }
    }

    /// The same, seen from the member of this name, if the way leads there.
    pub(super) fn inside(self, name: &str) -> Option<Self> {
        let (first, rest) = self.path.split_first()?;
        (first == name).then_some(Self { path: rest, ..self })
    }

    /// The text, where the way is at its end.
    pub(super) fn here(self) -> Option<&'a str> {
        self.path.is_empty().then_some(self.text)
    }

    /// The text that the member of this name has to be.
    pub(super) fn member(self, name: &str) -> Option<&'a str> {
        self.inside(name)?.here()
    }

    /// Whether it stands where it has to.
    pub(super) fn is_met(self, value: &Value) -> bool {
        let mut at = Some(value);
        for step in self.path {
            at = at.and_then(|value| match value {
                Value::Array(elements) => elements.get(step.parse::<usize>().ok()?),
                other => other.get(step),
            });
        }
        at.is_some_and(|value| says(value, self.text))
    }

    /// Puts it there, with objects on the way where there are none.
    pub(super) fn put(self, value: &mut Value) {
        if self.is_met(value) {
            return;
        }
        let mut at = value;
        for step in self.path {
            if let Value::Array(elements) = at {
                let index = step.parse::<usize>().unwrap_or_default();
                if elements.get(index).is_none() {
                    elements.push(Value::Null);
                }
                let last = elements.len() - 1;
                at = &mut elements[index.min(last)];
                continue;
            }
            if !at.is_object() {
                *at = Value::Object(Map::new());
            }
            at = &mut at[step.as_str()];
        }
        *at = Value::String(self.text.to_owned());
    }
}

/// Whether a value is this text, or a number or a truth value that is written so.
fn says(value: &Value, text: &str) -> bool {
    match value {
        Value::String(given) => given == text,
        Value::Number(number) => number.to_string().as_str() == text,
        Value::Bool(truth) => text.parse() == Ok(*truth),
        _ => false,
    }
}
