//! From text to a value: JSON or YAML, whatever the file is called.

mod duplicates;
mod failure;
mod halves;
mod key;
mod nesting;
mod value;
mod words;

use std::collections::BTreeMap;

use serde::de::DeserializeSeed;
use serde_json::{Map, Value};

use super::packed::{self, Packing};
use crate::diagnostics::{Diagnostics, FileId, Pointer};
use failure::Failure;
use value::{Format, Node, Place, State};

/// A text, parsed.
#[derive(Debug)]
pub(super) struct Parsed {
    /// All of it.
    pub(super) value: Value,
    /// Every text that stands under a `$ref`, or in a discriminator's mapping and may be one.
    pub(super) references: Vec<String>,
    /// Whether anything in it has a name that a reference may lead to.
    pub(super) has_names: bool,
    /// Where its anchors are, by their names, once that is [found out](super::anchors::resolve).
    pub(super) anchors: BTreeMap<String, Pointer>,
    /// Whether some of it is [text](packed::packed).
    pub(super) packing: Packing,
}

/// Parses `text`; `None` if that is impossible, which has been reported.
pub(super) fn parse(text: &str, file: FileId, diagnostics: &mut Diagnostics) -> Option<Parsed> {
    parse_with(text, file, Packing::Never, diagnostics)
}

/// The same of a description, the large parts of which may [become text](packed::packed) at once.
pub(super) fn parse_packed(
    text: &str,
    file: FileId,
    diagnostics: &mut Diagnostics,
) -> Option<Parsed> {
    parse_with(text, file, Packing::of(text.len()), diagnostics)
}

fn parse_with(
    text: &str,
    file: FileId,
    packing: Packing,
    diagnostics: &mut Diagnostics,
) -> Option<Parsed> {
    let (value, state) = match attempt(text, packing == Packing::Done) {
        Ok(parsed) => parsed,
        Err(failure) => {
            failure.report(text, file, diagnostics);
            return None;
        }
    };
    if state.duplicates {
        duplicates::report(text, file, diagnostics);
        return None;
    }
    Some(Parsed {
        value,
        references: state.references,
        has_names: state.has_names,
        anchors: BTreeMap::new(),
        packing,
    })
}

impl Parsed {
    /// Makes values of what is text.
    pub(super) fn unpack(&mut self) {
        if self.packing != Packing::Done {
            return;
        }
        self.packing = Packing::Later;
        for section in packed::SECTIONS {
            let section = self.value.pointer_mut(section);
            let members = section.and_then(Value::as_object_mut).into_iter().flatten();
            for (_, value) in members {
                *value = packed::unpacked(value.take());
            }
        }
    }

    /// Whether all that is referred to is a component of the same file, and no name of one.
    pub(super) fn refers_to_components(&self) -> bool {
        let is_component = |reference: &String| {
            let steps = reference.strip_prefix("#/components/");
            steps.is_some_and(|steps| steps.matches('/').count() == 1)
        };
        !self.has_names && self.references.iter().all(is_component)
    }
}

/// The same of a value that was changed.
pub(super) fn references(value: &Value) -> Vec<String> {
    let mut references = Vec::new();
    let mut rest = vec![value];
    while let Some(value) = rest.pop() {
        match value {
            Value::Array(elements) => rest.extend(elements),
            Value::Object(members) => {
                if let Some(Value::String(reference)) = members.get("$ref") {
                    references.push(reference.clone());
                }
                if let Some(Value::Object(targets)) = members.get("mapping") {
                    references.extend(mapped(targets));
                }
                rest.extend(members.values());
            }
            _ => {}
        }
    }
    references
}

/// What a discriminator's mapping refers to, the names of components aside.
fn mapped(targets: &Map<String, Value>) -> impl Iterator<Item = String> {
    let texts = targets.values().filter_map(Value::as_str);
    let references = texts.filter(|text| text.contains(['#', '/', '.']));
    references.map(str::to_owned)
}

/// What opens with a brace or a bracket is JSON most likely, and JSON's parser is the faster and
/// says more clearly what is wrong. Yet it may be YAML in its flow style.
fn attempt(text: &str, packs: bool) -> Result<(Value, State), Failure> {
    if !text.trim_start().starts_with(['{', '[']) {
        return yaml(text, packs);
    }
    match json(text, packs) {
        Err(Failure::Json(error)) if !failure::is_nesting(&error) => {
            yaml(text, packs).map_err(|_| Failure::Json(error))
        }
        other => other,
    }
}

fn json(text: &str, packs: bool) -> Result<(Value, State), Failure> {
    let mut state = State::new(Format::Json, text.len(), packs);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = Node(&mut state, Place::Root)
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value))
        .map_err(Failure::Json)?;
    Ok((value, state))
}

fn yaml(text: &str, packs: bool) -> Result<(Value, State), Failure> {
    match halves::parse(text, |half| whole_yaml(half, packs).ok()) {
        Some(parsed) => Ok(parsed),
        None => whole_yaml(text, packs),
    }
}

fn whole_yaml(text: &str, packs: bool) -> Result<(Value, State), Failure> {
    if let Some(character) = nesting::too_deep(text) {
        return Err(Failure::Nesting(character));
    }
    let mut state = State::new(Format::Yaml, text.len(), packs);
    match Node(&mut state, Place::Root).deserialize(serde_yaml::Deserializer::from_str(text)) {
        Ok(value) => Ok((value, state)),
        Err(error) if failure::is_nesting(&error) => match nesting::endless(text) {
            Some(character) => Err(Failure::Endless(character)),
            None => Err(Failure::Yaml(error, state.problem)),
        },
        Err(error) => Err(Failure::Yaml(error, state.problem)),
    }
}
