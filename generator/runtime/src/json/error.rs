//! What went wrong in reading JSON, and where.

use std::fmt;

use super::path::Path;

/// Bytes that are not JSON, or not JSON of the type that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError {
    path: String,
    reason: String,
    line: usize,
    column: usize,
}

impl DecodeError {
    /// What did not fit, as a JSONPath (RFC 9535): `$.data.links[0].href`. For a member that is
    /// not there it is the object that lacks it; for a text that is not JSON, how far it was read.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What was expected, and what was there.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// The line where reading stopped, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column where reading stopped: how many bytes of the line had been read.
    #[must_use]
    pub fn column(&self) -> usize {
        self.column
    }

    /// What went wrong after `offset` bytes of `text`.
    pub(super) fn new(text: &[u8], offset: usize, path: &Path, reason: &str) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let mut lines = before.rsplit(|byte| *byte == b'\n');
        let column = lines.next().map_or(0, <[u8]>::len);
        Self {
            path: format!("${}", path.as_str()),
            reason: reason.to_owned(),
            line: 1 + lines.count(),
            column,
        }
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            path,
            reason,
            line,
            column,
        } = self;
        write!(formatter, "{path}: {reason} (line {line}, column {column})")
    }
}

impl std::error::Error for DecodeError {}
