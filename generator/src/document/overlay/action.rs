//! Action Object (Overlay 1.0, 4.4.3).

use serde_json::Value;
use serde_json_path::JsonPath;

use super::INVALID;
use crate::diagnostics::{Diagnostics, Pointer};

/// What is to be changed, and how.
#[derive(Debug)]
pub(super) struct Action {
    /// Where it stands.
    pub(super) at: Pointer,
    target: JsonPath,
    /// What is merged into it; nothing where it is to be removed.
    pub(super) update: Option<Value>,
}

impl Action {
    /// JSON Pointers to all that is to be changed, each once.
    pub(super) fn places(&self, value: &Value) -> Vec<String> {
        let located = self.target.query_located(value);
        let mut places = Vec::new();
        for node in located.dedup() {
            places.push(node.location().to_json_pointer());
        }
        places
    }
}

/// The actions of the overlay `value`; `None` if any is wrong.
pub(super) fn actions(
    mut value: Value,
    root: &Pointer,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Action>> {
    let at = root.member("actions");
    let Some(Value::Array(list)) = value.get_mut("actions").map(Value::take) else {
        diagnostics
            .error(INVALID, at, "an overlay has a list of `actions`")
            .help("add `actions`, each with a `target` and with `update` or `remove`");
        return None;
    };
    let list = list.into_iter().enumerate();
    let actions: Vec<_> = list
        .map(|(index, value)| action(value, at.element(index), diagnostics))
        .collect();
    actions.into_iter().collect()
}

/// As much of a text as shows which one it is.
fn start(text: &str) -> String {
    match text.char_indices().nth(24) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn action(mut value: Value, at: Pointer, diagnostics: &mut Diagnostics) -> Option<Action> {
    let Some(target) = value.get("target").and_then(Value::as_str) else {
        diagnostics
            .error(INVALID, at, "an action has a `target`, which is text")
            .help("add one that selects what is to be changed: `target: $.info`");
        return None;
    };
    let target = match JsonPath::parse(target) {
        Ok(target) => target,
        Err(error) => {
            let rest = target.get(error.position()..).unwrap_or_default();
            let message = match rest {
                "" => "this is no JSONPath: something is missing at its end".to_owned(),
                rest => format!(
                    "this is no JSONPath: `{}` does not belong there",
                    start(rest)
                ),
            };
            diagnostics
                .error("invalid-json-path", at.member("target"), message)
                .help("write it as RFC 9535 says: `$.paths['/hooks'].post`");
            return None;
        }
    };
    match value.get("remove") {
        Some(Value::Bool(true)) => {
            let update = None;
            return Some(Action { at, target, update });
        }
        None | Some(Value::Bool(false)) => {}
        Some(_) => {
            diagnostics
                .error(
                    INVALID,
                    at.member("remove"),
                    "`remove` is `true` or `false`",
                )
                .help("write `remove: true` without quotes, or take it out");
            return None;
        }
    }
    let Some(update) = value.get_mut("update").map(Value::take) else {
        diagnostics
            .error(INVALID, at, "this action has neither `update` nor `remove`")
            .help("add `update` with what is to be merged, or `remove: true`");
        return None;
    };
    Some(Action {
        at,
        target,
        update: Some(update),
    })
}
