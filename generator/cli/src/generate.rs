//! `hookgen generate`

use hookgen::{Error, Finding};
use serde_json::json;

use crate::answer::Answer;
use crate::arguments::Target;
use crate::json::members;
use crate::target::project;

/// Writes the crate.
pub(crate) fn run(target: &Target, strict: bool) -> Result<Answer, Error> {
    let generation = project(target)?.generate()?;
    let generation = if strict {
        generation.strict()?
    } else {
        generation
    };
    let outcome = generation.write()?;
    let mut findings: Vec<Finding> = generation.findings().cloned().collect();
    let text = format!("{outcome}{}\n", warnings(findings.len()));
    let mut answer = Answer::new(
        text,
        members(json!({
            "folder": outcome.folder,
            "created": outcome.created,
            "changed": outcome.changed,
            "removed": outcome.removed,
            "unchanged": outcome.unchanged,
        })),
    );
    findings.extend(generation.notes().cloned());
    answer.findings = findings;
    answer.note = generation.note().map(str::to_owned);
    Ok(answer)
}

/// How many findings there are, after what was done.
pub(crate) fn warnings(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => " (1 warning)".to_owned(),
        _ => format!(" ({count} warnings)"),
    }
}
