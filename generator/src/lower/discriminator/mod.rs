//! How a delivery says which event it is: declared by `x-webhook-discriminator`, or inferred.

mod candidates;
mod infer;
mod own;
mod several;

use serde_json::Value;

use crate::api::{self, Discriminator, Rule};
use crate::diagnostics::{Diagnostics, Pointer, Severity};
use crate::lower::context::Context;
use crate::lower::expression::{Expression, Part, parse};
use crate::lower::extension::Reader;
use crate::lower::webhook::Delivery;
use candidates::{Place, Says, candidates};
use infer::Names;

/// What an event is known by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    /// All of it.
    pub(super) text: String,
    /// What it says in each of several places; empty where there is but one.
    pub(super) values: Vec<String>,
}

impl Name {
    /// What is said in several places; `None` if nothing is.
    fn joined(values: Vec<String>) -> Option<Self> {
        let text = values.join(".");
        (!values.is_empty()).then_some(Self { text, values })
    }
}

impl From<String> for Name {
    fn from(text: String) -> Self {
        let values = Vec::new();
        Self { text, values }
    }
}

/// Where the event's name is, and what it is for each of `deliveries`: `None` for one that is
/// never told apart from the others.
pub(super) fn discriminator<'a>(
    context: &mut Context<'a>,
    deliveries: &[Delivery<'a>],
) -> (Discriminator, Names) {
    let says: Vec<_> = deliveries
        .iter()
        .map(|delivery| candidates(context, delivery))
        .collect();
    let mut table = infer::Table { deliveries, says };
    let (discriminator, mut names) = match &declared(context)[..] {
        [] => table.infer(context).unwrap_or_else(|| by_route(deliveries)),
        [place] => {
            table.look(context, std::slice::from_ref(place));
            let names = table.names(place, |_, says| Some(says.clone()));
            let names = deliveries
                .iter()
                .zip(names)
                .map(|(delivery, says)| declared_name(delivery, says.as_ref()).map(Name::from));
            (at(place.clone(), Rule::Declared), names.collect())
        }
        places => {
            table.look(context, places);
            (several(places, Rule::Declared), table.declared(places))
        }
    };
    own::names(context, deliveries, &discriminator, &mut names);
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
) -> (Discriminator, Names) {
    let says = deliveries
        .iter()
        .map(|delivery| candidates(context, delivery))
        .collect();
    let table = infer::Table { deliveries, says };
    table.infer_surely().unwrap_or_else(|| by_route(deliveries))
}

/// Nothing tells them apart: each is known by what it is called.
fn by_route(deliveries: &[Delivery<'_>]) -> (Discriminator, Names) {
    let names = deliveries.iter().map(|one| Some(one.called.clone().into()));
    (Discriminator::Route, names.collect())
}

/// A place as the api has it.
fn at(place: Place, rule: Rule) -> Discriminator {
    match place {
        Place::Body(path) => Discriminator::Body { path, rule },
        Place::Header(name) => Discriminator::Header { name, rule },
    }
}

/// Several places as the api has them.
fn several(places: &[Place], rule: Rule) -> Discriminator {
    let places = places.iter().map(|place| match place {
        Place::Body(path) => api::Place::Body(path.clone()),
        Place::Header(name) => api::Place::Header(name.clone()),
    });
    Discriminator::Several {
        places: places.collect(),
        rule,
    }
}

/// A place, for a person to read.
fn shown(discriminator: &Discriminator) -> String {
    match discriminator {
        Discriminator::Body { path, .. } => in_body(path),
        Discriminator::Header { name, .. } => in_header(name),
        Discriminator::Several { places, .. } => {
            let places = places.iter().map(|place| match place {
                api::Place::Header(name) => in_header(name),
                api::Place::Body(path) | api::Place::Item(path) => in_body(path),
            });
            places.collect::<Vec<_>>().join(" and ")
        }
        Discriminator::Single | Discriminator::Route => "nothing".to_owned(),
    }
}

fn in_body(path: &[String]) -> String {
    format!("`{}` in the body", path.join("."))
}

fn in_header(name: &str) -> String {
    format!("the header `{name}`")
}

/// The places that `x-webhook-discriminator` names.
fn declared(context: &mut Context<'_>) -> Vec<Place> {
    const NAME: &str = "x-webhook-discriminator";
    let document = context.document;
    let Some(value) = document.openapi.extensions.get(NAME) else {
        return Vec::new();
    };
    read(
        value,
        &Pointer::default().member(NAME),
        &mut context.diagnostics,
    )
}

fn read(value: &Value, at: &Pointer, diagnostics: &mut Diagnostics) -> Vec<Place> {
    let mut reader = Reader::new(diagnostics, Severity::Warning, "invalid-discriminator");
    let Some(members) = reader.object(value, at, &["from"]) else {
        return Vec::new();
    };
    let help = "it may be $request.body#/type or $request.header.NAME, or a list of these";
    let Some((_, at)) = members.required("from", help, &mut reader) else {
        return Vec::new();
    };
    let texts = members.texts("from", &mut reader);
    let places = texts.iter().filter_map(|text| match parse(text) {
        Some(Expression::Request(Part::Member(path))) => Some(Place::Body(path)),
        Some(Expression::Request(Part::Header(name))) => {
            Some(Place::Header(name.to_ascii_lowercase()))
        }
        _ => {
            let message = format!("`{text}` is no part of a delivery that could name its event");
            reader.mistake(&at, message, help);
            None
        }
    });
    let places: Vec<_> = places.collect();
    // With one of them missing, events would be told apart by less than is wanted.
    match reader.mistakes() {
        0 => places,
        _ => Vec::new(),
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
