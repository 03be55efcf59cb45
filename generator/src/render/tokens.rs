//! The tokens of an item as one list, which is looked at without copying any of them: what is
//! inside of a group cannot be looked at otherwise but as a copy.

use std::cell::Cell;
use std::fmt::Write;
use std::ops::Range;

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// Tokens, and their text.
pub struct Tokens {
    /// As it can be parsed again.
    text: String,
    list: Vec<Token>,
}

struct Token {
    kind: Kind,
    place: Range<usize>,
}

#[derive(Clone, Copy)]
enum Kind {
    Word,
    Literal,
    Mark,
    /// What is inside begins behind it, and consists of so many tokens.
    Group(Delimiter, usize),
}

/// Some of them, side by side.
#[derive(Clone, Copy)]
pub struct Stream<'a> {
    text: &'a str,
    list: &'a [Token],
}

/// A token, or a group of them.
#[derive(Clone, Copy)]
pub enum Tree<'a> {
    /// A name or a keyword.
    Word(&'a str),
    /// A literal, as it is written.
    Literal(&'a str),
    /// An operator, all of it; `>` stands alone always.
    Mark(&'a str),
    /// What stands in brackets of some kind.
    Group(Delimiter, Stream<'a>),
}

impl Tokens {
    /// The tokens are taken: those that somebody else has too would be copied.
    pub fn new(stream: TokenStream) -> Self {
        let mut tokens = Self {
            text: String::with_capacity(USUAL),
            list: Vec::with_capacity(USUAL / 8),
        };
        tokens.add(stream);
        tokens
    }

    /// All of them.
    pub fn all(&self) -> Stream<'_> {
        Stream {
            text: &self.text,
            list: &self.list,
        }
    }

    fn add(&mut self, stream: TokenStream) {
        let mut goes_on = false;
        for tree in stream {
            let start = self.text.len();
            let was_joint = std::mem::take(&mut goes_on);
            let kind = match tree {
                TokenTree::Group(group) => {
                    let (delimiter, inside) = (group.delimiter(), group.stream());
                    drop(group);
                    self.group(delimiter, inside);
                    continue;
                }
                TokenTree::Punct(punct) => {
                    self.text.push(punct.as_char());
                    let is_joint = punct.spacing() == Spacing::Joint;
                    goes_on = is_joint && !matches!(punct.as_char(), '>' | '\'');
                    if !is_joint {
                        self.text.push(' ');
                    }
                    let is_tick = punct.as_char() == '\'';
                    if let Some(before) = self.list.last_mut().filter(|_| was_joint && !is_tick) {
                        before.place.end += 1;
                        continue;
                    }
                    let place = start..start + 1;
                    self.list.push(Token {
                        kind: Kind::Mark,
                        place,
                    });
                    continue;
                }
                TokenTree::Ident(word) => {
                    // A text can be written to always.
                    _ = write!(self.text, "{word}");
                    Kind::Word
                }
                TokenTree::Literal(literal) => {
                    _ = write!(self.text, "{literal}");
                    Kind::Literal
                }
            };
            let place = start..self.text.len();
            self.list.push(Token { kind, place });
            self.text.push(' ');
        }
    }

    fn group(&mut self, delimiter: Delimiter, inside: TokenStream) {
        let (open, close) = brackets(delimiter);
        let (at, start) = (self.list.len(), self.text.len());
        self.text.push_str(open);
        self.list.push(Token {
            kind: Kind::Group(delimiter, 0),
            place: start..start,
        });
        self.add(inside);
        self.text.push_str(close);
        let place = start..self.text.len();
        self.text.push(' ');
        let kind = Kind::Group(delimiter, self.list.len() - at - 1);
        self.list[at] = Token { kind, place };
    }
}

/// How long the text of an item is, as most are.
const USUAL: usize = 1 << 10;

/// What opens and closes a group.
pub fn brackets(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

impl<'a> Stream<'a> {
    pub fn is_empty(self) -> bool {
        self.list.is_empty()
    }

    /// The text that these are parsed from.
    pub fn source(self) -> &'a str {
        let start = self.list.first().map(|token| token.place.start);
        // What is in a group ends before the group does.
        let end = self.list.iter().map(|token| token.place.end).max();
        &self.text[start.unwrap_or_default()..end.unwrap_or_default()]
    }

    /// How many tokens these are.
    pub fn len(self) -> usize {
        self.list.len()
    }

    /// Those before `behind`, which ends where these do.
    pub fn before(self, behind: Self) -> Self {
        let list = &self.list[..self.list.len().saturating_sub(behind.list.len())];
        Self { list, ..self }
    }

    /// What stands before the first tree that is such a one, that one, and what stands behind it.
    pub fn split_at(self, is_it: impl Fn(Tree<'a>) -> bool) -> Option<(Self, Tree<'a>, Self)> {
        let mut trees = self.into_iter();
        loop {
            let before = self.before(trees.rest);
            let tree = trees.next()?;
            if is_it(tree) {
                return Some((before, tree, trees.rest));
            }
        }
    }

    /// What stands between the commas, those in generics aside.
    pub fn members(self) -> impl Iterator<Item = Self> {
        let mut rest = self;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let all = rest;
            let depth = Cell::new(0_usize);
            let is_border = |tree| {
                match tree {
                    Tree::Mark("<") => depth.set(depth.get() + 1),
                    Tree::Mark(">") => depth.set(depth.get().saturating_sub(1)),
                    _ => {}
                }
                depth.get() == 0 && matches!(tree, Tree::Mark(","))
            };
            match all.split_at(is_border) {
                Some((before, _, behind)) => {
                    rest = behind;
                    Some(before)
                }
                None => {
                    rest.list = &[];
                    Some(all)
                }
            }
        })
        .filter(|member| !member.is_empty())
    }
}

impl<'a> IntoIterator for Stream<'a> {
    type Item = Tree<'a>;
    type IntoIter = Trees<'a>;

    fn into_iter(self) -> Trees<'a> {
        Trees { rest: self }
    }
}

/// The trees of a stream, one after the other.
pub struct Trees<'a> {
    /// Those that are left.
    pub rest: Stream<'a>,
}

impl<'a> Iterator for Trees<'a> {
    type Item = Tree<'a>;

    fn next(&mut self) -> Option<Tree<'a>> {
        let Stream { text, list } = self.rest;
        let (token, mut behind) = list.split_first()?;
        let part = &text[token.place.clone()];
        let tree = match token.kind {
            Kind::Word => Tree::Word(part),
            Kind::Literal => Tree::Literal(part),
            Kind::Mark => Tree::Mark(part),
            Kind::Group(delimiter, length) => {
                let (list, outside) = behind.split_at(length);
                behind = outside;
                Tree::Group(delimiter, Stream { text, list })
            }
        };
        self.rest.list = behind;
        Some(tree)
    }
}
