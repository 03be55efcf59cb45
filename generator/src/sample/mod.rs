//! Payloads as a provider would deliver them, made from a description alone.
//!
//! What the description shows is preferred to what has to be made up: an example of the whole body
//! that fits, then examples of its parts. What is made up is plain and always the same: there is no
//! clock in it and no chance, so that what has to be new with each delivery is for whoever sends it.

mod number;
mod object;
mod pattern;
mod place;
#[cfg(test)]
mod tests;
mod text;
mod union;
mod value;

use serde_json::{Map, Value};

use crate::api::{Api, Discriminator, Event, Place, Type, Webhooks};
use crate::document::{Body, Delivery, Examples, Schema};
use crate::fit::fits;
use place::Goal;
use text::Text;
use value::{Maker, Told};

/// Makes samples of what is delivered.
#[derive(Debug)]
pub struct Samples<'a> {
    api: &'a Api,
    examples: Option<Examples>,
    is_full: bool,
}

/// A delivery as the provider might make it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Sample {
    /// How it is asked for: `POST`.
    pub method: String,
    /// What its body is: `application/json`.
    pub content_type: String,
    /// The headers that the description has for it, but for those of the signature.
    pub headers: Vec<SampleHeader>,
    /// What its body says.
    pub body: Value,
    /// Where that comes from.
    pub source: Source,
    /// The statuses that are described, as they are written: `200`, `2XX`, `default`.
    pub statuses: Vec<String>,
    /// Whether what is generated from the description takes the body for this event.
    pub fits: bool,
    /// What could not be made as the description says.
    pub notes: Vec<String>,
}

/// A header of a [`Sample`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleHeader {
    /// Its name.
    pub name: String,
    /// What it says.
    pub value: String,
    /// Whether its value is that of no other delivery (`format: uuid`).
    pub is_unique: bool,
}

/// Where the body of a [`Sample`] comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// It is shown in the description.
    Example,
    /// It is made from the schema, and from what is shown there of its parts.
    Schema,
}

impl<'a> Samples<'a> {
    pub(crate) fn new(api: &'a Api, examples: Option<Examples>) -> Self {
        Self {
            api,
            examples,
            is_full: false,
        }
    }

    /// Whether all is in them that may be there; otherwise what has to be there, and what the
    /// description shows.
    #[must_use]
    pub fn full(self, is_full: bool) -> Self {
        Self { is_full, ..self }
    }

    /// A delivery of `event`, which is one of `webhooks`.
    #[must_use]
    pub fn of(&self, webhooks: &Webhooks, event: &Event) -> Sample {
        let examples = self.examples.as_ref();
        let delivery = examples.and_then(|all| all.delivery(&event.origin));
        let described = delivery.as_ref().and_then(Delivery::body);
        let goal = goal(webhooks, event);
        let mut maker = Maker::new(&self.api.types, examples, self.is_full);
        let shown = match self.is_full {
            true => None,
            false => self.shown(described.as_ref(), event, goal.as_ref()),
        };
        let source = match shown {
            Some(_) => Source::Example,
            None => Source::Schema,
        };
        let mut body = shown.unwrap_or_else(|| {
            let schema = described.as_ref().and_then(|body| body.schema.clone());
            maker.payload(&event.body, schema, goal)
        });
        for goal in further_goals(&webhooks.discriminator, event) {
            goal.put(&mut body);
        }
        let content_type = described.map_or("application/json", |body| body.content_type);
        let mut headers: Vec<_> = delivery
            .iter()
            .flat_map(Delivery::headers)
            .filter_map(|shown| header(shown.name, &shown.examples, shown.schema.as_ref()))
            .collect();
        for (name, value) in said_in_headers(&webhooks.discriminator, event) {
            put(&mut headers, name, value);
        }
        Sample {
            method: delivery
                .as_ref()
                .map_or_else(|| "POST".to_owned(), |delivery| delivery.method.clone()),
            content_type: match content_type {
                "*/*" => "application/json".to_owned(),
                other => other.to_owned(),
            },
            headers,
            fits: self.takes(event, &body),
            body,
            source,
            statuses: delivery
                .iter()
                .flat_map(Delivery::statuses)
                .map(str::to_owned)
                .collect(),
            notes: maker.notes,
        }
    }

