//! The bodies of requests.

use openapiv3::{ReferenceOr, RequestBody};

use super::context::Context;
use super::docs::docs;
use super::form;
use super::media::{Choice, Kind, choices, left_out, plain};
use super::resolve::{name, resolved};
use crate::api::{Body, Direction, Media, Step, TypeName};
use crate::diagnostics::Pointer;

/// The body of a request, which stands at `at` in the operation `owner`.
pub(super) fn body<'a>(
    context: &mut Context<'a>,
    body: &'a ReferenceOr<RequestBody>,
    at: &Pointer,
    owner: &str,
) -> Option<Body> {
    let document = context.document;
    let find = |reference: &str| document.request_body(reference);
    let (body, at) = resolved(document, body, at, find, &mut context.known.diagnostics)?;
    let mut name = name(document, &at, || TypeName {
        root: owner.to_owned(),
        steps: Vec::new(),
    });
    name.steps.push(Step::Body);
    let content = at.member("content");
    let choices = choices(&body.content, SENT);
    let chosen = choices.first()?;
    if !body.required && form::says_nothing(context, chosen, &content, &name) {
        return None;
    }
    let others: Vec<_> = choices
        .iter()
        .skip(1)
        .filter(|other| says_more(chosen, other))
        .collect();
    left_out(context, chosen, &others, &content);
    Some(Body {
        docs: docs(None, body.description.as_deref(), false),
        required: body.required,
        media: media(context, chosen, &content, name),
    })
}

pub(super) const SENT: Direction = Direction {
    sent: true,
    received: false,
};

fn media<'a>(
    context: &mut Context<'a>,
    chosen: &Choice<'a>,
    content: &Pointer,
    name: TypeName,
) -> Media {
    match chosen.kind {
        Kind::Form => form::form(context, chosen, content, name),
        Kind::Multipart => form::multipart(context, chosen, content, &name),
        _ => plain(context, chosen, content, name, SENT),
    }
}

/// Whether `other` has something that cannot be said with `chosen`: where both are typed, by what
/// their schemas say.
fn says_more(chosen: &Choice<'_>, other: &Choice<'_>) -> bool {
    let is_typed = |kind| matches!(kind, Kind::Json | Kind::Form | Kind::Multipart);
    if is_typed(chosen.kind) {
        is_typed(other.kind) && other.says_more_than(chosen)
    } else {
        chosen.kind != other.kind
    }
}

#[cfg(test)]
mod tests;
