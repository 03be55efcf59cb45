//! From a name on the wire to an identifier of Rust.

use std::borrow::Cow;
use std::fmt::Write as _;

use heck::{ToSnakeCase, ToUpperCamelCase};
use unicode_normalization::UnicodeNormalization;
use unicode_security::mixed_script::AugmentedScriptSet;
use unicode_security::{GeneralSecurityProfile, is_potential_mixed_script_confusable_char};

/// How an identifier is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// `WebhookInput`: types and variants.
    Camel,
    /// `webhook_input`: fields, arguments and methods.
    Snake,
}

/// The identifier that `wire` is written as: always a valid one, though perhaps a reserved word.
#[must_use]
pub fn identifier(wire: &str, case: Case) -> String {
    let cased = apply(&with_signs(wire), case);
    if cased.is_empty() || may_be_misread(&cased) {
        spelled(wire, case)
    } else {
        started(cased, case)
    }
}

/// The identifier that `wire` is written as with every symbol in words, so that names which differ
/// in symbols alone differ as identifiers: `+1` and `-1`, `a_b` and `a.b`.
#[must_use]
pub fn spelled(wire: &str, case: Case) -> String {
    let cased = spelled_but(keeps, wire, case);
    if may_be_misread(&cased) {
        return spelled_but(|one| one.is_ascii_alphanumeric(), wire, case);
    }
    cased
}

/// All in words but the characters that `stays` holds for.
fn spelled_but(stays: fn(char) -> bool, wire: &str, case: Case) -> String {
    let mut words = String::new();
    for character in wire.chars() {
        match symbol(character) {
            Some(word) => _ = write!(words, " {word} "),
            None if stays(character) => words.push(character),
            None => _ = write!(words, " u{:04x} ", u32::from(character)),
        }
    }
    let cased = apply(&words, case);
    if cased.is_empty() {
        apply("empty", case)
    } else {
        started(cased, case)
    }
}

/// Whether a script other than the Latin one is there by nothing but letters that look like those
/// of others: the Cyrillic `а` in an English word, which a reader, and rustc, take for a trick.
fn may_be_misread(identifier: &str) -> bool {
    let latin = AugmentedScriptSet::for_char('a');
    if identifier.is_ascii() {
        return false;
    }
    let foreign = || {
        let characters = identifier.chars().filter(|one| !one.is_ascii());
        characters.map(|one| (AugmentedScriptSet::for_char(one), one))
    };
    foreign().any(|(script, _)| {
        let mut same = foreign().filter(|(other, _)| *other == script);
        script != latin && same.all(|(_, one)| is_potential_mixed_script_confusable_char(one))
    })
}

/// Heck's cases over the letters and digits of `text`; everything else separates words.
fn apply(text: &str, case: Case) -> String {
    if text.is_ascii() {
        return joined(text, case);
    }
    let kept = |character| if keeps(character) { character } else { ' ' };
    let words: String = text.nfc().map(kept).collect();
    match case {
        Case::Camel => words.to_upper_camel_case(),
        Case::Snake => words.to_snake_case(),
    }
}

/// The same of ASCII. Most names are such, and there are so many that it would show: a word begins
/// behind a symbol, at a capital behind a small letter, and at the last of several capitals if a
/// small letter follows.
fn joined(text: &str, case: Case) -> String {
    let mut joined = String::with_capacity(text.len() + text.len() / 4);
    let runs = text.split(|one: char| !one.is_ascii_alphanumeric());
    for run in runs.filter(|run| !run.is_empty()) {
        let bytes = run.as_bytes();
        // Whether the last letter of the word so far is a small one.
        let mut is_small = None;
        for (index, letter) in run.char_indices() {
            let next = bytes.get(index + 1);
            let opens = match is_small {
                _ if index == 0 => true,
                Some(is_small) if letter.is_ascii_uppercase() => {
                    is_small || next.is_some_and(u8::is_ascii_lowercase)
                }
                _ => false,
            };
            if opens {
                is_small = None;
            }
            if letter.is_ascii_alphabetic() {
                is_small = Some(letter.is_ascii_lowercase());
            }
            if case == Case::Snake && opens && !joined.is_empty() {
                joined.push('_');
            }
            joined.push(match case {
                Case::Camel if opens => letter.to_ascii_uppercase(),
                Case::Camel | Case::Snake => letter.to_ascii_lowercase(),
            });
        }
    }
    joined
}

/// A sign before a digit is part of the number: `-1` is not `1`.
fn with_signs(wire: &str) -> Cow<'_, str> {
    let mut characters = wire.chars();
    let sign = match characters.next() {
        Some('+') => "plus ",
        Some('-') => "minus ",
        _ => return wire.into(),
    };
    let rest = characters.as_str();
    if rest.starts_with(|first: char| first.is_ascii_digit()) {
        format!("{sign}{rest}").into()
    } else {
        wire.into()
    }
}

