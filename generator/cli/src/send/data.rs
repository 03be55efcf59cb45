//! A body that someone has.

use std::io;
use std::path::Path;

use hookgen::Error;
use hookgen::bounded::{self, Limit};
use serde_json::Value;

/// A body that someone has.
#[derive(Debug)]
pub(super) struct Data {
    pub bytes: Vec<u8>,
    /// The same, read.
    pub value: Value,
}

/// Reads it from a file; `-` is the standard input.
pub(super) fn read(file: &Path) -> Result<Data, Error> {
    let limit = Limit::DOCUMENT;
    let (bytes, shown) = if file == Path::new("-") {
        let bytes = bounded::read_from(io::stdin().lock(), limit);
        (bytes, "the standard input".to_owned())
    } else {
        (bounded::read(file, limit), file.display().to_string())
    };
    let bytes = bytes.map_err(|unread| Error::Io {
        action: "reading",
        path: file.to_owned(),
        source: unread.into(),
        not_restored: Vec::new(),
    })?;
    match serde_json::from_slice(&bytes) {
        Ok(value) => Ok(Data { bytes, value }),
        Err(error) => {
            let (line, column) = position(&bytes, &error);
            let text = error.to_string();
            let problem = text.split(" at line ").next().unwrap_or_default();
            Err(Error::Usage(format!(
                "{shown}:{line}:{column}: the body is no JSON: {problem}"
            )))
        }
    }
}

/// Where it is no JSON. A line that ends too early is wrong at its end, not before the next one.
fn position(bytes: &[u8], error: &serde_json::Error) -> (usize, usize) {
    match (error.line(), error.column()) {
        (line, 0) if line > 1 => {
            let lines = bytes.split(|byte| *byte == b'\n');
            let before = lines.into_iter().nth(line - 2).map_or(0, <[u8]>::len);
            (line - 1, before + 1)
        }
        (line, column) => (line, column.max(1)),
    }
}
