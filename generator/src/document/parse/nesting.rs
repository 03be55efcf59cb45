//! What is nested in YAML more deeply than can be read, or without end: found without its parser,
//! which takes ages for the one, and says the same of both.

use saphyr_parser::{Event, Parser};

/// How deep serde's reader goes.
const DEPTH: usize = 127;

/// So many brackets are open at once that it is worthwhile to look closer: there are some in texts
/// too.
const MANY: usize = 1000;

/// Where a list or an object in flow style is too deep inside of others, in characters. For each
/// bracket the parser looks at all that are open, so that 100 KB of them would take minutes.
pub(super) fn too_deep(text: &str) -> Option<usize> {
    if !has_many_open(text) {
        return None;
    }
    let mut parser = Parser::new_from_str(text);
    let mut depth = 0_usize;
    while let Some(event) = parser.next_event() {
        let (event, span) = match event {
            Ok(event) => event,
            // It looks ahead, and goes no deeper than 255.
            Err(error) if error.info().starts_with("recursion limit") => {
                return Some(error.marker().index());
            }
            Err(_) => return None,
        };
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => depth += 1,
            Event::SequenceEnd | Event::MappingEnd => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEPTH {
            return Some(span.start.index());
        }
    }
    None
}

fn has_many_open(text: &str) -> bool {
    let mut open = 0_usize;
    for byte in text.bytes() {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        if open > MANY {
            return true;
        }
    }
    false
}

/// Where an alias stands inside of what it names, in characters.
pub(super) fn endless(text: &str) -> Option<usize> {
    let mut parser = Parser::new_from_str(text);
    let mut open = Vec::new();
    while let Some(Ok((event, span))) = parser.next_event() {
        match event {
            Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _) => open.push(anchor),
            Event::SequenceEnd | Event::MappingEnd => _ = open.pop(),
            Event::Alias(anchor) if open.contains(&anchor) => return Some(span.start.index()),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_texts_are_not_deep() {
        let text = format!("a: '{}'\nb: [[1]]\n", "[".repeat(2000));
        assert_eq!(too_deep(&text), None);
    }

    #[test]
    fn a_million_brackets_are_found_at_once() {
        let text = format!("a: {}", "[".repeat(1_000_000));
        assert_eq!(too_deep(&text), Some(3 + 255));
    }

    #[test]
    fn an_alias_of_what_is_finished_has_an_end() {
        assert_eq!(endless("a: &a [1]\nb: [*a, *a]\n"), None);
        assert_eq!(endless("a: &a [1, { b: *a }]\n"), Some(15));
    }
}
