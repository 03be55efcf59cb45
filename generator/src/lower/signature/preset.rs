//! `preset`: schemes that are known by a name.

use serde_json::Value;

use crate::diagnostics::Pointer;
use crate::lower::extension::{Members, Reader};
use crate::settings::nearest;

/// The schemes, in the words of the extension itself.
const PRESETS: &str = include_str!("presets.yaml");

/// What the extension says in full, where it names a preset: that, changed by the members beside it
/// as a JSON Merge Patch (RFC 7396) changes a document. `None` where it names none, or one that is
/// not known.
pub(super) fn expanded(members: &Members<'_>, reader: &mut Reader<'_>) -> Option<Value> {
    let (name, at) = members.text("preset", reader)?;
    let mut scheme = preset(name, &at, reader)?;
    for (member, value, _) in members.iter() {
        if member != "preset" {
            merge(&mut scheme[member], value);
        }
    }
    if let Value::Object(scheme) = &mut scheme {
        scheme.retain(|_, value| !value.is_null());
    }
    Some(scheme)
}

fn preset(name: &str, at: &Pointer, reader: &mut Reader<'_>) -> Option<Value> {
    let mut presets: Value =
        serde_yaml::from_str(PRESETS).expect("the presets are ours, and a test reads them");
    let found = presets.get_mut(name).map(Value::take);
    if found.is_none() {
        let names: Vec<&str> = presets.as_object().map_or_else(Vec::new, |presets| {
            presets.keys().map(String::as_str).collect()
        });
        let help = match nearest(name, names.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("it may be {}", names.join(", ")),
        };
        reader.mistake(at, format!("there is no preset `{name}`"), &help);
    }
    found
}

/// RFC 7396, section 2.
fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        target.clone_from(patch);
        return;
    };
    if !target.is_object() {
        *target = Value::Object(serde_json::Map::new());
    }
    if let Value::Object(target) = target {
        for (name, value) in patch {
            if value.is_null() {
                target.remove(name);
            } else {
                merge(target.entry(name).or_insert(Value::Null), value);
            }
        }
    }
}
