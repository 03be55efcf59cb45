//! What an action selects.
//!
//! The library that evaluates a path lists what each step finds, also what it finds more than once:
//! ten wildcards in a bracket, and ten such brackets, find everything ten thousand million times. So
//! it is given parts of a path that find nothing twice, one after the other.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::Value;
use serde_json_path::JsonPath;

use super::budget::{Budget, Exceeded, size};
use super::cost;
use super::path::{Segment, nesting, segments};
use crate::json_pointer::names;

/// What an action selects.
#[derive(Debug)]
pub(super) struct Target(Vec<Part>);

/// A part of a path: all that is selected by any of these texts in what has been selected before.
#[derive(Debug, Default)]
struct Part(Vec<String>);

/// Why a text is no target.
#[derive(Debug)]
pub(super) enum Problem {
    /// It is no JSONPath from this byte on.
    Syntax(usize),
    /// It is nested too deeply.
    Nesting,
}

impl Target {
    pub(super) fn parse(text: &str) -> Result<Self, Problem> {
        if nesting(text) > MOST_NESTED {
            return Err(Problem::Nesting);
        }
        JsonPath::parse(text).map_err(|error| Problem::Syntax(error.position()))?;
        Ok(Self(parts(&segments(text))))
    }

    /// JSON Pointers to all that is selected, each once.
    pub(super) fn places(
        &self,
        value: &Value,
        budget: &mut Budget,
    ) -> Result<BTreeSet<String>, Exceeded> {
        let mut places = BTreeSet::from([String::new()]);
        for Part(texts) in &self.0 {
            let mut found = BTreeSet::new();
            for text in texts {
                select(text, value, &places, &mut found, budget)?;
            }
            places = found;
        }
        Ok(places)
    }
}

/// A part ends where the next step could find something twice.
fn parts(segments: &[Segment<'_>]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut text = String::new();
    let mut descends = false;
    for segment in segments {
        let is_one = segment.selectors.len() == 1;
        if !is_one || descends && segment.descends {
            parts.extend(part(&mut text));
            descends = false;
        }
        if is_one {
            text.push_str(segment.text);
            descends |= segment.descends;
            continue;
        }
        let dots = if segment.descends { ".." } else { "" };
        let texts: BTreeSet<_> = segment.selectors.iter().map(|one| one.text).collect();
        let texts = texts.iter().map(|text| format!("{dots}[{text}]"));
        parts.push(Part(texts.collect()));
    }
    parts.extend(part(&mut text));
    parts
}

fn part(text: &mut String) -> Option<Part> {
    let text = std::mem::take(text);
    (!text.is_empty()).then(|| Part(vec![text]))
}

/// Adds to `found` what the part `text` selects in each of `places`.
fn select(
    text: &str,
    value: &Value,
    places: &BTreeSet<String>,
    found: &mut BTreeSet<String>,
    budget: &mut Budget,
) -> Result<(), Exceeded> {
    let cost = cost::of(&segments(text), budget.extent());
    // A filter that asks for the description as a whole is only right where its path begins there.
    let inside = if text.contains('$') {
        None
    } else {
        JsonPath::parse(&format!("${text}")).ok()
    };
    for place in places {
        let Some(there) = value.pointer(place) else {
            continue;
        };
        let below = match place.is_empty() {
            true => budget.extent().size,
            false if cost.grows() => size(there),
            false => 1,
        };
        budget.look(cost.at(below))?;
        let located = match &inside {
            Some(path) => path.query_located(there),
            None => match JsonPath::parse(&format!("${}{text}", written(place, value))) {
                Ok(path) => path.query_located(value),
                Err(_) => continue,
            },
        };
        let prefix = if inside.is_some() { place.as_str() } else { "" };
        for node in located.iter() {
            found.insert(format!("{prefix}{}", node.location().to_json_pointer()));
        }
    }
    Ok(())
}

/// The way to `place` as a path has it, without the `$`.
fn written(place: &str, value: &Value) -> String {
    let mut written = String::new();
    let mut above = value;
    for name in names(place) {
        let inner = match above {
            Value::Array(list) => {
                _ = write!(written, "[{name}]");
                name.parse().ok().and_then(|index: usize| list.get(index))
            }
            _ => {
                _ = write!(written, "[{}]", Value::from(name.as_str()));
                above.get(&name)
            }
        };
        above = inner.unwrap_or(&Value::Null);
    }
    written
}

/// A bracket or a parenthesis in a filter is tried as several things, and what is in it for each of
/// them: eight take a millisecond, and thirty would take hours.
const MOST_NESTED: usize = 8;

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_same_is_selected_as_by_the_library() {
        let value = json!({
            "a": { "x": 1, "b": { "x": [1, { "x": "t", "y": 2 }, 3] } },
            "it's \"one\"/~": { "x": { "x": 1 } },
            "t": "t",
            "10": [{ "x": 1 }, { "y": "t" }],
        });
        for path in [
            "$",
            "$.a.b",
            "$..x",
            "$..x..x",
            "$.*..*..*",
            "$['a', 't', 'a'].b",
            "$.*[*, 'x', ?@.x]",
            "$..[0, 1:3, -1].y",
            "$..[?@.x]..x",
            "$[*,*][*,*]..[?@.x == $.a.x, ?@ == $.t]",
            "$..*..[?@ == $.t]",
            "$..*[?@.y == $['10'][1].y]..y",
            "$ .a\n['b'] .x",
            "$.nowhere..x",
        ] {
            let library = JsonPath::parse(path).expect("a path").query_located(&value);
            let expected: BTreeSet<_> = library
                .iter()
                .map(|node| node.location().to_json_pointer())
                .collect();
            let target = Target::parse(path).expect("a path");
            let mut budget = Budget::new(&value);
            let places = target.places(&value, &mut budget).expect("not much");
            assert_eq!(places, expected, "{path}");
        }
    }

    #[test]
    fn what_multiplies_is_found_once() {
        let mut value = json!({ "x": 1 });
        for _ in 0..8 {
            value = json!([value, { "x": value }]);
        }
        let brackets = "[*,*,*,*,*,*,*,*,*,*]".repeat(10);
        for path in [format!("${brackets}"), "$..*..*..*..*..*..*..*".to_owned()] {
            let target = Target::parse(&path).expect("a path");
            let mut budget = Budget::new(&value);
            let places = target.places(&value, &mut budget).expect("not much");
            assert!(!places.is_empty(), "{path}");
        }
    }

    #[test]
    fn what_cannot_be_known_to_end_is_refused() {
        let list: Vec<_> = (0..50_000).map(|one| json!({ "x": one })).collect();
        let value = json!({ "list": list, "pattern": "a" });
        let brackets = "[*,*]".repeat(20);
        for path in [
            "$.list[?$..x]".to_owned(),
            "$.list[?$.list == $.list]".to_owned(),
            "$..[?match(@.x, $.pattern)]".to_owned(),
            format!("$[?@{brackets}]"),
        ] {
            let target = Target::parse(&path).expect("a path");
            let mut budget = Budget::new(&value);
            let places = target.places(&value, &mut budget);
            assert!(matches!(places, Err(Exceeded::Looks)), "{path}");
        }
        let nested = format!("${}@.x{}", "[?@".repeat(20), "]".repeat(20));
        assert!(matches!(Target::parse(&nested), Err(Problem::Nesting)));
    }
}
