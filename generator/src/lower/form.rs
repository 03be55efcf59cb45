//! Forms: how their members are written, and which of them are files.

use std::collections::BTreeSet;
use std::rc::Rc;

use openapiv3::{Encoding, QueryStyle, Schema};

use super::body::SENT;
use super::context::Context;
use super::flat::{Flat, Rest};
use super::kind::Kind as ValueKind;
use super::media::{Choice, Kind, is_json};
use super::spot::{Node, Spot};
use crate::api::{FormLayout, FormMember, Layout, Media, Style, TypeName, Written};
use crate::diagnostics::Pointer;

/// Whether a form is described that has no members: as some do for each of their operations.
pub(super) fn says_nothing<'a>(
    context: &mut Context<'a>,
    chosen: &Choice<'a>,
    content: &Pointer,
    name: &TypeName,
) -> bool {
    if !matches!(chosen.kind, Kind::Form | Kind::Multipart) {
        return false;
    }
    let Some(spot) = chosen.spot(content, name) else {
        return false;
    };
    let flat = context.flat(&spot);
    flat.properties.is_empty()
        && flat.choices.is_empty()
        && flat.kinds == Some(BTreeSet::from([ValueKind::Object]))
        && matches!(flat.rest, Rest::Unsaid | Rest::Closed)
}

/// A form as a query has it.
pub(super) fn form<'a>(
    context: &mut Context<'a>,
    chosen: &Choice<'a>,
    content: &Pointer,
    name: TypeName,
) -> Media {
    let mut written = Vec::new();
    let mut composite = 0;
    for (name, member, encoding) in members(context, chosen, content, &name) {
        composite += usize::from(is_composite(&member));
        let Some(encoding) = encoding.and_then(self::written) else {
            continue;
        };
        if is_composite(&member) || changes_text(&encoding) {
            written.push(FormMember {
                name,
                written: encoding,
            });
        }
    }
    Media::Form {
        ty: chosen.ty(context, content, name, SENT),
        layout: layout(written, composite),
    }
}

/// All alike, if every member that is not plain is written in the same way.
fn layout(written: Vec<FormMember>, composite: usize) -> FormLayout {
    match written.first().map(|first| &first.written) {
        None => FormLayout::Usual,
        Some(Written::Layout(layout))
            if written.len() == composite
                && written
                    .iter()
                    .all(|member| member.written == Written::Layout(*layout)) =>
        {
            FormLayout::Alike(*layout)
        }
        Some(_) => FormLayout::Members(written),
    }
}

/// A form of several parts.
pub(super) fn multipart<'a>(
    context: &mut Context<'a>,
    chosen: &Choice<'a>,
    content: &Pointer,
    name: &TypeName,
) -> Media {
    let ty = chosen.ty(context, content, name.clone(), SENT);
    let object = context.object_id(&ty);
    let mut written = Vec::new();
    for (name, member, encoding) in members(context, chosen, content, name) {
        let content_type = encoding.and_then(|encoding| encoding.content_type.as_deref());
        let found = encoding.and_then(self::written);
        let files = context.files(&name, &member, content_type);
        let is_plain = files.is_none() && !is_composite(&member);
        if let (Some(several), Some(id)) = (files, object) {
            context.file_member(id, name.clone(), several);
        }
        // A style says nothing of a file, and of a plain value nothing either.
        let says = match &found {
            Some(Written::Layout(_)) => files.is_none() && !is_plain,
            Some(Written::ContentType(_)) => true,
            None => false,
        };
        if says {
            written.extend(found.map(|written| FormMember { name, written }));
        }
        if encoding.is_some_and(|encoding| !encoding.headers.is_empty()) {
            report_headers(context, chosen, content);
        }
    }
    Media::Multipart {
        ty,
        members: written,
    }
}

fn report_headers(context: &mut Context<'_>, chosen: &Choice<'_>, content: &Pointer) {
    let at = content.member(chosen.content_type).member("encoding");
    if let Some(warning) = context.warn("not-modelled", &at, "headers of parts are left out") {
        warning.help("leave out `headers`, if the server needs none of them");
    }
}

/// The members of a form's schema, each with its encoding.
fn members<'a>(
    context: &mut Context<'a>,
    chosen: &Choice<'a>,
    content: &Pointer,
    name: &TypeName,
) -> Vec<(String, Member<'a>, Option<&'a Encoding>)> {
    let Some(spot) = chosen.spot(content, name) else {
        return Vec::new();
    };
    let all = context.flat(&spot);
    all.properties
        .iter()
        .map(|(name, spot)| {
            let spot = spot.clone();
            let flat = context.flat(&spot);
            let encoding = chosen.described.encoding.get(*name);
            ((*name).to_owned(), Member { spot, flat }, encoding)
        })
        .collect()
}

