//! What a function does: calls and assignments, a line each, and what it returns.

use proc_macro2::Delimiter;

use super::{NARROW, add_line, is_plain};
use crate::render::inline;
use crate::render::layout;
use crate::render::line::{CALL_WIDTH, LITERAL_WIDTH, WIDTH};
use crate::render::tokens::{Stream, Tree};

/// How far it is set in.
const PAD: &str = "        ";

/// And how far the fields of what it returns.
const FIELD: &str = "            ";

/// Prints the statements of a function.
pub(super) fn print(text: &mut String, inside: Stream<'_>) -> Option<()> {
    if inside.is_empty() {
        return None;
    }
    let mut rest = inside;
    let is_end = |tree| matches!(tree, Tree::Mark(";"));
    while let Some((statement, _, behind)) = rest.split_at(is_end) {
        add_statement(text, statement, ";")?;
        rest = behind;
    }
    if rest.is_empty() {
        return Some(());
    }
    let is_block = |tree| matches!(tree, Tree::Group(Delimiter::Brace, _));
    match rest.split_at(is_block) {
        Some((name, Tree::Group(_, fields), behind)) if behind.is_empty() => {
            add_struct(text, name, fields)
        }
        _ => add_statement(text, rest, ""),
    }
}

/// A statement, with an argument a line if it is wide.
fn add_statement(text: &mut String, statement: Stream<'_>, end: &str) -> Option<()> {
    let start = text.len();
    let fits = add_line(text, PAD, statement, end, NARROW).is_some();
    if !fits && !is_breakable(statement) {
        return None;
    }
    if text.len() - start - PAD.len() > CALL_WIDTH {
        let fitted = layout::fit(&text[start..]);
        text.truncate(start);
        text.push_str(&fitted);
    }
    let mut lines = text[start..].lines();
    lines.all(|line| line.len() <= WIDTH).then_some(())
}

/// Whether this is a call; an assigned one with a single argument has more ways to be broken.
fn is_breakable(statement: Stream<'_>) -> bool {
    let Some(Tree::Group(Delimiter::Parenthesis, arguments)) = statement.into_iter().last() else {
        return false;
    };
    let mut trees = statement.into_iter();
    let is_assigned = trees.any(|tree| matches!(tree, Tree::Mark("=")));
    is_plain(statement) && (!is_assigned || arguments.members().count() > 1)
}

/// `Self { a, b: c }`, with a field a line if it is wide.
fn add_struct(text: &mut String, name: Stream<'_>, fields: Stream<'_>) -> Option<()> {
    let is_name = |tree| matches!(tree, Tree::Word(word) if !KEYWORDS.contains(&word));
    let is_path = |tree| is_name(tree) || matches!(tree, Tree::Mark("::"));
    let mut trees = name.into_iter();
    if fields.is_empty() || name.is_empty() || !trees.all(is_path) {
        return None;
    }
    text.push_str(PAD);
    inline::push(text, name);
    text.push_str(" { ");
    let start = text.len();
    for (index, field) in fields.members().enumerate() {
        if index > 0 {
            text.push_str(", ");
        }
        if !is_plain(field) {
            return None;
        }
        inline::push(text, field);
        if text.len() - start > LITERAL_WIDTH {
            text.truncate(start - 1);
            text.push('\n');
            for field in fields.members() {
                add_line(text, FIELD, field, ",", NARROW)?;
            }
            text.push_str(PAD);
            text.push_str("}\n");
            return Some(());
        }
    }
    text.push_str(" }\n");
    Some(())
}

/// What begins a block, and no value.
const KEYWORDS: [&str; 7] = ["match", "if", "for", "while", "loop", "unsafe", "async"];
