//! The responses of an operation, by their status.

use openapiv3::{ReferenceOr, Response as Declared, Responses, StatusCode};

use super::context::Context;
use super::docs::docs;
use super::media::{Choice, Kind, choices, essence, left_out, plain};
use super::resolve::{name, resolved};
use super::stream::stream;
use crate::api::{Direction, Media, Response, ResponseHeader, Status, Step, TypeName};
use crate::diagnostics::Pointer;

/// What an operation is answered with.
pub(super) struct Answers {
    /// Codes in ascending order, then ranges, then `default`.
    pub(super) responses: Vec<Response>,
    /// The content types to ask for, where that does not go without saying.
    pub(super) accept: Vec<String>,
}

/// What the operation `owner` is answered with. `at` is where its `responses` stand.
pub(super) fn responses<'a>(
    context: &mut Context<'a>,
    responses: &'a Responses,
    at: &Pointer,
    owner: &str,
    method: &str,
) -> Answers {
    let mut declared: Vec<_> = responses
        .responses
        .iter()
        .map(|(status, response)| (self::status(status), status.to_string(), response))
        .collect();
    if let Some(response) = &responses.default {
        declared.push((Status::Default, "default".to_owned(), response));
    }
    declared.sort_by_key(|(status, _, _)| *status);

    let mut answers = Vec::with_capacity(declared.len());
    for (status, key, response) in declared {
        let place = Place {
            at: at.member(&key),
            name: TypeName {
                root: owner.to_owned(),
                steps: vec![Step::Response(key)],
            },
            may_have_body: method != "HEAD" && may_have_body(status),
        };
        answers.extend(lower(context, response, status, &place));
    }
    let (mut responses, asked): (Vec<_>, Vec<_>) = answers.into_iter().unzip();
    streams_alone(context, &mut responses, at);
    Answers {
        accept: accept(&responses, &asked),
        responses,
    }
}

/// Where a response stands, and what follows from that.
struct Place {
    at: Pointer,
    name: TypeName,
    may_have_body: bool,
}

/// The content types that a response is asked for in.
#[derive(Default)]
struct Asked {
    content_types: Vec<String>,
    /// Whether a server might send something else otherwise.
    needed: bool,
}

fn lower<'a>(
    context: &mut Context<'a>,
    response: &'a ReferenceOr<Declared>,
    status: Status,
    place: &Place,
) -> Option<(Response, Asked)> {
    let document = context.document;
    let find = |reference: &str| document.response(reference);
    let (response, at) = resolved(
        document,
        response,
        &place.at,
        find,
        &mut context.known.diagnostics,
    )?;
    let mut lowered = Response {
        status,
        docs: docs(None, Some(&response.description), false),
        body: None,
        stream: None,
        headers: headers(context, response, &at),
    };
    let choices = choices(&response.content, RECEIVED);
    let Some(chosen) = choices.first().filter(|_| place.may_have_body) else {
        return Some((lowered, Asked::default()));
    };
    let mut shared = name(document, &at, || place.name.clone());
    if shared.steps.is_empty() {
        shared.steps.push(Step::SharedResponse);
    }
    let content = at.member("content");
    let streamed = choices
        .iter()
        .find_map(|choice| stream(context, choice, &content, &shared, RECEIVED));
    let (of_its_kind, others): (Vec<_>, Vec<_>) = choices
        .iter()
        .skip(1)
        .partition(|other| other.kind == chosen.kind);
    if chosen.kind == Kind::Json {
        let says_more = |other: &&Choice<'_>| other.says_more_than(chosen);
        let differing: Vec<_> = of_its_kind.iter().copied().filter(says_more).collect();
        left_out(context, chosen, &differing, &content);
    } else {
        let is_left_out = |other: &&Choice<'_>| !matches!(other.kind, Kind::Stream(_));
        let others: Vec<_> = others.iter().copied().filter(is_left_out).collect();
        left_out(context, chosen, &others, &content);
    }
    let asked = asked(chosen, &of_its_kind, !others.is_empty());
    match (streamed, chosen.kind) {
        (Some(streamed), Kind::Stream(_)) => lowered.body = Some(Media::Stream(streamed)),
        (streamed, _) => {
            lowered.body = Some(plain(context, chosen, &content, shared, RECEIVED));
            lowered.stream = streamed;
        }
    }
    Some((lowered, asked))
}

