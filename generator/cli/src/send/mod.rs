//! `hookgen send`: makes deliveries as the provider would.

mod answered;
mod arguments;
mod curl;
mod data;
mod fresh;
mod headers;
mod path;
mod pause;
mod plan;
mod post;
mod report;
mod scheme;
mod secret;
mod signature;

use hookgen::Error;
use hookgen::input::Input;
use serde_json::json;

use crate::answer::{Answer, Exit};
use crate::arguments::Format;
use crate::json::{self, members};
use report::Report;

pub(crate) use arguments::{EXAMPLES, Send};

/// Makes the deliveries, and says what became of each.
pub(crate) fn run(send: &Send, format: Format, strict: bool) -> Result<Answer, Error> {
    let mut input = Input::default();
    input.overlays.clone_from(&send.overlay);
    let description = hookgen::describe(&send.file, &input).map_err(Error::Description)?;
    if strict && !description.findings.is_empty() {
        return Err(Error::strict(description.findings));
    }
    let plan = plan::plan(send, &description)?;
    let mut answer = match send.dry_run {
        true => curl::answer(&plan)?,
        false => {
            let mut report = Report::new(&plan, format == Format::Human);
            post::post(&plan, send, &mut report)?;
            answer(&report)
        }
    };
    let findings = description.findings.iter().map(json::finding);
    let object = members(json!({ "findings": findings.collect::<Vec<_>>() }));
    answer.members.extend(object);
    let notes: Vec<_> = plan.notes.iter().cloned().chain(answer.note).collect();
    answer.note = (!notes.is_empty()).then(|| notes.join("\nnote: "));
    Ok(answer)
}

/// What became of them; the table has been printed while they were made.
fn answer(report: &Report) -> Answer {
    let mut answer = Answer::new(report.summary(), report.members());
    answer.note = report.note();
    if !report.is_well() {
        answer.exit = Exit::Wrong;
    }
    answer
}
