//! The responses of an operation, by their status.

use openapiv3::{ReferenceOr, Response as Declared, Responses, StatusCode};

use super::body::media;
use super::context::Context;
use super::docs::docs;
use super::resolve::{name, resolved};
use crate::api::{Direction, Response, Status, Step, TypeName};
use crate::diagnostics::Pointer;

/// What the operation `owner` is answered with: codes in ascending order, then ranges, then
/// `default`. `at` is where its `responses` stand.
pub(super) fn responses<'a>(
    context: &mut Context<'a>,
    responses: &'a Responses,
    at: &Pointer,
    owner: &str,
    method: &str,
) -> Vec<Response> {
    let mut declared: Vec<_> = responses
        .responses
        .iter()
        .map(|(status, response)| (self::status(status), status.to_string(), response))
        .collect();
    if let Some(response) = &responses.default {
        declared.push((Status::Default, "default".to_owned(), response));
    }
    declared.sort_by_key(|(status, _, _)| *status);

    let mut lowered = Vec::with_capacity(declared.len());
    for (status, key, response) in declared {
        let place = Place {
            at: at.member(&key),
            name: TypeName {
                root: owner.to_owned(),
                steps: vec![Step::Response(key)],
            },
            may_have_body: method != "HEAD" && may_have_body(status),
        };
        lowered.extend(lower(context, response, status, &place));
    }
    lowered
}

/// Where a response stands, and what follows from that.
struct Place {
    at: Pointer,
    name: TypeName,
    may_have_body: bool,
}

fn lower<'a>(
    context: &mut Context<'a>,
    response: &'a ReferenceOr<Declared>,
    status: Status,
    place: &Place,
) -> Option<Response> {
    let document = context.document;
    let find = |reference: &str| document.response(reference);
    let (response, at) = resolved(response, &place.at, find, &mut context.diagnostics)?;
    let body = if place.may_have_body {
        let mut shared = name(&at, || place.name.clone());
        if shared.steps.is_empty() {
            shared.steps.push(Step::SharedResponse);
        }
        let received = Direction {
            sent: false,
            received: true,
        };
        media(context, &response.content, &at, shared, received)
    } else {
        None
    };
    Some(Response {
        status,
        docs: docs(None, Some(&response.description), false),
        body,
    })
}

fn status(status: &StatusCode) -> Status {
    match *status {
        StatusCode::Code(code) => Status::Code(code),
        StatusCode::Range(digit) => Status::Range(digit),
    }
}

/// Some answers never have a body, whatever is said of it (RFC 9110, 6.4.1 and 15.3.6).
fn may_have_body(status: Status) -> bool {
    !matches!(
        status,
        Status::Code(100..=199 | 204 | 205 | 304) | Status::Range(1)
    )
}

#[cfg(test)]
mod tests;
