//! Derives and attributes that types have besides their own.

use std::collections::BTreeMap;

use super::places::{Places, Purpose};
use super::prune::Ids;
use crate::api::{Api, TypeId};
use crate::choices::{Choice, Choices};
use crate::finding::Finding;
use crate::names::Named;

/// What types have besides what they are generated with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extras {
    all: Extra,
    types: BTreeMap<TypeId, Extra>,
}

/// What a type has besides, in the order in which it was chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extra {
    /// What stands in `#[derive(…)]`.
    pub derives: Vec<String>,
    /// Whole attributes.
    pub attributes: Vec<String>,
}

const PURPOSE: Purpose = Purpose {
    done: "given derives and attributes",
    takes: |api, named| matches!(named, Named::Type(id) if !api.types[id].is_alias()),
};

impl Extras {
    /// What `choices` say of the types of `api`.
    pub(super) fn find(api: &Api, choices: &Choices, findings: &mut Vec<Finding>) -> Self {
        let mut extras = Self::default();
        if choices.derives.is_empty() && choices.attributes.is_empty() {
            return extras;
        }
        let places = Places::of(api);
        let mut add = |choice: &Choice, list: fn(&mut Extra) -> &mut Vec<String>| {
            let extra = if choice.key == "*" {
                &mut extras.all
            } else {
                match places.find(choice, PURPOSE, findings) {
                    Some(Named::Type(id)) => extras.types.entry(id).or_default(),
                    _ => return,
                }
            };
            list(extra).push(choice.value.clone());
        };
        for choice in &choices.derives {
            add(choice, |extra| &mut extra.derives);
        }
        for choice in &choices.attributes {
            add(choice, |extra| &mut extra.attributes);
        }
        extras
    }

    /// Follows the types to their new ids.
    pub(super) fn keep(&mut self, ids: &Ids) {
        let types = std::mem::take(&mut self.types).into_iter();
        self.types = types
            .filter_map(|(id, extra)| Some((ids.get(id)?, extra)))
            .collect();
    }

    /// What a type has besides: what all have, then what it has alone; each once.
    #[must_use]
    pub fn of(&self, id: TypeId) -> Extra {
        let mut extra = self.all.clone();
        if let Some(own) = self.types.get(&id) {
            add_new(&mut extra.derives, &own.derives);
            add_new(&mut extra.attributes, &own.attributes);
        }
        extra
    }
}

fn add_new(list: &mut Vec<String>, more: &[String]) {
    for one in more {
        if !list.contains(one) {
            list.push(one.clone());
        }
    }
}
