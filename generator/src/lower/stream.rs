//! Answers that are items, one after another.

use super::context::Context;
use super::media::{Choice, Kind};
use super::spot::{Node, Spot, inside};
use crate::api::{Direction, Framing, Step, Stream, Type, TypeName};
use crate::diagnostics::Pointer;

/// What the items of `choice` are; `None` if it is no stream.
pub(super) fn stream<'a>(
    context: &mut Context<'a>,
    choice: &Choice<'a>,
    content: &Pointer,
    name: &TypeName,
    direction: Direction,
) -> Option<Stream> {
    let Kind::Stream(framing) = choice.kind else {
        return None;
    };
    let name = inside(name, Step::Item);
    let item = match framing {
        Framing::Events => data(context, choice, content, name, direction),
        Framing::Json => Some(match choice.ty(context, content, name, direction) {
            // Without `itemSchema` the schema is that of all items together (OpenAPI 3.2, 4.14.2).
            Type::Array(item) if !choice.has_items() => *item,
            ty => ty,
        }),
    };
    Some(Stream {
        content_type: choice.content_type.to_owned(),
        framing,
        item,
    })
}

/// What an event's `data` says; `None` if that is text.
///
/// `itemSchema` describes the whole event, of which `data` is a member; `schema` is used for what
/// the data says as JSON.
fn data<'a>(
    context: &mut Context<'a>,
    choice: &Choice<'a>,
    content: &Pointer,
    name: TypeName,
    direction: Direction,
) -> Option<Type> {
    let ty = if choice.has_items() {
        let spot = choice.spot(content, &name)?;
        let data = context.flat(&spot).properties.get("data").cloned();
        let Some(data) = data.filter(|data| !says_content(data)) else {
            text_instead(context, spot.at());
            return None;
        };
        let ty = context.type_at(&data);
        context.used(&ty, direction);
        ty
    } else {
        choice.schema(content)?;
        choice.ty(context, content, name, direction)
    };
    (ty != Type::String).then_some(ty)
}

/// Whether a text is JSON of which more is said (`contentSchema`).
fn says_content(data: &Spot<'_>) -> bool {
    data.parts.iter().any(|part| match part.node {
        Node::Inline(schema) => {
            let extensions = &schema.schema_data.extensions;
            extensions.contains_key("x-hookgen-contentSchema")
        }
        Node::Reference(_) => false,
    })
}

fn text_instead(context: &mut Context<'_>, at: &Pointer) {
    let message = "what the `data` of these events says is not understood, so it is text";
    if let Some(warning) = context.warn("not-modelled", at, message) {
        warning.help("describe what `data` says by `schema`, or by a property `data` of this");
    }
}
