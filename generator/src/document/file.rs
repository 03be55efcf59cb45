//! From a file to its text.

use std::path::Path;

use super::sources::position;
use crate::bounded::{self, Limit, Unread};
use crate::diagnostics::{Diagnostics, FileId, Place};

/// The text of the file at `path`, which is `what`, without a byte-order mark; `None` if there is
/// none, which has been reported.
pub(super) fn text(
    path: &Path,
    what: &str,
    file: FileId,
    diagnostics: &mut Diagnostics,
) -> Option<String> {
    match bounded::read(path, Limit::DOCUMENT) {
        Ok(bytes) => decode(bytes, file, diagnostics),
        Err(unread) => {
            let help = match unread {
                Unread::Directory => format!("name the {what} in it"),
                _ => unread.help().to_owned(),
            };
            diagnostics
                .error(unread.code(), Place::File(file), unread.to_string())
                .help(help);
            None
        }
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
