//! Content types: what can be done with each, and which of several is used.

use indexmap::IndexMap;
use openapiv3::{MediaType, ReferenceOr, Schema, SchemaKind};

use super::context::Context;
use super::spot::{Part, Spot};
use crate::api::{Direction, Framing, Media, Type, TypeName};
use crate::diagnostics::Pointer;

/// What can be done with a content type. The first is preferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Json,
    /// In a request only; an answer of that kind is [`Structured`](Self::Structured).
    Multipart,
    /// In a request only, too.
    Form,
    Text,
    /// In an answer only.
    Stream(Framing),
    /// Of a form that a schema describes, but that is not known here.
    Structured,
    Bytes,
}

/// A content type, and what is said of it.
#[derive(Clone, Copy)]
pub(super) struct Choice<'a> {
    pub(super) kind: Kind,
    pub(super) content_type: &'a str,
    pub(super) described: &'a MediaType,
}

impl<'a> Choice<'a> {
    /// Its schema as a place, where it has one.
    pub(super) fn spot(&self, content: &Pointer, name: &TypeName) -> Option<Spot<'a>> {
        let (schema, at) = self.schema(content)?;
        Some(Spot::new(name.clone(), Part::new(schema, at)))
    }

    /// Its schema, and where that stands.
    pub(super) fn schema(&self, content: &Pointer) -> Option<(&'a ReferenceOr<Schema>, Pointer)> {
        let at = content.member(self.content_type);
        let member = if self.has_items() {
            "itemSchema"
        } else {
            "schema"
        };
        Some((self.described.schema.as_ref()?, at.member(member)))
    }

    /// Whether its schema is that of a stream's items (OpenAPI 3.2, `itemSchema`).
    pub(super) fn has_items(&self) -> bool {
        self.described
            .extensions
            .contains_key("x-hookgen-itemSchema")
    }

    /// The type of its schema; any value without one.
    pub(super) fn ty(
        &self,
        context: &mut Context<'a>,
        content: &Pointer,
        name: TypeName,
        direction: Direction,
    ) -> Type {
        self.schema(content).map_or(Type::Any, |(schema, at)| {
            context.type_of(schema, &at, name, direction)
        })
    }

    /// Whether its schema says something else than that of `other`.
    pub(super) fn says_more_than(&self, other: &Self) -> bool {
        self.described.schema.is_some() && self.described.schema != other.described.schema
    }

    /// The content type itself; `otherwise` in place of a wildcard.
    fn exact(&self, otherwise: &str) -> String {
        if self.content_type.contains('*') {
            otherwise.to_owned()
        } else {
            self.content_type.to_owned()
        }
    }
}

/// The content types, best first: among several of a kind the plainest JSON, then in the order of
/// their names, for a description's order must not matter.
pub(super) fn choices(
    content: &IndexMap<String, MediaType>,
    direction: Direction,
) -> Vec<Choice<'_>> {
    let mut choices: Vec<_> = content
        .iter()
        .map(|(content_type, described)| Choice {
            kind: kind(content_type, described, direction),
            content_type,
            described,
        })
        .collect();
    choices.sort_by_key(|choice| {
        let essence = essence(choice.content_type);
        (
            choice.kind,
            essence != "application/json",
            essence.contains('*'),
            choice.content_type,
        )
    });
    choices
}

/// A body of JSON, of text or of bytes.
pub(super) fn plain<'a>(
    context: &mut Context<'a>,
    choice: &Choice<'a>,
    content: &Pointer,
    name: TypeName,
    direction: Direction,
) -> Media {
    match choice.kind {
        Kind::Json => Media::Json {
            content_type: choice.exact("application/json"),
            ty: choice.ty(context, content, name, direction),
        },
        Kind::Text => Media::Text {
            content_type: choice.exact("text/plain"),
        },
        Kind::Bytes => Media::Bytes {
            content_type: choice.exact("application/octet-stream"),
        },
        Kind::Structured | Kind::Form | Kind::Multipart | Kind::Stream(_) => {
            let content_type = choice.content_type.to_owned();
            let message =
                format!("`{content_type}` cannot be written or read here, so the body is bytes");
            context
                .known
                .diagnostics
                .warning("not-modelled", content.member(&content_type), message)
                .help("write or read the bytes yourself, or describe application/json if the server takes it too");
            Media::Bytes { content_type }
        }
    }
}

/// The part of a `content` that is JSON, and its content type.
pub(super) fn json(content: &IndexMap<String, MediaType>) -> Option<(&str, &MediaType)> {
    let received = Direction {
        sent: false,
        received: true,
    };
    let best = choices(content, received).into_iter().next()?;
    (best.kind == Kind::Json).then_some((best.content_type, best.described))
}

/// Tells of content types that are left out.
pub(super) fn left_out(
    context: &mut Context<'_>,
    chosen: &Choice<'_>,
    others: &[&Choice<'_>],
    content: &Pointer,
) {
    if others.is_empty() {
        return;
    }
    let others: Vec<_> = others
        .iter()
        .map(|other| format!("`{}`", other.content_type))
        .collect();
    let message = format!(
        "only `{}` is used, and not {}, which says something else",
        chosen.content_type,
        others.join(", ")
    );
    context
        .known
        .diagnostics
        .warning("other-content-types", content, message)
        .help("leave out those that are not needed");
}

fn kind(content_type: &str, media: &MediaType, direction: Direction) -> Kind {
    let essence = essence(content_type);
    if direction.received && is_json_stream(&essence) {
        return Kind::Stream(Framing::Json);
    }
    if is_json(content_type) {
        return Kind::Json;
    }
    if matches!(essence.as_str(), "*/*" | "application/*") {
        return match &media.schema {
            None => Kind::Bytes,
            Some(schema) if is_binary(schema) => Kind::Bytes,
            Some(_) => Kind::Json,
        };
    }
    match essence.as_str() {
        "application/x-www-form-urlencoded" if direction.sent => return Kind::Form,
        "multipart/form-data" if direction.sent => return Kind::Multipart,
        "text/event-stream" if direction.received => return Kind::Stream(Framing::Events),
        _ => {}
    }
    if essence.starts_with("image/") {
        return Kind::Bytes;
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

fn is_binary(schema: &ReferenceOr<Schema>) -> bool {
    let ReferenceOr::Item(schema) = schema else {
        return false;
    };
    matches!(&schema.schema_kind, SchemaKind::Any(any) if any.format.as_deref() == Some("binary"))
}

/// Whether a content type says that a body is one JSON value.
pub(super) fn is_json(content_type: &str) -> bool {
    let essence = essence(content_type);
    matches!(essence.as_str(), "application/json" | "text/json") || essence.ends_with("+json")
}

/// Whether a content type says that a body is JSON values, one after another.
fn is_json_stream(essence: &str) -> bool {
    const KNOWN: [&str; 9] = [
        "application/jsonl",
        "application/json-lines",
        "application/jsonlines",
        "application/json-seq",
        "application/ndjson",
        "application/x-jsonl",
        "application/x-jsonlines",
        "application/x-ndjson",
        "application/stream+json",
    ];
    KNOWN.contains(&essence) || essence.ends_with("+json-seq")
}

fn is_xml(essence: &str) -> bool {
    matches!(essence, "application/xml" | "text/xml") || essence.ends_with("+xml")
}

/// A content type without its parameters: `text/plain` of `text/plain; charset=utf-8`.
pub(super) fn essence(content_type: &str) -> String {
    let essence = content_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}
