//! Texts, as a checkout may have changed them.

use std::borrow::Cow;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// Whether a file is what is wanted, byte by byte: as nearly all are. It is not read into memory as a
/// whole, in which what is wanted is already. One that cannot be read is not.
pub(crate) fn is_same(place: &Path, wanted: &str) -> bool {
    let Ok(file) = File::open(place) else {
        return false;
    };
    let mut reader = BufReader::new(file);
    let mut rest = wanted.as_bytes();
    loop {
        match reader.fill_buf() {
            Ok([]) => return rest.is_empty(),
            Ok(piece) => match rest.strip_prefix(piece) {
                Some(behind) => {
                    rest = behind;
                    let length = piece.len();
                    reader.consume(length);
                }
                None => return false,
            },
            Err(_) => return false,
        }
    }
}

/// Whether a file on disk says what is wanted.
///
/// Git on Windows checks text out with other line ends (`core.autocrlf`), and a file that differs
/// in nothing else is not written again.
pub(crate) fn same_lines(on_disk: &[u8], wanted: &str) -> bool {
    on_disk == wanted.as_bytes()
        || std::str::from_utf8(on_disk).is_ok_and(|text| unix_lines(text) == unix_lines(wanted))
}

/// With `\n` where there is `\r\n`.
pub(crate) fn unix_lines(text: &str) -> Cow<'_, str> {
    if text.contains("\r\n") {
        Cow::Owned(text.replace("\r\n", "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn a_file_is_compared_piece_by_piece() {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        let place = folder.path().join("types.rs");
        // More than is read at once.
        let text = "pub struct Order;\n".repeat(5_000);
        std::fs::write(&place, &text).expect("a writable folder");
        assert!(is_same(&place, &text));
        assert!(!is_same(&place, &format!("{text}x")));
        assert!(!is_same(&place, &text[1..]));
        assert!(!is_same(&place, &text[..text.len() - 1]));
        assert!(!is_same(&place, ""));
        assert!(!is_same(&folder.path().join("nowhere.rs"), ""));
        std::fs::write(&place, "").expect("a writable folder");
        assert!(is_same(&place, ""));
    }
}
