//! Items that fit their lines, printed from their tokens: nearly all do, and a syntax tree with a
//! layout for every case takes four times as long.
//!
//! What is printed here is what comes out of [prettyplease and the passes behind
//! it](super::item), which a test holds. Whatever would have to be broken somewhere, and whatever
//! is not known here, is left to these.

mod attributes;
mod body;

use proc_macro2::Delimiter;

use super::line::{BRACE_WIDTH, WIDTH};
use super::tokens::{Stream, Tree};
use super::{broken, inline, item};

/// From here on prettyplease breaks lines: it counts bytes, and so does this.
const NARROW: usize = 88;

/// Prints an item; `None` if it does not fit its lines, or is none of those that are known here.
pub fn print(stream: Stream<'_>) -> Option<String> {
    let mut text = String::with_capacity(2 * stream.source().len());
    let item = attributes::print(&mut text, stream, "")?;
    let is_block = |tree| matches!(tree, Tree::Group(Delimiter::Brace, _));
    match item.split_at(is_block) {
        Some((head, Tree::Group(_, inside), behind)) if behind.is_empty() => {
            block(&mut text, head, inside)?;
        }
        _ => one_line(&mut text, item)?,
    }
    Some(text)
}

/// `pub struct Name(…);` or `pub type Name = …;`
fn one_line(text: &mut String, item: Stream<'_>) -> Option<()> {
    let is_end = |tree| matches!(tree, Tree::Mark(";"));
    let (line, _, behind) = item.split_at(is_end)?;
    let width = match keyword(line)? {
        // What is in it is short.
        "struct" => WIDTH,
        "type" => NARROW,
        _ => return None,
    };
    add_line(text, "", line, ";", width)?;
    behind.is_empty().then_some(())
}

/// `head { … }`, with a member a line.
fn block(text: &mut String, head: Stream<'_>, inside: Stream<'_>) -> Option<()> {
    if inside.is_empty() {
        return None;
    }
    let keyword = keyword(head)?;
    add_line(text, "", head, " {", NARROW)?;
    match keyword {
        "struct" => {
            for (index, field) in inside.members().enumerate() {
                if index > 0 {
                    text.push('\n');
                }
                let field = attributes::print(text, field, INDENT)?;
                add_field(text, field)?;
            }
        }
        "enum" => {
            for variant in inside.members() {
                let variant = attributes::print(text, variant, INDENT)?;
                add_line(text, INDENT, variant, ",", WIDTH)?;
            }
        }
        "impl" => functions(text, inside)?,
        _ => return None,
    }
    text.push_str("}\n");
    Some(())
}

/// How far members are set in.
const INDENT: &str = "    ";

/// What kind of item this begins.
fn keyword(head: Stream<'_>) -> Option<&str> {
    let mut words = head.into_iter().filter_map(|tree| match tree {
        Tree::Word(word) if word != "pub" => Some(word),
        _ => None,
    });
    words.next()
}

/// A field, with its type in the next line if that is wide.
fn add_field(text: &mut String, field: Stream<'_>) -> Option<()> {
    let start = text.len();
    if add_line(text, INDENT, field, ",", NARROW).is_some() {
        return Some(());
    }
    if !is_plain(field) {
        return None;
    }
    text.truncate(start);
    let whole = format!("{INDENT}{},", inline::line(field));
    text.push_str(&broken::laid_out(&whole, INDENT.len()));
    text.push('\n');
    let fits = text[start..].lines().all(|line| line.len() <= WIDTH);
    fits.then_some(())
}

/// The functions of an `impl`, with an empty line between them.
fn functions(text: &mut String, inside: Stream<'_>) -> Option<()> {
    let is_block = |tree| matches!(tree, Tree::Group(Delimiter::Brace, _));
    let mut rest = inside;
    while let Some((head, Tree::Group(_, block), behind)) = rest.split_at(is_block) {
        if rest.len() < inside.len() {
            text.push('\n');
        }
        let start = text.len();
        if function(text, head, block).is_none() {
            text.truncate(start);
            wide_function(text, rest.before(behind))?;
        }
        rest = behind;
    }
    rest.is_empty().then_some(())
}

fn function(text: &mut String, head: Stream<'_>, block: Stream<'_>) -> Option<()> {
    let signature = attributes::print(text, head, INDENT)?;
    add_signature(text, signature)?;
    body::print(text, block)?;
    text.push_str("    }\n");
    Some(())
}

/// A function that does not fit its lines: the others beside it may do.
fn wide_function(text: &mut String, function: Stream<'_>) -> Option<()> {
    let whole = item::wide(&format!("impl X {{ {} }}", function.source()));
    let inside = whole.strip_prefix("impl X {\n")?.strip_suffix("}\n")?;
    text.push_str(inside);
    Some(())
}

/// `pub fn name(…) -> … {`, with a parameter a line if it is wide.
fn add_signature(text: &mut String, signature: Stream<'_>) -> Option<()> {
    let is_list = |tree| matches!(tree, Tree::Group(Delimiter::Parenthesis, _));
    let (name, list, behind) = signature.split_at(is_list)?;
    let Tree::Group(_, parameters) = list else {
        return None;
    };
    let is_known = keyword(name)? == "fn" && is_plain(name) && is_plain(behind);
    if !is_known || !parameters.members().all(is_plain) {
        return None;
    }
    let start = text.len();
    text.push_str(INDENT);
    inline::push(text, name);
    text.push('(');
    let open = text.len();
    for (index, parameter) in parameters.members().enumerate() {
        if index > 0 {
            text.push_str(", ");
        }
        inline::push(text, parameter);
    }
    add_result(text, behind);
    // With its line break.
    if text.len() - start <= WIDTH + 1 {
        return Some(());
    }
    text.truncate(open);
    text.push('\n');
    for parameter in parameters.members() {
        add_line(text, "        ", parameter, ",", NARROW)?;
    }
    let end = text.len();
    text.push_str(INDENT);
    add_result(text, behind);
    (text.len() - end < BRACE_WIDTH).then_some(())
}

/// `) -> Self {`
fn add_result(text: &mut String, behind: Stream<'_>) {
    text.push(')');
    if !behind.is_empty() {
        text.push(' ');
        inline::push(text, behind);
    }
    text.push_str(" {\n");
}

/// Adds a line behind `pad` and before `end`; `None` if it is wider than `width`.
fn add_line(
    text: &mut String,
    pad: &str,
    stream: Stream<'_>,
    end: &str,
    width: usize,
) -> Option<()> {
    if !is_plain(stream) {
        return None;
    }
    let start = text.len();
    text.push_str(pad);
    inline::push(text, stream);
    text.push_str(end);
    let fits = text.len() - start <= width;
    text.push('\n');
    fits.then_some(())
}

/// Whether there is nothing in it but names, literals, types, and calls: nothing that is laid out
/// in some other way than side by side, and no list with a comma at its end.
fn is_plain(stream: Stream<'_>) -> bool {
    let mut ends_in_comma = false;
    let mut trees = stream.into_iter();
    let is_plain = trees.all(|tree| {
        ends_in_comma = matches!(tree, Tree::Mark(","));
        match tree {
            Tree::Word(word) => word != "where",
            Tree::Literal(_) => true,
            Tree::Mark(mark) => {
                ["::", ".", ",", ":", "<", ">", "&", "=", "->", "'", "+"].contains(&mark)
            }
            Tree::Group(Delimiter::Brace | Delimiter::None, _) => false,
            Tree::Group(_, inside) => is_plain(inside),
        }
    });
    is_plain && !ends_in_comma
}

#[cfg(test)]
mod tests;
