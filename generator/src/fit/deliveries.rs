//! From files to deliveries: one after the other, so that a file may be of any length.

mod values;

use std::cell::Cell;
use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;
use std::sync::Arc;

use serde_json::Value;

use super::record::{Record, records};
use crate::bounded::{self, Limit};
use crate::error::Error;
use values::{Take, values};

/// Recorded deliveries, in files of JSON.
///
/// A file is a delivery, an array of deliveries, or any number of either, one behind the other (as
/// in JSON lines). Instead of a delivery's body there may be `{"headers": {…}, "body": …}`, where the
/// body is JSON or a text of JSON, or `{"name": …, "examples": […]}` with several bodies of an event.
#[derive(Debug, Clone, Default)]
pub struct Deliveries {
    files: Vec<Recorded>,
    event: Option<String>,
}

#[derive(Debug, Clone)]
struct Recorded {
    shown_as: String,
    source: Source,
}

#[derive(Debug, Clone)]
enum Source {
    File(PathBuf),
    Bytes(Arc<[u8]>),
}

impl Deliveries {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes all of them for deliveries of this event, whatever they say.
    #[must_use]
    pub fn of_event(mut self, name: impl Into<String>) -> Self {
        self.event = Some(name.into());
        self
    }

    /// Adds those in a file.
    #[must_use]
    pub fn file(mut self, path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        self.files.push(Recorded {
            shown_as: path.display().to_string(),
            source: Source::File(path),
        });
        self
    }

    /// Adds those that can be read, which messages call `shown_as`. They are kept in memory, for
    /// they are looked at more than once.
    ///
    /// # Errors
    ///
    /// If they cannot be read, or are more than 256 MB.
    pub fn reader(mut self, shown_as: &str, reader: impl Read) -> Result<Self, Error> {
        let bytes = bounded::read_from(reader, Limit::DOCUMENT);
        let bytes = bytes.map_err(|unread| Error::reading(shown_as, unread.into()))?;
        self.files.push(Recorded {
            shown_as: shown_as.to_owned(),
            source: Source::Bytes(bytes.into()),
        });
        Ok(self)
    }

    pub(super) fn event(&self) -> Option<&str> {
        self.event.as_deref()
    }

    /// Calls `take` with each of them, and what it is called: by its file and its number there.
    /// The files that have none are what comes of it.
    pub(super) fn each(
        &self,
        mut take: impl FnMut(Delivered, Result<Record, String>),
    ) -> Result<Vec<String>, Error> {
        let mut empty = Vec::new();
        for file in &self.files {
            let failed = |source| Error::reading(&file.shown_as, source);
            let mut next = 0;
            let mut take = |value: Result<Value, String>| {
                let found = match value {
                    Ok(value) => records(value).into_iter().map(Ok).collect(),
                    Err(error) => vec![Err(error)],
                };
                for record in found {
                    next += 1;
                    let delivered = Delivered {
                        file: file.shown_as.clone(),
                        number: next,
                    };
                    take(delivered, record);
                }
            };
            if let Err(error) = read(&file.source, &mut take).map_err(failed)? {
                take(Err(error.to_string()));
            }
            if next == 0 {
                empty.push(file.shown_as.clone());
            }
        }
        Ok(empty)
    }
}

/// Which delivery it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Delivered {
    pub(super) file: String,
    /// From 1.
    pub(super) number: usize,
}

impl fmt::Display for Delivered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} #{}", self.file, self.number)
    }
}

/// The outer error is the disk's, the inner one the text's.
fn read(source: &Source, take: Take<'_>) -> io::Result<Result<(), serde_json::Error>> {
    let left = Cell::new(Limit::DOCUMENT.bytes());
    let mut reader: Box<dyn BufRead> = match source {
        Source::File(path) => {
            let reader = bounded::open(path)?;
            let left = &left;
            Box::new(BufReader::new(Rationed { reader, left }))
        }
        Source::Bytes(bytes) => Box::new(&**bytes),
    };
    if reader.fill_buf()?.starts_with(b"\xEF\xBB\xBF") {
        reader.consume(3);
    }
    let outcome = values(reader, &mut |value| {
        left.set(Limit::DOCUMENT.bytes());
        take(value);
    });
    match outcome {
        Err(error) if error.is_io() => Err(error.into()),
        outcome => Ok(outcome),
    }
}

/// A file of any length, of which only so much is read for a delivery.
struct Rationed<'a> {
    reader: File,
    left: &'a Cell<u64>,
}

impl Read for Rationed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer)?;
        let left = self.left.get().checked_sub(read as u64);
        self.left.set(left.ok_or_else(|| {
            let limit = Limit::DOCUMENT;
            io::Error::other(format!("a delivery of more than {limit} is not read (help: see whether this is the file that is meant)"))
        })?);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_from_elsewhere_is_kept() {
        let text = "\u{feff}[{\"a\":1}]";
        let deliveries = Deliveries::new()
            .reader("standard input", text.as_bytes())
            .expect("bytes");
        for _ in 0..2 {
            let mut names = Vec::new();
            let each = deliveries.each(|delivered, record| {
                assert!(record.is_ok());
                names.push(delivered.to_string());
            });
            each.expect("a file");
            assert_eq!(names, ["standard input #1"]);
        }
    }
}
