//! What is delivered: events, and how one is told from the others.

use hookgen::api::{Api, Batch, Discriminator, Place, Rule, Webhooks};
use serde_json::{Map, json};

use super::Section;
use super::signature::{parts, place};
use super::words::{counted, line, ty};
use crate::json::members;
use crate::table::Table;

pub(super) fn events(api: &Api) -> Section {
    section(api, "Events", "events", api.webhooks.as_ref())
}

/// What is called back, if anything is.
pub(super) fn callbacks(api: &Api) -> Option<Section> {
    let callbacks = api.callbacks.as_ref()?;
    let mut section = section(api, "Callbacks", "callbacks", Some(callbacks));
    // That of the events has the same name.
    section.members.remove("told_apart");
    Some(section)
}

fn section(api: &Api, title: &str, member: &str, webhooks: Option<&Webhooks>) -> Section {
    let events = webhooks.iter().flat_map(|webhooks| &webhooks.events);
    let mut title = counted(title, events.clone().count());
    let told_apart = webhooks.map(told_apart);
    if let Some(told_apart) = &told_apart {
        title.push_str(", told apart ");
        title.push_str(told_apart);
    }
    let mut table = Table::new(title);
    let mut list = Vec::new();
    for event in events {
        let payload = ty(&event.payload, &api.types);
        table.row([line(&event.name), payload.clone()]);
        list.push(json!({
            "name": event.name,
            "payload": payload,
            "origin": event.origin,
        }));
    }
    Section {
        table,
        members: members(json!({ "told_apart": told_apart, (member): list })),
    }
}

/// `by data.event in the body (declared)`.
fn told_apart(webhooks: &Webhooks) -> String {
    let batch = webhooks.batch.as_ref();
    let (place, rule) = match &webhooks.discriminator {
        Discriminator::Single => return "by nothing, as there is only one".to_owned(),
        Discriminator::Route => return "by nothing but where they come to".to_owned(),
        Discriminator::Body { path, rule } => (in_body(path, batch), rule),
        Discriminator::Header { name, rule } => (in_header(name), rule),
        Discriminator::Several { places, rule } => {
            let places = places.iter().map(|place| match place {
                Place::Header(name) => in_header(name),
                Place::Body(path) | Place::Item(path) => in_body(path, batch),
            });
            (places.collect::<Vec<_>>().join(" and "), rule)
        }
    };
    let why = match rule {
        Rule::Declared => "declared",
        Rule::DistinctConstants => "inferred: each event has a constant of its own there",
        Rule::OperationIds => "inferred: the operationIds are made of its values",
        Rule::KeysAsValues => "inferred: its values are the events' keys",
    };
    let items = batch.map(|batch| {
        let items = line(&batch.items.join("."));
        let otherwise = batch.otherwise.as_ref().map(|path| {
            let place = in_body(path, None);
            format!(", or without them {place}")
        });
        format!(
            "; each item of `{items}` is an event{}",
            otherwise.unwrap_or_default()
        )
    });
    format!("{place} ({why}){}", items.unwrap_or_default())
}

fn in_body(path: &[String], batch: Option<&Batch>) -> String {
    match batch.and_then(|batch| batch.in_item(path)) {
        Some(path) => format!("by `{}` in an item", line(&path.join("."))),
        None => format!("by `{}` in the body", line(&path.join("."))),
    }
}

fn in_header(name: &str) -> String {
    format!("by the header `{}`", line(name))
}

/// What every delivery says of itself, if anything is delivered.
pub(super) fn envelope(api: &Api) -> Option<Section> {
    let webhooks = api.webhooks.as_ref()?;
    let envelope = webhooks.envelope.as_ref();
    let item = |at: &Place| {
        let batch = webhooks.batch.as_ref()?;
        Some(Place::Item(batch.in_item(at.in_body()?)?.to_vec()))
    };
    let said = envelope.map(|envelope| {
        let places = [
            ("id", &envelope.id),
            ("time", &envelope.time),
            ("api_version", &envelope.api_version),
        ];
        let places = places.into_iter();
        places.filter_map(|(name, at)| {
            let at = at.as_ref()?;
            Some((name, place(&item(at).unwrap_or_else(|| at.clone()))))
        })
    });
    let said: Vec<_> = said.into_iter().flatten().collect();
    let title = match envelope {
        Some(envelope) if envelope.declared.is_some() => {
            "What every delivery says of itself (declared)"
        }
        Some(_) => "What every delivery says of itself (inferred: most have it)",
        None => "What every delivery says of itself is not known: there is no x-webhook-envelope",
    };
    let mut table = Table::new(title);
    for (name, place) in &said {
        table.row([(*name).to_owned(), place.clone()]);
    }
    let words: Map<_, _> = said
        .into_iter()
        .map(|(name, at)| (name.to_owned(), at.into()))
        .collect();
    let words = (!words.is_empty()).then_some(words);
    Some(Section {
        table,
        members: members(json!({ "envelope": words })),
    })
}

pub(super) fn verification(api: &Api) -> Section {
    let verification = api
        .webhooks
        .as_ref()
        .and_then(|webhooks| webhooks.verification.as_ref());
    let title = match (verification, &api.webhooks) {
        (Some(_), _) => "Deliveries are verified",
        (None, Some(_)) => "Deliveries are not verified: there is no x-webhook-verification",
        (None, None) => "Nothing is delivered",
    };
    let mut table = Table::new(title);
    let parts = verification.map(parts);
    for part in parts.iter().flatten() {
        table.row([part.clone()]);
    }
    let words = parts.map(|parts| parts.join("; "));
    Section {
        table,
        members: members(json!({ "verification": words })),
    }
}
