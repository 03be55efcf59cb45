//! Keys that stand twice in an object: the parsers see them, but do not say where.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser};

use crate::diagnostics::{Diagnostics, FileId, Place};
use crate::document::sources::{spots, without_surrogates};

/// Reports every key of `text` that its object already has.
pub(super) fn report(text: &str, file: FileId, diagnostics: &mut Diagnostics) {
    let found = find(text);
    if found.is_empty() {
        // The two parsers differ about what two keys are the same: `1` and `0x1`, say.
        diagnostics
            .error(CODE, Place::File(file), "an object has a key twice")
            .help(HELP);
    }
    let spots = spots(text, found.iter().flat_map(|one| [one.first, one.again]));
    let place = |character| match spots.get(&character) {
        Some(spot) => Place::Position(file, spot.line, spot.column),
        None => Place::File(file),
    };
    for Duplicate { key, first, again } in found {
        diagnostics
            .error(
                CODE,
                place(again),
                format!("the key `{key}` stands twice in one object"),
            )
            .help(HELP)
            .related(place(first), "here it stands for the first time");
    }
}

/// Whoever has so many mistakes has made one of another kind.
const MOST: usize = 100;

const CODE: &str = "duplicate-key";
const HELP: &str = "remove one of the two, or move what belongs together under one of them";

/// A key that its object already has; both places are counted in characters.
struct Duplicate {
    key: String,
    first: usize,
    again: usize,
}

/// What the reader is inside of.
enum Frame {
    List,
    /// Its keys so far, and whether a key comes next.
    Object(HashMap<String, usize>, bool),
}

fn find(text: &str) -> Vec<Duplicate> {
    let text = without_surrogates(text);
    let mut parser = Parser::new_from_str(&text);
    let mut stack: Vec<Frame> = Vec::new();
    let mut found = Vec::new();
    while let Some(Ok((event, span))) = parser.next_event() {
        let is_key = match stack.last_mut() {
            Some(Frame::Object(_, key_next)) if starts_value(&event) => {
                std::mem::replace(key_next, !*key_next)
            }
            _ => false,
        };
        match (event, stack.last_mut()) {
            (Event::Scalar(key, ..), Some(Frame::Object(keys, _))) if is_key && key != "<<" => {
                let again = span.start.index();
                match keys.get(key.as_ref()) {
                    Some(&first) if found.len() < MOST => found.push(Duplicate {
                        key: key.into_owned(),
                        first,
                        again,
                    }),
                    Some(_) => return found,
                    None => {
                        keys.insert(key.into_owned(), again);
                    }
                }
            }
            (Event::SequenceStart(..), _) => stack.push(Frame::List),
            (Event::MappingStart(..), _) => stack.push(Frame::Object(HashMap::new(), true)),
            (Event::SequenceEnd | Event::MappingEnd, _) => {
                stack.pop();
            }
            _ => {}
        }
    }
    found
}

fn starts_value(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::Scalar(..) | Event::Alias(_) | Event::SequenceStart(..) | Event::MappingStart(..)
    )
}
