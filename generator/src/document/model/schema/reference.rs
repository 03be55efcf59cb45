//! A schema that is a `$ref`, alone or with other keywords beside it.

use openapiv3::{AnySchema, ReferenceOr, Schema, SchemaData};
use serde_json::{Map, Value};

use super::{Draft, described};
use crate::document::cursor::{At, text};
use crate::document::reference::Kind;
use crate::document::version::Version;

/// In 3.0 what stands beside a `$ref` is ignored (4.7.23). People mean it all the same, and these
/// can do no harm.
const HONOURED: [&str; 8] = [
    "default",
    "deprecated",
    "description",
    "nullable",
    "readOnly",
    "summary",
    "title",
    "writeOnly",
];

/// Reads a schema that has a `$ref`.
pub(super) fn referring(mut members: Map<String, Value>, at: &At<'_>) -> ReferenceOr<Schema> {
    let here = at.member("$ref");
    let reference = members.remove("$ref").and_then(|value| text(value, &here));
    if at.context.version == Version::V30 && reference.is_some() {
        let ignored = |name: &&String| !HONOURED.contains(&name.as_str());
        at.ignores_beside_reference(
            members.keys().filter(ignored),
            "write `allOf: [{ $ref: … }, { … }]`, or `openapi: 3.1.0`, in which it counts",
        );
        members.retain(|name, _| HONOURED.contains(&name.as_str()));
    }
    let Some(reference) = reference else {
        return ReferenceOr::Item(described(members, at).finish());
    };
    let reference = at.refers(&reference, Kind::Schema);
    if members.is_empty() {
        return ReferenceOr::Reference { reference };
    }
    beside(reference, described(members, at))
}

/// The reference as the first member of an `allOf`, marked as such, if `draft` says anything.
fn beside(reference: String, mut draft: Draft) -> ReferenceOr<Schema> {
    draft.data.example = None;
    draft.data.external_docs = None;
    draft.data.extensions.shift_remove("x-hookgen-examples");
    let says_nothing = draft.data == SchemaData::default() && draft.any == AnySchema::default();
    if says_nothing {
        return ReferenceOr::Reference { reference };
    }
    draft
        .any
        .all_of
        .insert(0, ReferenceOr::Reference { reference });
    draft.keep("ref", Value::Bool(true));
    ReferenceOr::Item(draft.finish())
}
