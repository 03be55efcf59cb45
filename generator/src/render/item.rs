//! One item as text.

use proc_macro2::TokenStream;
use syn::{File, Item, ItemConst};

use super::{constant, invocation, layout, spaced};

/// Prints an item, or several that belong together, with a line break at the end.
pub fn print(tokens: &TokenStream) -> String {
    match syn::parse2::<File>(tokens.clone()) {
        Ok(file) => print_file(&file),
        // What the emitters make is Rust: this stands here so that a mistake of ours shows in the
        // output, where the compiler names it, instead of ending the run.
        Err(_) => format!("{tokens}\n"),
    }
}

fn print_file(file: &File) -> String {
    match &file.items[..] {
        [Item::Macro(item)] => return macro_item(&item.mac),
        [Item::Const(item)] => return const_item(item),
        _ => {}
    }
    let is_spaced = matches!(file.items[..], [Item::Struct(_) | Item::Impl(_)]);
    let text = layout::fit(&prettyplease::unparse(file));
    if is_spaced {
        spaced::spaced(&text)
    } else {
        text
    }
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
    let text = prettyplease::unparse(&file);
    let head = text.trim_end().trim_end_matches("();").trim_end();
    constant::print(head, &item.expr)
}

/// A call of one of the runtime's macros. What stands inside `open_enum!` is an enum, and printed
/// as one.
fn macro_item(mac: &syn::Macro) -> String {
    let name = mac
        .path
        .segments
        .last()
        .map(|segment| segment.ident.to_string());
    let name = name.unwrap_or_default();
    if name != "open_enum" {
        return invocation::print(&name, &mac.tokens);
    }
    let inside = print(&mac.tokens);
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
