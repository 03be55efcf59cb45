//! `hookgen check`

use hookgen::{DifferenceKind, Error};
use serde_json::json;

use crate::answer::{Answer, Exit};
use crate::arguments::Target;
use crate::diff;
use crate::generate::warnings;
use crate::json::members;
use crate::mend;
use crate::target::project;

/// Compares the crate with what would be written.
pub(crate) fn run(target: &Target, strict: bool) -> Result<Answer, Error> {
    let project = project(target)?;
    let generation = project.generate()?;
    let generation = if strict {
        generation.strict()?
    } else {
        generation
    };
    let check = generation.check()?;
    let findings: Vec<_> = generation.findings().cloned().collect();
    let diffs = check.differences.iter().map(|one| diff::colored(&one.diff));
    let command = mend::command(target, &project);
    let mend = if check.is_fresh() {
        String::new()
    } else {
        format!(": run `{command}`")
    };
    let text = format!(
        "{}{check}{mend}{}\n",
        diffs.collect::<Vec<_>>().concat(),
        warnings(findings.len())
    );

    let differences: Vec<_> = check
        .differences
        .iter()
        .map(|one| json!({ "path": one.path, "kind": kind(one.kind), "diff": one.diff }))
        .collect();
    let mut answer = Answer::new(
        text,
        members(json!({
            "folder": check.folder,
            "differences": differences,
            "unchanged": check.unchanged,
            "run": command,
        })),
    );
    answer.findings = findings;
    if !check.is_fresh() {
        answer.exit = Exit::Wrong;
    }
    Ok(answer)
}

fn kind(kind: DifferenceKind) -> &'static str {
    match kind {
        DifferenceKind::Missing => "missing",
        DifferenceKind::Changed => "changed",
        DifferenceKind::Stale => "stale",
    }
}
