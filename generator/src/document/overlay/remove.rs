//! Taking something out of a description.

use std::cmp::Ordering;

use serde_json::Value;

use super::origins::Origins;
use crate::json_pointer::unescaped;

/// Removes what stands at `places`; an error if that is everything.
pub(super) fn remove(
    mut places: Vec<String>,
    value: &mut Value,
    origins: &mut Origins,
) -> Result<(), ()> {
    // The last element of a list first, so that the places of the others hold.
    places.sort_by(|one, other| in_order(other, one));
    for place in places {
        let (parent, name) = place.rsplit_once('/').ok_or(())?;
        match value.pointer_mut(parent) {
            Some(Value::Object(members)) => {
                origins.forget(&place);
                members.remove(&unescaped(name));
            }
            Some(Value::Array(list)) => {
                if let Ok(index) = name.parse::<usize>()
                    && index < list.len()
                {
                    origins.close_up(parent, index, list.len());
                    list.remove(index);
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Elements are in the order of their numbers.
fn in_order(one: &str, other: &str) -> Ordering {
    let steps = |place: &str| -> Vec<(usize, String)> {
        let steps = place.split('/');
        steps
            .map(|step| (step.parse().unwrap_or(usize::MAX), step.to_owned()))
            .collect()
    };
    steps(one).cmp(&steps(other))
}
