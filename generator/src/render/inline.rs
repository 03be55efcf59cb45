//! Tokens on one line, spaced as a person would.

use proc_macro2::Delimiter;

use super::tokens::{Stream, Tree, brackets};

/// Adds tokens to a line.
pub fn push(line: &mut String, stream: Stream<'_>) {
    let mut before = Spacing::OPEN;
    for tree in stream {
        let spacing = Spacing::of(tree);
        if before.behind && (spacing.before || before.asks) {
            line.push(' ');
        }
        before = spacing;
        match tree {
            Tree::Word(text) | Tree::Literal(text) | Tree::Mark(text) => line.push_str(text),
            Tree::Group(delimiter, inside) => {
                let (open, close) = brackets(delimiter);
                let pad = if delimiter == Delimiter::Brace {
                    " "
                } else {
                    ""
                };
                line.push_str(open);
                line.push_str(pad);
                push(line, inside);
                line.push_str(pad);
                line.push_str(close);
            }
        }
    }
}

/// Tokens as a line of their own.
pub fn line(stream: Stream<'_>) -> String {
    let mut line = String::new();
    push(&mut line, stream);
    line
}

/// Where a tree may have a space beside it.
struct Spacing {
    before: bool,
    behind: bool,
    /// Whether it has one behind it, whatever follows.
    asks: bool,
}

impl Spacing {
    /// What nothing stands before.
    const OPEN: Self = Self {
        before: false,
        behind: false,
        asks: false,
    };

    fn of(tree: Tree<'_>) -> Self {
        let (before, behind) = match tree {
            Tree::Mark("::" | "<" | "..=" | ".") => (false, false),
            Tree::Mark(".." | "-" | "&" | "'") => (true, false),
            // In `self.0.name`.
            Tree::Literal(text) if text.ends_with('.') => (true, false),
            Tree::Mark("?" | "," | ">" | ":") | Tree::Group(Delimiter::Parenthesis, _) => {
                (false, true)
            }
            _ => (true, true),
        };
        Self {
            before,
            behind,
            asks: matches!(tree, Tree::Mark("," | ":" | "=" | "->")),
        }
    }
}
