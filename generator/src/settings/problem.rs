//! What is wrong with a file of settings, as a finding: `hookgen.toml`, or a crate's `Cargo.toml`.

use std::ops::Range;
use std::path::Path;
use std::string::FromUtf8Error;

use crate::bounded::{self, Limit, Unread};
use crate::diagnostics::Severity;
use crate::error::Error;
use crate::finding::{Excerpt, Finding, Location};

/// An error in the file as a whole.
pub(crate) fn problem(file: &Path, code: &'static str, message: String) -> Finding {
    Finding {
        severity: Severity::Error,
        code,
        message,
        help: None,
        location: Location {
            file: file.display().to_string(),
            position: None,
            source: None,
        },
        related: Vec::new(),
    }
}

/// A place in a file with this text.
pub(crate) fn location(file: &Path, text: &str, span: Option<Range<usize>>) -> Location {
    problem(file, "", String::new()).at(text, span).location
}

impl Finding {
    /// In the file's `text`, where it is known which part of it is meant.
    pub(crate) fn at(mut self, text: &str, span: Option<Range<usize>>) -> Self {
        self.location.position = span.as_ref().map(|span| position(text, span.start));
        self.location.source = span.and_then(|span| Excerpt::new(text, &span));
        self
    }

    pub(crate) fn with_help(mut self, help: &str) -> Self {
        self.help = Some(help.to_owned());
        self
    }
}

/// The text of a file that was asked for.
pub(super) fn text(file: &Path) -> Result<String, Error> {
    let bytes = bounded::read(file, Limit::TEXT);
    let bytes = bytes.map_err(|unread| settings(unreadable(file, &unread)))?;
    String::from_utf8(bytes).map_err(|error| settings(not_utf8(file, &error)))
}

fn settings(problem: Finding) -> Error {
    Error::Settings(vec![problem])
}

fn unreadable(file: &Path, unread: &Unread) -> Finding {
    let help = match unread {
        Unread::Directory => "name the hookgen.toml in it",
        _ => unread.help(),
    };
    problem(file, unread.code(), unread.to_string()).with_help(help)
}

/// TOML is UTF-8 (TOML 1.0, "Spec").
pub(crate) fn not_utf8(file: &Path, error: &FromUtf8Error) -> Finding {
    let offset = error.utf8_error().valid_up_to();
    let byte = error.as_bytes().get(offset).copied().unwrap_or_default();
    let before = String::from_utf8_lossy(error.as_bytes());
    let message = format!("the file is not UTF-8: it has a byte 0x{byte:02X}");
    let mut finding = problem(file, "not-utf-8", message).with_help("save it as UTF-8");
    finding.location.position = Some(position(&before, offset));
    finding
}

/// Line and column of a byte, counted from 1, columns in characters.
fn position(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before.get(start..).map_or(0, |part| part.chars().count()) + 1;
    (line, column)
}
