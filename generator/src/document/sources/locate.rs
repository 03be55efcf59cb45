//! Where in a text a JSON Pointer leads.

mod json;

use std::collections::HashMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, Span};

use super::position::{Spot, spots, without_surrogates};
use crate::diagnostics::Pointer;

/// What a pointer is shown by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Line and column, counted from 1, columns in characters.
    pub(super) position: (usize, usize),
    /// The bytes of the text that are meant, all in one line.
    pub(super) bytes: Range<usize>,
}

/// What each of `pointers` is shown by in `text`: a scalar by itself, anything else by its key,
/// an element by its beginning. A pointer that leads nowhere (to a member that is missing, into
/// an alias) is shown by the nearest place on its way.
pub(super) fn locate<'a>(
    text: &str,
    pointers: impl IntoIterator<Item = &'a Pointer>,
) -> Vec<Option<Found>> {
    let mut wanted = Wanted::default();
    let ends: Vec<usize> = pointers.into_iter().map(|one| wanted.add(one)).collect();
    if json::is_json(text) {
        json::walk(text, &mut wanted);
    } else {
        wanted.walk(&without_surrogates(text));
    }

    let spans: Vec<Option<(usize, usize)>> = ends.iter().map(|&end| wanted.nearest(end)).collect();
    let edges = spans
        .iter()
        .flatten()
        .flat_map(|&(start, end)| [start, end]);
    let spots = spots(text, edges);
    let found = |(start, end)| {
        Some(on_one_line(
            text,
            *spots.get(&start)?,
            spots.get(&end)?.byte,
        ))
    };
    spans.into_iter().map(|span| span.and_then(found)).collect()
}

/// Of a text of many lines, the first is enough to point to.
fn on_one_line(text: &str, start: Spot, end: usize) -> Found {
    let shown = text.get(start.byte..end).unwrap_or_default();
    let length = shown.find(['\n', '\r']).unwrap_or(shown.len());
    Found {
        position: (start.line, start.column),
        bytes: start.byte..start.byte + length,
    }
}

/// The places that are looked for, as a tree of steps; the first is the root.
struct Wanted(Vec<Stop>);

/// A place on the way to one that is looked for.
#[derive(Default)]
struct Stop {
    parent: Option<usize>,
    steps: HashMap<String, usize>,
    /// First and last character, once found.
    span: Option<(usize, usize)>,
}

impl Default for Wanted {
    fn default() -> Self {
        Self(vec![Stop::default()])
    }
}

/// What the parser is inside of, where something below it is looked for.
enum Frame {
    /// The next element's number.
    List { stop: usize, index: usize },
    /// The key whose value comes next; none if a key comes next.
    Object {
        stop: usize,
        key: Option<(Option<usize>, Span)>,
    },
    /// Nothing in here is looked for; how deep inside it.
    Other(usize),
}

impl Wanted {
    fn add(&mut self, pointer: &Pointer) -> usize {
        pointer.steps().fold(0, |stop, step| {
            if let Some(&next) = self.0[stop].steps.get(&step) {
                return next;
            }
            let next = self.0.len();
            self.0.push(Stop {
                parent: Some(stop),
                ..Stop::default()
            });
            self.0[stop].steps.insert(step, next);
            next
        })
    }

    fn nearest(&self, mut stop: usize) -> Option<(usize, usize)> {
        loop {
            if let Some(span) = self.0[stop].span {
                return Some(span);
            }
            stop = self.0[stop].parent?;
        }
    }

    /// The place one step from `stop`, if that is looked for.
    fn step(&self, stop: usize, name: &str) -> Option<usize> {
        self.0[stop].steps.get(name).copied()
    }

    /// Takes note of where `stop` is; the first time counts. Says whether it did.
    fn found(&mut self, stop: usize, span: (usize, usize)) -> bool {
        let known = &mut self.0[stop].span;
        let is_new = known.is_none();
        if is_new {
            *known = Some(span);
        }
        is_new
    }

    /// Reads until everything is found, or the text ends or cannot be read.
    fn walk(&mut self, text: &str) {
        let mut parser = Parser::new_from_str(text);
        let mut stack: Vec<Frame> = Vec::new();
        let mut missing = self.0.len();
        while let Some(Ok((event, span))) = parser.next_event() {
            match &event {
                Event::SequenceEnd | Event::MappingEnd => leave(&mut stack),
                Event::Scalar(..)
                | Event::Alias(_)
                | Event::SequenceStart(..)
                | Event::MappingStart(..)
                    if self.enter(&mut stack, &event, span) =>
                {
                    missing -= 1;
                    if missing == 0 {
                        return;
                    }
                }
                // What follows belongs to no pointer.
                Event::DocumentEnd => return,
                _ => {}
            }
        }
    }

    /// A key or a value begins. Says whether that is one that is looked for.
    fn enter(&mut self, stack: &mut Vec<Frame>, event: &Event<'_>, span: Span) -> bool {
        let (stop, key) = match stack.last_mut() {
            None => (Some(0), None),
            Some(Frame::Other(depth)) => {
                if is_container(event) {
                    *depth += 1;
                }
                return false;
            }
            Some(Frame::List { stop, index }) => {
                let step = self.step(*stop, &index.to_string());
                *index += 1;
                (step, None)
            }
            Some(Frame::Object { stop, key }) => match key.take() {
                Some((step, span)) => (step, Some(span)),
                None => {
                    let step = match event {
                        Event::Scalar(name, ..) => self.step(*stop, name.as_ref()),
                        _ => None,
                    };
                    *key = Some((step, span));
                    if is_container(event) {
                        stack.push(Frame::Other(0));
                    }
                    return false;
                }
            },
        };
        match (event, stop) {
            (Event::MappingStart(..), Some(stop)) => stack.push(Frame::Object { stop, key: None }),
            (Event::SequenceStart(..), Some(stop)) => stack.push(Frame::List { stop, index: 0 }),
            (Event::MappingStart(..) | Event::SequenceStart(..), None) => {
                stack.push(Frame::Other(0));
            }
            _ => {}
        }
        let Some(stop) = stop else {
            return false;
        };
        let shown = match key {
            Some(key) if is_container(event) || span.is_empty() => key,
            _ => span,
        };
        self.found(stop, (shown.start.index(), shown.end.index()))
    }
}

/// A list or an object ends.
fn leave(stack: &mut Vec<Frame>) {
    match stack.last_mut() {
        Some(Frame::Other(depth)) if *depth > 0 => *depth -= 1,
        _ => {
            stack.pop();
        }
    }
}

fn is_container(event: &Event<'_>) -> bool {
    matches!(event, Event::SequenceStart(..) | Event::MappingStart(..))
}
