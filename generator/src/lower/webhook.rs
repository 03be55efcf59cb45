//! `webhooks`: what a server delivers.

use openapiv3::{Operation as Declared, PathItem};

use super::context::Context;
use super::delivery::{Delivery, Payload, of_each};
use super::discriminator::{Name, Told, discriminator};
use super::envelope::envelope;
use super::media::json;
use super::operation::{methods, said};
use super::resolve::resolved;
use super::signed::{unsigned, verification};
use super::undescribed;
use crate::api::{Batch, Direction, Event, EventNames, Type, Verification, Webhooks};
use crate::diagnostics::Pointer;

/// What is delivered; `None` where nothing is.
pub(super) fn webhooks(context: &mut Context<'_>) -> Option<Webhooks> {
    let deliveries = deliveries(context);
    let verification = verification(context, &deliveries);
    if deliveries.is_empty() {
        return None;
    }
    if verification.is_none() && !context.known.diagnostics.has_errors() {
        unsigned(context, &deliveries);
    }
    let told = discriminator(context, &deliveries);
    let webhooks = webhooks_of(context, &deliveries, told, verification);
    undescribed::report(context, &deliveries, &webhooks);
    Some(webhooks)
}

/// The events that `deliveries` are, and what holds of all.
pub(super) fn webhooks_of<'a>(
    context: &mut Context<'a>,
    deliveries: &[Delivery<'a>],
    told: Told,
    verification: Option<Verification>,
) -> Webhooks {
    let envelope = envelope(context, deliveries, &told, verification.as_ref());
    let events = events(context, deliveries, told.names, told.batch.as_ref());
    Webhooks {
        discriminator: told.discriminator,
        batch: told.batch,
        events,
        names: EventNames::Derived,
        envelope,
        verification,
    }
}

/// The events that `deliveries` are by their `names`, in the order of these.
fn events<'a>(
    context: &mut Context<'a>,
    deliveries: &[Delivery<'a>],
    names: Vec<Option<Name>>,
    batch: Option<&Batch>,
) -> Vec<Event> {
    let mut named: Vec<_> = deliveries
        .iter()
        .zip(names)
        .filter_map(|(delivery, name)| Some((name?, delivery)))
        .collect();
    named.sort_by(|(one, first), (other, second)| {
        (&one.text, &first.called).cmp(&(&other.text, &second.called))
    });
    report_doubles(context, &named);
    named.dedup_by(|later, first| later.0.text == first.0.text);
    let (names, deliveries): (Vec<Name>, Vec<&Delivery<'a>>) = named.into_iter().unzip();
    let mut names = names.into_iter();
    let events = of_each(context, deliveries, |context, delivery| {
        let name = names.next()?;
        Some(event(context, name, delivery, batch))
    });
    events.into_iter().flatten().collect()
}

/// Every delivery of a JSON body, in the order of their keys.
fn deliveries<'a>(context: &mut Context<'a>) -> Vec<Delivery<'a>> {
    let document = context.document;
    let mut items: Vec<_> = document.webhooks.iter().collect();
    items.sort_unstable_by_key(|(key, _)| *key);
    let mut found = Vec::new();
    for (key, item) in items {
        let at = document.webhook_pointer(key);
        found.extend(of_item(context, key, key, item, &at));
    }
    found
}

/// The deliveries that the path item at `item_at` describes, which has the key `key` and is called
/// by `called`.
pub(super) fn of_item<'a>(
    context: &mut Context<'a>,
    key: &'a str,
    called: &str,
    item: &'a PathItem,
    item_at: &Pointer,
) -> Vec<Delivery<'a>> {
    let methods = methods(context.document, item, item_at);
    let several = methods.len() > 1;
    if several {
        context
            .known
            .diagnostics
            .warning(
                "several-methods",
                item_at,
                format!("`{key}` has several methods; each is taken as an event of its own"),
            )
            .help("give each event a key of its own, with the method post");
    }
    let mut deliveries = Vec::new();
    for method in methods {
        let (operation, at) = (method.operation, method.at);
        let Some(payload) = payload(context, operation, &at) else {
            continue;
        };
        deliveries.push(Delivery {
            key,
            called: if several {
                format!("{called} {}", method.name)
            } else {
                called.to_owned()
            },
            origin: if several { at.clone() } else { item_at.clone() },
            at,
            item,
            item_at: item_at.clone(),
            operation,
            docs: said(item, operation),
            payload,
        });
    }
    deliveries
}

/// The described JSON of a delivery; `Some(None)` where nothing is said of it, and `None`, with a
/// report, where it is something else than JSON.
#[expect(
    clippy::option_option,
    reason = "a body that is not described and a delivery that is left out are two things"
)]
fn payload<'a>(
    context: &mut Context<'a>,
    operation: &'a Declared,
    at: &Pointer,
) -> Option<Option<Payload<'a>>> {
    let document = context.document;
    let find = |reference: &str| document.request_body(reference);
    let body = operation.request_body.as_ref().and_then(|body| {
        let at = at.member("requestBody");
        resolved(document, body, &at, find, &mut context.known.diagnostics)
    });
    let Some((body, at)) = body.filter(|(body, _)| !body.content.is_empty()) else {
        return Some(None);
    };
    let at = at.member("content");
    let Some((content_type, media)) = json(&body.content) else {
        context
            .known
            .diagnostics
            .warning(
                "not-modelled",
                &at,
                "only deliveries of JSON can be received, so this one is left out",
            )
            .help("describe its content as application/json, if it is that");
        return None;
    };
    Some(media.schema.as_ref().map(|schema| Payload {
        media,
        schema,
        at: at.member(content_type).member("schema"),
    }))
}

/// The events that share a name with one before them.
fn report_doubles(context: &mut Context<'_>, named: &[(Name, &Delivery<'_>)]) {
    for pair in named.windows(2) {
        let [(name, first), (again, later)] = pair else {
            continue;
        };
        if name.text == again.text {
            context
                .known
                .diagnostics
                .warning(
                    "duplicate-event",
                    &later.at,
                    format!(
                        "another delivery is the event `{}` too, so this one is left out",
                        name.text
                    ),
                )
                .help("describe both payloads in one, or give each a name of its own")
                .related(&first.at, "the other one");
        }
    }
}

fn event<'a>(
    context: &mut Context<'a>,
    name: Name,
    delivery: &Delivery<'a>,
    batch: Option<&Batch>,
) -> Event {
    let received = Direction {
        sent: false,
        received: true,
    };
    let body = delivery.payload.as_ref().map_or(Type::Any, |payload| {
        context.type_of(payload.schema, &payload.at, delivery.name(), received)
    });
    let item = batch.and_then(|batch| delivery.member(context, &batch.first()));
    let payload = match item {
        Some(item) => {
            let ty = context.type_at(&item);
            context.used(&ty, received);
            ty
        }
        None => body.clone(),
    };
    Event {
        name: name.text,
        values: name.values,
        origin: context.document.origin(&delivery.origin),
        docs: delivery.docs.clone(),
        payload,
        body,
    }
}

#[cfg(test)]
mod tests;
