//! A diagnostic as it is shown: with its file, line and column.

use std::fmt;
use std::ops::Range;

use crate::diagnostics::Severity;

/// A [`Diagnostic`](crate::diagnostics::Diagnostic) with everything that is needed to show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// What kind it is, in words joined by hyphens. Stable.
    pub code: &'static str,
    /// What is wrong, and what was done instead.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Where it is.
    pub location: Location,
    /// Other places that have to do with it, and how.
    pub related: Vec<(Location, String)>,
}

/// A place in a file, as a person looks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The file, by the path under which it was asked for.
    pub file: String,
    /// Line and column, counted from 1, columns in characters; `None` for a file as a whole.
    pub position: Option<(usize, usize)>,
    /// What is shown of the file, where there is something to show.
    pub source: Option<Excerpt>,
}

/// The line that a finding is about, or the part of it around there.
///
/// Published JSON is often one line of megabytes, which nobody wants to see; nor is it to be kept
/// for as long as there is a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// Some of one line, without its end.
    pub text: String,
    /// The bytes of `text` that are meant.
    pub span: Range<usize>,
    /// Whether `text` begins where the line does.
    pub begins_line: bool,
}

/// How many bytes of a line are shown before what is meant, and how many from there on.
const BEFORE: usize = 60;
const FROM_THERE: usize = 120;

impl Excerpt {
    /// The line of `text` where `span` begins, or the part of it around there.
    ///
    /// A span may be a whole schema; where it begins is enough. A text that could not be decoded is
    /// empty: there is nothing to show of it.
    #[must_use]
    pub fn new(text: &str, span: &Range<usize>) -> Option<Self> {
        if text.is_empty() {
            return None;
        }
        let start = boundary(text, span.start.saturating_sub(BEFORE));
        let end = boundary(text, span.start.saturating_add(FROM_THERE));
        let before = text.get(start..span.start)?;
        let from_there = text.get(span.start..end)?;
        let line_start = before.rfind('\n').map(|newline| start + newline + 1);
        let line_end = from_there.find('\n').map(|newline| span.start + newline);
        let begins_line = line_start.is_some() || start == 0;
        let start = line_start.unwrap_or(start);
        let shown = text.get(start..line_end.unwrap_or(end))?;
        let shown = shown.strip_suffix('\r').unwrap_or(shown);
        let from = (span.start - start).min(shown.len());
        let to = span.end.saturating_sub(start).clamp(from, shown.len());
        shown.is_char_boundary(to).then(|| Self {
            text: shown.to_owned(),
            span: from..to,
            begins_line,
        })
    }
}

/// The next place from `index` on that is not inside a character.
fn boundary(text: &str, index: usize) -> usize {
    (index..text.len())
        .find(|index| text.is_char_boundary(*index))
        .unwrap_or(text.len())
}

impl fmt::Display for Location {
    /// `spec/sezzle.yaml:12:5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        match self.position {
            Some((line, column)) => write!(f, ":{line}:{column}"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Finding {
    /// One line: `spec/sezzle.yaml:12:5: dangling-reference: … (help: …)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.location, self.code, self.message)?;
        match &self.help {
            Some(help) => write!(f, " (help: {help})"),
            None => Ok(()),
        }
    }
}
