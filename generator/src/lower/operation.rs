//! `paths`: what a client can ask of a server.

use std::collections::BTreeMap;

use openapiv3::{Operation as Declared, PathItem};

use super::body::body;
use super::context::Context;
use super::docs::docs;
use super::parameter::{List, parameters};
use super::resolve::resolved;
use super::response::responses;
use super::security::Schemes;
use crate::api::{Docs, Operation, SecurityId};
use crate::diagnostics::Pointer;

/// An operation where it stands.
struct Place<'a> {
    path: &'a str,
    /// As the description writes it: `get`.
    method: &'static str,
    item: &'a PathItem,
    operation: &'a Declared,
    item_at: Pointer,
}

impl Place<'_> {
    fn at(&self) -> Pointer {
        self.item_at.member(self.method)
    }
}

/// Every operation, in the order of path, then method.
pub(super) fn operations<'a>(context: &mut Context<'a>, schemes: &Schemes<'a>) -> Vec<Operation> {
    let everywhere = security_of_all(context, schemes);
    let mut taken = BTreeMap::new();
    let mut operations = Vec::new();
    for place in places(context) {
        let id = id(context, &place, &mut taken);
        let security = security(context, schemes, &place, &everywhere);
        operations.push(lower(context, &place, id, security));
        report_what_is_left_out(context, &place);
    }
    operations
}

fn places<'a>(context: &mut Context<'a>) -> Vec<Place<'a>> {
    let document = context.document;
    let at = Pointer::default().member("paths");
    let mut places = Vec::new();
    for (path, item) in document.openapi.paths.iter() {
        let at = at.member(path);
        let find = |reference: &str| document.path_item(reference);
        let Some((item, item_at)) = resolved(document, item, &at, find, &mut context.diagnostics)
        else {
            continue;
        };
        if path.contains(['?', '#']) {
            context
                .diagnostics
                .warning(
                    "query-in-path",
                    &at,
                    "a path ends before `?` and `#`; it is kept as it stands",
                )
                .help("describe what follows as parameters");
        }
        places.extend(methods(item).map(|(method, operation)| Place {
            path,
            method,
            item,
            operation,
            item_at: item_at.clone(),
        }));
    }
    places.sort_by_key(|place| (place.path, place.method));
    places
}

/// The operations of a path item, by their methods.
pub(super) fn methods(item: &PathItem) -> impl Iterator<Item = (&'static str, &Declared)> {
    [
        ("delete", &item.delete),
        ("get", &item.get),
        ("head", &item.head),
        ("options", &item.options),
        ("patch", &item.patch),
        ("post", &item.post),
        ("put", &item.put),
        ("trace", &item.trace),
    ]
    .into_iter()
    .filter_map(|(method, operation)| Some((method, operation.as_ref()?)))
}

/// `operationId`; where there is none, or another operation has it, the method and the path.
fn id(
    context: &mut Context<'_>,
    place: &Place<'_>,
    taken: &mut BTreeMap<String, Pointer>,
) -> String {
    let otherwise = format!("{} {}", place.method, place.path);
    let own = place.operation.operation_id.as_deref().unwrap_or_default();
    if own.trim().is_empty() {
        return otherwise;
    }
    let at = place.at().member("operationId");
    if let Some(first) = taken.get(own) {
        context
            .diagnostics
            .warning(
                "duplicate-operation-id",
                at,
                format!("another operation is called `{own}`, so this one is called `{otherwise}`"),
            )
            .help("give each operation an operationId of its own")
            .related(first, "the other one");
        return otherwise;
    }
    taken.insert(own.to_owned(), at);
    own.to_owned()
}

fn lower<'a>(
    context: &mut Context<'a>,
    place: &Place<'a>,
    id: String,
    security: Vec<Vec<SecurityId>>,
) -> Operation {
    let at = place.at();
    let method = place.method.to_ascii_uppercase();
    let shared = List {
        parameters: &place.item.parameters,
        at: place.item_at.member("parameters"),
        owner: place.path.to_owned(),
    };
    let own = List {
        parameters: &place.operation.parameters,
        at: at.member("parameters"),
        owner: id.clone(),
    };
    let request = place.operation.request_body.as_ref();
    let answers = &place.operation.responses;
    let answers = responses(context, answers, &at.member("responses"), &id, &method);
    Operation {
        origin: context.document.origin(&at),
        docs: said(place.item, place.operation),
        path: place.path.to_owned(),
        parameters: parameters(
            context,
            place.path,
            &shared,
            &own,
            !security.is_empty(),
            &at,
        ),
        body: request.and_then(|it| body(context, it, &at.member("requestBody"), &id)),
        responses: answers.responses,
        accept: answers.accept,
        security,
        id,
        method,
    }
}

/// What is said of an operation; of its path where nothing is said of it.
pub(super) fn said(item: &PathItem, operation: &Declared) -> Docs {
    let (own, shared) = (operation, item);
    let (summary, description) = match (&own.summary, &own.description) {
        (None, None) => (&shared.summary, &shared.description),
        found => found,
    };
    docs(
        summary.as_deref(),
        description.as_deref(),
        operation.deprecated,
    )
}

/// The `security` that holds where an operation has none of its own.
fn security_of_all(context: &mut Context<'_>, schemes: &Schemes<'_>) -> Vec<Vec<SecurityId>> {
    let document = context.document;
    let requirements = document.openapi.security.as_deref().unwrap_or_default();
    let at = Pointer::default().member("security");
    schemes.alternatives(requirements, &at, &mut context.diagnostics)
}

fn security(
    context: &mut Context<'_>,
    schemes: &Schemes<'_>,
    place: &Place<'_>,
    everywhere: &[Vec<SecurityId>],
) -> Vec<Vec<SecurityId>> {
    let Some(own) = &place.operation.security else {
        return everywhere.to_vec();
    };
    let at = place.at().member("security");
    schemes.alternatives(own, &at, &mut context.diagnostics)
}

/// What is described, but not generated.
fn report_what_is_left_out(context: &mut Context<'_>, place: &Place<'_>) {
    if !place.operation.callbacks.is_empty() {
        context
            .diagnostics
            .warning(
                "not-modelled",
                place.at().member("callbacks"),
                "callbacks are left out",
            )
            .help("describe what is delivered under `webhooks`");
    }
    let own = (!place.operation.servers.is_empty()).then(|| place.at());
    let shared = (!place.item.servers.is_empty()).then(|| place.item_at.clone());
    if let Some(at) = own.or(shared) {
        context
            .diagnostics
            .warning(
                "not-modelled",
                at.member("servers"),
                "servers of a single path or operation are left out: a client has one for all",
            )
            .help("make a client for that server, and use it for this operation");
    }
}

#[cfg(test)]
mod tests;
