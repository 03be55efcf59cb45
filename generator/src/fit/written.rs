//! Whether an overlay is one that may be written anew, with nothing in it that somebody else said.

use serde_json::Value;

use super::overlay::{HEADER, as_json};

/// Who wrote an overlay in JSON, in which there is no comment to say so.
pub(super) const BY: &str = "hookgen fit";

/// How one in YAML begins.
const MARK: &str = "# Written by `hookgen fit`";

/// Whether it says that it is one.
pub(super) fn is_ours(known: &str) -> bool {
    known.starts_with(MARK) || json(known).is_some_and(|value| value["info"]["x-written-by"] == BY)
}

/// Whether it is as it was written: no comment or member more, and no action but those that say how
/// often something came.
pub(super) fn is_as_written(known: &str) -> bool {
    let known = known.replace("\r\n", "\n");
    let (again, value) = match json(&known) {
        Some(value) => (Some(as_json(&value)), Some(value)),
        None => (again(&known), serde_yaml::from_str(&known).ok()),
    };
    let actions = value.as_ref().and_then(|value| value["actions"].as_array());
    let mut actions = actions.into_iter().flatten();
    again.is_some_and(|again| again == known) && actions.all(is_counted)
}

/// The same in YAML, written once more.
fn again(known: &str) -> Option<String> {
    let value: serde_yaml::Value = serde_yaml::from_str(known).ok()?;
    let yaml = serde_yaml::to_string(&value).ok()?;
    Some(format!("{HEADER}\n{yaml}"))
}

/// Whether an action ends in how often something came: `null, and not nullable: 2`, or `2 of 3`.
fn is_counted(action: &Value) -> bool {
    let why = action["description"].as_str().unwrap_or_default();
    let count = why.rsplit_once(": ").map_or("", |(_, count)| count);
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|one| one.is_ascii_digit());
    count.split(" of ").all(is_number)
}

fn json(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok()
}
