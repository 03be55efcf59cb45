//! What a server delivers.

use super::{Docs, Envelope, Place, Type, TypeId, Verification};

/// Everything that is delivered, or everything that is called back.
#[derive(Debug, Clone, PartialEq)]
pub struct Webhooks {
    /// How a delivery says which event it is.
    pub discriminator: Discriminator,
    /// In the order of their names.
    pub events: Vec<Event>,
    /// What the events' names are as a type.
    pub names: EventNames,
    /// What every delivery says of itself, as far as that is known.
    pub envelope: Option<Envelope>,
    /// How a delivery is signed, where the description says.
    pub verification: Option<Verification>,
}

/// Something that is told of by a delivery.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The discriminating value: `order.captured`. Of several, those that it has, with dots
    /// between them.
    pub name: String,
    /// What it says in each place of [`Discriminator::Several`]: fewer where it says nothing in
    /// the last ones. Empty where there are no such places.
    pub values: Vec<String>,
    /// `#/webhooks/order.captured`.
    pub origin: String,
    /// What the description says of it.
    pub docs: Docs,
    /// What the delivery's body says.
    pub payload: Type,
}

/// The type of the events' names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventNames {
    /// A component of the description lists them all.
    Component(TypeId),
    /// The description has no list of its own.
    Derived,
}

/// How a delivery says which event it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Discriminator {
    /// By a member of its body: the names on the way to it.
    Body {
        /// From the outside in: `["data", "event_type"]`.
        path: Vec<String>,
        /// How that came to be known.
        rule: Rule,
    },
    /// By a header.
    Header {
        /// Its name.
        name: String,
        /// How that came to be known.
        rule: Rule,
    },
    /// By a header or a member of the body, and by others after that.
    Several {
        /// Two at least. The first one always says something.
        places: Vec<Place>,
        /// How that came to be known.
        rule: Rule,
    },
    /// It does not: there is one event only.
    Single,
    /// It does not: whoever receives it knows, by the URL that it came to.
    Route,
}

/// How a discriminator came to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// `x-webhook-discriminator` says it.
    Declared,
    /// The events' constants for it are pairwise distinct.
    DistinctConstants,
    /// The values that it may take are the keys of the events.
    KeysAsValues,
    /// The values that it may take are what the `operationId`s of the events begin with, up to the
    /// slash.
    OperationIds,
}
