//! Deliveries by the events that they are of, for whoever has something else in mind with them.

use serde_json::Value;

use super::deliveries::Deliveries;
use super::event::{Which, events, which};
use super::place::{Owner, Spot, Way};
use super::walk::{Told, walk};
use super::what::What;
use crate::api::Api;
use crate::error::Error;

/// A delivery, and which event it is of.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Sorted<'a> {
    /// The event's name; `None` for one that is not described.
    pub event: Option<&'a str>,
    /// What was delivered; of several events, as if this were the only one.
    pub body: &'a Value,
    /// The members in it that are not described, as JSON paths: a receiver passes them over.
    pub passed_over: Vec<String>,
}

/// Calls `take` with each delivery that is JSON: with each event of it, where it has several.
///
/// # Errors
///
/// If a file with deliveries cannot be read.
pub fn sort(
    api: &Api,
    deliveries: &Deliveries,
    mut take: impl FnMut(Sorted<'_>),
) -> Result<(), Error> {
    deliveries.each(|_, record| {
        for record in record.into_iter().flat_map(|record| events(api, record)) {
            let mut told = PassedOver(Vec::new());
            let mut event = None;
            if let Which::Known(owner, payload) = which(api, &record, deliveries.event()) {
                walk(&api.types, owner, payload, &record.body, &mut told);
                event = name(api, owner);
            }
            take(Sorted {
                event,
                body: &record.body,
                passed_over: told.0,
            });
        }
    })?;
    Ok(())
}

fn name(api: &Api, owner: Owner) -> Option<&str> {
    let (webhooks, index) = match owner {
        Owner::Event(index) => (api.webhooks.as_ref()?, index),
        Owner::Callback(index) => (api.callbacks.as_ref()?, index),
        Owner::Type(_) => return None,
    };
    Some(&webhooks.events.get(index)?.name)
}

struct PassedOver(Vec<String>);

impl Told for PassedOver {
    const ALL: bool = true;

    fn came(&mut self, _: &Spot<'_>, way: &Way<'_>, what: What) {
        if what == What::Undescribed {
            self.0.push(way.path(None));
        }
    }
}
