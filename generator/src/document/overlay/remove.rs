//! Taking something out of a description.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::origins::Origins;
use crate::json_pointer::unescaped;

/// Removes what stands at `places`; an error if that is everything.
pub(super) fn remove(
    places: BTreeSet<String>,
    value: &mut Value,
    origins: &mut Origins,
) -> Result<(), ()> {
    // What is deepest first, and all of a list at once, so that the places of the others hold.
    let mut parents: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for place in places {
        let (parent, _) = place.rsplit_once('/').ok_or(())?;
        let depth = Reverse(parent.matches('/').count());
        let inner = parents.entry((depth, parent.to_owned())).or_default();
        inner.push(place);
    }
    for ((_, parent), places) in parents {
        let names = places.iter().map(|place| &place[parent.len() + 1..]);
        match value.pointer_mut(&parent) {
            Some(Value::Object(members)) => {
                for name in names {
                    members.remove(&unescaped(name));
                }
                for place in &places {
                    origins.forget(place);
                }
            }
            Some(Value::Array(list)) => {
                let gone: BTreeSet<usize> = names.filter_map(|name| name.parse().ok()).collect();
                origins.close_up(&parent, &gone, list.len());
                let mut index = 0..;
                list.retain(|_| index.next().is_none_or(|index| !gone.contains(&index)));
            }
            _ => {}
        }
    }
    Ok(())
}
