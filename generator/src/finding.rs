//! A diagnostic as it is shown: with its file, line and column.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

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
    /// The file's text and the bytes of it that are meant, for whoever shows the source.
    pub source: Option<(Arc<String>, Range<usize>)>,
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
