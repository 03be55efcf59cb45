//! Texts, as a checkout may have changed them.

use std::borrow::Cow;

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
