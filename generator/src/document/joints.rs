//! Path items that refer to others, and say something beside the reference.

use std::collections::BTreeMap;

use openapiv3::{Operation, PathItem, ReferenceOr};

use super::beyond::OtherOperation;
use super::webhooks::dangling;
use super::{Document, inner};
use crate::diagnostics::{Diagnostics, FileId, Pointer};

/// Adds to each of them what the reference leads to, before which goes what it says itself: which of
/// the two does, OpenAPI leaves open (3.1, 4.8.9.1).
pub(super) fn join(document: &mut Document, diagnostics: &mut Diagnostics) {
    let mut joints = std::mem::take(&mut document.beyond.joints);
    while let Some((at, reference)) = joints.pop_first() {
        join_one(document, &at, &reference, &mut joints, diagnostics);
    }
}

/// Joins the one at `at`; before that, those of the others that it refers to.
fn join_one(
    document: &mut Document,
    at: &Pointer,
    reference: &str,
    others: &mut BTreeMap<Pointer, String>,
    diagnostics: &mut Diagnostics,
) {
    // In a chain of them each is joined once, and so is a circle.
    while let Some((_, there)) = document.path_item(reference)
        && let Some(further) = others.remove(&there)
    {
        join_one(document, &there, &further, others, diagnostics);
    }
    let Some((item, there)) = document.path_item(reference) else {
        let instead = "and only what stands beside it is taken";
        dangling(document, reference, at, instead, diagnostics);
        return;
    };
    let (parameters, servers) = (item.parameters.clone(), item.servers.clone());
    for operation in operations(document, item, &there) {
        let is_own = operation.at == at.member(&operation.method);
        if is_own
            || document
                .other_operations(at)
                .iter()
                .any(|one| one.at == operation.at)
        {
            continue;
        }
        if has(document, at, &operation.method) {
            left_out(at, reference, &operation, diagnostics);
        } else {
            let own = document.beyond.operations.entry(at.clone());
            own.or_default().push(operation);
        }
    }
    if there != *at {
        for item in items_at(document, at) {
            item.parameters.extend(parameters.iter().cloned());
            if item.servers.is_empty() {
                item.servers.clone_from(&servers);
            }
        }
    }
}

fn left_out(
    at: &Pointer,
    reference: &str,
    operation: &OtherOperation,
    diagnostics: &mut Diagnostics,
) {
    let message = format!(
        "the `{}` of `{reference}` is left out: what stands beside goes before it",
        operation.method
    );
    diagnostics
        .warning("operation-left-out", at.member("$ref"), message)
        .related(operation.at.clone(), "what is left out")
        .help("remove one of the two");
}

/// The operations of a path item that stands somewhere else.
fn operations(document: &Document, item: &PathItem, there: &Pointer) -> Vec<OtherOperation> {
    let other = |(method, operation): (&str, &Operation)| OtherOperation {
        method: method.to_owned(),
        operation: operation.clone(),
        at: there.member(method),
    };
    let usual = item.iter().map(other);
    let others = document.other_operations(there).iter().cloned();
    usual.chain(others).collect()
}

fn has(document: &mut Document, at: &Pointer, method: &str) -> bool {
    let others = document.other_operations(at);
    others.iter().any(|known| known.method == method)
        || items_at(document, at)
            .iter()
            .any(|item| item.iter().any(|(known, _)| known == method))
}

/// The path item that stands there: by itself, and as the webhooks that refer to it.
fn items_at<'d>(document: &'d mut Document, at: &Pointer) -> Vec<&'d mut PathItem> {
    let steps: Vec<_> = at.steps().collect();
    let steps: Vec<_> = steps.iter().map(AsRef::as_ref).collect();
    let is_main = at.file() == FileId::default();
    let item = match steps[..] {
        ["paths", path] if is_main => document.openapi.paths.paths.get_mut(path),
        ["components", "pathItems", name] if is_main => document.path_items.get_mut(name),
        _ => document.inner.path_items.get_mut(&inner::key(at)),
    };
    let item = item.and_then(|item| match item {
        ReferenceOr::Item(item) => Some(item),
        ReferenceOr::Reference { .. } => None,
    });
    let places = &document.webhook_places;
    let webhooks = document.webhooks.iter_mut();
    let webhooks = webhooks.filter(|(name, _)| places.get(*name) == Some(at));
    item.into_iter()
        .chain(webhooks.map(|(_, item)| item))
        .collect()
}
