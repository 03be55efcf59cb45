//! What is said where nothing of a description is wanted.

use super::Input;
use crate::diagnostics::Severity;
use crate::finding::{Finding, Location};

/// Says so, and what leaves nothing: what is written by then would be removed otherwise, and nobody
/// asks for that in this way. None where nothing is written that could.
pub(crate) fn nothing(input: &Input) -> Option<Finding> {
    let Input {
        include, exclude, ..
    } = input;
    let (at, message, help) = if include.is_written() && include.is_empty() {
        (
            include.place()?,
            "`include` names nothing, so there is nothing to generate",
            "name what is wanted, or take it out: then everything is",
        )
    } else if include.is_empty() {
        (
            exclude.place()?,
            "everything is excluded, so there is nothing to generate",
            "take out what is wanted after all",
        )
    } else {
        (
            exclude.place()?,
            "all that is included is excluded too, so there is nothing to generate",
            "take out what is wanted after all",
        )
    };
    let included = include.place().filter(|included| *included != at);
    let related = included.map(|at| (at.clone(), "what is included".to_owned()));
    Some(Finding {
        severity: Severity::Error,
        code: "nothing-wanted",
        message: message.to_owned(),
        help: Some(help.to_owned()),
        location: Location::clone(at),
        related: related.into_iter().collect(),
    })
}
