//! Schemas that are one of their heirs: those with a `discriminator`, which others have in their
//! `allOf` (OpenAPI 3.1, 4.8.25.3, "Models with Polymorphism Support").
//!
//! Nothing refers from such a schema to its heirs, so they are looked for before it is known what
//! is needed: in the components of every file.

use std::collections::BTreeMap;

use serde_json::Value;

use super::files::{Files, Other};
use super::raw::Parts;
use super::reference::Kind;
use crate::diagnostics::{FileId, Pointer};

/// References to the heirs of each schema with a `discriminator`, by where that stands: in the
/// order of their files, then of their keys.
#[derive(Debug, Default)]
pub(super) struct Heirs(BTreeMap<Pointer, Vec<String>>);

impl Heirs {
    /// Those in a main file and others.
    pub(super) fn of(main: &Value, others: &[Other], files: &Files) -> Self {
        let parts = Parts {
            main,
            others,
            files,
        };
        let mut heirs = Self::default();
        let values = others.iter().map(|other| (other.id, &other.parsed.value));
        for (file, value) in [(FileId::default(), main)].into_iter().chain(values) {
            heirs.collect(file, value, &parts);
        }
        heirs
    }

    /// References to the heirs of the schema at `place`.
    pub(super) fn at(&self, place: &Pointer) -> &[String] {
        self.0.get(place).map_or(&[], Vec::as_slice)
    }

    /// References to the heirs of all schemas of the main file.
    pub(super) fn in_main(&self) -> impl Iterator<Item = &String> {
        let in_main = |place: &Pointer| place.file() == FileId::default();
        let parents = self.0.iter().filter(move |(place, _)| in_main(place));
        parents.flat_map(|(_, heirs)| heirs)
    }

    /// Adds those that are components of `file`.
    fn collect(&mut self, file: FileId, value: &Value, parts: &Parts<'_>) {
        let section = Pointer::root(file)
            .member("components")
            .member(Kind::Schema.section());
        let schemas = value.pointer(section.as_str()).and_then(Value::as_object);
        // Sorted, whether or not the map is.
        let schemas: BTreeMap<_, _> = schemas.into_iter().flatten().collect();
        for (key, schema) in schemas {
            let place = section.member(key);
            let Some((schema, end)) = parts.resolved(schema, place.clone()) else {
                continue;
            };
            // Another name of what has one already.
            if end != place && is_component(&end) {
                continue;
            }
            let members = schema.get("allOf").and_then(Value::as_array);
            for member in members.into_iter().flatten() {
                let parent = member.get("$ref").and_then(|_| {
                    let at = end.member("allOf");
                    parts.resolved(member, at)
                });
                if let Some((parent, at)) = parent
                    && parent.get("discriminator").is_some()
                {
                    let reference = parts.files.reference_to(&place);
                    self.0.entry(at).or_default().push(reference);
                }
            }
        }
    }
}

/// Whether a schema at `place` is a component, of whatever file.
fn is_component(place: &Pointer) -> bool {
    let mut steps = place.steps();
    steps.next().as_deref() == Some("components")
        && steps.next().as_deref() == Some(Kind::Schema.section())
        && steps.count() == 1
}
