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
    /// For a person who reads along, where the text is for something else.
    pub aside: String,
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
            aside: String::new(),
            text,
            members,
            exit: Exit::Well,
        }
    }

    /// Nothing could be done.
    pub(crate) fn failed(error: Error, command: &str) -> Self {
        let mut answer = Self::new(String::new(), Map::new());
        answer.exit = exit(&error);
        answer.error = Some(reason(&error, command));
        if let Error::Description(findings) | Error::Settings(findings) = error {
            answer.findings = findings;
        }
        answer
    }

    /// The arguments make no sense.
    pub(crate) fn misused(problem: String) -> Self {
        let mut answer = Self::new(String::new(), Map::new());
        answer.exit = Exit::Usage;
        answer.error = Some(problem);
        answer
    }

    /// Says it.
    ///
    /// Whoever stopped listening (`hookgen inspect … | head`) has heard enough, so that this never
    /// fails.
    pub(crate) fn print(&self, format: Format, command: Option<&str>) {
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
        aside.push_str(&self.aside);
        drop(anstream::stderr().lock().write_all(aside.as_bytes()));
        drop(anstream::stdout().lock().write_all(self.text.as_bytes()));
        if let Some(note) = &self.note {
            let mut aside = String::new();
            push_line(&mut aside, AnsiColor::BrightGreen, "note", note);
            drop(anstream::stderr().lock().write_all(aside.as_bytes()));
        }
    }

    /// The members that every command has, and its own.
    fn object(&self, command: Option<&str>) -> Value {
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

/// How the command ends when nothing could be done.
fn exit(error: &Error) -> Exit {
    let mut errors = errors(error).peekable();
    if errors.peek().is_some() && errors.all(|one| UNREADABLE.contains(&one.code)) {
        return Exit::Disk;
    }
    match error {
        Error::Description(_) => Exit::Wrong,
        Error::Settings(_) | Error::Usage(_) => Exit::Usage,
        _ => Exit::Disk,
    }
}

/// The codes of findings that say nothing of what is in a file.
const UNREADABLE: [&str; 4] = [
    "file-not-found",
    "file-too-large",
    "not-a-file",
    "unreadable-file",
];

/// Why nothing could be done, where the findings have not said it: then how many they are.
fn reason(error: &Error, command: &str) -> String {
    match (error, errors(error).count()) {
        (Error::Description(_) | Error::Settings(_), 1) => {
            format!("could not {command} because of 1 error")
        }
        (Error::Description(_) | Error::Settings(_), count) => {
            format!("could not {command} because of {count} errors")
        }
        (Error::Output(obstacles), _) => {
            let lines = obstacles.iter().map(|one| format!("\n  {one}"));
            let lines = lines.collect::<Vec<_>>().concat();
            format!("could not {command}, as something is in the way{lines}")
        }
        (other, _) => other.to_string(),
    }
}

fn errors(error: &Error) -> impl Iterator<Item = &Finding> {
    let findings = error.findings().iter();
    findings.filter(|finding| finding.severity == Severity::Error)
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
