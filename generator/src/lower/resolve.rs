//! What a reference leads to, and how it is told that it leads nowhere.

use openapiv3::ReferenceOr;

use crate::api::TypeName;
use crate::diagnostics::{Diagnostics, Pointer};
use crate::document::Document;

/// The item itself or what its reference leads to, and where that stands. One that leads nowhere
/// is reported; whatever it was to be is left out.
pub(super) fn resolved<'a, T>(
    document: &Document,
    item: &'a ReferenceOr<T>,
    at: &Pointer,
    find: impl FnOnce(&str) -> Option<(&'a T, Pointer)>,
    diagnostics: &mut Diagnostics,
) -> Option<(&'a T, Pointer)> {
    let reference = match item {
        ReferenceOr::Item(item) => return Some((item, at.clone())),
        ReferenceOr::Reference { reference } => reference,
    };
    let found = find(reference);
    if found.is_none() {
        report(document, reference, at.member("$ref"), diagnostics);
    }
    found
}

fn report(document: &Document, reference: &str, at: Pointer, diagnostics: &mut Diagnostics) {
    if let Some(failure) = document.failure(reference) {
        let message = format!("{}, so this is left out", failure.message);
        failure.explain(diagnostics.warning(failure.code, at, message));
    } else {
        diagnostics
            .warning(
                "dangling-reference",
                at,
                format!("`{reference}` leads nowhere, so this is left out"),
            )
            .help("correct the reference, or add what it is to lead to");
    }
}

/// What the types inside something shared are called by: the key of the component that it is, or
/// the name of the file, so that they are called the same whoever uses it; else `otherwise`.
pub(super) fn name(
    document: &Document,
    at: &Pointer,
    otherwise: impl FnOnce() -> TypeName,
) -> TypeName {
    let steps: Vec<_> = at.steps().collect();
    let root = match (document.root_name(at), &steps[..]) {
        (Some((root, taken)), _) if taken == steps.len() => root,
        (None, [components, _, key]) if components == "components" => key.clone(),
        _ => return otherwise(),
    };
    TypeName {
        root,
        steps: Vec::new(),
    }
}
