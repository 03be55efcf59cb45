//! One item as text.

use proc_macro2::{Delimiter, TokenStream};
use syn::{File, Item, ItemConst};

use super::tokens::{Stream, Tokens, Tree};
use super::{constant, invocation, layout, line, narrow, spaced};
use crate::emit::LINE_BREAK;

/// Prints an item, or several that belong together, with a line break at the end.
pub fn print(tokens: TokenStream) -> String {
    print_stream(Tokens::new(tokens).all())
}

fn print_stream(stream: Stream<'_>) -> String {
    if let Some((name, inside)) = macro_call(stream) {
        return print_macro(name, inside);
    }
    narrow::print(stream).unwrap_or_else(|| wide(stream.source()))
}

/// Prints an item with lines that have to be broken, by its text.
pub fn wide(item: &str) -> String {
    match syn::parse_str::<File>(item) {
        Ok(file) => print_file(&file),
        // What the emitters make is Rust: this stands here so that a mistake of ours shows in the
        // output, where the compiler names it, instead of ending the run.
        Err(error) => format!("compile_error!({:?});\n", error.to_string()),
    }
}

fn print_file(file: &File) -> String {
    if let [Item::Const(item)] = &file.items[..] {
        return const_item(item);
    }
    let is_spaced = matches!(file.items[..], [Item::Struct(_) | Item::Impl(_)]);
    let text = layout::fit(&unparsed(file));
    if is_spaced {
        spaced::spaced(&text)
    } else {
        text
    }
}

/// As prettyplease prints it, with each line of a doc comment in a line of its own.
fn unparsed(file: &File) -> String {
    let printed = prettyplease::unparse(file);
    if !printed.contains(LINE_BREAK) {
        return printed;
    }
    let mut text = String::with_capacity(printed.len() + printed.len() / 8);
    for whole in printed.lines() {
        let pad = &whole[..line::indent(whole)];
        for (index, line) in whole.split(LINE_BREAK).enumerate() {
            if index > 0 {
                text.push_str(pad);
                text.push_str("///");
            }
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

/// A constant: all but its value as prettyplease prints it.
fn const_item(item: &ItemConst) -> String {
    let mut bare = item.clone();
    bare.expr = Box::new(syn::parse_quote!(()));
    let file = File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![Item::Const(bare)],
    };
    let text = unparsed(&file);
    let head = text.trim_end().trim_end_matches("();").trim_end();
    constant::print(head, &item.expr)
}

/// The name and the inside of `name! { … }`.
fn macro_call(stream: Stream<'_>) -> Option<(&str, Stream<'_>)> {
    let mut trees = stream.into_iter();
    match (trees.next()?, trees.next()?, trees.next()?) {
        (Tree::Word(name), Tree::Mark("!"), Tree::Group(Delimiter::Brace, inside)) => {
            trees.rest.is_empty().then_some((name, inside))
        }
        _ => None,
    }
}

/// A call of one of the runtime's macros. What stands inside `open_enum!` is an enum, and printed
/// as one.
fn print_macro(name: &str, inside: Stream<'_>) -> String {
    if name != "open_enum" {
        return invocation::print(name, inside);
    }
    let inside = print_stream(inside);
    let mut text = format!("{name}! {{\n");
    for line in inside.lines() {
        if !line.is_empty() {
            text.push_str("    ");
            text.push_str(line);
        }
        text.push('\n');
    }
    text.push_str("}\n");
    text
}
