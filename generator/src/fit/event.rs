//! Which event a delivery is.

use std::borrow::Cow;

use serde_json::Value;

use super::place::{Item, Owner};
use super::record::Record;
use super::walk::tag;
use crate::api::{Api, Discriminator, Place, Type, Webhooks, pointer};
use crate::error::Error;

/// Which event a delivery is.
pub(super) enum Which<'a> {
    /// One that is described, and what its payload is described as.
    Known(Owner, &'a Type),
    /// One of this name, which is not described.
    Unknown(String),
    /// It does not say: why.
    Unsaid(String),
}

/// Which event `record` is: what someone says who asks, or what the delivery says in the way that
/// is described, or else what it is called where it is kept.
pub(super) fn which<'a>(api: &'a Api, record: &Record, asked: Option<&str>) -> Which<'a> {
    if let Some(name) = asked {
        return called(api, name, &record.body).unwrap_or_else(|| Which::Unknown(name.to_owned()));
    }
    let mut unsaid = None;
    for (webhooks, owner) in delivered(api) {
        match said(webhooks, record) {
            Ok(name) => match named(webhooks, owner, &name) {
                Some(known) => return known,
                None => unsaid = unsaid.or(Some(Which::Unknown(name))),
            },
            Err(why) => unsaid = unsaid.or(Some(Which::Unsaid(why))),
        }
    }
    if let Some(name) = &record.name {
        return called(api, name, &record.body).unwrap_or_else(|| Which::Unknown(name.clone()));
    }
    unsaid.unwrap_or_else(|| Which::Unsaid("nothing is described that is delivered".to_owned()))
}

/// Refuses a name that is a webhook's and a callback's, for whoever asks means one of them.
pub(super) fn refuse_ambiguous(api: &Api, name: &str) -> Result<(), Error> {
    let events = delivered(api).flat_map(|(webhooks, _)| &webhooks.events);
    let called = events.filter(|event| event.is_called(name));
    let origins: Vec<_> = called.map(|event| format!("`{}`", event.origin)).collect();
    match origins.len() {
        0 | 1 => Ok(()),
        _ => Err(Error::Usage(format!(
            "`{name}` is a webhook, and a callback too (help: write which is meant: {})",
            origins.join(" or ")
        ))),
    }
}

/// What is delivered, and what is called back.
fn delivered(api: &Api) -> impl Iterator<Item = (&Webhooks, fn(usize) -> Owner)> {
    let webhooks = api
        .webhooks
        .iter()
        .map(|one| (one, Owner::Event as fn(usize) -> Owner));
    let callbacks = api
        .callbacks
        .iter()
        .map(|one| (one, Owner::Callback as fn(usize) -> Owner));
    webhooks.chain(callbacks)
}

/// What the delivery itself says.
fn said(webhooks: &Webhooks, record: &Record) -> Result<String, String> {
    if let Some(path) = otherwise(webhooks, record) {
        return in_body(path, record);
    }
    match &webhooks.discriminator {
        Discriminator::Body { path, .. } => in_body(path, record),
        Discriminator::Header { name, .. } => in_header(name, record),
        Discriminator::Several { places, .. } => several(webhooks, places, record),
        Discriminator::Single => match webhooks.events.as_slice() {
            [only] => Ok(only.name.clone()),
            _ => Err("nothing is described that is delivered".to_owned()),
        },
        Discriminator::Route => Err("nothing in a delivery says which event it is".to_owned()),
    }
}

/// Where a delivery says it that has no items, if others have some.
fn otherwise<'a>(webhooks: &'a Webhooks, record: &Record) -> Option<&'a [String]> {
    let batch = webhooks.batch.as_ref()?;
    let items = record.body.pointer(&pointer(&batch.items));
    batch.otherwise.as_deref().filter(|_| items.is_none())
}

