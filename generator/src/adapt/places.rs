//! What a key means: something in the description, by its name there or by a reference.

use std::collections::BTreeMap;

use super::mistake::mistake;
use crate::api::{Api, Shape, Webhooks};
use crate::choices::Choice;
use crate::finding::Finding;
use crate::json_pointer;
use crate::names::Named;
use crate::settings::nearest;

/// Everything in a description that a choice may be for, by each of the names that it goes by.
pub(super) struct Places<'a> {
    api: &'a Api,
    by_name: BTreeMap<String, Vec<Named>>,
}

/// What may be named for a purpose.
#[derive(Clone, Copy)]
pub(super) struct Purpose {
    /// What then happens to it: `renamed`.
    pub done: &'static str,
    /// Whether that can be done to a thing.
    pub takes: fn(&Api, Named) -> bool,
}

impl<'a> Places<'a> {
    /// Everything in `api`.
    pub(super) fn of(api: &'a Api) -> Self {
        let mut places = Self {
            api,
            by_name: BTreeMap::new(),
        };
        for (id, definition) in api.types.iter() {
            let component = definition.name.steps.is_empty();
            let component = component.then_some(&definition.name.root);
            for name in component.into_iter().chain([&definition.origin]) {
                places.add(name.clone(), Named::Type(id));
                for (index, member) in members(&definition.shape).enumerate() {
                    places.add(format!("{name}.{member}"), Named::Member(id, index));
                }
            }
        }
        for (index, operation) in api.operations.iter().enumerate() {
            for name in [&operation.id, &operation.origin] {
                places.add(name.clone(), Named::Operation(index));
                for (parameter, described) in operation.parameters.iter().enumerate() {
                    let name = format!("{name}.{}", described.name);
                    places.add(name, Named::Parameter(index, parameter));
                }
            }
        }
        places.add_events(api.webhooks.as_ref(), Named::Event);
        places.add_events(api.callbacks.as_ref(), Named::Callback);
        places
    }

    fn add_events(&mut self, webhooks: Option<&Webhooks>, named: fn(usize) -> Named) {
        let events = webhooks.into_iter().flat_map(|webhooks| &webhooks.events);
        for (index, event) in events.enumerate() {
            self.add(event.name.clone(), named(index));
            self.add(event.origin.clone(), named(index));
        }
    }

    fn add(&mut self, name: String, named: Named) {
        let known = self.by_name.entry(name).or_default();
        if !known.contains(&named) {
            known.push(named);
        }
    }

    /// The property at a reference, where its type has no name of its own.
    pub(super) fn add_properties(&mut self) {
        for (id, definition) in self.api.types.iter() {
            for (index, member) in members(&definition.shape).enumerate() {
                let properties = format!("{}/properties", definition.origin);
                let reference = json_pointer::member(&properties, member);
                let entry = self.by_name.entry(reference);
                entry.or_insert_with(|| vec![Named::Member(id, index)]);
            }
        }
    }

    /// The one thing that a choice is for.
    pub(super) fn find(
        &self,
        choice: &Choice,
        purpose: Purpose,
        findings: &mut Vec<Finding>,
    ) -> Option<Named> {
        let key = &choice.key;
        let found = self.by_name.get(key).map(Vec::as_slice).unwrap_or_default();
        let mut fitting = found
            .iter()
            .filter(|named| (purpose.takes)(self.api, **named));
        let done = purpose.done;
        let (code, message, help) = match (fitting.next(), fitting.next(), found.first()) {
            (Some(one), None, _) => return Some(*one),
            (Some(one), Some(other), _) => (
                "ambiguous-name",
                format!(
                    "`{key}` is {}, and {} too",
                    self.kind(*one),
                    self.kind(*other)
                ),
                format!(
                    "write which is meant: `{}` or `{}`",
                    self.reference(*one),
                    self.reference(*other)
                ),
            ),
            (None, _, Some(other)) => (
                "no-such-name",
                format!("`{key}` is {}, which cannot be {done}", self.kind(*other)),
                "name something else, or take this out".to_owned(),
            ),
            (None, ..) => (
                "no-such-name",
                format!("nothing in the description that can be {done} is called `{key}`"),
                self.suggestion(key, purpose),
            ),
        };
        findings.push(mistake(code, &choice.key_at, message, Some(help)));
        None
    }

    fn suggestion(&self, key: &str, purpose: Purpose) -> String {
        let fitting = self.by_name.iter().filter(|(_, things)| {
            let mut things = things.iter();
            things.any(|named| (purpose.takes)(self.api, *named))
        });
        match nearest(key, fitting.map(|(name, _)| name.as_str())) {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                "write it as the description does: `Order`, `Order.createdAt`, an operationId, \
                     the name of an event, or a reference such as `#/components/schemas/Order`"
                    .to_owned()
            }
        }
    }

    fn kind(&self, named: Named) -> &'static str {
        match named {
            Named::Type(id) if self.api.types[id].is_alias() => "another name for a type",
            Named::Type(_) => "a type",
            Named::Member(id, _) => match self.api.types[id].shape {
                Shape::Enum(_) => "a value",
                Shape::Union(_) => "a variant",
                Shape::Object(_) | Shape::Alias(_) => "a property",
            },
            Named::Operation(_) => "an operation",
            Named::Parameter(..) => "a parameter",
            Named::Event(_) => "an event",
            Named::Callback(_) => "a callback",
        }
    }

    /// The longest name of a thing, which is a reference.
    pub(super) fn reference(&self, named: Named) -> &str {
        let names = self
            .by_name
            .iter()
            .filter(|(_, things)| things.contains(&named));
        let longest = names.map(|(name, _)| name).max_by_key(|name| name.len());
        longest.map_or("", String::as_str)
    }
}

/// The names that the members of a type go by on the wire.
fn members(shape: &Shape) -> impl Iterator<Item = &str> {
    let (fields, values, variants) = match shape {
        Shape::Object(object) => (Some(&object.fields), None, None),
        Shape::Enum(list) => (None, Some(&list.values), None),
        Shape::Union(union) => (None, None, Some(&union.variants)),
        Shape::Alias(_) => (None, None, None),
    };
    let fields = fields.into_iter().flatten().map(|one| one.name.as_str());
    let values = values.into_iter().flatten().map(|one| one.value.as_str());
    let variants = variants.into_iter().flatten().map(|one| one.name.as_str());
    fields.chain(values).chain(variants)
}
