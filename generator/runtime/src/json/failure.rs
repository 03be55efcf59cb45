//! What went wrong in reading a JSON text, as precisely as serde_json tells.

use super::DecodeError;
use super::locate::{locate, locate_whole};
use super::path::Path;

/// What went wrong, and where.
pub(crate) struct Failure {
    /// How many bytes had been read.
    offset: usize,
    path: Path,
    reason: String,
}

impl Failure {
    /// An error that serde_json had with `text`.
    pub(crate) fn new(text: &str, error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let message = error.to_string();
        let message = message
            .strip_suffix(&format!(" at line {line} column {column}"))
            .unwrap_or(&message);
        let offset = offset(text, line, column);
        let Some(inner) = Wrapped::parse(message) else {
            let (path, reason) = (locate(text.as_bytes(), offset), message.to_owned());
            return Self {
                offset,
                path,
                reason,
            };
        };
        let (start, mut path) = locate_whole(text.as_bytes(), offset, inner.length);
        path.append(inner.path);
        Self {
            offset: text.len().min(start + inner.offset),
            path,
            reason: inner.reason.to_owned(),
        }
    }

    /// What is told of it.
    pub(crate) fn explain(&self, text: &str) -> DecodeError {
        DecodeError::new(text.as_bytes(), self.offset, &self.path, &self.reason)
    }

    /// The message that stands for this failure in the text that surrounds `text`, where nothing
    /// but a message can be handed on. serde_json does not say reliably where that text stands, but
    /// its length does.
    pub(crate) fn wrap(&self, text: &str) -> String {
        let (path, reason) = (self.path.as_str(), &self.reason);
        let (offset, whole, length) = (self.offset, text.len(), path.len());
        format!("${path}: {reason} [{offset}/{whole}/{length}]")
    }
}

/// A [`Failure`] in a text inside of another one.
struct Wrapped<'a> {
    offset: usize,
    length: usize,
    path: &'a str,
    reason: &'a str,
}

impl<'a> Wrapped<'a> {
    /// `None` if the message is not a wrapped one.
    fn parse(message: &'a str) -> Option<Self> {
        let (message, numbers) = message.strip_suffix(']')?.rsplit_once(" [")?;
        let mut numbers = numbers.split('/').map(str::parse);
        let mut number = || numbers.next()?.ok();
        let (offset, length, path) = (number()?, number()?, number()?);
        let (path, reason) = message.strip_prefix('$')?.split_at_checked(path)?;
        Some(Self {
            offset,
            length,
            path,
            reason: reason.strip_prefix(": ")?,
        })
    }
}

/// How many bytes had been read at a position of serde_json's: lines count from 1, and the column
/// is the number of bytes read of the line.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let skipped: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    (skipped + column).min(text.len())
}
