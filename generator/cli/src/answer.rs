//! What the command has to say, and how it ends.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use hookgen::diagnostics::Severity;
use hookgen::{Error, Finding};
use serde_json::{Map, Value, json};

use crate::arguments::Format;
use crate::{findings, json};

/// How the command ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// All is well.
    Well,
    /// A description is wrong, or something differs.
    Wrong,
    /// The arguments or the settings are wrong.
    Usage,
    /// A file could not be read or written.
    Disk,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// What the command has to say, for both formats.
#[derive(Debug)]
pub(crate) struct Answer {
    /// What is wrong with a description, or could not be expressed.
    pub findings: Vec<Finding>,
    /// Why nothing was done.
    pub error: Option<String>,
    /// What a person has to do next.
    pub note: Option<String>,
    /// For a person.
    pub text: String,
    /// For a program: the members of the object.
    pub members: Map<String, Value>,
    pub exit: Exit,
}

impl Answer {
    pub(crate) fn new(text: String, members: Map<String, Value>) -> Self {
        Self {
            findings: Vec::new(),
            error: None,
            note: None,
            text,
            members,
            exit: Exit::Well,
        }
    }

    /// Nothing could be done.
    pub(crate) fn failed(error: Error) -> Self {
        let mut answer = Self::new(String::new(), Map::new());
        answer.exit = match &error {
            Error::Description(_) => Exit::Wrong,
            Error::Settings(_) | Error::Usage(_) => Exit::Usage,
            _ => Exit::Disk,
        };
        answer.error = Some(match &error {
            Error::Description(findings) | Error::Settings(findings) => {
                let errors = findings
                    .iter()
                    .filter(|finding| finding.severity == Severity::Error)
                    .count();
                match errors {
                    1 => "nothing was generated, because of the error above".to_owned(),
                    _ => format!("nothing was generated, because of the {errors} errors above"),
                }
            }
            other => other.to_string(),
        });
        if let Error::Description(findings) | Error::Settings(findings) = error {
            answer.findings = findings;
        }
        answer
    }

    /// Says it.
    ///
    /// Whoever stopped listening (`hookgen inspect … | head`) has heard enough, so that this never
    /// fails.
    pub(crate) fn print(&self, format: Format, command: &str) {
        match format {
            Format::Human => self.print_text(),
            Format::Json => {
                let object = self.object(command);
                drop(writeln!(io::stdout().lock(), "{object:#}"));
            }
        }
    }

    fn print_text(&self) {
        let mut aside = String::new();
        for finding in &self.findings {
            aside.push_str(&findings::render(finding));
            aside.push_str("\n\n");
        }
        if let Some(error) = &self.error {
            push_line(&mut aside, AnsiColor::BrightRed, "error", error);
        }
        drop(anstream::stderr().lock().write_all(aside.as_bytes()));
        drop(anstream::stdout().lock().write_all(self.text.as_bytes()));
        if let Some(note) = &self.note {
            let mut aside = String::new();
            push_line(&mut aside, AnsiColor::BrightGreen, "note", note);
            drop(anstream::stderr().lock().write_all(aside.as_bytes()));
        }
    }

    /// The members that every command has, and its own.
    fn object(&self, command: &str) -> Value {
        let mut object = self.members.clone();
        let findings: Vec<_> = self.findings.iter().map(json::finding).collect();
        object.insert("command".to_owned(), json!(command));
        object.insert("ok".to_owned(), json!(self.exit == Exit::Well));
        object.insert("error".to_owned(), json!(self.error));
        object.insert("note".to_owned(), json!(self.note));
        object
            .entry("findings")
            .or_insert_with(|| Value::Array(findings));
        Value::Object(object)
    }
}

/// `error: …`, as the findings look.
fn push_line(text: &mut String, color: AnsiColor, level: &str, message: &str) {
    let strong = Style::new().bold();
    let colored = color.on_default().bold();
    writeln!(
        text,
        "{colored}{level}{colored:#}{strong}:{strong:#} {message}"
    )
    .expect("a string takes everything");
}