/// An identifier cannot begin with a digit.
fn started(cased: String, case: Case) -> String {
    if cased.starts_with(unicode_ident::is_xid_start) {
        return cased;
    }
    match case {
        Case::Camel => format!("N{cased}"),
        Case::Snake => format!("n{cased}"),
    }
}

/// Letters and digits that languages are written in today (UTS 39, 3.1): not the modifier letter
/// `ʿ`, say, or a letter of an ancient script.
fn keeps(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || (character.is_alphanumeric()
            && unicode_ident::is_xid_continue(character)
            && character.identifier_allowed())
}

fn symbol(character: char) -> Option<&'static str> {
    Some(match character {
        '!' => "exclamation",
        '"' => "quote",
        '#' => "hash",
        '$' => "dollar",
        '%' => "percent",
        '&' => "and",
        '\'' => "apostrophe",
        '(' => "open paren",
        ')' => "close paren",
        '*' => "asterisk",
        '+' => "plus",
        ',' => "comma",
        '-' => "minus",
        '.' => "dot",
        '/' => "slash",
        ':' => "colon",
        ';' => "semicolon",
        '<' => "less",
        '=' => "equal",
        '>' => "greater",
        '?' => "question",
        '@' => "at",
        '[' => "open bracket",
        '\\' => "backslash",
        ']' => "close bracket",
        '^' => "caret",
        '_' => "underscore",
        '`' => "backtick",
        '{' => "open brace",
        '|' => "bar",
        '}' => "close brace",
        '~' => "tilde",
        ' ' => "space",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_ascii_are_those_that_heck_finds() {
        let letters = ["a", "b", "A", "B", "1", "_", ""];
        for number in 0..letters.len().pow(6) {
            let letter = |power| letters[number / letters.len().pow(power) % letters.len()];
            let text = [0, 1, 2, 3, 4, 5].map(letter).concat();
            assert_eq!(joined(&text, Case::Camel), text.to_upper_camel_case());
            assert_eq!(joined(&text, Case::Snake), text.to_snake_case());
        }
    }

    #[test]
    fn words_are_found_however_they_are_joined() {
        for (wire, camel, snake) in [
            (
                "customer.tokenized",
                "CustomerTokenized",
                "customer_tokenized",
            ),
            ("createdAt", "CreatedAt", "created_at"),
            ("ACH_NOTIFICATION", "AchNotification", "ach_notification"),
            ("X-GitHub-Event", "XGitHubEvent", "x_git_hub_event"),
            ("/ACCOUNT_CLOSED", "AccountClosed", "account_closed"),
            ("größe", "Größe", "größe"),
            ("名称", "名称", "名称"),
            ("имя", "Имя", "имя"),
            ("ʿAbd al-Raḥmān", "AbdAlRaḥmān", "abd_al_raḥmān"),
            ("e\u{301}tat", "État", "état"),
        ] {
            assert_eq!(identifier(wire, Case::Camel), camel, "{wire}");
            assert_eq!(identifier(wire, Case::Snake), snake, "{wire}");
        }
    }

    #[test]
    fn what_is_no_word_still_gets_a_name() {
        for (wire, camel, snake) in [
            ("", "Empty", "empty"),
            ("*", "Asterisk", "asterisk"),
            (">=", "GreaterEqual", "greater_equal"),
            ("+1", "Plus1", "plus_1"),
            ("-1", "Minus1", "minus_1"),
            ("3ds", "N3ds", "n3ds"),
            ("★", "U2605", "u2605"),
            ("\u{202e}", "U202e", "u202e"),
            // A Cyrillic letter that looks like a Latin one.
            ("n\u{430}me", "NU0430Me", "n_u0430_me"),
        ] {
            assert_eq!(identifier(wire, Case::Camel), camel, "{wire}");
            assert_eq!(identifier(wire, Case::Snake), snake, "{wire}");
        }
    }

    #[test]
    fn names_without_capitals_are_cased_as_heck_does() {
        for text in [
            "a_b",
            "__a1--2b",
            "created.at 3",
            "3ds",
            "a",
            "_",
            "",
            "x/y#z",
        ] {
            assert_eq!(
                joined(text, Case::Camel),
                text.to_upper_camel_case(),
                "{text}"
            );
            assert_eq!(joined(text, Case::Snake), text.to_snake_case(), "{text}");
        }
    }

    #[test]
    fn spelling_tells_symbols_apart() {
        assert_eq!(spelled("a_b", Case::Camel), "AUnderscoreB");
        assert_eq!(spelled("a.b", Case::Camel), "ADotB");
    }
}
