//! Operations and webhooks that may be wanted, and what they are known by.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::diagnostics::Pointer;
use crate::document::files::{Files, Other};
use crate::document::model::METHODS;
use crate::document::raw::Parts;
use crate::input::By;

/// An operation, or a method of a webhook.
#[derive(Debug)]
pub(super) struct Candidate {
    /// The member of the description that has it.
    pub(super) section: &'static str,
    /// Its path, or the webhook's name.
    pub(super) key: String,
    pub(super) at: Pointer,
    /// Whether it says itself who may call it.
    secured: bool,
    id: Option<String>,
    tags: Vec<String>,
}

impl Candidate {
    /// Whether what the description says of security as a whole holds for it.
    pub(super) fn needs_security(&self) -> bool {
        self.section == PATHS && !self.secured
    }

    /// What it is known by in this respect.
    pub(super) fn names(&self, by: By) -> impl Iterator<Item = &str> {
        let key = match by {
            By::Path => (self.section == PATHS).then_some(&self.key),
            By::Webhook => (self.section != PATHS).then_some(&self.key),
            By::Operation => self.id.as_ref(),
            By::Tag => None,
        };
        let tags = self.tags.iter().filter(move |_| by == By::Tag);
        key.into_iter().chain(tags).map(String::as_str)
    }
}

const PATHS: &str = "paths";

/// All of them.
pub(super) fn candidates(main: &Value, others: &[Other], files: &Files) -> Vec<Candidate> {
    let parts = Parts {
        main,
        others,
        files,
    };
    let mut candidates = Vec::new();
    for section in [PATHS, "webhooks", "x-webhooks"] {
        let Some(items) = main.get(section).and_then(Value::as_object) else {
            continue;
        };
        let at = Pointer::default().member(section);
        for (key, item) in items {
            for (at, operation) in all_operations(&parts, item, at.member(key)) {
                candidates.push(Candidate {
                    section,
                    key: key.clone(),
                    at,
                    secured: operation.get("security").is_some(),
                    id: text(operation.get("operationId")),
                    tags: operation
                        .get("tags")
                        .and_then(Value::as_array)
                        .into_iter()
                        .flatten()
                        .filter_map(|tag| text(Some(tag)))
                        .collect(),
                });
            }
        }
    }
    candidates
}

fn text(value: Option<&Value>) -> Option<String> {
    value.and_then(Value::as_str).map(str::to_owned)
}

/// The operations of a path item, and of those that it refers to, and where they stand.
fn all_operations<'a>(
    parts: &Parts<'a>,
    item: &'a Value,
    at: Pointer,
) -> Vec<(Pointer, &'a Value)> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let mut next = Some((item, at));
    while let Some((item, at)) = next.take()
        && seen.insert(at.clone())
    {
        found.extend(operations(item, &at));
        let reference = item.get("$ref").and_then(Value::as_str);
        next = reference.and_then(|reference| parts.once(reference, &at));
    }
    found
}

/// The operations of a path item, and where they stand.
fn operations<'a>(item: &'a Value, at: &Pointer) -> Vec<(Pointer, &'a Value)> {
    let Some(members) = item.as_object() else {
        return Vec::new();
    };
    let methods = members
        .iter()
        .filter(|(name, _)| METHODS.contains(&name.as_str()))
        .map(|(name, operation)| (at.member(name), operation));
    let more = members.get(MORE).and_then(Value::as_object);
    let more = more.into_iter().flatten();
    let more = more.map(|(name, operation)| (at.member(MORE).member(name), operation));
    methods.chain(more).collect()
}

/// Operations with methods of their own (OpenAPI 3.2, 4.9.1).
pub(in crate::document) const MORE: &str = "additionalOperations";
