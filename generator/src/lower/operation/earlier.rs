//! What one operation may have in common with another: its `operationId`, or its path.

use std::collections::BTreeMap;

use super::Place;
use crate::diagnostics::Pointer;
use crate::lower::context::Context;
use crate::lower::path::nameless;

/// What of the operations so far is told of later ones.
#[derive(Default)]
pub(super) struct Earlier {
    /// Where the `operationId`s stand.
    ids: BTreeMap<String, Pointer>,
    /// The paths and where the operations stand, by method and path without names.
    paths: BTreeMap<(String, String), (String, Pointer)>,
}

impl Earlier {
    /// Operations that a server cannot tell apart, for only the names in their paths differ.
    pub(super) fn report_ambiguous(&mut self, context: &mut Context<'_>, place: &Place<'_>) {
        let key = (place.method.name.to_owned(), nameless(place.path));
        let value = (place.path.to_owned(), place.method.at.clone());
        let Some((path, at)) = self.paths.insert(key, value) else {
            return;
        };
        context
            .known
            .diagnostics
            .warning(
                "ambiguous-path",
                &place.method.at,
                format!(
                    "`{path}` and `{}` are the same path, and a server takes both for one",
                    place.path
                ),
            )
            .help("describe it once")
            .related(&at, "the other one");
    }

    /// `operationId`; where there is none, or another operation has it, the method and the path.
    pub(super) fn id(&mut self, context: &mut Context<'_>, place: &Place<'_>) -> String {
        let otherwise = format!("{} {}", place.method.name, place.path);
        let own = place.method.operation.operation_id.as_deref();
        let own = own.unwrap_or_default();
        if own.trim().is_empty() {
            return otherwise;
        }
        let at = place.method.at.member("operationId");
        let diagnostics = &mut context.known.diagnostics;
        if is_of_another_path(place) {
            let message = format!(
                "`{}` refers to this operation of another path, so it is called `{otherwise}` there",
                place.path
            );
            diagnostics
                .warning(DUPLICATE, at, message)
                .help("describe it there, with an operationId of its own");
            return otherwise;
        }
        if let Some(first) = self.ids.get(own) {
            let message =
                format!("another operation is called `{own}`, so this one is called `{otherwise}`");
            diagnostics
                .warning(DUPLICATE, at, message)
                .help("give each operation an operationId of its own")
                .related(first, "the other one");
            return otherwise;
        }
        self.ids.insert(own.to_owned(), at);
        own.to_owned()
    }
}

const DUPLICATE: &str = "duplicate-operation-id";

/// Whether a path refers to another for this operation: the other has its name, whichever comes first.
fn is_of_another_path(place: &Place<'_>) -> bool {
    let paths = Pointer::default().member("paths");
    // The slash may be missing in the description.
    let keys = [Some(place.path), place.path.strip_prefix('/')];
    let is_in = |around: &Pointer| {
        let at = place.method.at.as_str().strip_prefix(around.as_str());
        at.is_some_and(|rest| rest.starts_with('/')) && place.method.at.file() == around.file()
    };
    let mut keys = keys.into_iter().flatten();
    is_in(&paths) && !keys.any(|key| is_in(&paths.member(key)))
}
