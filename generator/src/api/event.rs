//! What a server delivers.

use super::{Docs, Envelope, Place, Type, TypeId, Verification};

/// Everything that is delivered, or everything that is called back.
#[derive(Debug, Clone, PartialEq)]
pub struct Webhooks {
    /// How a delivery says which event it is.
    pub discriminator: Discriminator,
    /// Where its events are, if a delivery has several.
    pub batch: Option<Batch>,
    /// In the order of their names.
    pub events: Vec<Event>,
    /// What the events' names are as a type.
    pub names: EventNames,
    /// What every delivery says of itself, as far as that is known.
    pub envelope: Option<Envelope>,
    /// How a delivery is signed, where the description says.
    pub verification: Option<Verification>,
}

impl Webhooks {
    /// The member of a delivery's body that says that it is `event`, if one does.
    #[must_use]
    pub fn said_in_body(&self, event: &Event) -> Option<&[String]> {
        let otherwise = self
            .batch
            .as_ref()
            .and_then(|batch| batch.otherwise.as_ref());
        match (&self.discriminator, otherwise) {
            // It is no item.
            (_, Some(path)) if event.payload == event.body => Some(path),
            (Discriminator::Body { path, .. }, _) => Some(path),
            _ => None,
        }
    }
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
    /// What the event itself is: the delivery's body, or an item of it.
    pub payload: Type,
    /// What the delivery's body is.
    pub body: Type,
}

impl Event {
    /// Whether someone who says this means it: its name, or where it stands.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        self.name == name || self.origin == name
    }
}

/// Deliveries of several events each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// The array whose items are events: the names on the way to it in the body.
    pub items: Vec<String>,
    /// The member of the body that says it of a delivery that has no such array, and is one event.
    pub otherwise: Option<Vec<String>>,
}

impl Batch {
    /// The way to the first item.
    #[must_use]
    pub fn first(&self) -> Vec<String> {
        let mut first = self.items.clone();
        first.push("0".to_owned());
        first
    }

    /// The way that a place has in an item, which is in the first one.
    #[must_use]
    pub fn in_item<'p>(&self, path: &'p [String]) -> Option<&'p [String]> {
        let rest = path.strip_prefix(self.items.as_slice())?;
        rest.split_first().map(|(_, rest)| rest)
    }
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
    /// By a member of its body: the names on the way to it. Where it has several events, that is
    /// the way in the first one.
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