const RECEIVED: Direction = Direction {
    sent: false,
    received: true,
};

fn asked(chosen: &Choice<'_>, of_its_kind: &[&Choice<'_>], has_others: bool) -> Asked {
    let all = || {
        let choices = std::iter::once(chosen).chain(of_its_kind.iter().copied());
        choices
            .map(|choice| choice.content_type.to_owned())
            .collect()
    };
    let essence = essence(chosen.content_type);
    match chosen.kind {
        Kind::Stream(_) => Asked::default(),
        Kind::Json => Asked {
            content_types: vec![chosen.content_type.to_owned()],
            needed: essence != "application/json" && !essence.contains('*'),
        },
        _ => Asked {
            content_types: all(),
            needed: has_others,
        },
    }
}

/// What the successes are asked for in, if any of them needs it; each once.
fn accept(responses: &[Response], asked: &[Asked]) -> Vec<String> {
    let successes: Vec<&Asked> = responses
        .iter()
        .zip(asked)
        .filter(|(response, _)| response.status.is_success(responses))
        .map(|(_, asked)| asked)
        .collect();
    let mut accept: Vec<String> = Vec::new();
    if successes.iter().any(|asked| asked.needed) {
        for content_type in successes.iter().flat_map(|asked| &asked.content_types) {
            if !accept.contains(content_type) {
                accept.push(content_type.clone());
            }
        }
    }
    accept
}

/// Items are read one by one if an operation has one kind of success; else they are bytes.
fn streams_alone(context: &mut Context<'_>, responses: &mut [Response], at: &Pointer) {
    let mut bodies: Vec<_> = responses
        .iter()
        .filter(|response| response.status.is_success(responses))
        .map(|response| (response.body.clone(), response.stream.clone()))
        .collect();
    bodies.dedup();
    let is_alone = bodies.len() == 1;
    let successes: Vec<bool> = responses
        .iter()
        .map(|response| response.status.is_success(responses))
        .collect();
    for (response, is_success) in responses.iter_mut().zip(successes) {
        if is_success && is_alone {
            continue;
        }
        response.stream = None;
        if let Some(Media::Stream(stream)) = &response.body {
            let content_type = stream.content_type.clone();
            let message = "the items of a stream are read one by one only where it is the one \
                kind of success; here they are bytes";
            context
                .known
                .diagnostics
                .warning("not-modelled", at, message)
                .help("describe the other successes as operations of their own, or read the bytes");
            response.body = Some(Media::Bytes { content_type });
        }
    }
}

/// The headers that are described; the content type has a place of its own (OpenAPI 3.1.1,
/// 4.8.17.1, "headers").
fn headers(context: &mut Context<'_>, response: &Declared, at: &Pointer) -> Vec<ResponseHeader> {
    let document = context.document;
    let mut headers = Vec::new();
    for (name, header) in &response.headers {
        if name.eq_ignore_ascii_case("content-type") {
            continue;
        }
        let at = at.member("headers").member(name);
        let find = |reference: &str| document.header(reference);
        if let Some((header, _)) =
            resolved(document, header, &at, find, &mut context.known.diagnostics)
        {
            let deprecated = header.deprecated.unwrap_or(false);
            headers.push(ResponseHeader {
                name: name.clone(),
                docs: docs(None, header.description.as_deref(), deprecated),
            });
        }
    }
    headers.sort_by(|one, other| one.name.cmp(&other.name));
    headers
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
