//! Splitting short texts.

use crate::nearby;

/// What stands before the first separator, and what behind it; `None` if there is none. Nearly all
/// separators are of one byte, for which this is small enough to become a part of what calls it.
#[inline]
pub(super) fn split_once<'t>(text: &'t [u8], separator: &[u8]) -> Option<(&'t [u8], &'t [u8])> {
    let at = match separator {
        [byte] => nearby::first(*byte, text)?,
        _ => find(separator, text)?,
    };
    Some((&text[..at], &text[at + separator.len()..]))
}

/// Where the first separator is. An empty one is nowhere.
#[cold]
fn find(separator: &[u8], text: &[u8]) -> Option<usize> {
    match separator.len() {
        0 => None,
        length => text.windows(length).position(|found| found == separator),
    }
}

#[cfg(test)]
mod tests {
    use super::split_once;

    #[test]
    fn texts_are_split_as_the_standard_library_does() {
        let mut text = String::new();
        for index in 0..40_u8 {
            for separator in [",", "=", "=>", "é"] {
                for text in [text.clone(), format!("{text}{separator}é,=")] {
                    let split = text.split_once(separator);
                    assert_eq!(
                        split_once(text.as_bytes(), separator.as_bytes()),
                        split.map(|(before, behind)| (before.as_bytes(), behind.as_bytes())),
                        "{text}"
                    );
                }
            }
            text.push(char::from(b'a' + index % 26));
            if index % 7 == 6 {
                text.push('\u{1}');
            }
        }
        assert_eq!(split_once(b"a", b""), None);
    }
}
