//! What the tests of this stage share.

use super::lower;
use crate::api::Api;
use crate::diagnostics::{Diagnostics, Place, Severity};
use crate::document::{Document, read_text};

/// The description `text`, which need not say what every description does.
pub(super) fn document(text: &str) -> Document {
    let indent = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.len() - line.trim_start().len())
        .min()
        .unwrap_or_default();
    let lines = text
        .lines()
        .map(|line| line.get(indent..).unwrap_or_default());
    let mut whole = vec!["openapi: 3.1.0", "info: { title: Test, version: '1' }"];
    whole.extend(lines);
    let reading = read_text(&whole.join("\n"), "test.yaml");
    match reading.document {
        Some(document) => document,
        None => panic!("not readable: {:?}", reading.diagnostics),
    }
}

/// What the description `text` says, and what was reported on the way as `code pointer`.
pub(super) fn lowered(text: &str) -> (Api, Vec<String>) {
    let (api, diagnostics) = lower(&document(text));
    (api, codes(&diagnostics))
}

/// Every diagnostic but notes as `code pointer`; each says what to do.
pub(super) fn codes(diagnostics: &Diagnostics) -> Vec<String> {
    diagnostics
        .iter()
        .filter(|one| one.severity != Severity::Note)
        .map(|one| {
            assert!(one.help.is_some(), "{one:?} does not help");
            match &one.place {
                Place::Pointer(pointer) => format!("{} {}", one.code, pointer.as_str()),
                place => format!("{} {place:?}", one.code),
            }
        })
        .collect()
}
