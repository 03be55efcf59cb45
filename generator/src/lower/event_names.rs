//! The component that lists the events' names, where a description has one.

use std::collections::{BTreeMap, BTreeSet};

use crate::api::{
    Api, Discriminator, Docs, EnumValue, EventNames, Shape, StringEnum, Type, TypeId, Types,
    Webhooks,
};
use crate::diagnostics::{Diagnostics, Pointer};

/// Finds the component of `api` that lists the names of its events, and completes it by what the
/// events say of themselves.
pub(super) fn find(api: &mut Api, root: &Pointer, diagnostics: &mut Diagnostics) {
    let Some(webhooks) = &mut api.webhooks else {
        return;
    };
    let names: BTreeSet<&str> = webhooks
        .events
        .iter()
        .map(|event| event.name.as_str())
        .collect();
    let Some(id) = list_of_all(&api.types, &names).or_else(|| list_by_use(&api.types, webhooks))
    else {
        return;
    };
    webhooks.names = EventNames::Component(id);
    let docs: BTreeMap<_, _> = webhooks
        .events
        .iter()
        .map(|event| (event.name.as_str(), &event.docs))
        .collect();
    let Some(definition) = api.types.0.get_mut(id.0 as usize) else {
        return;
    };
    let Shape::Enum(list) = &mut definition.shape else {
        return;
    };
    let added = complete(list, &docs);
    if !added.is_empty() {
        diagnostics
            .warning(
                "incomplete-event-list",
                root.member("components")
                    .member("schemas")
                    .member(&definition.name.root),
                format!(
                    "this list of events lacks {}; added, for they are webhooks",
                    added.join(", ")
                ),
            )
            .help("add them to its `enum`");
    }
}

/// The enum of a component, and its name.
fn lists(types: &Types) -> impl Iterator<Item = (TypeId, &str, &StringEnum)> {
    types.iter().filter_map(|(id, definition)| {
        let is_component = definition.name.steps.is_empty();
        match &definition.shape {
            Shape::Enum(list) if is_component => Some((id, definition.name.root.as_str(), list)),
            _ => None,
        }
    })
}

/// The component that has every name: the one that is called like it, else the smallest.
fn list_of_all(types: &Types, names: &BTreeSet<&str>) -> Option<TypeId> {
    lists(types)
        .filter(|(_, _, list)| {
            let listed: BTreeSet<_> = list.values.iter().map(|one| one.value.as_str()).collect();
            names.is_subset(&listed)
        })
        .min_by_key(|(_, name, list)| (rank(name), list.values.len(), *name))
        .map(|(id, _, _)| id)
}

/// The component that is called `EventType`, or that the discriminating member is of, if it has
/// any of the names.
fn list_by_use(types: &Types, webhooks: &Webhooks) -> Option<TypeId> {
    let mut used = webhooks
        .events
        .iter()
        .filter_map(|event| type_of_name(types, &event.body, &webhooks.discriminator));
    let used = used.next();
    lists(types)
        .filter(|(id, name, _)| rank(name) == 0 || used == Some(*id))
        .filter(|(_, _, list)| {
            let mut events = webhooks.events.iter();
            events.any(|event| list.values.iter().any(|one| one.value == event.name))
        })
        .min_by_key(|(id, name, _)| (used != Some(*id), *name))
        .map(|(id, _, _)| id)
}

/// `EventType` however it is written, then whatever speaks of events, then the others.
fn rank(name: &str) -> u8 {
    let letters: String = name.chars().filter(|one| one.is_alphanumeric()).collect();
    match letters.to_lowercase().as_str() {
        "eventtype" => 0,
        other if other.contains("event") => 1,
        _ => 2,
    }
}

/// The named type of the member that tells deliveries apart.
fn type_of_name(types: &Types, payload: &Type, discriminator: &Discriminator) -> Option<TypeId> {
    let Discriminator::Body { path, .. } = discriminator else {
        return None;
    };
    let mut ty = payload;
    for name in path {
        let Type::Named(id) = ty else {
            return None;
        };
        let Shape::Object(object) = &types[*id].shape else {
            return None;
        };
        ty = &object.fields.iter().find(|field| field.name == *name)?.ty;
    }
    match ty {
        Type::Named(id) => Some(*id),
        _ => None,
    }
}

/// Adds the names that are missing, and what the events say where the list says nothing.
fn complete(list: &mut StringEnum, events: &BTreeMap<&str, &Docs>) -> Vec<String> {
    for one in &mut list.values {
        let is_silent = one.docs.summary.is_none() && one.docs.description.is_none();
        if let Some(docs) = events.get(one.value.as_str()).filter(|_| is_silent) {
            one.docs = Docs {
                deprecated: one.docs.deprecated || docs.deprecated,
                ..(*docs).clone()
            };
        }
    }
    let mut added = Vec::new();
    for (name, docs) in events {
        if list.values.iter().all(|one| one.value != *name) {
            added.push(format!("`{name}`"));
            list.values.push(EnumValue {
                value: (*name).to_owned(),
                docs: (*docs).clone(),
            });
        }
    }
    added
}

#[cfg(test)]
mod tests;
