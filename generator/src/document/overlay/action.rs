//! Action Object (Overlay 1.0, 4.4.3).

use serde_json::Value;

use super::INVALID;
use super::target::{Problem, Target};
use crate::diagnostics::{Diagnostics, Pointer};

/// What is to be changed, and how.
#[derive(Debug)]
pub(super) struct Action {
    /// Where it stands.
    pub(super) at: Pointer,
    pub(super) target: Target,
    /// What is merged into it; nothing where it is to be removed.
    pub(super) update: Option<Value>,
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
    if list.is_empty() {
        diagnostics
            .warning(
                INVALID,
                at.clone(),
                "this overlay has no actions, so it does nothing",
            )
            .help("add some, each with a `target` and with `update` or `remove`");
    }
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
    let target = match Target::parse(target) {
        Ok(target) => target,
        Err(problem) => {
            report(&problem, target, at.member("target"), diagnostics);
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

fn report(problem: &Problem, target: &str, at: Pointer, diagnostics: &mut Diagnostics) {
    let (message, help) = match *problem {
        Problem::Nesting => (
            "brackets are nested too deeply in this JSONPath".to_owned(),
            "say it with fewer filters inside of filters",
        ),
        Problem::Syntax(position) => {
            let message = match target.get(position..).unwrap_or_default() {
                "" => "this is no JSONPath: something is missing at its end".to_owned(),
                rest => {
                    let start = start(rest);
                    format!("this is no JSONPath: `{start}` does not belong there")
                }
            };
            (
                message,
                "write it as RFC 9535 says: `$.paths['/hooks'].post`",
            )
        }
    };
    diagnostics
        .error("invalid-json-path", at, message)
        .help(help);
}
