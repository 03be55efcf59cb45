//! What is delivered: events, and how one is told from the others.

use hookgen::api::{Api, Discriminator, Rule};
use serde_json::{Value, json};

use super::Section;
use super::signature::sentence;
use super::words::{counted, line, ty};
use crate::table::Table;

pub(super) fn events(api: &Api) -> Section {
    let events = api.webhooks.iter().flat_map(|webhooks| &webhooks.events);
    let mut title = counted("Events", events.clone().count());
    if let Some(webhooks) = &api.webhooks {
        title.push_str(", told apart ");
        title.push_str(&told_apart(&webhooks.discriminator));
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
    let discriminator = api
        .webhooks
        .as_ref()
        .map(|webhooks| told_apart(&webhooks.discriminator));
    Section {
        table,
        member: "webhooks",
        json: json!({ "told_apart": discriminator, "events": list }),
    }
}

/// `by /event in the body (the values that it may take are the events' keys)`.
fn told_apart(discriminator: &Discriminator) -> String {
    let (place, rule) = match discriminator {
        Discriminator::Single => return "by nothing, as there is one only".to_owned(),
        Discriminator::Body { path, rule } => {
            (format!("by `{}` in the body", line(&path.join("."))), rule)
        }
        Discriminator::Header { name, rule } => (format!("by the header `{}`", line(name)), rule),
    };
    let why = match rule {
        Rule::Declared => "declared",
        Rule::DistinctConstants => "each event has another constant there",
        Rule::KeysAsValues => "the values that it may take are the events' keys",
    };
    format!("{place} ({why})")
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
    let words = verification.map(sentence);
    if let Some(words) = &words {
        table.row([words.clone()]);
    }
    Section {
        table,
        member: "verification",
        json: words.map_or(Value::Null, Value::String),
    }
}