    /// The whole bodies that the description shows of `event`, whether they fit or not.
    #[must_use]
    pub fn examples(&self, event: &Event) -> Vec<Value> {
        let delivery = self.examples.as_ref();
        let delivery = delivery.and_then(|all| all.delivery(&event.origin));
        let body = delivery.as_ref().and_then(Delivery::body);
        let examples = body.iter().flat_map(|body| &body.examples);
        examples.map(|example| written_out(example)).collect()
    }

    /// Whether what is generated from the description takes a body for `event`.
    #[must_use]
    pub fn takes(&self, event: &Event, body: &Value) -> bool {
        fits(&self.api.types, &event.body, body)
    }

    /// An example of the whole body that fits, with what tells it from other events.
    fn shown(
        &self,
        body: Option<&Body<'_>>,
        event: &Event,
        goal: Option<&Goal<'_>>,
    ) -> Option<Value> {
        let examples = body.iter().flat_map(|body| &body.examples);
        let candidates = examples.map(|example| {
            let mut value = written_out(example);
            if let Some(goal) = goal {
                goal.put(&mut value);
            }
            value
        });
        candidates
            .into_iter()
            .find(|value| fits(&self.api.types, &event.body, value))
    }
}

/// An example, where it is JSON in a text.
fn written_out(example: &Value) -> Value {
    let text = example
        .as_str()
        .filter(|text| text.trim_start().starts_with(['{', '[']));
    text.and_then(|text| serde_json::from_str(text).ok())
        .unwrap_or_else(|| example.clone())
}

/// What the body has to say, and where, so that it is this event and no other.
fn goal<'a>(webhooks: &'a Webhooks, event: &'a Event) -> Option<Goal<'a>> {
    if let Some(path) = webhooks.said_in_body(event) {
        return Some(Goal::new(path, &event.name));
    }
    match &webhooks.discriminator {
        Discriminator::Several { places, .. } => {
            let mut said = places.iter().zip(&event.values);
            said.find_map(|(place, value)| Some(Goal::new(place.in_body()?, value)))
        }
        _ => None,
    }
}

/// What else the body has to say.
fn further_goals<'a>(
    discriminator: &'a Discriminator,
    event: &'a Event,
) -> impl Iterator<Item = Goal<'a>> {
    let places: &[Place] = match discriminator {
        Discriminator::Several { places, .. } => places,
        _ => &[],
    };
    let said = places.iter().zip(&event.values);
    said.filter_map(|(place, value)| Some(Goal::new(place.in_body()?, value)))
}

/// What headers have to say so that it is this event.
fn said_in_headers<'a>(
    discriminator: &'a Discriminator,
    event: &'a Event,
) -> Vec<(&'a str, &'a str)> {
    match discriminator {
        Discriminator::Header { name, .. } => vec![(name, &event.name)],
        Discriminator::Several { places, .. } => {
            let said = places.iter().zip(&event.values);
            said.filter_map(|(place, value)| match place {
                Place::Header(name) => Some((name.as_str(), value.as_str())),
                Place::Body(_) | Place::Item(_) => None,
            })
            .collect()
        }
        Discriminator::Body { .. } | Discriminator::Single | Discriminator::Route => Vec::new(),
    }
}

fn header(name: &str, examples: &[&Value], schema: Option<&Schema<'_>>) -> Option<SampleHeader> {
    let is_unique = schema.and_then(Schema::format) == Some("uuid");
    let shown = examples.iter().find_map(|one| match one {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(one.to_string()),
        _ => None,
    });
    let value = match is_unique {
        true => Some(shown.unwrap_or_else(|| Text::UUID.to_owned())),
        false => shown,
    };
    Some(SampleHeader {
        name: name.to_owned(),
        value: value?,
        is_unique,
    })
}

fn put(headers: &mut Vec<SampleHeader>, name: &str, value: &str) {
    headers.retain(|header| !header.name.eq_ignore_ascii_case(name));
    headers.push(SampleHeader {
        name: name.to_owned(),
        value: value.to_owned(),
        is_unique: false,
    });
}

impl Maker<'_> {
    /// A body of this type that says what it has to.
    fn payload(&mut self, ty: &Type, schema: Option<Schema<'_>>, goal: Option<Goal<'_>>) -> Value {
        let told = Told {
            schema,
            ..Told::default()
        };
        let mut body = self.value(ty, &told, goal).unwrap_or_else(|| {
            self.note("no payload comes to an end, as its type contains itself; it is left empty");
            Value::Object(Map::new())
        });
        if let Some(goal) = goal {
            goal.put(&mut body);
        }
        body
    }
}
