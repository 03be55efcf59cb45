//! How a delivery says which event it is: declared by `x-webhook-discriminator`, or inferred.
//!
//! ```yaml
//! x-webhook-discriminator: { from: $request.body#/type }
//! ```
//!
//! Where a delivery has several events, each is an item of an array; and where some have no such
//! array, they say it elsewhere:
//!
//! ```yaml
//! x-webhook-discriminator:
//!   each: $request.body#/items
//!   from: $item#/type
//!   otherwise: $request.body#/kind
//! ```

mod candidates;
mod declared;
mod infer;
mod own;
mod says;
mod several;
mod unlisted;

use crate::api::{self, Batch, Discriminator, Rule};
use crate::lower::context::Context;
use crate::lower::delivery::{Delivery, of_each};
use candidates::{Place, candidates};
pub(super) use declared::NAME as DISCRIMINATOR;
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

/// How deliveries are told apart.
pub(super) struct Told {
    /// Where an event's name is.
    pub(super) discriminator: Discriminator,
    /// Where the events are, if a delivery has several.
    pub(super) batch: Option<Batch>,
    /// What the name of each delivery's event is: `None` for one that is never told apart from the
    /// others.
    pub(super) names: Names,
}

impl From<(Discriminator, Names)> for Told {
    fn from((discriminator, names): (Discriminator, Names)) -> Self {
        Self {
            batch: batch(&discriminator),
            discriminator,
            names,
        }
    }
}

/// How `deliveries` are told apart.
pub(super) fn discriminator<'a>(context: &mut Context<'a>, deliveries: &[Delivery<'a>]) -> Told {
    let says = of_each(context, deliveries, candidates);
    let mut table = infer::Table { deliveries, says };
    let mut told = match declared::declared(context) {
        Some(declared) => declared.told(context, &mut table),
        None => {
            let found = table.infer(context);
            found.unwrap_or_else(|| by_route(deliveries)).into()
        }
    };
    table.take_unlisted(context, &mut told);
    own::names(context, deliveries, &told.discriminator, &mut told.names);
    for (delivery, name) in deliveries.iter().zip(&told.names) {
        if name.is_none() {
            context
                .known
                .diagnostics
                .warning(
                    "no-discriminating-value",
                    &delivery.at,
                    format!(
                        "nothing says by which value of {} this event is known, so it is left out",
                        shown(&told.discriminator, told.batch.as_ref())
                    ),
                )
                .help(match &told.batch {
                    Some(batch) if batch.otherwise.is_none() => "say it there by a `const`, or where deliveries without such items say it, by `otherwise` in x-webhook-discriminator",
                    _ => "say it there by a `const`, in this webhook's payload or header",
                });
        }
    }
    told
}

/// The array whose first item has the places that tell events apart.
fn batch(discriminator: &Discriminator) -> Option<Batch> {
    let places: Vec<&[String]> = match discriminator {
        Discriminator::Body { path, .. } => vec![path],
        Discriminator::Several { places, .. } => {
            places.iter().filter_map(api::Place::in_body).collect()
        }
        _ => Vec::new(),
    };
    let mut items = places.iter().map(|path| match path {
        [items, index, _, ..] if index == "0" => Some(items),
        _ => None,
    });
    let first = items.next()??;
    items.all(|one| one == Some(first)).then(|| Batch {
        items: vec![first.clone()],
        otherwise: None,
    })
}

/// The same of callbacks, for which only what is sure counts: they mostly have URLs of their own.
pub(super) fn of_callbacks<'a>(context: &mut Context<'a>, deliveries: &[Delivery<'a>]) -> Told {
    let says = of_each(context, deliveries, candidates);
    let table = infer::Table { deliveries, says };
    let found = table.infer_surely();
    found.unwrap_or_else(|| by_route(deliveries)).into()
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
fn shown(discriminator: &Discriminator, batch: Option<&Batch>) -> String {
    match discriminator {
        Discriminator::Body { path, .. } => in_body(path, batch),
        Discriminator::Header { name, .. } => in_header(name),
        Discriminator::Several { places, .. } => {
            let places = places.iter().map(|place| match place {
                api::Place::Header(name) => in_header(name),
                api::Place::Body(path) | api::Place::Item(path) => in_body(path, batch),
            });
            places.collect::<Vec<_>>().join(" and ")
        }
        Discriminator::Single | Discriminator::Route => "nothing".to_owned(),
    }
}

fn in_body(path: &[String], batch: Option<&Batch>) -> String {
    match batch.and_then(|batch| batch.in_item(path)) {
        Some(path) => format!("`{}` in an item", path.join(".")),
        None => format!("`{}` in the body", path.join(".")),
    }
}

fn in_header(name: &str) -> String {
    format!("the header `{name}`")
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
