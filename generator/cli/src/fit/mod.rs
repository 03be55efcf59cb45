//! `hookgen fit`: recorded deliveries, held against a description.

mod described;
mod said;

use std::io;
use std::path::{Path, PathBuf};

use hookgen::Error;
use hookgen::bounded;
use hookgen::fit::{self, Deliveries};
use hookgen::input::Input;
use serde_json::{Value, json};

use crate::answer::{Answer, Exit};
use crate::arguments::Fit;
use crate::json::members;
use described::{described, described_of};
use said::{said, said_of};

/// Holds deliveries against a description, and writes the overlay that is asked for.
pub(crate) fn run(asked: &Fit, strict: bool) -> Result<Answer, Error> {
    let mut input = Input::default();
    input.overlays.clone_from(&asked.overlay);
    if strict {
        understood(&asked.file, &input)?;
    }
    let deliveries = deliveries(asked)?;
    let report = fit::fit(&asked.file, &input, &deliveries)?;
    let mut answer = Answer::new(said(&report), members(described(&report)));
    let mut is_well = report.all_fit();
    if let Some(file) = &asked.write {
        let to = To::of(file, &asked.overlay)?;
        let mended = fit::mend(&asked.file, &input, &deliveries, file)?;
        let mut overlay = described_of(&mended, file);
        match to {
            _ if mended.actions.is_empty() => {}
            To::Stdout => {
                let text = fit::overlay(&mended);
                overlay.insert("text".to_owned(), json!(text));
                answer.aside = std::mem::replace(&mut answer.text, text);
            }
            To::New => fit::write(file, &mended, false)?,
            To::Known => fit::write(file, &mended, true)?,
        }
        let said = said_of(&mended, file, to);
        let report = match (to, mended.actions.is_empty()) {
            (To::Stdout, false) => &mut answer.aside,
            _ => &mut answer.text,
        };
        report.push('\n');
        report.push_str(&said);
        answer
            .members
            .insert("overlay".to_owned(), Value::Object(overlay));
        is_well = mended.report.all_fit();
    }
    if !is_well || !report.empty.is_empty() {
        answer.exit = Exit::Wrong;
    }
    Ok(answer)
}

/// Refuses a description that cannot be expressed as a whole.
fn understood(file: &Path, input: &Input) -> Result<(), Error> {
    let description = hookgen::describe(file, input).map_err(Error::Description)?;
    match description.findings {
        findings if findings.is_empty() => Ok(()),
        findings => Err(Error::strict(findings)),
    }
}

fn deliveries(asked: &Fit) -> Result<Deliveries, Error> {
    let mut deliveries = Deliveries::new();
    for path in &asked.payloads {
        deliveries = if path.as_os_str() == "-" {
            deliveries.reader("standard input", io::stdin().lock())?
        } else if bounded::is_pipe(path) {
            let opened = bounded::open(path).map_err(|unread| Error::Io {
                action: "reading",
                path: path.clone(),
                source: unread.into(),
                not_restored: Vec::new(),
            })?;
            deliveries.reader(&path.display().to_string(), opened)?
        } else {
            deliveries.file(path)
        };
    }
    Ok(match &asked.event {
        Some(event) => deliveries.of_event(event),
        None => deliveries,
    })
}

/// What the standard output is called by.
const STDOUT: [&str; 4] = ["-", "/dev/fd/1", "/dev/stdout", "/proc/self/fd/1"];

/// Where the overlay goes.
#[derive(Clone, Copy)]
enum To {
    Stdout,
    /// Into a file of its own.
    New,
    /// Behind the actions of one that is there.
    Known,
}

impl To {
    /// Whether the overlay to write is one of those that are there: then it is the last, behind
    /// whose actions there is nothing that more of them could depend on.
    fn of(file: &Path, overlays: &[PathBuf]) -> Result<Self, Error> {
        if STDOUT.iter().any(|name| file == Path::new(name)) {
            return Ok(Self::Stdout);
        }
        let place = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let file_place = place(file);
        match overlays.iter().position(|one| place(one) == file_place) {
            None => Ok(Self::New),
            Some(index) if index + 1 == overlays.len() => Ok(Self::Known),
            Some(_) => Err(Error::Usage(format!(
                "`{}` can only be added to if it is the last of the overlays (help: name it last)",
                file.display()
            ))),
        }
    }
}
