//! Webhooks whose path item is referred to.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use openapiv3::ReferenceOr;

use super::Document;
use super::beyond::Beyond;
use super::cursor::Beside;
use super::files::Files;
use super::heirs::Heirs;
use super::inner::{Inner, Targets};
use super::model::Root;
use super::names::Names;
use super::version::Version;
use crate::diagnostics::{Diagnostics, Pointer};

/// Puts a document together, with every webhook's path item in its place.
pub(super) fn resolve(
    root: Root,
    inner: Inner,
    refers: Files,
    diagnostics: &mut Diagnostics,
) -> Document {
    let names = Names::new(
        &root.openapi,
        &root.packed,
        &inner.schemas,
        &inner.parts,
        &refers,
    );
    let mut document = Document {
        component_references: component_references(&root),
        openapi: root.openapi,
        webhooks: IndexMap::with_capacity(root.webhooks.len()),
        files: Vec::new(),
        webhook_places: IndexMap::new(),
        path_items: root.path_items,
        inner,
        beyond: Beyond::default(),
        beside: Beside::new(),
        heirs: Heirs::default(),
        refers,
        names,
        mistakes: Vec::new(),
        packed: root.packed,
        targets: Targets::default(),
        version: Version::V30,
    };
    for (name, (item, place)) in root.webhooks {
        let resolved = match item {
            ReferenceOr::Item(item) => Some((item, place)),
            ReferenceOr::Reference { reference } => {
                let target = document.path_item(&reference);
                if target.is_none() {
                    let instead = "and the webhook was left out";
                    dangling(&document, &reference, &place, instead, diagnostics);
                }
                target.map(|(item, place)| (item.clone(), place))
            }
        };
        if let Some((item, place)) = resolved {
            document.webhooks.insert(name.clone(), item);
            document.webhook_places.insert(name, place);
        }
    }
    document
}

/// For each of `components.schemas` a reference to it.
fn component_references(root: &Root) -> BTreeMap<String, String> {
    let schemas = Pointer::default().member("components").member("schemas");
    let components = root.openapi.components.iter();
    let read = components.flat_map(|all| all.schemas.keys());
    read.chain(root.packed.schemas.keys())
        .map(|key| (key.clone(), schemas.member(key).to_string()))
        .collect()
}

/// Reports the reference of a path item at `place`, which leads to none.
pub(super) fn dangling(
    document: &Document,
    reference: &str,
    place: &Pointer,
    instead: &str,
    diagnostics: &mut Diagnostics,
) {
    let place = place.member("$ref");
    match document.failure(reference) {
        Some(failure) => {
            let message = format!("{}, {instead}", failure.message);
            failure.explain(diagnostics.warning(failure.code, place, message));
        }
        None => {
            let message = format!("`{reference}` leads to no path item, {instead}");
            diagnostics
                .warning("dangling-reference", place, message)
                .help("look at its spelling, and at `components.pathItems`");
        }
    }
}
