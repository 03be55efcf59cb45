//! `paths`: what a client can ask of a server.

use std::collections::BTreeMap;

use openapiv3::{Operation as Declared, Parameter, PathItem, ReferenceOr};

use super::body::body;
use super::context::Context;
use super::docs::docs;
use super::parameter::{List, parameters};
use super::resolve::resolved;
use super::response::responses;
use super::security::Schemes;
use crate::api::{Docs, Operation, SecurityId};
use crate::diagnostics::Pointer;
use crate::document::Document;

/// An operation where it stands.
struct Place<'a> {
    path: &'a str,
    item: &'a PathItem,
    item_at: Pointer,
    method: Method<'a>,
}

/// A method of a path item.
pub(super) struct Method<'a> {
    /// As the description writes it: `get`.
    pub(super) name: &'a str,
    pub(super) operation: &'a Declared,
    pub(super) at: Pointer,
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
                    "a path ends before `?` and `#`: what follows `?` is sent, unless a parameter \
                     says it, and what follows `#` is not",
                )
                .help("describe what follows as parameters");
        }
        let methods = methods(document, item, &item_at).into_iter();
        places.extend(methods.map(|method| Place {
            path,
            item,
            item_at: item_at.clone(),
            method,
        }));
    }
    places.sort_by_key(|place| (place.path, place.method.name));
    report_ambiguous(context, &places);
    places
}

/// Operations that a server cannot tell apart, for only the names in their paths differ.
fn report_ambiguous(context: &mut Context<'_>, places: &[Place<'_>]) {
    let mut first = BTreeMap::new();
    for place in places {
        let key = (place.method.name, super::path::nameless(place.path));
        let Some(earlier) = first.insert(key, place) else {
            continue;
        };
        context
            .diagnostics
            .warning(
                "ambiguous-path",
                &place.method.at,
                format!(
                    "`{}` and `{}` are the same path, and a server takes both for one",
                    earlier.path, place.path
                ),
            )
            .help("describe it once")
            .related(&earlier.method.at, "the other one");
    }
}

/// The operations of the path item at `at`, in the order of their methods.
pub(super) fn methods<'a>(
    document: &'a Document,
    item: &'a PathItem,
    at: &Pointer,
) -> Vec<Method<'a>> {
    let usual = [
        ("delete", &item.delete),
        ("get", &item.get),
        ("head", &item.head),
        ("options", &item.options),
        ("patch", &item.patch),
        ("post", &item.post),
        ("put", &item.put),
        ("trace", &item.trace),
    ];
    let mut methods = Vec::new();
    for (name, operation) in usual {
        methods.extend(operation.as_ref().map(|operation| Method {
            name,
            operation,
            at: at.member(name),
        }));
    }
    let others = document.other_operations(at).iter();
    methods.extend(others.map(|other| Method {
        name: &other.method,
        operation: &other.operation,
        at: other.at.clone(),
    }));
    methods.sort_by_key(|method| method.name);
    methods
}

/// `operationId`; where there is none, or another operation has it, the method and the path.
fn id(
    context: &mut Context<'_>,
    place: &Place<'_>,
    taken: &mut BTreeMap<String, Pointer>,
) -> String {
    let otherwise = format!("{} {}", place.method.name, place.path);
    let own = place.method.operation.operation_id.as_deref();
    let own = own.unwrap_or_default();
    if own.trim().is_empty() {
        return otherwise;
    }
    let at = place.method.at.member("operationId");
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
    let Method {
        name,
        operation,
        ref at,
    } = place.method;
    // What stands under `additionalOperations` is sent as it is written (OpenAPI 3.2, 4.9.1).
    let is_member = *at == place.item_at.member(name);
    let method = match is_member {
        true => name.to_ascii_uppercase(),
        false => name.to_owned(),
    };
    let shared = List {
        parameters: &place.item.parameters,
        at: place.item_at.member("parameters"),
        owner: place.path.to_owned(),
    };
    let own = List {
        parameters: &operation.parameters,
        at: at.member("parameters"),
        owner: id.clone(),
    };
    let is_query = |name: &str| {
        let mut known = own.parameters.iter().chain(shared.parameters);
        known.any(|one| is_query(context.document, one, name))
    };
    let path = super::path::sent(place.path, is_query);
    let request = operation.request_body.as_ref();
    let answers = &operation.responses;
    let answers = responses(context, answers, &at.member("responses"), &id, &method);
    Operation {
        origin: context.document.origin(at),
        docs: said(place.item, operation),
        parameters: parameters(context, &path, &shared, &own, !security.is_empty(), at),
        path,
        body: request.and_then(|it| body(context, it, &at.member("requestBody"), &id)),
        responses: answers.responses,
        accept: answers.accept,
        security,
        id,
        method,
    }
}

/// Whether `parameter` is the one in the query called `name`.
fn is_query(document: &Document, parameter: &ReferenceOr<Parameter>, name: &str) -> bool {
    let parameter = match parameter {
        ReferenceOr::Item(parameter) => Some(parameter),
        ReferenceOr::Reference { reference } => document.parameter(reference).map(|found| found.0),
    };
    matches!(parameter, Some(Parameter::Query { parameter_data, .. }) if parameter_data.name == name)
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
    let Some(own) = &place.method.operation.security else {
        return everywhere.to_vec();
    };
    let at = place.method.at.member("security");
    schemes.alternatives(own, &at, &mut context.diagnostics)
}

/// What is described, but not generated.
fn report_what_is_left_out(context: &mut Context<'_>, place: &Place<'_>) {
    let method = &place.method;
    let own = (!method.operation.servers.is_empty()).then(|| method.at.clone());
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
