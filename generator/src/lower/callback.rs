//! `callbacks`: what a server delivers to where a request asked it to.
//!
//! They are told apart from one another where their payloads do that for sure. Mostly each goes to
//! a URL of its own, so that nothing in them says which one it is: whoever receives knows by the
//! route. They are never mixed with the webhooks, which come to another URL, whoever asked.

use std::collections::BTreeMap;

use super::context::Context;
use super::delivery::Delivery;
use super::discriminator;
use super::signed::verification;
use super::webhook::{of_item, webhooks_of};
use crate::api::Webhooks;
use crate::diagnostics::Pointer;
use crate::document::Callback;

/// What is called back; `None` where nothing is.
pub(super) fn callbacks(context: &mut Context<'_>) -> Option<Webhooks> {
    let deliveries = deliveries(context);
    if deliveries.is_empty() {
        return None;
    }
    let verification = verification(context, &deliveries);
    let told = discriminator::of_callbacks(context, &deliveries);
    Some(webhooks_of(context, &deliveries, told, verification))
}

/// Every callback, in the order of what they are called by.
fn deliveries<'a>(context: &mut Context<'a>) -> Vec<Delivery<'a>> {
    let mut by_name = BTreeMap::<&str, Vec<(&Pointer, &Callback)>>::new();
    for (at, callback) in context.document.callbacks() {
        let same = by_name.entry(&callback.name).or_default();
        // Operations often repeat a callback word by word.
        if !same.iter().any(|(_, known)| known.item == callback.item) {
            same.push((at, callback));
        }
    }
    let mut found = Vec::new();
    for (name, callbacks) in by_name {
        for (index, (at, callback)) in callbacks.iter().copied().enumerate() {
            let called = match callbacks.as_slice() {
                [_] => name.to_owned(),
                all => apart(context, index, all),
            };
            let deliveries = of_item(context, name, &called, &callback.item, at);
            found.extend(
                deliveries
                    .into_iter()
                    .map(|delivery| told(callback, delivery)),
            );
        }
    }
    found
}

/// What one of several callbacks of the same name is called by: the first by its name, and others
/// also by the operation that they belong to, or by the URL where that has several.
fn apart(context: &Context<'_>, index: usize, all: &[(&Pointer, &Callback)]) -> String {
    let (_, callback) = all[index];
    if index == 0 {
        return callback.name.clone();
    }
    let mut siblings = all
        .iter()
        .filter(|(_, one)| one.operation == callback.operation);
    let alone = siblings.next().is_some() && siblings.next().is_none();
    let behind = match alone {
        true => context.called_by(&callback.operation),
        false => callback.expression.clone(),
    };
    format!("{} {behind}", callback.name)
}

/// Says where a callback is sent to.
fn told<'a>(callback: &Callback, mut delivery: Delivery<'a>) -> Delivery<'a> {
    let sent = format!("Sent to `{}`.", callback.expression.replace('`', "'"));
    let docs = &mut delivery.docs;
    docs.description = Some(match docs.description.take() {
        Some(description) => format!("{description}\n\n{sent}"),
        None => sent,
    });
    delivery
}

#[cfg(test)]
mod tests;
