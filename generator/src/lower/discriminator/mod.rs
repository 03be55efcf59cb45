//! How a delivery says which event it is: declared by `x-webhook-discriminator`, or inferred.

mod candidates;
mod infer;

use serde_json::Value;

use crate::api::{Discriminator, Rule};
use crate::diagnostics::{Diagnostics, Pointer, Severity};
use crate::lower::context::Context;
use crate::lower::expression::{Expression, Part, parse};
use crate::lower::extension::Reader;
use crate::lower::webhook::Delivery;
use candidates::{Place, Says, candidates, member};

/// Where the event's name is, and what it is for each of `deliveries`: `None` for one that is
/// never told apart from the others.
pub(super) fn discriminator<'a>(
    context: &mut Context<'a>,
    deliveries: &[Delivery<'a>],
) -> (Discriminator, Vec<Option<String>>) {
    let says: Vec<_> = deliveries
        .iter()
        .map(|delivery| candidates(context, delivery))
        .collect();
    let table = infer::Table { deliveries, says };
    let (discriminator, names) = match declared(context) {
        Some(place) => {
            let names = deliveries
                .iter()
                .zip(&table.says)
                .map(|(delivery, says)| {
                    let says = match &place {
                        Place::Body(path) => member(context, delivery, path),
                        Place::Header(_) => says.get(&place).cloned(),
                    };
                    declared_name(delivery, says.as_ref())
                })
                .collect();
            (at(place, Rule::Declared), names)
        }
        None => table.infer(context).unwrap_or_else(|| by_route(deliveries)),
    };
    for (delivery, name) in deliveries.iter().zip(&names) {
        if name.is_none() {
            context
                .diagnostics
                .warning(
                    "no-discriminating-value",
                    &delivery.at,
                    format!(
                        "nothing says by which value of {} this event is known, so it is left out",
                        shown(&discriminator)
                    ),
                )
                .help("say it there by a `const`, in this webhook's payload or header");
        }
    }
    (discriminator, names)
}

/// The same of callbacks, for which only what is sure counts: they mostly have URLs of their own.
pub(super) fn of_callbacks<'a>(
    context: &mut Context<'a>,
    deliveries: &[Delivery<'a>],
) -> (Discriminator, Vec<Option<String>>) {
    let says = deliveries
        .iter()
        .map(|delivery| candidates(context, delivery))
        .collect();
    let table = infer::Table { deliveries, says };
    table.infer_surely().unwrap_or_else(|| by_route(deliveries))
}

/// Nothing tells them apart: each is known by what it is called.
fn by_route(deliveries: &[Delivery<'_>]) -> (Discriminator, Vec<Option<String>>) {
    let names = deliveries.iter().map(|one| Some(one.called.clone()));
    (Discriminator::Route, names.collect())
}

/// A place as the api has it.
fn at(place: Place, rule: Rule) -> Discriminator {
    match place {
        Place::Body(path) => Discriminator::Body { path, rule },
        Place::Header(name) => Discriminator::Header { name, rule },
    }
}

/// A place, for a person to read.
fn shown(discriminator: &Discriminator) -> String {
    match discriminator {
        Discriminator::Body { path, .. } => format!("`{}` in the body", path.join(".")),
        Discriminator::Header { name, .. } => format!("the header `{name}`"),
        Discriminator::Single | Discriminator::Route => "nothing".to_owned(),
    }
}

/// The place that `x-webhook-discriminator` names.
fn declared(context: &mut Context<'_>) -> Option<Place> {
    const NAME: &str = "x-webhook-discriminator";
    let document = context.document;
    let value = document.openapi.extensions.get(NAME)?;
    read(
        value,
        &Pointer::default().member(NAME),
        &mut context.diagnostics,
    )
}

fn read(value: &Value, at: &Pointer, diagnostics: &mut Diagnostics) -> Option<Place> {
    let mut reader = Reader::new(diagnostics, Severity::Warning, "invalid-discriminator");
    let members = reader.object(value, at, &["from"])?;
    let help = "it may be $request.body#/type or $request.header.NAME";
    let (text, at) = members.required_text("from", help, &mut reader)?;
    match parse(text) {
        Some(Expression::Request(Part::Member(path))) => Some(Place::Body(path)),
        Some(Expression::Request(Part::Header(name))) => {
            Some(Place::Header(name.to_ascii_lowercase()))
        }
        _ => {
            let message = format!("`{text}` is no part of a delivery that could name its event");
            reader.mistake(&at, message, help);
            None
        }
    }
}

/// The only value that an event can have there; its key, where it can have several or any.
fn declared_name(delivery: &Delivery<'_>, says: Option<&Says>) -> Option<String> {
    match says {
        Some(Says::Texts(texts)) => match &texts[..] {
            [only] => Some(only.clone()),
            several => aliases(delivery)
                .into_iter()
                .find(|alias| several.iter().any(|text| text == alias))
                .map(str::to_owned),
        },
        Some(Says::Any(_)) | None => aliases(delivery).first().map(|key| (*key).to_owned()),
    }
}

/// What an event may be known by where its payload leaves it open: its key, which may be written
/// like a path, or its `operationId`.
fn aliases<'d>(delivery: &'d Delivery<'_>) -> Vec<&'d str> {
    let key = delivery.key.strip_prefix('/').unwrap_or(delivery.key);
    let own = delivery.operation.operation_id.as_deref();
    [Some(key), Some(delivery.key), own]
        .into_iter()
        .flatten()
        .collect()
}

#[cfg(test)]
mod tests;
