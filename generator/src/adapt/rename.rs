//! Names of someone's own.

use std::collections::BTreeMap;

use super::mistake::mistake;
use super::places::{Places, Purpose};
use super::prune::Ids;
use crate::api::{Api, EventNames, Shape, TypeId, Webhooks};
use crate::choices::Choice;
use crate::finding::Finding;
use crate::names::{Case, Chosen, Named, Names, allocate, identifier, is_unusable};

/// What things are to be called.
pub(super) struct Renamed<'a>(BTreeMap<Named, &'a Choice>);

const PURPOSE: Purpose = Purpose {
    done: "renamed",
    takes: |_, _| true,
};

impl<'a> Renamed<'a> {
    /// What the choices are for.
    pub(super) fn find(api: &Api, choices: &'a [Choice], findings: &mut Vec<Finding>) -> Self {
        let mut renamed = Self(BTreeMap::new());
        if choices.is_empty() {
            return renamed;
        }
        let places = Places::of(api);
        for choice in choices {
            let Some(named) = places.find(choice, PURPOSE, findings) else {
                continue;
            };
            findings.extend(misspelt(api, named, choice));
            if renamed.0.insert(named, choice).is_some() {
                let message = format!("`{}` is renamed twice", choice.key);
                let help = Some("take one of the two out".to_owned());
                findings.push(mistake("chosen-twice", &choice.key_at, message, help));
            }
        }
        renamed.rename_listed_events(api);
        renamed
    }

    /// An event is called the same in the component that lists the events.
    fn rename_listed_events(&mut self, api: &Api) {
        let Some(webhooks) = &api.webhooks else {
            return;
        };
        let EventNames::Component(id) = webhooks.names else {
            return;
        };
        let Shape::Enum(list) = &api.types[id].shape else {
            return;
        };
        for (index, event) in webhooks.events.iter().enumerate() {
            let listed = list.values.iter().position(|one| one.value == event.name);
            let choice = self.0.get(&Named::Event(index)).copied();
            if let (Some(listed), Some(choice)) = (listed, choice) {
                self.0.entry(Named::Member(id, listed)).or_insert(choice);
            }
        }
    }

    /// Follows the types to their new ids, and forgets what is not generated.
    pub(super) fn keep(&mut self, api: &Api, ids: &Ids) {
        let renamed = std::mem::take(&mut self.0).into_iter();
        self.0 = renamed
            .filter_map(|(named, choice)| {
                let named = match named {
                    Named::Type(id) => Named::Type(ids.get(id)?),
                    Named::Member(id, index) => Named::Member(ids.get(id)?, index),
                    Named::Operation(_) | Named::Parameter(..) if api.operations.is_empty() => {
                        return None;
                    }
                    Named::Event(_) if api.webhooks.is_none() => return None,
                    Named::Callback(_) if api.callbacks.is_none() => return None,
                    other => other,
                };
                Some((named, choice))
            })
            .collect();
    }

    /// Reports names that something else has.
    pub(super) fn check(&self, api: &Api, findings: &mut Vec<Finding>) {
        if self.0.is_empty() {
            return;
        }
        let usual = allocate(api, &Chosen::default());
        let names = allocate(api, &self.chosen());
        let places = Places::of(api);
        for (named, choice) in &self.0 {
            let name = &choice.value;
            let other = siblings(api, *named).into_iter().find(|other| {
                other != named
                    && match self.0.get(other) {
                        Some(choice) => choice.value == *name,
                        None => plain(name_of(&usual, *other)) == name,
                    }
            });
            let message = match other {
                Some(other) => format!(
                    "`{name}` is what `{}` is called as well",
                    places.reference(other)
                ),
                None if plain(name_of(&names, *named)) == name => continue,
                None => format!("`{name}` already means something else in the generated code"),
            };
            let help = Some("choose another name".to_owned());
            findings.push(mistake("name-taken", &choice.value_at, message, help));
        }
    }

