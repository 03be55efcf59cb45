//! Overlays as text.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use serde_json::{Value, json};
use serde_yaml::Mapping;

use super::change::{Action, Change};
use super::mend::Mended;
use super::written;
use crate::bounded::{self, Limit, Unread};
use crate::document::with_actions;
use crate::error::Error;
use crate::output::write_whole;

/// The first line of what is written in YAML.
const HEADER: &str =
    "# Written by `hookgen fit`: what is delivered, and is not as it is described.";

/// What has been found to be changed, as an overlay in YAML.
#[must_use]
pub fn overlay(mended: &Mended) -> String {
    text(&mended.of, &mended.actions)
}

/// Writes what has been found to be changed as an overlay. If `onto` says so, it is put behind the
/// actions of the overlay that is there, of which nothing else changes.
///
/// # Errors
///
/// If the file cannot be written, or is there and has been written by someone else.
pub fn write(file: &Path, mended: &Mended, onto: bool) -> Result<(), Error> {
    // Reading from it would wait for what is only about to be written.
    if bounded::is_pipe(file) {
        let pipe = OpenOptions::new().write(true).open(file);
        let written = pipe.and_then(|mut pipe| pipe.write_all(overlay(mended).as_bytes()));
        return written.map_err(|source| Error::writing(file, source));
    }
    let known = known(file).map_err(|source| Error::reading(file, source))?;
    let shown = file.display();
    let text = match known {
        Some(known) if onto => appended(&known, &mended.actions).ok_or_else(|| {
            Error::Usage(format!(
                "there is no place for more actions in `{shown}` as it is written (help: write another file, and give it as an `--overlay` behind this one)"
            ))
        })?,
        Some(known) if !written::is_ours(&known) => {
            return Err(Error::Usage(format!(
                "`{shown}` was not written by `hookgen fit` (help: give it with `--overlay` too, and the actions are put behind those that are in it; or write another file)"
            )));
        }
        Some(known) if !written::is_as_written(&known) => {
            return Err(Error::Usage(format!(
                "`{shown}` has been changed since `hookgen fit` wrote it (help: give it with `--overlay` too, and the actions are put behind those that are in it; or remove it, and it is written anew)"
            )));
        }
        _ if is_json(file) => as_json(&mended.of, &mended.actions),
        _ => overlay(mended),
    };
    // What a link leads to is written, and not the link.
    let place = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let permissions = fs::metadata(&place).map(|found| found.permissions());
    let written = write_whole(&place, text.as_bytes());
    let kept = written.and_then(|()| match permissions {
        Ok(permissions) => fs::set_permissions(&place, permissions),
        Err(_) => Ok(()),
    });
    kept.map_err(|source| Error::writing(file, source))
}

/// The text of the file that is there.
fn known(file: &Path) -> io::Result<Option<String>> {
    match bounded::read(file, Limit::DOCUMENT) {
        Ok(bytes) => {
            let text = String::from_utf8(bytes);
            text.map(Some)
                .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
        }
        Err(Unread::Io(error)) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(unread) => Err(unread.into()),
    }
}

fn is_json(file: &Path) -> bool {
    file.extension()
        .is_some_and(|one| one.eq_ignore_ascii_case("json"))
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
    written::with_digest(|digest| {
        let second = format!("{}{digest}", written::DIGEST);
        format!("{HEADER}\n{second}\n{yaml}")
    })
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

/// An overlay in JSON.
fn as_json(of: &(String, String), actions: &[Action]) -> String {
    let actions: Vec<_> = actions.iter().map(object).collect();
    written::with_digest(|digest| {
        let info = json!({
            "title": title(of),
            "version": of.1,
            "x-digest": digest,
            "x-written-by": written::BY,
        });
        let whole = json!({ "overlay": "1.0.0", "info": info, "actions": actions });
        format!("{whole:#}\n")
    })
}

/// The overlay `known` with more actions behind its own, if there is a place for them.
fn appended(known: &str, actions: &[Action]) -> Option<String> {
    let objects: Vec<_> = actions.iter().map(object).collect();
    let mappings: Vec<_> = actions.iter().map(mapping).collect();
    let yaml = serde_yaml::to_string(&mappings).ok()?;
    let text = with_actions(known, &objects, &yaml)?;
    Some(written::added_to(known, text))
}
