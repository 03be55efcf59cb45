//! Regular expressions of ECMA-262, by the crate `regex`.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use regex::Regex;

/// What has been compiled so far; `None` for what cannot be.
static COMPILED: LazyLock<Mutex<HashMap<&'static str, Option<Regex>>>> =
    LazyLock::new(Mutex::default);

/// Whether `pattern` matches somewhere in `text`. What only ECMA-262 has (to look ahead, or back at
/// a group) cannot be checked, and counts as a match.
pub(super) fn matches(pattern: &'static str, text: &str) -> bool {
    let mut compiled = COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
    let regex = compiled
        .entry(pattern)
        .or_insert_with(|| Regex::new(&translated(pattern)).ok());
    regex.as_ref().is_none_or(|regex| regex.is_match(text))
}

/// What ECMA-262 takes for space (22.2.2.9, and 12.2 and 12.3 for what that refers to).
const SPACE: &str =
    r"\t-\r \u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}";

/// The same expression in the syntax of `regex`, where that differs: classes of ASCII characters,
/// and characters that mean something there and nothing in ECMA-262.
fn translated(pattern: &str) -> String {
    let mut text = String::with_capacity(pattern.len());
    let mut in_class = false;
    let mut characters = pattern.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('d') => text.push_str("[0-9]"),
                Some('D') => text.push_str("[^0-9]"),
                Some('w') => text.push_str("[0-9A-Za-z_]"),
                Some('W') => text.push_str("[^0-9A-Za-z_]"),
                Some('s') => text.extend(["[", SPACE, "]"]),
                Some('S') => text.extend(["[^", SPACE, "]"]),
                Some('b') if in_class => text.push_str(r"\x08"),
                Some('b') => text.push_str(r"(?-u:\b)"),
                Some(other) => text.extend(['\\', other]),
                None => text.push('\\'),
            },
            '[' if in_class => text.push_str(r"\["),
            '[' => {
                in_class = true;
                text.push('[');
                if characters.next_if_eq(&'^').is_some() {
                    text.push('^');
                }
                // Nothing fits `[]`, and everything `[^]`: to `regex` the bracket would be one of
                // the characters.
                if characters.next_if_eq(&']').is_some() {
                    in_class = false;
                    let any = text.ends_with('^');
                    text.truncate(text.len() - if any { 2 } else { 1 });
                    text.push_str(if any {
                        r"(?s:.)"
                    } else {
                        r"[^\x00-\u{10ffff}]"
                    });
                }
            }
            ']' if in_class => {
                in_class = false;
                text.push(']');
            }
            '&' | '~' if in_class => text.extend(['\\', character]),
            other => text.push(other),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_pattern_matches_somewhere() {
        assert!(matches("b", "abc"));
        assert!(!matches("^b", "abc"));
        assert!(matches("^[a-z]{3}$", "abc"));
    }

    #[test]
    fn classes_are_those_of_ecma() {
        assert!(matches(r"^\d+$", "42"));
        assert!(!matches(r"^\d+$", "٤٢"));
        assert!(!matches(r"^\w$", "é"));
        assert!(matches(r"^[\w.-]+$", "a.b-c"));
        assert!(matches(r"^\s$", "\u{feff}"));
        assert!(matches(r"^\S$", "é"));
        assert!(matches(r"\bword\b", "a word."));
    }

    #[test]
    fn what_means_something_here_alone_is_plain() {
        assert!(matches(r"^[[]$", "["));
        assert!(matches(r"^[a&&b]+$", "a&b"));
        assert!(matches(r"^[a~~b]+$", "~"));
        assert!(matches(r"^https?:\/\/", "https://example.com"));
        assert!(matches(r"^[^]$", "\n"));
        assert!(!matches(r"[]", "a"));
    }

    #[test]
    fn what_cannot_be_checked_counts_as_a_match() {
        assert!(matches(r"^(?!a)", "a"));
        assert!(matches(r"(a)\1", "b"));
        assert!(matches("(", "anything"));
    }
}
