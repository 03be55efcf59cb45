//! Reads an extension of ours strictly: whatever in it is not known is a mistake of the writer's.

use serde_json::{Map, Value};

use crate::diagnostics::{Diagnostics, Pointer, Severity};

/// Reads the value of one extension and counts what is wrong in it.
pub(super) struct Reader<'d> {
    diagnostics: &'d mut Diagnostics,
    severity: Severity,
    code: &'static str,
    mistakes: usize,
}

impl<'d> Reader<'d> {
    /// Reports mistakes under `code`: as errors where going on without the extension would be
    /// unsafe, else as warnings.
    pub(super) fn new(
        diagnostics: &'d mut Diagnostics,
        severity: Severity,
        code: &'static str,
    ) -> Self {
        Self {
            diagnostics,
            severity,
            code,
            mistakes: 0,
        }
    }

    /// Reports something that makes no sense.
    pub(super) fn mistake(&mut self, at: &Pointer, message: impl Into<String>, help: &str) {
        self.report(self.code, at, message.into(), help);
    }

    /// Reports something that makes sense, but cannot be generated yet.
    pub(super) fn not_modelled(&mut self, at: &Pointer, message: impl Into<String>, help: &str) {
        self.report("not-modelled", at, message.into(), help);
    }

    /// Reports something that does not keep the extension from being used.
    pub(super) fn doubt(
        &mut self,
        code: &'static str,
        at: &Pointer,
        message: impl Into<String>,
        help: &str,
    ) {
        self.diagnostics.warning(code, at, message).help(help);
    }

    /// How much was wrong so far.
    pub(super) fn mistakes(&self) -> usize {
        self.mistakes
    }

    /// An object whose members all are among `known`.
    pub(super) fn object<'v>(
        &mut self,
        value: &'v Value,
        at: &Pointer,
        known: &[&str],
    ) -> Option<Members<'v>> {
        let help = format!("it may have the members {}", known.join(", "));
        let members = self.map(value, at, &help)?;
        for (name, _, at) in members.iter() {
            if !known.contains(&name) {
                self.mistake(&at, format!("`{name}` means nothing here"), &help);
            }
        }
        Some(members)
    }

    /// An object whose members may have any names.
    pub(super) fn map<'v>(
        &mut self,
        value: &'v Value,
        at: &Pointer,
        help: &str,
    ) -> Option<Members<'v>> {
        let Value::Object(object) = value else {
            let message = format!("this must be an object, not {}", kind(value));
            self.mistake(at, message, help);
            return None;
        };
        Some(Members {
            object,
            at: at.clone(),
        })
    }

    fn report(&mut self, code: &'static str, at: &Pointer, message: String, help: &str) {
        self.mistakes += 1;
        let diagnostic = match self.severity {
            Severity::Error => self.diagnostics.error(code, at, message),
            Severity::Warning => self.diagnostics.warning(code, at, message),
            Severity::Note => self.diagnostics.note(code, at, message),
        };
        diagnostic.help(help);
    }
}

/// An object of an extension, and where it stands.
///
/// Whatever asks for a member that is not there, or is of another type, gets `None`; what was
/// wrong is known to the [`Reader`].
pub(super) struct Members<'v> {
    object: &'v Map<String, Value>,
    at: Pointer,
}

impl<'v> Members<'v> {
    /// Where the object stands.
    pub(super) fn at(&self) -> &Pointer {
        &self.at
    }

    /// A member of any type.
    pub(super) fn get(&self, name: &str) -> Option<(&'v Value, Pointer)> {
        self.object
            .get(name)
            .map(|value| (value, self.at.member(name)))
    }

