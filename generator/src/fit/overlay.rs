//! Overlays as text.

use std::fs;
use std::io;
use std::path::Path;

use serde_json::{Value, json};
use serde_yaml::Mapping;

use super::change::{Action, Change};
use super::mend::Mended;
use crate::error::Error;
use crate::output::write_whole;

/// How a file begins that may be written anew.
const MARK: &str = "# Written by `hookgen fit`";

/// Writes what has been found to be changed as an overlay. If `onto` says so, it is put behind the
/// actions of the overlay that is there.
///
/// # Errors
///
/// If the file cannot be written, or is there and has been written by someone else.
pub fn write(file: &Path, mended: &Mended, onto: bool) -> Result<(), Error> {
    let known = match fs::read_to_string(file) {
        Ok(known) => Some(known),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(source) => return Err(Error::reading(file, source)),
    };
    let text = match known {
        Some(known) if onto => appended(&known, mended),
        Some(known) if !known.starts_with(MARK) && !is_ours(&known) => {
            return Err(Error::Usage(format!(
                "`{}` was not written by `hookgen fit` (help: give it with `--overlay` too, and the actions are put behind those that are in it; or write another file)",
                file.display()
            )));
        }
        _ if is_json(file) => as_json(&whole(&mended.of, &mended.actions)),
        _ => text(&mended.of, &mended.actions),
    };
    // What a link leads to is written, and not the link.
    let place = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    write_whole(&place, text.as_bytes()).map_err(|source| Error::writing(file, source))
}

fn is_json(file: &Path) -> bool {
    file.extension()
        .is_some_and(|one| one.eq_ignore_ascii_case("json"))
}

/// In JSON there is no comment to be known by.
fn is_ours(text: &str) -> bool {
    let value: Option<Value> = serde_json::from_str(text).ok();
    value.is_some_and(|value| value["info"]["x-written-by"] == "hookgen fit")
}

/// An overlay in YAML.
pub(super) fn text(of: &(String, String), actions: &[Action]) -> String {
    let mut overlay = Mapping::new();
    overlay.insert("overlay".into(), "1.0.0".into());
    let mut info = Mapping::new();
    info.insert("title".into(), title(of).into());
    info.insert("version".into(), of.1.as_str().into());
    overlay.insert("info".into(), info.into());
    let actions: Vec<_> = actions.iter().map(|one| mapping(one).into()).collect();
    overlay.insert("actions".into(), serde_yaml::Value::Sequence(actions));
    let yaml = serde_yaml::to_string(&overlay).unwrap_or_default();
    format!("{MARK}: what is delivered, and is not as it is described.\n{yaml}")
}

fn title(of: &(String, String)) -> String {
    format!("What is delivered otherwise than {} says", of.0)
}

fn mapping(action: &Action) -> Mapping {
    let mut mapping = Mapping::new();
    mapping.insert("target".into(), action.target.as_str().into());
    mapping.insert("description".into(), action.description.as_str().into());
    match &action.change {
        Change::Remove => mapping.insert("remove".into(), true.into()),
        Change::Update(update) => {
            let update = serde_yaml::to_value(update).unwrap_or_default();
            mapping.insert("update".into(), update)
        }
    };
    mapping
}

fn object(action: &Action) -> Value {
    let Action {
        target,
        description,
        change,
    } = action;
    match change {
        Change::Remove => json!({ "target": target, "description": description, "remove": true }),
        Change::Update(update) => {
            json!({ "target": target, "description": description, "update": update })
        }
    }
}

fn whole(of: &(String, String), actions: &[Action]) -> Value {
    json!({
        "overlay": "1.0.0",
        "info": { "title": title(of), "version": of.1, "x-written-by": "hookgen fit" },
        "actions": actions.iter().map(object).collect::<Vec<_>>(),
    })
}

fn as_json(value: &Value) -> String {
    format!("{value:#}\n")
}

/// The overlay `known`, with more actions behind its own. Comments stay where the actions are the
/// last in it, and a line each or more.
fn appended(known: &str, mended: &Mended) -> String {
    if mended.actions.is_empty() {
        return known.to_owned();
    }
    let parsed: Option<Value> = serde_yaml::from_str(known).ok();
    let mut wanted = parsed.unwrap_or_else(|| whole(&mended.of, &[]));
    if let Some(Value::Array(actions)) = wanted.get_mut("actions") {
        actions.extend(mended.actions.iter().map(object));
    }
    if known.trim_start().starts_with('{') {
        return as_json(&wanted);
    }
    let more: Vec<_> = mended.actions.iter().map(mapping).collect();
    let more = serde_yaml::to_string(&more).unwrap_or_default();
    let candidates = ["", "  ", "    "].into_iter().map(|indent| {
        let lines = more.lines().map(|line| format!("{indent}{line}\n"));
        format!("{}\n{}", known.trim_end(), lines.collect::<String>())
    });
    let mut fitting = candidates.filter(|text| {
        let parsed: Result<Value, _> = serde_yaml::from_str(text);
        parsed.is_ok_and(|parsed| parsed == wanted)
    });
    let rewritten = || serde_yaml::to_string(&wanted).unwrap_or_default();
    fitting.next().unwrap_or_else(rewritten)
}
