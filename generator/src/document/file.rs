//! From a file to its text.

use std::io;
use std::path::Path;

use super::sources::position;
use crate::diagnostics::{Diagnostics, FileId, Place};

/// The text of the file at `path`, which is `what`, without a byte-order mark; `None` if there is
/// none, which has been reported.
pub(super) fn text(
    path: &Path,
    what: &str,
    file: FileId,
    diagnostics: &mut Diagnostics,
) -> Option<String> {
    match std::fs::read(path) {
        Ok(bytes) => decode(bytes, file, diagnostics),
        Err(error) => {
            unreadable(path, what, &error, file, diagnostics);
            None
        }
    }
}

fn unreadable(
    path: &Path,
    what: &str,
    error: &io::Error,
    file: FileId,
    diagnostics: &mut Diagnostics,
) {
    let place = Place::File(file);
    if path.is_dir() {
        diagnostics
            .error("not-a-file", place, "this is a directory")
            .help(format!("name the {what} in it"));
    } else if error.kind() == io::ErrorKind::NotFound {
        diagnostics
            .error("file-not-found", place, "there is no such file")
            .help("look at the path's spelling, and at which directory it starts from");
    } else {
        diagnostics
            .error(
                "unreadable-file",
                place,
                format!("the file cannot be read: {error}"),
            )
            .help("see that it may be read by whoever runs this");
    }
}

/// UTF-8, the one encoding that JSON has (RFC 8259, 8.1) and the usual one of YAML.
fn decode(bytes: Vec<u8>, file: FileId, diagnostics: &mut Diagnostics) -> Option<String> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        not_utf8(
            diagnostics,
            Place::File(file),
            "the file is written in UTF-16",
            "UTF-16",
        );
        return None;
    }
    match String::from_utf8(bytes) {
        Ok(text) if text.len() == without_mark(&text).len() => Some(text),
        Ok(text) => Some(without_mark(&text).to_owned()),
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let byte = error.as_bytes().get(offset).copied().unwrap_or_default();
            let before = String::from_utf8_lossy(error.as_bytes());
            let (line, column) = position(&before, offset);
            not_utf8(
                diagnostics,
                Place::Position(file, line, column),
                format!("the file is not UTF-8: it has a byte 0x{byte:02X} at offset {offset}"),
                "WINDOWS-1252",
            );
            None
        }
    }
}

/// `text` without a byte-order mark.
pub(super) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{FEFF}').unwrap_or(text)
}

fn not_utf8(
    diagnostics: &mut Diagnostics,
    place: Place,
    message: impl Into<String>,
    encoding: &str,
) {
    let help = format!("save it as UTF-8: `iconv --from-code {encoding} --to-code UTF-8`, say");
    diagnostics.error("not-utf-8", place, message).help(help);
}
