//! What an update makes of its target (Overlay 1.0, 4.4.3; 1.1 says it in more words): objects are
//! merged, lists put one behind the other, and anything else replaced.

use serde_json::Value;

use super::origins::Origins;
use crate::diagnostics::Pointer;
use crate::json_pointer::member;

/// An object that meets a list, say.
#[derive(Debug)]
pub(super) struct Mismatch {
    pub(super) update: Pointer,
    /// Where in the description.
    pub(super) place: String,
}

/// Merges `update`, which stands at `from`, into `target`, which stands at `place`.
pub(super) fn update(
    target: &mut Value,
    update: &Value,
    place: &str,
    from: &Pointer,
    origins: &mut Origins,
) -> Result<(), Mismatch> {
    if let (Value::Array(list), false) = (&mut *target, update.is_array()) {
        origins.set(&format!("{place}/{}", list.len()), from.clone());
        list.push(update.clone());
        return Ok(());
    }
    merge(target, update, place, from, origins)
}

fn merge(
    target: &mut Value,
    update: &Value,
    place: &str,
    from: &Pointer,
    origins: &mut Origins,
) -> Result<(), Mismatch> {
    match (target, update) {
        (Value::Object(members), Value::Object(update)) => {
            for (name, value) in update {
                let place = member(place, name);
                let from = from.member(name);
                if let Some(known) = members.get_mut(name) {
                    merge(known, value, &place, &from, origins)?;
                } else {
                    origins.set(&place, from);
                    members.insert(name.clone(), value.clone());
                }
            }
        }
        (Value::Array(list), Value::Array(update)) => {
            for (index, value) in update.iter().enumerate() {
                origins.set(&format!("{place}/{}", list.len()), from.element(index));
                list.push(value.clone());
            }
        }
        (Value::Object(_) | Value::Array(_), _) => return Err(mismatch(place, from)),
        (target, Value::Object(_) | Value::Array(_)) if !target.is_null() => {
            return Err(mismatch(place, from));
        }
        (target, update) => {
            origins.set(place, from.clone());
            *target = update.clone();
        }
    }
    Ok(())
}

fn mismatch(place: &str, from: &Pointer) -> Mismatch {
    Mismatch {
        update: from.clone(),
        place: place.to_owned(),
    }
}
