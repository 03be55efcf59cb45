//! What the description says of a thing, as a doc comment.

mod constraints;
mod markdown;
mod text;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::api::Docs;
use text::without_controls;

/// Where a line ends inside of a doc comment: a comment is one attribute, for each is parsed, and
/// there would be so many that it shows. No line has it, for it is a control character.
pub const LINE_BREAK: char = '\u{1}';

pub use constraints::constraints;
pub use markdown::{markdown, plain};

/// The lines of `docs`: the summary, an empty line, the description. A summary of one word is a
/// name, and says nothing beside a description.
pub fn lines(docs: &Docs) -> Vec<String> {
    let mut lines = docs.summary.as_deref().map(markdown).unwrap_or_default();
    let description = docs
        .description
        .as_deref()
        .map(markdown)
        .unwrap_or_default();
    let is_name = |summary: &String| !summary.trim().contains(char::is_whitespace);
    if docs.summary.as_ref().is_some_and(is_name) && !description.is_empty() {
        return description;
    }
    if lines == description {
        return lines;
    }
    append(&mut lines, description);
    lines
}

/// The same, with a word on what is deprecated: for whatever the rest of the generated code uses,
/// where the attribute would make the crate warn of itself.
pub fn lines_with_deprecation(docs: &Docs) -> Vec<String> {
    let mut lines = lines(docs);
    if docs.deprecated {
        append(&mut lines, vec!["Deprecated.".to_owned()]);
    }
    lines
}

/// What is said of a schema or a property called `name`. A title is a name too: it is left out where
/// a description says more, and where it only repeats the name.
pub fn titled(docs: &Docs, name: &str) -> Docs {
    let letters = |text: &str| {
        text.replace(|one: char| !one.is_alphanumeric(), "")
            .to_lowercase()
    };
    let repeats = |title: &String| letters(title) == letters(name);
    let mut docs = docs.clone();
    if docs.description.is_some() || docs.summary.as_ref().is_some_and(repeats) {
        docs.summary = None;
    }
    docs
}

/// `lines` as a doc comment, and the attribute of what is deprecated.
pub fn attributes(lines: &[String], deprecated: bool) -> TokenStream {
    let length = lines.iter().map(|line| line.len() + 2).sum();
    let mut text = String::with_capacity(length);
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            text.push(LINE_BREAK);
        }
        if !line.is_empty() {
            text.push(' ');
            text.push_str(line.trim_end_matches(' '));
        }
    }
    let text = (!lines.is_empty()).then(|| raw(&text));
    let comment = text.map(|text| quote!(#[doc = #text]));
    let deprecated = deprecated.then(|| quote!(#[deprecated]));
    quote!(#comment #deprecated)
}

/// `text` as a literal in which nothing is escaped, so that nobody has to read it letter by letter:
/// it is written once and parsed once for what is nothing but a comment in the end.
fn raw(text: &str) -> Literal {
    let mut fence = String::new();
    while text.contains(&format!("\"{fence}")) {
        fence.push('#');
    }
    let raw = format!("r{fence}\"{text}\"{fence}").parse();
    raw.unwrap_or_else(|_| Literal::string(text))
}

/// A name or a value as code, whatever it consists of.
pub fn code(text: &str) -> String {
    format!(
        "`{}`",
        without_controls(text).replace('`', "'").replace('\n', " ")
    )
}

/// The line that says where in the description a thing stands.
pub fn origin(reference: &str) -> Vec<String> {
    vec![code(reference)]
}

/// The line that says what stands for a value that is absent.
pub fn default(json: &str) -> Vec<String> {
    vec![format!("Default: {}.", code(json))]
}

/// Adds a paragraph behind `lines`.
pub fn append(lines: &mut Vec<String>, paragraph: Vec<String>) {
    if !lines.is_empty() && !paragraph.is_empty() {
        lines.push(String::new());
    }
    lines.extend(paragraph);
}
