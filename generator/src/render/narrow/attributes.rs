//! What stands before an item, a member or a function: doc comments, and other attributes.

use proc_macro2::Delimiter;

use super::NARROW;
use crate::emit::LINE_BREAK;
use crate::render::inline;
use crate::render::tokens::{Stream, Tree};

/// Prints the attributes before an item, each in a line behind `pad`. What is left is the item.
pub(super) fn print<'a>(text: &mut String, item: Stream<'a>, pad: &str) -> Option<Stream<'a>> {
    let mut trees = item.into_iter();
    loop {
        let rest = trees.rest;
        let Some(Tree::Mark("#")) = trees.next() else {
            return Some(rest);
        };
        let Some(Tree::Group(Delimiter::Bracket, inside)) = trees.next() else {
            return None;
        };
        let mut parts = inside.into_iter();
        match (parts.next(), parts.next(), parts.next()) {
            (Some(Tree::Word("doc")), _, Some(Tree::Literal(literal))) => {
                comment(text, unquoted(literal)?, pad);
            }
            _ => attribute(text, inside, pad)?,
        }
    }
}

/// What a literal says that has nothing escaped in it, and no more than a line.
fn unquoted(literal: &str) -> Option<&str> {
    let text = match literal.strip_prefix('r') {
        Some(raw) => raw.trim_matches('#'),
        None if literal.contains('\\') => return None,
        None => literal,
    };
    let text = text.strip_prefix('"')?.strip_suffix('"')?;
    let is_line = !text.contains('\n') && !text.starts_with('/');
    is_line.then_some(text)
}

fn comment(text: &mut String, lines: &str, pad: &str) {
    for line in lines.trim_end_matches(' ').split(LINE_BREAK) {
        for part in [pad, "///", line, "\n"] {
            text.push_str(part);
        }
    }
}

fn attribute(text: &mut String, inside: Stream<'_>, pad: &str) -> Option<()> {
    let start = text.len();
    text.push_str(pad);
    text.push_str("#[");
    inline::push(text, inside);
    text.push(']');
    let fits = text.len() - start <= NARROW;
    text.push('\n');
    fits.then_some(())
}
