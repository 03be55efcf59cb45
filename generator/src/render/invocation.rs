//! A call of one of the runtime's macros:
//!
//! ```text
//! object! {
//!     WebhookInput {
//!         url,
//!         display_name? = "displayName",
//!     }
//! }
//! ```

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// Prints `name! { … }`: each member of the block inside on a line of its own.
pub fn print(name: &str, tokens: TokenStream) -> String {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let block = trees.iter().position(is_block);
    let Some(block) = block else {
        return format!("{name}! {{\n    {}\n}}\n", inline(&trees));
    };
    let inside = inside(&trees[block]);
    let mut text = format!("{name}! {{\n    {} {{", inline(&trees[..block]));
    if inside.is_empty() {
        text.push_str("}\n}\n");
        return text;
    }
    text.push('\n');
    for member in members(&inside) {
        text.push_str("        ");
        text.push_str(&inline(member));
        text.push_str(",\n");
    }
    text.push_str("    }");
    let tail = inline(&trees[block + 1..]);
    if !tail.is_empty() {
        text.push(' ');
        text.push_str(&tail);
    }
    text.push_str("\n}\n");
    text
}

fn is_block(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

/// What stands in a block.
fn inside(block: &TokenTree) -> Vec<TokenTree> {
    match block {
        TokenTree::Group(group) => group.stream().into_iter().collect(),
        _ => Vec::new(),
    }
}

/// What stands between the commas of a block.
fn members(inside: &[TokenTree]) -> impl Iterator<Item = &[TokenTree]> {
    let is_comma = |tree: &TokenTree| matches!(tree, TokenTree::Punct(one) if one.as_char() == ',');
    inside.split(is_comma).filter(|member| !member.is_empty())
}

/// Tokens on one line, spaced as a person would.
fn inline(trees: &[TokenTree]) -> String {
    let mut line = String::new();
    let mut glued = true;
    for word in words(trees) {
        let (before, after) = spacing(&word);
        if !glued && before {
            line.push(' ');
        }
        line.push_str(&word);
        glued = !after;
    }
    line
}

/// The tokens as words: operators of several characters are one.
fn words(trees: &[TokenTree]) -> Vec<String> {
    let mut words = Vec::new();
    let mut operator = String::new();
    for tree in trees {
        match tree {
            TokenTree::Punct(punct) => {
                operator.push(punct.as_char());
                let goes_on = punct.spacing() == Spacing::Joint && punct.as_char() != '>';
                if !goes_on {
                    words.push(std::mem::take(&mut operator));
                }
            }
            TokenTree::Group(group) => {
                let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                let inside = inline(&inside);
                words.push(match group.delimiter() {
                    Delimiter::Bracket => format!("[{inside}]"),
                    Delimiter::Brace => format!("{{ {inside} }}"),
                    Delimiter::Parenthesis => format!("({inside})"),
                    Delimiter::None => inside,
                });
            }
            other => words.push(other.to_string()),
        }
    }
    words
}

/// Whether a word has space before it, and behind it.
fn spacing(word: &str) -> (bool, bool) {
    match word {
        "::" | "<" | "..=" | "." => (false, false),
        ".." | "-" | "&" => (true, false),
        "?" | "," | ">" | ":" => (false, true),
        _ if word.starts_with('(') => (false, true),
        _ => (true, true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(name: &str, text: &str) -> String {
        print(name, text.parse().expect("tokens"))
    }

    #[test]
    fn members_stand_on_lines_of_their_own() {
        assert_eq!(
            printed(
                "object",
                r#"A { "k" == -1, r#type? = "type", url, ..rest }"#
            ),
            "object! {\n    A {\n        \"k\" == -1,\n        r#type? = \"type\",\n        url,\n        \
             ..rest,\n    }\n}\n"
        );
    }

    #[test]
    fn what_has_no_members_stands_on_one_line() {
        assert_eq!(
            printed("operation", "A -> Json<Vec<types::B>>, AError"),
            "operation! {\n    A -> Json<Vec<types::B>>, AError\n}\n"
        );
    }

    #[test]
    fn rules_are_a_list_behind_a_name() {
        assert_eq!(
            printed(
                "constraints",
                "A [MinMembers(1)] { b: [MaxItems(5), Each(&[MinLength(1)])] }"
            ),
            "constraints! {\n    A [MinMembers(1)] {\n        \
             b: [MaxItems(5), Each(&[MinLength(1)])],\n    }\n}\n"
        );
    }

    #[test]
    fn arms_and_tails_are_spaced() {
        assert_eq!(
            printed("responses", "A { 400..=499 => B(json), _ => C }"),
            "responses! {\n    A {\n        400..=499 => B(json),\n        _ => C,\n    }\n}\n"
        );
        assert_eq!(
            printed(
                "events",
                r#"A by body "/a" { B = "b" | "c" } verified by D"#
            ),
            "events! {\n    A by body \"/a\" {\n        B = \"b\" | \"c\",\n    } verified by D\n}\n"
        );
    }
}
