//! What every delivery says of itself, whichever event it tells of: declared by
//! `x-webhook-envelope`, or inferred from what all of them have.
//!
//! ```yaml
//! x-webhook-envelope:
//!   id: $request.body#/uuid
//!   time: $request.body#/created_at
//!   api_version: $request.header.Example-Api-Version
//! ```
//!
//! Where each item of a delivery is an event, it is in the item: `$item#/uuid`. Where it is declared
//! nothing is inferred besides, so that `{}` says that there is none.

mod infer;
mod names;

use serde_json::Value;

use super::context::Context;
use super::delivery::Delivery;
use super::discriminator::Told;
use super::expression::{Expression, Part, parse};
use super::extension::{Members, Reader};
use crate::api::{Batch, Envelope, Place, Verification};
use crate::diagnostics::{Diagnostics, Pointer, Severity};

pub(super) const NAME: &str = "x-webhook-envelope";

const MEMBERS: [&str; 3] = ["id", "time", "api_version"];

const HELP: &str = "it may be $request.body#/POINTER or $request.header.NAME";

const HELP_WITH_ITEMS: &str =
    "each item is an event, so it may be $item#/POINTER or $request.header.NAME";

/// What every one of `deliveries` says of itself; `None` where nothing is known.
pub(super) fn envelope<'a>(
    context: &mut Context<'a>,
    deliveries: &[Delivery<'a>],
    told: &Told,
    verification: Option<&Verification>,
) -> Option<Envelope> {
    let document = context.document;
    let found = match document.openapi.extensions.get(NAME) {
        Some(value) => {
            let at = Pointer::default().member(NAME);
            declared(
                value,
                &at,
                told.batch.as_ref(),
                &mut context.known.diagnostics,
            )
        }
        None => Some(infer::infer(
            context,
            deliveries,
            &told.discriminator,
            verification,
        )),
    };
    let is_there = |found: &Envelope| {
        let places = [&found.id, &found.time, &found.api_version];
        places.into_iter().any(Option::is_some)
    };
    found.filter(is_there)
}

fn declared(
    value: &Value,
    at: &Pointer,
    batch: Option<&Batch>,
    diagnostics: &mut Diagnostics,
) -> Option<Envelope> {
    let mut reader = Reader::new(diagnostics, Severity::Warning, "invalid-envelope");
    let members = reader.object(value, at, &MEMBERS)?;
    Some(Envelope {
        id: place(&members, "id", batch, &mut reader),
        time: place(&members, "time", batch, &mut reader),
        api_version: place(&members, "api_version", batch, &mut reader),
        declared: Some(at.to_string()),
    })
}

fn place(
    members: &Members<'_>,
    name: &str,
    batch: Option<&Batch>,
    reader: &mut Reader<'_>,
) -> Option<Place> {
    let (text, at) = members.text(name, reader)?;
    match (parse(text), batch) {
        (Some(Expression::Request(Part::Member(path))), None) => Some(Place::Body(path)),
        (Some(Expression::Item(path)), Some(batch)) => {
            Some(Place::Body([batch.first(), path].concat()))
        }
        (Some(Expression::Request(Part::Header(name))), _) => Some(Place::Header(name)),
        _ => {
            let message = format!("`{text}` is no part of a delivery that could say this");
            let help = if batch.is_some() {
                HELP_WITH_ITEMS
            } else {
                HELP
            };
            reader.mistake(&at, message, help);
            None
        }
    }
}

#[cfg(test)]
mod tests;
