//! Path items that refer to others, and say something beside the reference.

use openapiv3::{Operation, PathItem, ReferenceOr};

use super::beyond::OtherOperation;
use super::{Document, inner};
use crate::diagnostics::{Diagnostics, FileId, Pointer};

/// Adds to each of them what the reference leads to, before which goes what it says itself: which of
/// the two does, OpenAPI leaves open (3.1, 4.8.9.1).
pub(super) fn join(document: &mut Document, diagnostics: &mut Diagnostics) {
    for (at, reference) in std::mem::take(&mut document.beyond.joints) {
        let Some((item, there)) = document.path_item(&reference) else {
            diagnostics
                .warning(
                    "dangling-reference",
                    at.member("$ref"),
                    format!("`{reference}` leads to no path item; what stands beside it is taken"),
                )
                .help("look at its spelling, and at `components.pathItems`");
            continue;
        };
        let operations = operations(document, item, &there);
        let (parameters, servers) = (item.parameters.clone(), item.servers.clone());
        let mut hidden = Vec::new();
        for other in operations {
            match has(document, &at, &other.method) {
                true => hidden.push(other),
                false => add(document, &at, other),
            }
        }
        for other in hidden {
            diagnostics
                .warning(
                    "operation-left-out",
                    at.member("$ref"),
                    format!(
                        "the `{}` of `{reference}` is left out: what stands beside goes before it",
                        other.method
                    ),
                )
                .help("remove one of the two");
        }
        if let Some(item) = item_at(document, &at) {
            item.parameters.extend(parameters);
            if item.servers.is_empty() {
                item.servers = servers;
            }
        }
    }
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
        || item_at(document, at).is_some_and(|item| item.iter().any(|(known, _)| known == method))
}

fn add(document: &mut Document, at: &Pointer, operation: OtherOperation) {
    let others = document.beyond.operations.entry(at.clone());
    others.or_default().push(operation);
}

/// The path item that stands there.
fn item_at<'d>(document: &'d mut Document, at: &Pointer) -> Option<&'d mut PathItem> {
    let steps: Vec<_> = at.steps().collect();
    let steps: Vec<_> = steps.iter().map(AsRef::as_ref).collect();
    let is_main = at.file() == FileId::default();
    let found = match steps[..] {
        ["paths", path] if is_main => document.openapi.paths.paths.get_mut(path),
        ["webhooks" | "x-webhooks", name] if is_main => return document.webhooks.get_mut(name),
        ["components", "pathItems", name] if is_main => document.path_items.get_mut(name),
        _ => document.inner.path_items.get_mut(&inner::key(at)),
    };
    match found? {
        ReferenceOr::Item(item) => Some(item),
        ReferenceOr::Reference { .. } => None,
    }
}