/// A member of a form, and all that is said of it.
struct Member<'a> {
    spot: Spot<'a>,
    flat: Rc<Flat<'a>>,
}

/// Whether a member may be an array or an object, of which a layout says something.
fn is_composite(member: &Member<'_>) -> bool {
    let may_be = |kinds: &BTreeSet<ValueKind>| {
        kinds.contains(&ValueKind::Array) || kinds.contains(&ValueKind::Object)
    };
    member.flat.kinds.as_ref().is_none_or(may_be) || !member.flat.choices.is_empty()
}

/// Whether plain values are written otherwise too.
fn changes_text(written: &Written) -> bool {
    match written {
        Written::Layout(layout) => layout.allow_reserved,
        Written::ContentType(content_type) => is_json(content_type),
    }
}

/// How a member is written; a style wins over a content type (OpenAPI 3.1.1, 4.8.15.1.2). Of
/// several content types the one who sends chooses, so that none is said.
fn written(encoding: &Encoding) -> Option<Written> {
    if let Some(style) = &encoding.style {
        return Some(Written::Layout(Layout {
            style: match style {
                QueryStyle::Form => Style::Form,
                QueryStyle::SpaceDelimited => Style::SpaceDelimited,
                QueryStyle::PipeDelimited => Style::PipeDelimited,
                QueryStyle::DeepObject => Style::DeepObject,
            },
            explode: encoding.explode,
            allow_reserved: encoding.allow_reserved,
        }));
    }
    let content_type = encoding.content_type.as_deref()?.trim();
    let is_one = !content_type.is_empty() && !content_type.contains(['*', ',']);
    is_one.then(|| Written::ContentType(content_type.to_owned()))
}

impl<'a> Context<'a> {
    /// Whether a member is a file, or several.
    fn files(
        &mut self,
        name: &str,
        member: &Member<'a>,
        content_type: Option<&str>,
    ) -> Option<bool> {
        let only = |kind| member.flat.kinds == Some(BTreeSet::from([kind]));
        if only(ValueKind::Array) {
            let items = member.flat.items.clone()?;
            let flat = self.flat(&items);
            let items = Member { spot: items, flat };
            return self.is_file(&items, content_type).then_some(true);
        }
        if self.is_file(member, content_type) {
            return Some(false);
        }
        let is_unmarked = name == "file"
            && only(ValueKind::String)
            && is_bare(&member.flat)
            && content_type.is_none();
        if is_unmarked {
            let message = "this is described as text, and taken for a file by its name";
            if let Some(warning) = self.warn("unmarked-file", member.spot.at(), message) {
                warning.help("add `format: binary`");
            }
        }
        is_unmarked.then_some(false)
    }

    /// A text of bytes (OpenAPI 3.0.3, 4.7.14.2), or of which only the kind of content is said
    /// (3.1.1, 4.8.15.1.1, as for what has no type at all).
    fn is_file(&self, member: &Member<'a>, content_type: Option<&str>) -> bool {
        let flat = &member.flat;
        let is_text = content_type
            .is_some_and(|content_type| is_json(content_type) || content_type.starts_with("text/"));
        match &flat.kinds {
            None => is_bare(flat) && flat.choices.is_empty() && !is_text,
            Some(kinds) if *kinds == BTreeSet::from([ValueKind::String]) => {
                flat.format == Some("binary")
                    || (is_bare(flat) && self.is_of_raw_content(&member.spot))
                    || (is_bare(flat) && content_type.is_some_and(is_binary))
            }
            Some(_) => false,
        }
    }

    /// Whether `contentMediaType` is said without `contentEncoding`.
    fn is_of_raw_content(&self, spot: &Spot<'a>) -> bool {
        spot.parts.iter().any(|part| {
            self.schema_of(part.node).is_some_and(|schema| {
                let has = |name: &str| schema.schema_data.extensions.contains_key(name);
                has("x-hookgen-content-media-type") && !has("x-hookgen-content-encoding")
            })
        })
    }

    /// The schema at the end of a chain of references.
    fn schema_of(&self, mut node: Node<'a>) -> Option<&'a Schema> {
        /// A chain that is longer leads in a circle.
        const LONGEST: usize = 64;
        for _ in 0..LONGEST {
            match node {
                Node::Inline(schema) => return Some(schema),
                Node::Reference(reference) => {
                    let (schema, _) = self.document.schema(reference)?;
                    node = schema.into();
                }
            }
        }
        None
    }
}

/// Whether nothing narrows a text.
fn is_bare(flat: &Flat<'_>) -> bool {
    flat.format.is_none() && flat.values.is_none()
}

/// Whether a part of this content type is no text.
fn is_binary(content_type: &str) -> bool {
    const BINARY: [&str; 4] = ["image/", "audio/", "video/", "application/octet-stream"];
    BINARY.iter().any(|start| content_type.starts_with(start))
}

#[cfg(test)]
mod tests;