    /// What things are to be called.
    pub(super) fn chosen(&self) -> Chosen {
        let chosen = self.0.iter();
        Chosen(
            chosen
                .map(|(named, choice)| (*named, choice.value.clone()))
                .collect(),
        )
    }
}

/// Reports what is no name in Rust for such a thing.
fn misspelt(api: &Api, named: Named, choice: &Choice) -> Option<Finding> {
    let (case, what) = match named {
        Named::Type(_) => (Case::Camel, "type"),
        Named::Event(_) | Named::Callback(_) => (Case::Camel, "variant"),
        Named::Member(id, _) => match api.types[id].shape {
            Shape::Enum(_) | Shape::Union(_) => (Case::Camel, "variant"),
            Shape::Object(_) | Shape::Alias(_) => (Case::Snake, "field"),
        },
        Named::Operation(_) => (Case::Snake, "method"),
        Named::Parameter(..) => (Case::Snake, "parameter"),
    };
    let name = &choice.value;
    if is_name(name, case) && !is_unusable(name) {
        return None;
    }
    let message = format!("`{}` is no name of a {what} in Rust", name.escape_debug());
    let near = identifier(plain(name), case);
    let help = if is_unusable(&near) {
        format!("choose another name: Rust has `{near}` for itself")
    } else {
        format!("write it like `{near}`")
    };
    Some(mistake(
        "invalid-name",
        &choice.value_at,
        message,
        Some(help),
    ))
}

/// Whether the compiler takes it, and has nothing to say of its case.
fn is_name(name: &str, case: Case) -> bool {
    let mut letters = name.chars();
    let starts = letters.next().is_some_and(unicode_ident::is_xid_start);
    let goes_on = letters.all(unicode_ident::is_xid_continue);
    let has_case = match case {
        Case::Camel => !name.contains('_') && !name.starts_with(char::is_lowercase),
        Case::Snake => !name.contains(char::is_uppercase) && !name.contains("__"),
    };
    starts && goes_on && has_case
}

/// What must not have the same name as `named`, and itself.
fn siblings(api: &Api, named: Named) -> Vec<Named> {
    match named {
        Named::Type(_) => api.types.iter().map(|(id, _)| Named::Type(id)).collect(),
        Named::Member(id, _) => {
            let count = match &api.types[id].shape {
                Shape::Object(object) => object.fields.len(),
                Shape::Enum(list) => list.values.len(),
                Shape::Union(union) => union.variants.len(),
                Shape::Alias(_) => 0,
            };
            (0..count).map(|index| Named::Member(id, index)).collect()
        }
        Named::Operation(_) => (0..api.operations.len()).map(Named::Operation).collect(),
        Named::Parameter(operation, _) => {
            let count = api.operations[operation].parameters.len();
            (0..count)
                .map(|index| Named::Parameter(operation, index))
                .collect()
        }
        Named::Event(_) => events(api.webhooks.as_ref(), Named::Event),
        Named::Callback(_) => events(api.callbacks.as_ref(), Named::Callback),
    }
}

fn events(webhooks: Option<&Webhooks>, named: fn(usize) -> Named) -> Vec<Named> {
    let events = webhooks.into_iter().flat_map(|webhooks| &webhooks.events);
    (0..events.count()).map(named).collect()
}

fn name_of(names: &Names, named: Named) -> &str {
    let of_type = |id: TypeId| &names.types[id.0 as usize];
    match named {
        Named::Type(id) => &of_type(id).name,
        Named::Member(id, index) => &of_type(id).members[index],
        Named::Operation(index) => &names.operations[index].method,
        Named::Parameter(operation, index) => &names.operations[operation].parameters[index],
        Named::Event(index) => &names.events[index],
        Named::Callback(index) => &names.callbacks[index],
    }
}

/// A name without the mark of a raw identifier.
fn plain(name: &str) -> &str {
    name.trim_start_matches("r#")
}
