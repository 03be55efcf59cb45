//! Places in a text: bytes, characters, lines and columns.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Line and column of the byte at `offset`: counted from 1, columns in characters.
pub(crate) fn position(text: &str, offset: usize) -> (usize, usize) {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
    let column = before[line_start..].chars().count() + 1;
    (line, column)
}

/// Where the character number `index` begins; the text's end if it has not that many.
pub(crate) fn byte_of_character(text: &str, index: usize) -> usize {
    text.char_indices()
        .nth(index)
        .map_or(text.len(), |(byte, _)| byte)
}

/// A character's place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spot {
    /// Where its first byte is.
    pub(crate) byte: usize,
    /// Counted from 1.
    pub(crate) line: usize,
    /// Counted from 1, in characters.
    pub(crate) column: usize,
}

/// The places of the characters of these numbers, in one pass over the text. A number beyond the
/// last stands for the text's end.
pub(crate) fn spots(text: &str, numbers: impl IntoIterator<Item = usize>) -> BTreeMap<usize, Spot> {
    let numbers: BTreeSet<usize> = numbers.into_iter().collect();
    let mut wanted = numbers.into_iter().peekable();
    let mut found = BTreeMap::new();
    let (mut line, mut column) = (1, 1);
    for (number, (byte, character)) in text.char_indices().enumerate() {
        let spot = Spot { byte, line, column };
        if let Some(number) = wanted.next_if_eq(&number) {
            found.insert(number, spot);
        }
        if wanted.peek().is_none() {
            return found;
        }
        (line, column) = match character {
            '\n' => (line + 1, 1),
            _ => (line, column + 1),
        };
    }
    let byte = text.len();
    found.extend(wanted.map(|number| (number, Spot { byte, line, column })));
    found
}

/// `text` with the same characters in the same places, except that escapes of UTF-16 surrogates
/// are none any more: JSON has them (RFC 8259, 7), the parser that tells places refuses them.
pub(crate) fn without_surrogates(text: &str) -> Cow<'_, str> {
    if !["\\ud", "\\uD"].iter().any(|escape| text.contains(escape)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\\ud", "_ud").replace("\\uD", "_uD"))
}
