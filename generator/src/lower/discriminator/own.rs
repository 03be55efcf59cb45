//! `x-webhook-event`: what a single webhook says that its events are known by.

use serde_json::Value;

use super::Name;
use super::infer::Names;
use crate::api::Discriminator;
use crate::diagnostics::{Pointer, Severity};
use crate::lower::context::Context;
use crate::lower::delivery::Delivery;
use crate::lower::extension::{Reader, kind};

const NAME: &str = "x-webhook-event";

/// Puts what webhooks say of themselves in the place of what was inferred.
pub(super) fn names(
    context: &mut Context<'_>,
    deliveries: &[Delivery<'_>],
    discriminator: &Discriminator,
    names: &mut Names,
) {
    for (delivery, name) in deliveries.iter().zip(names) {
        let places = [
            (&delivery.operation.extensions, &delivery.at),
            (&delivery.item.extensions, &delivery.item_at),
        ];
        let own = places
            .into_iter()
            .find_map(|(extensions, at)| Some((extensions.get(NAME)?, at.member(NAME))));
        if let Some((value, at)) = own {
            let own = read(context, value, &at, discriminator);
            *name = own.or_else(|| name.take());
        }
    }
}

/// One value, or one for each place.
fn read(
    context: &mut Context<'_>,
    value: &Value,
    at: &Pointer,
    discriminator: &Discriminator,
) -> Option<Name> {
    let diagnostics = &mut context.known.diagnostics;
    let mut reader = Reader::new(diagnostics, Severity::Warning, "invalid-event");
    let help =
        "write the value that tells the event, or a list of one for each place: [issues, opened]";
    let values = match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(elements) => {
            let texts = elements.iter().map(|one| one.as_str().map(str::to_owned));
            texts.collect::<Option<Vec<_>>>().unwrap_or_default()
        }
        _ => Vec::new(),
    };
    let most = match discriminator {
        Discriminator::Several { places, .. } => places.len(),
        _ => 1,
    };
    if values.is_empty() || values.iter().any(String::is_empty) {
        let message = format!(
            "this must be a text or a list of texts, not {}",
            kind(value)
        );
        reader.mistake(at, message, help);
        return None;
    }
    if values.len() > most {
        let message = format!(
            "these are {} values, and events are told apart by {most}",
            values.len()
        );
        let help = "say where each stands by x-webhook-discriminator: { from: […] } at the root";
        reader.mistake(at, message, help);
        return None;
    }
    match discriminator {
        Discriminator::Several { .. } => Name::joined(values),
        _ => values.into_iter().next().map(Name::from),
    }
}
