//! A large text in YAML as two, which are parsed at the same time: of all that is done with a
//! description, this takes the longest, and it is all that can be done until it is.
//!
//! ```yaml
//! openapi: 3.1.0
//! paths:
//!   /hooks: …
//! # Cut here: what stands at the margin begins a member of the outermost object.
//! components:
//!   schemas: …
//! ```
//!
//! Each half is an object then, and the members of both are those of the whole. Where that does not
//! hold (a quoted text has lines at the margin, an alias leads into the other half) one of them
//! cannot be parsed, and the text is parsed as one, which also tells what is wrong and where.

use std::thread;

use serde_json::Value;

use super::value::State;

/// How long a text is at least that is worth a thread.
const LARGE: usize = 1 << 15;

/// What `parse` makes of a text, if it can be cut and `parse` makes something of both halves.
pub(super) fn parse(
    text: &str,
    parse: impl Fn(&str) -> Option<(Value, State)> + Sync,
) -> Option<(Value, State)> {
    let (one, other) = cut(text).filter(|_| text.len() >= LARGE)?;
    let (one, other) = thread::scope(|scope| {
        let other = scope.spawn(|| parse(other));
        // Should it panic, so will the whole.
        (parse(one), other.join().ok().flatten())
    });
    both(one?, other?)
}

/// The halves of a text that is one document without directives.
fn cut(text: &str) -> Option<(&str, &str)> {
    let has_mark = |mark| {
        let mut marks = text.match_indices(mark);
        marks.any(|(at, _)| at > 0 && text[..at].ends_with(BREAKS))
    };
    if has_mark("---") || has_mark("...") {
        return None;
    }
    let begins_member = |text: &str| text.starts_with(|one: char| one.is_ascii_alphabetic());
    let is_content = |line: &&str| {
        *line != "---" && !line.trim_start().starts_with('#') && !line.trim().is_empty()
    };
    if !text.lines().find(is_content).is_some_and(begins_member) {
        // What stands at the margin is no member of an object that is indented.
        return None;
    }
    let lines = text.match_indices('\n').map(|(at, _)| at + 1);
    let members = lines.filter(|&at| begins_member(&text[at..]));
    let at = members.min_by_key(|at| at.abs_diff(text.len() / 2))?;
    Some(text.split_at(at))
}

/// All that ends a line in YAML 1.1, which the parser reads.
const BREAKS: [char; 5] = ['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}'];

fn both(one: (Value, State), other: (Value, State)) -> Option<(Value, State)> {
    let (Value::Object(mut members), Value::Object(more)) = (one.0, other.0) else {
        return None;
    };
    for (key, value) in more {
        if members.insert(key, value).is_some() {
            return None;
        }
    }
    let state = one.1.with(other.1);
    (!state.duplicates).then_some((Value::Object(members), state))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::parse::{whole_yaml, yaml};

    fn halves(text: &str) -> Option<Value> {
        let (one, other) = cut(text)?;
        let half = |text| whole_yaml(text, false).ok();
        both(half(one)?, half(other)?).map(|(value, _)| value)
    }

    #[test]
    fn halves_are_the_whole_or_nothing() {
        let parts = [
            "a: 1\n",
            "b:\n",
            "b: |\n",
            "  c\n",
            "  c: >\n",
            "c: \"x\n",
            "d: y\"\n",
            "e: {\n",
            "f: }\n",
            "g: &g 1\n",
            "h: *g\n",
            "- i\n",
            "---\n",
            "...\n",
            "? j\n",
            "k\n",
            "'l': 2\n",
            "# m\n",
            "<<: {a: 3}\n",
        ];
        let mut cut = 0;
        for number in 0..parts.len().pow(4) {
            let part = |power| parts[number / parts.len().pow(power) % parts.len()];
            let text = [0, 1, 2, 3].map(part).concat();
            if let Some(value) = halves(&text) {
                cut += 1;
                let whole =
                    whole_yaml(&text, false).unwrap_or_else(|error| panic!("{text:?} {error:?}"));
                assert_eq!(value, whole.0, "{text}");
            }
        }
        assert!(cut > 500, "{cut}");
    }

    #[test]
    fn a_large_text_is_parsed_in_halves() {
        let member = |name: &str| format!("{name}:\n{}", "  - text\n".repeat(4000));
        let text = ["a", "b", "c"].map(member).concat();
        assert!(text.len() > LARGE);
        let value = yaml(&text, false).expect("YAML").0;
        assert_eq!(value, whole_yaml(&text, false).expect("YAML").0);
        assert_eq!(cut(&text).map(|(one, _)| one.len()), Some(text.len() / 3));
    }
}
