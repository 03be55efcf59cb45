//! Derives and attributes that types have besides their own.

use std::collections::BTreeMap;

use crate::api::TypeId;

/// What types have besides what they are generated with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extras {
    /// What all of them have.
    pub all: Extra,
    /// What one has alone.
    pub types: BTreeMap<TypeId, Extra>,
}

/// What a type has besides, in the order in which it was chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extra {
    /// What stands in `#[derive(…)]`.
    pub derives: Vec<String>,
    /// Whole attributes.
    pub attributes: Vec<String>,
}

impl Extras {
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

    /// Gives what `from` has alone to `to`.
    pub fn hand_on(&mut self, from: TypeId, to: TypeId) {
        if let Some(extra) = self.types.remove(&from) {
            let all = self.types.entry(to).or_default();
            add_new(&mut all.derives, &extra.derives);
            add_new(&mut all.attributes, &extra.attributes);
        }
    }
}

fn add_new(list: &mut Vec<String>, more: &[String]) {
    for one in more {
        if !list.contains(one) {
            list.push(one.clone());
        }
    }
}
