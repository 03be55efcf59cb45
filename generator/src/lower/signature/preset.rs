//! `preset`: schemes that are known by a name.

use serde_json::Value;

use crate::lower::extension::{Members, Reader};
use crate::presets::preset;

/// What the extension says in full, where it names a preset: that, changed by the members beside it
/// as a JSON Merge Patch (RFC 7396) changes a document. `None` where it names none, or one that is
/// not known.
pub(super) fn expanded(members: &Members<'_>, reader: &mut Reader<'_>) -> Option<Value> {
    let (name, at) = members.text("preset", reader)?;
    let mut scheme = match preset(name) {
        Ok(scheme) => scheme,
        Err(help) => {
            reader.mistake(&at, format!("there is no preset `{name}`"), &help);
            return None;
        }
    };
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
