//! References, seen from where they stand.

use openapiv3::ReferenceOr;
use serde_json::{Map, Value};

use super::At;
use crate::diagnostics::{FileId, Pointer};
use crate::document::reference::{Kind, component};

impl At<'_> {
    /// Takes note that `reference` is expected to lead to a `kind`, and gives it as it would be
    /// written in the main file.
    pub(in crate::document) fn refers(&self, reference: &str, kind: Kind) -> String {
        let reference = self.rewritten(reference);
        if let Some(target) = self.context.files.place(&reference)
            && (self.context.selected.is_selective || component(&target, kind).is_none())
        {
            self.context.wanted.borrow_mut().insert((kind, target));
        }
        reference
    }

    /// Takes note that the component of this name is needed here.
    pub(in crate::document) fn needs(&self, kind: Kind, name: &str) {
        if self.context.selected.is_selective {
            let section = Pointer::default()
                .member("components")
                .member(kind.section());
            let mut wanted = self.context.wanted.borrow_mut();
            wanted.insert((kind, section.member(name)));
        }
    }

    /// The component of this name that is meant here, which is needed then: one of this file
    /// before one of the main file, which is told by its name alone.
    pub(in crate::document) fn component(&self, kind: Kind, name: &str) -> Option<String> {
        let root = Pointer::root(self.file());
        let place = root.member("components").member(kind.section());
        let place = place.member(name);
        if self.file() != FileId::default() && self.context.targets.get(&place).is_some() {
            let here = place.to_string().replace('%', "%25");
            return Some(self.refers(&here, kind));
        }
        self.needs(kind, name);
        None
    }

    /// Reports the members `names` beside a reference, which OpenAPI ignores, but for those of which
    /// nothing is made anyway.
    pub(in crate::document) fn ignores_beside_reference<'n>(
        &self,
        names: impl Iterator<Item = &'n String>,
        help: &str,
    ) {
        let counts = |name: &&String| !UNREAD.contains(&name.as_str()) && !name.starts_with("x-");
        let names: Vec<_> = names
            .filter(counts)
            .map(|name| format!("`{name}`"))
            .collect();
        if !names.is_empty() {
            let names = names.join(", ");
            self.warning(
                "beside-reference",
                format!("what stands beside `$ref` is ignored, as OpenAPI has it: {names}"),
                help,
            );
        }
    }

    /// What stands at the end of a chain of references that begins with `reference`, and where.
    /// One that leads nowhere is reported.
    pub(in crate::document) fn referred(&self, reference: &str) -> Option<(Value, Pointer)> {
        let mut next = self.rewritten(reference);
        for _ in 0..LONGEST_CHAIN {
            let found = self.context.files.place(&next);
            let found = found.and_then(|at| Some((self.context.targets.get(&at)?, at)));
            let Some((value, at)) = found else {
                break;
            };
            match value.get("$ref").and_then(Value::as_str) {
                Some(further) => next = self.context.files.rewritten(further, at.file()),
                None => return Some((value.clone(), at)),
            }
        }
        self.member("$ref").warning(
            "dangling-reference",
            format!("`{reference}` leads nowhere, so this is left out"),
            "correct the reference, or add what it is to lead to",
        );
        None
    }

    /// `reference`, which stands here, as it would be written in the main file.
    pub(in crate::document) fn rewritten(&self, reference: &str) -> String {
        self.context.files.rewritten(reference, self.file())
    }
}

const LONGEST_CHAIN: usize = 64;

/// What to do about what stands beside a reference.
pub(in crate::document) const BESIDE: &str =
    "write it where the reference leads to, or here instead of the reference";

/// What beside a reference changes nothing that is generated.
const UNREAD: [&str; 9] = [
    "$comment",
    "$ref",
    "deprecated",
    "description",
    "example",
    "examples",
    "externalDocs",
    "summary",
    "xml",
];

/// Reads a Reference Object (OpenAPI 3.0, 4.7.23), or what `read` reads.
pub(in crate::document) fn reference_or<T>(
    kind: Kind,
    read: impl FnOnce(Value, &At<'_>) -> Option<T>,
) -> impl FnOnce(Value, &At<'_>) -> Option<ReferenceOr<T>> {
    move |value, at| {
        if let Some(Value::String(reference)) = value.get("$ref") {
            at.ignores_beside_reference(value.as_object().into_iter().flat_map(Map::keys), BESIDE);
            let reference = at.refers(reference, kind);
            return Some(ReferenceOr::Reference { reference });
        }
        read(value, at).map(ReferenceOr::Item)
    }
}