    /// All of them, in the order of their names.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'v str, &'v Value, Pointer)> {
        self.object
            .iter()
            .map(|(name, value)| (name.as_str(), value, self.at.member(name)))
    }

    /// A member that must be there.
    pub(super) fn required(
        &self,
        name: &str,
        help: &str,
        reader: &mut Reader<'_>,
    ) -> Option<(&'v Value, Pointer)> {
        let found = self.get(name);
        if found.is_none() {
            reader.mistake(&self.at, format!("`{name}` is missing"), help);
        }
        found
    }

    /// A member that is text, and not empty.
    pub(super) fn text(&self, name: &str, reader: &mut Reader<'_>) -> Option<(&'v str, Pointer)> {
        let (value, at) = self.get(name)?;
        match value {
            Value::String(text) if !text.is_empty() => Some((text, at)),
            Value::String(_) => {
                reader.mistake(
                    &at,
                    format!("`{name}` is empty"),
                    "leave it out, or fill it",
                );
                None
            }
            other => {
                let help = match other {
                    Value::Bool(_) | Value::Number(_) => "put it in quotes",
                    _ => "write a single text",
                };
                let message = format!("`{name}` must be text, not {}", kind(other));
                reader.mistake(&at, message, help);
                None
            }
        }
    }

    /// A member that is a text, or an array of texts; none where it is not there.
    pub(super) fn texts(&self, name: &str, reader: &mut Reader<'_>) -> Vec<String> {
        let Some((Value::Array(elements), at)) = self.get(name) else {
            let text = self.text(name, reader);
            return text.map(|(text, _)| text.to_owned()).into_iter().collect();
        };
        let texts = elements.iter().filter_map(|element| match element {
            Value::String(text) if !text.is_empty() => Some(text.clone()),
            Value::String(_) => {
                let message = format!("`{name}` holds an empty text");
                reader.mistake(&at, message, "leave it out, or fill it");
                None
            }
            other => {
                let message = format!("`{name}` must hold texts, not {}", kind(other));
                reader.mistake(&at, message, "put each in quotes");
                None
            }
        });
        texts.collect()
    }

    /// A member that is text, not empty, and must be there.
    pub(super) fn required_text(
        &self,
        name: &str,
        help: &str,
        reader: &mut Reader<'_>,
    ) -> Option<(&'v str, Pointer)> {
        self.required(name, help, reader)?;
        self.text(name, reader)
    }

    /// A member that is one of `choices`.
    pub(super) fn choice<T: Copy>(
        &self,
        name: &str,
        choices: &[(&str, T)],
        reader: &mut Reader<'_>,
    ) -> Option<T> {
        let (text, at) = self.text(name, reader)?;
        let found = choices.iter().find(|(choice, _)| *choice == text);
        if found.is_none() {
            reader.mistake(
                &at,
                format!("`{name}` cannot be `{text}`"),
                &format!("it may be {}", names(choices)),
            );
        }
        found.map(|(_, meaning)| *meaning)
    }
}

/// What can be chosen, for a person to read: `s, ms`.
pub(super) fn names<T>(choices: &[(&str, T)]) -> String {
    let names: Vec<_> = choices.iter().map(|(name, _)| *name).collect();
    names.join(", ")
}

/// What a value is, for a person to read.
pub(super) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn told(diagnostics: &Diagnostics) -> Vec<String> {
        diagnostics.iter().map(|one| one.message.clone()).collect()
    }

    #[test]
    fn unknown_members_are_all_reported() {
        let mut diagnostics = Diagnostics::default();
        let mut reader = Reader::new(&mut diagnostics, Severity::Warning, "invalid");
        let value = json!({ "a": 1, "b": 2, "c": 3 });
        assert!(reader.object(&value, &Pointer::default(), &["b"]).is_some());
        assert_eq!(reader.mistakes(), 2);
        assert_eq!(
            told(&diagnostics),
            ["`a` means nothing here", "`c` means nothing here"]
        );
    }

    #[test]
    fn a_member_of_another_type_is_no_text() {
        let mut diagnostics = Diagnostics::default();
        let mut reader = Reader::new(&mut diagnostics, Severity::Error, "invalid");
        let value = json!({ "unit": 7 });
        let members = reader
            .object(&value, &Pointer::default(), &["unit"])
            .expect("it is an object");
        assert_eq!(members.choice("unit", &[("s", 1)], &mut reader), None);
        assert_eq!(told(&diagnostics), ["`unit` must be text, not a number"]);
        assert!(diagnostics.has_errors());
    }
}
