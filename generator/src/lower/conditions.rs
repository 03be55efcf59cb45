//! What holds of a value and is not checked, as sentences for the docs.

use openapiv3::{AnySchema, Schema};
use serde_json::Value;

use super::context::Context;
use super::flat::{Choice, Flat};
use super::never::is_never;

/// What is not checked, as sentences: so it is known at least.
pub(super) fn notes(schema: &Schema, any: &AnySchema) -> Vec<String> {
    let extensions = &schema.schema_data.extensions;
    if extensions.is_empty() && any.not.is_none() {
        return Vec::new();
    }
    let kept = |keyword: &str| extensions.get(&format!("x-hookgen-{keyword}"));
    let mut notes = Vec::new();
    for keyword in ["dependentRequired", "dependencies"] {
        let dependencies = kept(keyword).and_then(Value::as_object);
        for (name, needed) in dependencies.into_iter().flatten() {
            let needed = needed.as_array().into_iter().flatten();
            let needed: Vec<_> = needed.filter_map(Value::as_str).map(code).collect();
            let note = format!("With {}: {}.", code(name), needed.join(" and "));
            if !needed.is_empty() && !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
    if let Some(names) = kept("dependentSchemas").and_then(Value::as_object) {
        let names: Vec<_> = names.keys().map(|name| code(name)).collect();
        notes.push(format!("More holds of it with {}.", names.join(" or ")));
    }
    if kept("if").is_some() {
        notes.push("What holds of it depends on what it says.".to_owned());
    }
    if kept("contains").is_some() {
        notes.push("At least one element is of the kind that the description says.".to_owned());
    }
    if any.not.is_some() && !is_never(any) {
        notes.push("Not all such values fit.".to_owned());
    }
    notes
}

impl<'a> Context<'a> {
    /// What the unions of `flat` say that are mere conditions, as sentences.
    pub(super) fn conditions(&mut self, flat: &Flat<'a>) -> Vec<String> {
        let mut found = Vec::new();
        for choice in &flat.choices {
            if self.is_conditions(choice) {
                found.push(self.condition(choice));
            }
        }
        found
    }

    fn condition(&mut self, choice: &Choice<'a>) -> String {
        let mut alternatives = Vec::new();
        for member in choice.members.iter() {
            let flat = self.flat_of(member, &choice.owner);
            let names: Vec<_> = flat.required.iter().map(|name| code(name)).collect();
            alternatives.push(names.join(" and "));
        }
        let keyword = if choice.at.as_str().ends_with("/oneOf") {
            "Exactly one of these is there"
        } else {
            "At least one of these is there"
        };
        if alternatives.iter().all(|names| !names.is_empty()) {
            format!("{keyword}: {}.", alternatives.join("; "))
        } else {
            "More holds of it than its type says.".to_owned()
        }
    }
}

fn code(name: &str) -> String {
    format!("`{}`", name.replace('`', "'"))
}
