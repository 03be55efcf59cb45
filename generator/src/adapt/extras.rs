//! Derives and attributes of someone's own.

use super::places::{Places, Purpose};
use super::prune::Ids;
use crate::api::Api;
use crate::choices::{Choice, Choices};
use crate::emit::{Extra, Extras};
use crate::finding::Finding;
use crate::names::Named;

const PURPOSE: Purpose = Purpose {
    done: "given derives and attributes",
    takes: |api, named| matches!(named, Named::Type(id) if !api.types[id].is_alias()),
};

/// What `choices` say of the types of `api`.
pub(super) fn find(api: &Api, choices: &Choices, findings: &mut Vec<Finding>) -> Extras {
    let mut extras = Extras::default();
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
pub(super) fn keep(extras: &mut Extras, ids: &Ids) {
    let types = std::mem::take(&mut extras.types).into_iter();
    extras.types = types
        .filter_map(|(id, extra)| Some((ids.get(id)?, extra)))
        .collect();
}
