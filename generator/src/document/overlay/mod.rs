//! Overlays (Overlay Specification 1.0): changes to a description that one does not own, applied
//! to what was parsed before anything is read of it.

mod action;
mod add;
mod budget;
mod cost;
mod extends;
mod merge;
mod origins;
mod path;
mod remove;
mod target;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::Arc;

use serde_json::Value;

use super::parse::{self, Parsed, references};
use super::sources::Sources;
use super::{file, version};
use crate::bounded::Limit;
use crate::diagnostics::{Diagnostics, FileId, Pointer};
use crate::input::Input;
use action::Action;
use budget::{Added, Budget, Exceeded};
use merge::Mismatch;

pub use add::with_actions;
pub(super) use origins::Origins;

/// Applies the overlays of `input` to a description, which is in the file at `main` if it is in one:
/// one after the other. Does not if any of them is wrong, which has been reported.
pub(super) fn apply(
    input: &Input,
    main: Option<&Path>,
    parsed: &mut Parsed,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<()> {
    let mut all = Vec::new();
    let mut is_well = true;
    let files = input.overlays.iter().map(|path| (path, None));
    let unwritten = input
        .unwritten
        .iter()
        .map(|(path, text)| (path, Some(text)));
    for (path, text) in files.chain(unwritten) {
        match read(path, text, main, sources, diagnostics) {
            Some(actions) => all.extend(actions),
            None => is_well = false,
        }
    }
    if !is_well || all.is_empty() {
        return is_well.then_some(());
    }
    let mut origins = Origins::default();
    let mut budget = Budget::new(&parsed.value);
    for action in &all {
        match run(
            action,
            &mut parsed.value,
            &mut budget,
            &mut origins,
            diagnostics,
        ) {
            Ok(is_done) => is_well &= is_done,
            Err(exceeded) => {
                stop(exceeded, action, diagnostics);
                is_well = false;
                break;
            }
        }
    }
    parsed.references = references(&parsed.value);
    sources.set_origins(origins);
    is_well.then_some(())
}

/// The actions of the overlay at `path`, whose text is known if it is not written yet.
fn read(
    path: &Path,
    text: Option<&String>,
    main: Option<&Path>,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Action>> {
    let shown_as = path.display().to_string();
    let id = sources.next();
    let text = match text {
        Some(text) => Some(text.clone()),
        None => file::text(path, "overlay", id, diagnostics),
    };
    let text = text.map(Arc::new);
    sources.add(path, &shown_as, text.clone().unwrap_or_default());
    let parsed = parse::parse(&text?, id, diagnostics)?;
    let root = Pointer::root(id);
    if !is_overlay(&parsed.value, &root, diagnostics) {
        return None;
    }
    if let Some(main) = main {
        extends::check(&parsed.value, path, main, &root, diagnostics);
    }
    action::actions(parsed.value, &root, diagnostics)
}

fn is_overlay(value: &Value, root: &Pointer, diagnostics: &mut Diagnostics) -> bool {
    let given = value.get("overlay").map(version::text);
    match given.as_deref().map(version::numbers) {
        Some((Some(1), _)) => return true,
        Some(_) => diagnostics.error(
            INVALID,
            root.member("overlay"),
            "this is no version of overlays that is known",
        ),
        None => diagnostics.error(INVALID, root, "this is no overlay: it has no `overlay`"),
    }
    .help("overlays of version 1 are read: `overlay: 1.0.0`");
    false
}

/// Does what an action says. Says whether it could; an error if it is too much.
fn run(
    action: &Action,
    value: &mut Value,
    budget: &mut Budget,
    origins: &mut Origins,
    diagnostics: &mut Diagnostics,
) -> Result<bool, Exceeded> {
    let places = action.target.places(value, budget)?;
    if places.is_empty() {
        diagnostics
            .warning(
                "unmatched-action",
                action.at.member("target"),
                "this selects nothing in the description, so the action does nothing",
            )
            .help("look at its spelling; a key with signs in it is quoted: `$.paths['/hooks']`");
        return Ok(true);
    }
    let Some(update) = &action.update else {
        let removed = remove::remove(places, value, origins);
        return Ok(removed
            .map_err(|()| {
                diagnostics
                    .error(
                        INVALID,
                        action.at.member("target"),
                        "this selects the description as a whole, which cannot be removed",
                    )
                    .help("select what is to be removed in it");
            })
            .is_ok());
    };
    let from = action.at.member("update");
    let added = Added::new(update);
    let mut is_well = true;
    for place in places {
        let Some(target) = value.pointer_mut(&place) else {
            continue;
        };
        budget.add(&added, &place)?;
        if let Err(mismatch) = merge::update(target, update, &place, &from, origins) {
            is_well = false;
            report(&mismatch, origins, diagnostics);
        }
    }
    Ok(is_well)
}

/// Says with which action it was too much.
fn stop(exceeded: Exceeded, action: &Action, diagnostics: &mut Diagnostics) {
    let (code, part, message, help) = match exceeded {
        Exceeded::Looks => (
            "overlay-search",
            "target",
            "up to here, the overlays look at more than 2,000,000,000 values to find what they \
             change"
                .to_owned(),
            "name the way to what is changed: `$.paths.*.post` instead of `$..post`; in a filter, \
             neither `..` nor `$`, and in a pattern `[a-z]` instead of the thousands of `\\w`",
        ),
        Exceeded::Room => (
            "overlay-expansion",
            "update",
            format!(
                "up to here, the overlays add more than {} to the description",
                Limit::DOCUMENT
            ),
            "select less, and not what was added before; say what is the same in many places \
             once, in `components`",
        ),
        Exceeded::Depth => (
            "nested-too-deeply",
            "update",
            "with this, the description is nested more than 127 levels deep".to_owned(),
            "do not select what was added before; to say that something contains itself, use \
             `$ref`",
        ),
    };
    diagnostics
        .error(code, action.at.member(part), message)
        .help(help);
}

fn report(mismatch: &Mismatch, origins: &Origins, diagnostics: &mut Diagnostics) {
    let Mismatch { update, place } = mismatch;
    let known = origins.of(&Pointer::at(FileId::default(), place));
    diagnostics
        .error(
            "incompatible-update",
            update,
            "this and what it is to be merged with are not of one kind",
        )
        .help("remove what is there first, with an action before this one")
        .related(known, "what is there");
}

const INVALID: &str = "invalid-overlay";
