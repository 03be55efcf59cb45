//! Places in deliveries that our extensions speak of, and no payload has: a pointer that is misspelt
//! would otherwise be found out when nothing can be received.

use super::context::Context;
use super::delivery::Delivery;
use super::discriminator::DISCRIMINATOR;
use super::envelope;
use super::signature::VERIFICATION;
use crate::api::{Discriminator, Place, Rule, Verification, Webhooks};
use crate::diagnostics::Pointer;

/// Warns of each place that the extensions name for `webhooks`, and none of its `deliveries` has,
/// although they say what they have.
pub(super) fn report<'a>(
    context: &mut Context<'a>,
    deliveries: &[Delivery<'a>],
    webhooks: &Webhooks,
) {
    let mut named = Vec::new();
    discriminator(webhooks, &mut named);
    in_envelope(webhooks, &mut named);
    let value = context.document.openapi.extensions.get(VERIFICATION);
    // A preset is known to be right, whatever the payloads say.
    let is_own = value.is_some_and(|value| value.get("preset").is_none());
    if let (Some(verification), true) = (&webhooks.verification, is_own) {
        self::verification(verification, &mut named);
        other_items(context, webhooks, verification);
    }
    let mut missing: Vec<Vec<String>> = Vec::new();
    for one in named {
        let mut all = deliveries.iter();
        let is_missing = !missing.iter().any(|array| one.path.starts_with(array))
            && all.all(|delivery| delivery.lacks(context, &one.path));
        if !is_missing {
            continue;
        }
        let diagnostics = &mut context.known.diagnostics;
        diagnostics
            .warning("undescribed-place", &one.at, one.told())
            .help("correct the pointer, or describe what is there in the payloads");
        if one.items == Some(one.path.len() - 1) {
            missing.push(one.path);
        }
    }
}

/// A place in a body that is spoken of.
struct Named {
    path: Vec<String>,
    /// How long the way is to the array in whose items it is.
    items: Option<usize>,
    at: Pointer,
}

impl Named {
    fn told(&self) -> String {
        let shown = |path: &[String]| format!("`{}`", path.join("."));
        let Some(items) = self.items else {
            return format!("no payload has {}", shown(&self.path));
        };
        let array = shown(&self.path[..items]);
        match &self.path[items + 1..] {
            [] => format!("no payload has an array {array}"),
            path => format!("no payload has {} in the items of {array}", shown(path)),
        }
    }
}

fn discriminator(webhooks: &Webhooks, named: &mut Vec<Named>) {
    let (rule, places) = match &webhooks.discriminator {
        Discriminator::Body { path, rule } => (rule, vec![path.as_slice()]),
        Discriminator::Several { places, rule } => {
            (rule, places.iter().filter_map(Place::in_body).collect())
        }
        Discriminator::Header { rule, .. } => (rule, Vec::new()),
        Discriminator::Single | Discriminator::Route => return,
    };
    if *rule != Rule::Declared {
        return;
    }
    let at = Pointer::default().member(DISCRIMINATOR);
    if let Some(batch) = &webhooks.batch {
        let (path, items) = (batch.first(), Some(batch.items.len()));
        let at = at.member("each");
        named.push(Named { path, items, at });
    }
    for path in places {
        named.push(in_body(webhooks, path, at.member("from")));
    }
    let otherwise = webhooks
        .batch
        .as_ref()
        .and_then(|one| one.otherwise.clone());
    named.extend(otherwise.map(|path| Named {
        path,
        items: None,
        at: at.member("otherwise"),
    }));
}

fn in_envelope(webhooks: &Webhooks, named: &mut Vec<Named>) {
    let declared = webhooks.envelope.as_ref();
    let Some(envelope) = declared.filter(|envelope| envelope.declared.is_some()) else {
        return;
    };
    let at = Pointer::default().member(envelope::NAME);
    let places = [
        ("id", &envelope.id),
        ("time", &envelope.time),
        ("api_version", &envelope.api_version),
    ];
    for (member, place) in places {
        let path = place.as_ref().and_then(Place::in_body);
        named.extend(path.map(|path| in_body(webhooks, path, at.member(member))));
    }
}

fn verification(verification: &Verification, named: &mut Vec<Named>) {
    let at = Pointer::default().member(VERIFICATION);
    let first = verification.each.as_ref().map(|items| {
        let first = [items.as_slice(), &["0".to_owned()]].concat();
        named.push(Named {
            path: first.clone(),
            items: Some(items.len()),
            at: at.member("each"),
        });
        first
    });
    for place in verification.places() {
        let (path, items) = match (place, &first) {
            (Place::Body(path), _) => (path.clone(), None),
            (Place::Item(path), Some(first)) => {
                ([first.as_slice(), path].concat(), Some(first.len() - 1))
            }
            _ => continue,
        };
        let at = at.clone();
        named.push(Named { path, items, at });
    }
}

/// A place as the webhooks have it: those in an item are in the first one.
fn in_body(webhooks: &Webhooks, path: &[String], at: Pointer) -> Named {
    let batch = webhooks.batch.as_ref();
    let batch = batch.filter(|batch| batch.in_item(path).is_some());
    Named {
        path: path.to_vec(),
        items: batch.map(|batch| batch.items.len()),
        at,
    }
}

/// Signatures of other items than those that are events say nothing of these.
fn other_items(context: &mut Context<'_>, webhooks: &Webhooks, verification: &Verification) {
    let (Some(batch), Some(signed)) = (&webhooks.batch, &verification.each) else {
        return;
    };
    if *signed == batch.items {
        return;
    }
    let at = Pointer::default().member(VERIFICATION).member("each");
    let message = format!(
        "the items that are signed are in `{}`, and those that are events in `{}`",
        signed.join("."),
        batch.items.join(".")
    );
    let diagnostics = &mut context.known.diagnostics;
    diagnostics
        .warning("unsigned-items", &at, message)
        .help("let both be of the same array, or anybody could change the events");
}