/// The events of a delivery that has several, as deliveries of one each.
pub(super) fn events(api: &Api, mut record: Record) -> Vec<Record> {
    let batches = delivered(api).filter_map(|(webhooks, _)| webhooks.batch.as_ref());
    for batch in batches {
        let at = pointer(&batch.items);
        let Some(Value::Array(array)) = record.body.pointer_mut(&at) else {
            continue;
        };
        if array.len() < 2 {
            continue;
        }
        let items = std::mem::take(array).into_iter().enumerate();
        let events = items.map(|(index, item)| {
            let mut event = record.clone();
            event.item = Some(Item {
                array: batch.items.clone(),
                index,
            });
            if let Some(array) = event.body.pointer_mut(&at) {
                *array = Value::Array(vec![item]);
            }
            event
        });
        return events.collect();
    }
    vec![record]
}

/// What is said in several places: that of an event that is described, if it is one by the first
/// ones alone.
fn several(webhooks: &Webhooks, places: &[Place], record: &Record) -> Result<String, String> {
    let mut name = String::new();
    let mut known = None;
    for place in places {
        let said = match place {
            Place::Header(header) => in_header(header, record),
            Place::Body(path) | Place::Item(path) => in_body(path, record),
        };
        match said {
            Ok(said) if name.is_empty() => name = said,
            Ok(said) => name = format!("{name}.{said}"),
            Err(why) if name.is_empty() => return Err(why),
            Err(_) => break,
        }
        if webhooks.events.iter().any(|event| event.name == name) {
            known = Some(name.clone());
        }
    }
    Ok(known.unwrap_or(name))
}

fn in_body(path: &[String], record: &Record) -> Result<String, String> {
    let pointer = pointer(path);
    let value = record.body.pointer(&pointer);
    let name = value.and_then(tag).map(Cow::into_owned);
    name.ok_or_else(|| format!("there is nothing at `{pointer}` that says which event it is"))
}

fn in_header(name: &str, record: &Record) -> Result<String, String> {
    let said = record.header(name).map(ToOwned::to_owned);
    said.ok_or_else(|| format!("the header `{name}` says which event it is, and was not recorded"))
}

fn named<'a>(webhooks: &'a Webhooks, owner: fn(usize) -> Owner, name: &str) -> Option<Which<'a>> {
    let mut events = webhooks.events.iter().enumerate();
    let (index, event) = events.find(|(_, event)| event.is_called(name))?;
    Some(Which::Known(owner(index), &event.body))
}

/// The event that someone calls so: by its name, or by the first part of it, which a header says:
/// then it is the one with the `action` that the body says behind it, or the only one.
fn called<'a>(api: &'a Api, name: &str, body: &Value) -> Option<Which<'a>> {
    let exactly = delivered(api).find_map(|(webhooks, owner)| named(webhooks, owner, name));
    exactly.or_else(|| {
        let name = plain(name);
        let action = body.get("action").and_then(tag);
        let long = action.map(|action| format!("{name}-{}", plain(&action)));
        let mut is_wanted = [long, Some(name.clone())].into_iter().flatten();
        is_wanted
            .find_map(|wanted| only(api, |called| called == wanted))
            .or_else(|| {
                let beginning = format!("{name}-");
                only(api, |called| called.starts_with(&beginning))
            })
    })
}

/// The one event of whose name this holds.
fn only(api: &Api, holds: impl Fn(&str) -> bool) -> Option<Which<'_>> {
    let events = delivered(api).flat_map(|(webhooks, owner)| {
        let events = webhooks.events.iter().enumerate();
        events.map(move |(index, event)| (event, owner(index)))
    });
    let mut found = events.filter(|(event, _)| holds(&plain(&event.name)));
    match (found.next(), found.next()) {
        (Some((event, owner)), None) => Some(Which::Known(owner, &event.body)),
        _ => None,
    }
}

/// A name whatever its words are joined by.
fn plain(name: &str) -> String {
    name.replace(|one: char| !one.is_ascii_alphanumeric(), "-")
}
