//! From the description's model to what it says: every reference resolved, every merge made.
//!
//! A schema is looked at in three steps. A [`spot`] is a place of the description together with all
//! that is said of the value there; its [`flat`] view has every reference followed and every `allOf`
//! merged; and from that [`schema`] makes a type, through the file that is named after its kind.
//!
//! An object, an enum or a union that has no name of its own is called by where it stands. Two that
//! say the same in two places have a name each: if they shared one, a change of one of them would
//! rename the other. That both names mean one type is for [`adapt`](crate::adapt) to find.
//!
//! | files | concept |
//! |---|---|
//! | [`context`], [`view`], [`spot`], [`place_name`], [`room`] | what the passes share, and look at; places, and what they are called by |
//! | [`mod@reference`], [`resolve`], [`flat`], [`flatten`], [`members`], [`heirs`], [`inside`], [`merge`], [`kind`], [`nullable`], [`mod@never`], [`constraints`], [`conditions`] | what is said of a value, in one view |
//! | [`schema`], [`scalar`], [`object`], [`mod@array`], [`enumeration`], [`union`] | what type that is |
//! | [`files`], [`alias`], [`direction`], [`access`], [`recursion`], [`graph`], [`order`] | passes over all types, at the end |
//! | [`operation`], [`path`], [`parameter`], [`media`], [`body`], [`form`], [`response`], [`stream`], [`pagination`], [`server`], [`security`], [`token`] | what a client can ask |
//! | [`webhook`], [`callback`], [`delivery`], [`discriminator`], [`mod@envelope`], [`event_names`], [`signed`], [`signature`], [`undescribed`] | what is delivered |
//! | [`nothing`] | a description of none of these |
//! | [`extension`], [`expression`] | members and runtime expressions of our extensions |

mod access;
mod alias;
mod array;
mod body;
mod callback;
mod conditions;
mod constraints;
mod context;
mod delivery;
mod direction;
mod discriminator;
mod docs;
mod enumeration;
mod envelope;
mod event_names;
mod expression;
mod extension;
mod files;
mod flat;
mod flatten;
mod form;
mod graph;
mod heirs;
mod inside;
mod kind;
mod media;
mod members;
mod merge;
mod never;
mod nothing;
mod nullable;
mod object;
mod operation;
mod order;
mod pagination;
mod parameter;
mod path;
mod place_name;
mod recursion;
mod reference;
mod resolve;
mod response;
mod room;
mod scalar;
mod schema;
mod security;
mod server;
mod signature;
mod signed;
mod spot;
mod stream;
#[cfg(test)]
mod testing;
mod token;
mod undescribed;
mod union;
mod view;
mod webhook;

use crate::api::{Api, Types};
use crate::diagnostics::{Diagnostics, Pointer};
use crate::document::Document;
use context::Context;
use view::View;

pub use alias::keep_null;
pub use direction::spread;
pub use nothing::report_nothing;

/// Says in plain data what `document` describes.
///
/// What cannot be expressed is replaced where it stands, and reported; nothing after this stage
/// can fail for what the description says.
#[must_use]
pub fn lower(document: &Document) -> (Api, Diagnostics) {
    let mut known = context::lower_components(document);
    let servers = server::servers(document, &mut known.diagnostics);
    let mut schemes = security::schemes(document, &mut known.diagnostics);
    let certificates = std::mem::take(&mut schemes.certificates);
    let (operations, known) = operation::operations(document, known, &schemes);
    let view = View::new(document);
    let mut context = Context::new(&view, known);
    let security = token::with_tokens(&mut context, schemes, &operations);
    let webhooks = webhook::webhooks(&mut context);
    let callbacks = callback::callbacks(&mut context);

    let mut api = Api {
        title: document.openapi.info.title.clone(),
        version: document.openapi.info.version.clone(),
        docs: docs::docs(None, document.openapi.info.description.as_deref(), false),
        servers,
        types: Types::default(),
        operations,
        webhooks,
        callbacks,
        security,
        certificates,
    };
    let mut diagnostics = context.finish(&mut api);
    event_names::find(&mut api, &Pointer::default(), &mut diagnostics);
    (api, diagnostics)
}
