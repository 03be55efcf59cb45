//! Events that the values of their own place do not list.

use std::collections::BTreeSet;

use super::candidates::{Place, Says};
use super::infer::Table;
use super::{Told, aliases, shown};
use crate::api::Discriminator;
use crate::lower::context::Context;

impl Table<'_, '_> {
    /// Takes the key of a delivery for the name of its event, where others have their keys for
    /// theirs, and only this one's is not listed: a list that nobody has kept up with must not cost
    /// an event.
    pub(super) fn take_unlisted(&self, context: &mut Context<'_>, told: &mut Told) {
        let place = match &told.discriminator {
            Discriminator::Body { path, .. } => Place::Body(path.clone()),
            Discriminator::Header { name, .. } => Place::Header(name.clone()),
            _ => return,
        };
        let names = self.deliveries.iter().zip(&told.names);
        let keys = names.filter(|(delivery, name)| {
            let name = name.as_ref().map(|name| name.text.as_str());
            name.is_some_and(|name| aliases(delivery).contains(&name))
        });
        if keys.count() * 2 <= told.names.len() {
            return;
        }
        let taken = told.names.iter().flatten().map(|name| name.text.clone());
        let mut taken: BTreeSet<String> = taken.collect();
        let place_shown = shown(&told.discriminator, told.batch.as_ref());
        for ((delivery, says), name) in self
            .deliveries
            .iter()
            .zip(&self.says)
            .zip(&mut told.names)
            .filter(|(_, name)| name.is_none())
        {
            let is_listed = matches!(says.get(&place), Some(Says::Texts(texts)) if texts.len() > 1);
            let Some(key) = aliases(delivery).first().copied().filter(|_| is_listed) else {
                continue;
            };
            if !taken.insert(key.to_owned()) {
                continue;
            }
            *name = Some(key.to_owned().into());
            context
                .known
                .diagnostics
                .warning(
                    "unlisted-event",
                    &delivery.at,
                    format!(
                        "`{key}` is not among the values of {place_shown}; this event is taken to be \
                         known by it all the same, as the others are by their keys"
                    ),
                )
                .help("add it to the `enum`, or say by which value it is known: x-webhook-event");
        }
    }
}
