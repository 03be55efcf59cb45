//! Splitting short texts.

use crate::nearby;

/// What stands before the first separator, and what behind it; `None` if there is none. Nearly all
/// separators are of one byte, for which the standard library sets up more than it saves.
pub(super) fn split_once<'t>(text: &'t str, separator: &str) -> Option<(&'t str, &'t str)> {
    match separator.as_bytes() {
        [] => None,
        [byte] => {
            let at = nearby::first(*byte, text.as_bytes())?;
            Some((&text[..at], &text[at + 1..]))
        }
        _ => text.split_once(separator),
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
                assert_eq!(
                    split_once(&text, separator),
                    text.split_once(separator),
                    "{text}"
                );
                let last = format!("{text}{separator}é,=");
                assert_eq!(
                    split_once(&last, separator),
                    last.split_once(separator),
                    "{last}"
                );
            }
            text.push(char::from(b'a' + index % 26));
            if index % 7 == 6 {
                text.push('\u{1}');
            }
        }
        assert_eq!(split_once("a", ""), None);
    }
}
