//! `paths`: what a client can ask of a server.

mod earlier;

use openapiv3::{Operation as Declared, Parameter, PathItem, ReferenceOr};

use super::body::body;
use super::context::{Context, Known};
use super::docs::docs;
use super::pagination::pagination;
use super::parameter::{List, parameters};
use super::resolve::resolved;
use super::response::responses;
use super::security::Schemes;
use super::view::View;
use crate::api::{Docs, Operation, SecurityId};
use crate::diagnostics::{Diagnostics, Pointer};
use crate::document::{Document, METHODS};
use earlier::Earlier;

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
pub(super) fn operations(
    document: &Document,
    mut known: Known,
    schemes: &Schemes<'_>,
) -> (Vec<Operation>, Known) {
    let everywhere = security_of_all(document, schemes, &mut known.diagnostics);
    let mut paths: Vec<_> = document.paths().collect();
    paths.sort_unstable_by_key(|(path, _)| *path);
    let mut earlier = Earlier::default();
    let mut operations = Vec::new();
    let mut view = View::new(document);
    for (path, item) in paths {
        if view.is_full() {
            view = View::new(document);
        }
        // It is let go of before the next one is read.
        let unpacked = document.unpacked_path(path).map(ReferenceOr::Item);
        let Some(item) = item.or(unpacked.as_ref()) else {
            continue;
        };
        let mut context = Context::new(&view, known);
        for place in places(&mut context, path, item) {
            earlier.report_ambiguous(&mut context, &place);
            let id = earlier.id(&mut context, &place);
            let security = security(&mut context, schemes, &place, &everywhere);
            operations.push(lower(&mut context, &place, id, security));
            report_what_is_left_out(&mut context, &place);
        }
        known = context.known;
    }
    (operations, known)
}

/// The operations of a path, in the order of their methods.
fn places<'a>(
    context: &mut Context<'a>,
    path: &'a str,
    item: &'a ReferenceOr<PathItem>,
) -> Vec<Place<'a>> {
    let document: &Document = context.document;
    let at = Pointer::default().member("paths").member(path);
    let find = |reference: &str| document.path_item(reference);
    let diagnostics = &mut context.known.diagnostics;
    let Some((item, item_at)) = resolved(document, item, &at, find, diagnostics) else {
        return Vec::new();
    };
    if path.contains(['?', '#']) {
        diagnostics
            .warning(
                "query-in-path",
                &at,
                "a path ends before `?` and `#`: what follows `?` is sent, unless a parameter \
                 says it, and what follows `#` is not",
            )
            .help("describe what follows as parameters");
    }
    let methods = methods(document, item, &item_at).into_iter();
    let place = |method| Place {
        path,
        item,
        item_at: item_at.clone(),
        method,
    };
    methods.map(place).collect()
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
    let method = match METHODS.contains(&name) {
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
    let mut lowered = Operation {
        origin: context.document.origin(at),
        docs: said(place.item, operation),
        parameters: parameters(context, &path, &shared, &own, !security.is_empty(), at),
        path,
        body: request.and_then(|it| body(context, it, &at.member("requestBody"), &id)),
        responses: answers.responses,
        accept: answers.accept,
        pagination: None,
        security,
        id,
        method,
    };
    lowered.pagination = pagination(context, operation, at, &lowered);
    lowered
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
fn security_of_all(
    document: &Document,
    schemes: &Schemes<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Vec<SecurityId>> {
    let requirements = document.openapi.security.as_deref().unwrap_or_default();
    let at = Pointer::default().member("security");
    schemes.alternatives(requirements, &at, diagnostics)
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
    schemes.alternatives(own, &at, &mut context.known.diagnostics)
}

/// What is described, but not generated.
fn report_what_is_left_out(context: &mut Context<'_>, place: &Place<'_>) {
    let method = &place.method;
    let own = (!method.operation.servers.is_empty()).then(|| method.at.clone());
    let shared = (!place.item.servers.is_empty()).then(|| place.item_at.clone());
    if let Some(at) = own.or(shared) {
        context
            .known
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
