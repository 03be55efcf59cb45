//! What a reference leads to, and how it is told that it leads nowhere.

use openapiv3::ReferenceOr;

use crate::api::TypeName;
use crate::diagnostics::{Diagnostics, Pointer};
use crate::document::is_external;

/// The item itself or what its reference leads to, and where that stands. One that leads nowhere
/// is reported; whatever it was to be is left out.
pub(super) fn resolved<'a, T>(
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
        report(reference, at.member("$ref"), diagnostics);
    }
    found
}

fn report(reference: &str, at: Pointer, diagnostics: &mut Diagnostics) {
    if is_external(reference) {
        diagnostics
            .warning(
                "external-reference",
                at,
                format!("`{reference}` leads to another file, so this is left out"),
            )
            .help("write it into this file, or bundle the files into one");
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

/// What the types inside something shared are called by: the key of the component that it is, so
/// that they are called the same whoever uses it; else `otherwise`.
pub(super) fn name(at: &Pointer, otherwise: impl FnOnce() -> TypeName) -> TypeName {
    let steps: Vec<_> = at.steps().collect();
    match &steps[..] {
        [components, _, key] if components == "components" => TypeName {
            root: key.clone(),
            steps: Vec::new(),
        },
        _ => otherwise(),
    }
}
