//! Bodies: which of the described content types is used, and what it says.

use indexmap::IndexMap;
use openapiv3::{MediaType, ReferenceOr, RequestBody};

use super::context::Context;
use super::docs::docs;
use super::resolve::{name, resolved};
use crate::api::{Body, Direction, Media, Step, Type, TypeName};
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
    let (body, at) = resolved(body, at, find, &mut context.diagnostics)?;
    let mut name = name(&at, || TypeName {
        root: owner.to_owned(),
        steps: Vec::new(),
    });
    name.steps.push(Step::Body);
    let sent = Direction {
        sent: true,
        received: false,
    };
    Some(Body {
        docs: docs(None, body.description.as_deref(), false),
        required: body.required,
        media: media(context, &body.content, &at, name, sent)?,
    })
}

/// How a body is written, by the `content` of what stands at `at`; `None` where it is empty.
pub(super) fn media<'a>(
    context: &mut Context<'a>,
    content: &'a IndexMap<String, MediaType>,
    at: &Pointer,
    name: TypeName,
    direction: Direction,
) -> Option<Media> {
    let at = at.member("content");
    let (kind, content_type, described) = preferred(content)?;
    let place = at.member(content_type);
    let wildcard = content_type.contains('*');
    if context.document.item_schema(&place).is_some() {
        context
            .diagnostics
            .warning(
                "not-modelled",
                place.member("itemSchema"),
                "the items of a stream are not read one by one yet, and the body is taken whole",
            )
            .help("read the items out of the body yourself");
    }
    if kind != Kind::Json && content.len() > 1 {
        others_left_out(context, content, content_type, &at);
    }
    Some(match kind {
        Kind::Json => Media::Json {
            content_type: if wildcard {
                "application/json".to_owned()
            } else {
                content_type.to_owned()
            },
            ty: described.schema.as_ref().map_or(Type::Any, |schema| {
                context.type_of(schema, &place.member("schema"), name, direction)
            }),
        },
        Kind::Text => Media::Text {
            content_type: content_type.to_owned(),
        },
        Kind::Structured => {
            context
                .diagnostics
                .warning(
                    "not-modelled",
                    &place,
                    format!("`{content_type}` cannot be written or read yet, so the body is bytes"),
                )
                .help("write or read the bytes yourself, or describe application/json if the server takes it too");
            Media::Bytes {
                content_type: content_type.to_owned(),
            }
        }
        Kind::Bytes => Media::Bytes {
            content_type: if wildcard {
                "application/octet-stream".to_owned()
            } else {
                content_type.to_owned()
            },
        },
    })
}

/// The part of a `content` that is JSON, and its content type.
pub(super) fn json(content: &IndexMap<String, MediaType>) -> Option<(&str, &MediaType)> {
    let (kind, content_type, described) = preferred(content)?;
    (kind == Kind::Json).then_some((content_type, described))
}

/// What can be done with a content type. The first is preferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Json,
    Text,
    /// Of a form that a schema describes, but that is not known here.
    Structured,
    Bytes,
}

/// The content type that is used. Among several of a kind the plainest JSON wins, then the first
/// in the order of their names, for a description's order must not matter.
fn preferred(content: &IndexMap<String, MediaType>) -> Option<(Kind, &str, &MediaType)> {
    content
        .iter()
        .map(|(content_type, media)| (kind(content_type, media), content_type.as_str(), media))
        .min_by_key(|(kind, content_type, _)| {
            let essence = essence(content_type);
            (
                *kind,
                essence != "application/json",
                essence.contains('*'),
                *content_type,
            )
        })
}

fn kind(content_type: &str, media: &MediaType) -> Kind {
    let essence = essence(content_type);
    let is_any = matches!(essence.as_str(), "*/*" | "application/*");
    if is_json(content_type) || (is_any && media.schema.is_some()) {
        return Kind::Json;
    }
    let is_form = essence == "application/x-www-form-urlencoded";
    if is_form || essence.starts_with("multipart/") || is_xml(&essence) {
        return Kind::Structured;
    }
    if essence.starts_with("text/") {
        return Kind::Text;
    }
    Kind::Bytes
}

/// Whether a content type says that a body is one JSON value.
pub(super) fn is_json(content_type: &str) -> bool {
    let essence = essence(content_type);
    matches!(essence.as_str(), "application/json" | "text/json") || essence.ends_with("+json")
}

fn is_xml(essence: &str) -> bool {
    matches!(essence, "application/xml" | "text/xml") || essence.ends_with("+xml")
}

/// A content type without its parameters: `text/plain` of `text/plain; charset=utf-8`.
fn essence(content_type: &str) -> String {
    let essence = content_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

fn others_left_out(
    context: &mut Context<'_>,
    content: &IndexMap<String, MediaType>,
    chosen: &str,
    at: &Pointer,
) {
    let mut others: Vec<_> = content
        .keys()
        .filter(|name| *name != chosen)
        .map(|name| format!("`{name}`"))
        .collect();
    others.sort_unstable();
    context
        .diagnostics
        .warning(
            "other-content-types",
            at,
            format!("only `{chosen}` is used, and not {}", others.join(", ")),
        )
        .help("leave out those that are not needed");
}

#[cfg(test)]
mod tests;
