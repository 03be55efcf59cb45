//! Why a text could not be parsed, in our words: the parsers' own are for those who know them.

use saphyr_parser::{Event, Parser};

use super::value::Problem;
use super::words::{CONTROL, JSON, YAML, find};
use crate::diagnostics::{Diagnostics, FileId, Place};
use crate::document::sources::{byte_of_character, position};

/// Why a text could not be parsed.
#[derive(Debug)]
pub(super) enum Failure {
    Json(serde_json::Error),
    Yaml(serde_yaml::Error, Option<Problem>),
    /// It is nested too deeply, which shows at this character.
    Nesting(usize),
    /// An alias at this character stands inside of what it names.
    Endless(usize),
}

impl Failure {
    /// Says so.
    pub(super) fn report(&self, text: &str, file: FileId, diagnostics: &mut Diagnostics) {
        let explained = match self {
            Self::Json(error) => explain_json(error),
            Self::Yaml(_, Some(problem)) => explain_problem(*problem),
            Self::Yaml(error, None) => explain_yaml(error),
            Self::Nesting(_) => TOO_DEEP,
            Self::Endless(_) => ENDLESS,
        };
        let place = self.offset(text).map_or(Place::File(file), |offset| {
            let (line, column) = position(text, offset);
            Place::Position(file, line, column)
        });
        diagnostics
            .error(explained.code, place, explained.message)
            .help(explained.help);
    }

    /// The byte of `text` at which parsing stopped.
    fn offset(&self, text: &str) -> Option<usize> {
        match self {
            // Lines count from 1, columns too, but in bytes.
            Self::Json(error) => {
                let line = text
                    .split_inclusive('\n')
                    .take(error.line().checked_sub(1)?);
                let start: usize = line.map(str::len).sum();
                Some(start + error.column().saturating_sub(1))
            }
            // The parser calls it a byte, but counts characters.
            // Where the parser is by then is inside the anchor that was used once too often.
            Self::Yaml(_, Some(Problem::Expansion)) => None,
            Self::Nesting(character) | Self::Endless(character) => {
                Some(byte_of_character(text, *character))
            }
            // The parser says the beginning of the text.
            Self::Yaml(error, None) if error.to_string().contains(CONTROL) => unprintable(text),
            Self::Yaml(error, _) => {
                let character = match error.location() {
                    Some(location) => location.index(),
                    None => second_document(text)?,
                };
                Some(byte_of_character(text, character))
            }
        }
    }
}

/// The byte of the first character that YAML does not have in a text (YAML 1.2, 5.1).
fn unprintable(text: &str) -> Option<usize> {
    let is_printable = |one: char| {
        matches!(one, '\t' | '\n' | '\r' | ' '..='~' | '\u{85}' | '\u{a0}'..='\u{fffd}')
            || one > '\u{ffff}'
    };
    text.find(|one| !is_printable(one))
}

/// Where the second document of a text begins, in characters.
fn second_document(text: &str) -> Option<usize> {
    let mut parser = Parser::new_from_str(text);
    let mut seen = 0;
    while let Some(Ok((event, span))) = parser.next_event() {
        if matches!(event, Event::DocumentStart(_)) {
            seen += 1;
            if seen == 2 {
                return Some(span.start.index());
            }
        }
    }
    None
}

/// Whether it failed for being nested too deeply, by the words of either parser.
pub(super) fn is_nesting(error: &impl std::error::Error) -> bool {
    error.to_string().starts_with("recursion limit")
}

struct Explained {
    code: &'static str,
    message: &'static str,
    help: &'static str,
}

fn explain_json(error: &serde_json::Error) -> Explained {
    if is_nesting(error) {
        return TOO_DEEP;
    }
    let (message, help) = find(JSON, &error.to_string()).unwrap_or((
        "this is not valid JSON",
        "look at this place and at the line before it",
    ));
    Explained {
        code: "invalid-json",
        message,
        help,
    }
}

fn explain_yaml(error: &serde_yaml::Error) -> Explained {
    if is_nesting(error) {
        return TOO_DEEP;
    }
    let words = error.to_string();
    if words.starts_with("repetition limit") {
        return explain_problem(Problem::Expansion);
    }
    let (message, help) = find(YAML, &words).unwrap_or((
        "this is not valid YAML",
        "look at this place, and at the indentation and the quotes of the lines before it",
    ));
    Explained {
        code: "invalid-yaml",
        message,
        help,
    }
}

fn explain_problem(problem: Problem) -> Explained {
    match problem {
        Problem::Expansion => Explained {
            code: "alias-expansion",
            message: "the aliases of this file multiply into more than can be read",
            help: "use `$ref` for what is used many times, instead of YAML's `*` aliases",
        },
        Problem::Tag => Explained {
            code: "yaml-tag",
            message: "a YAML tag means nothing in a description",
            help: "remove it, or quote the value if the exclamation mark belongs to it",
        },
        Problem::Key => Explained {
            code: "invalid-yaml",
            message: "a key must be text, and this one is a list or an object",
            help: "quote it if it is meant as text: `{id}` is an object without quotes",
        },
        Problem::Merge => Explained {
            code: "invalid-yaml",
            message: "a merge key `<<` takes an alias of an object, or a list of such",
            help: "let it stand before `*name`, where `&name` marks an object",
        },
    }
}

const TOO_DEEP: Explained = Explained {
    code: "nested-too-deeply",
    message: "this is nested more than 127 levels deep",
    help: "move what is inside to `components` and refer to it with `$ref`",
};

const ENDLESS: Explained = Explained {
    code: "invalid-yaml",
    message: "this alias stands inside of what it names, which would have no end",
    help: "use `$ref` to `components`: there a schema may contain itself",
};
