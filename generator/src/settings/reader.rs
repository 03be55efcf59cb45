//! Typed access to a settings file, which remembers what is wrong with it.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use toml_edit::{Item, TableLike};

use super::nearest::nearest;
use super::problem::problem;
use crate::finding::{Finding, Location};

/// A settings file and what is wrong with it so far.
pub(super) struct Reader<'a> {
    pub file: &'a Path,
    pub text: Arc<str>,
    pub problems: Vec<Finding>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(file: &'a Path, text: String) -> Self {
        Self {
            file,
            text: text.into(),
            problems: Vec::new(),
        }
    }

    pub(super) fn known_keys(&mut self, table: &dyn TableLike, known: &[&str], prefix: &str) {
        for (key, _) in table.iter().filter(|(key, _)| !known.contains(key)) {
            let help = match nearest(key, known.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the keys here are {}", listed(known)),
            };
            self.problem(
                "unknown-key",
                key_span(table, key),
                format!("`{prefix}{key}` is not a setting"),
                Some(help),
            );
        }
    }

    pub(super) fn text_at(&mut self, table: &dyn TableLike, key: &str) -> Option<String> {
        let item = table.get(key)?;
        match item.as_str() {
            Some("") => {
                self.problem(
                    "empty-value",
                    item.span(),
                    format!("`{key}` is empty"),
                    None,
                );
                None
            }
            Some(text) => Some(text.to_owned()),
            None => {
                self.wrong_type(key, item, "text in quotes");
                None
            }
        }
    }

    /// A list of texts, and where each is written.
    pub(super) fn texts_at(
        &mut self,
        table: &dyn TableLike,
        key: &str,
    ) -> Vec<(String, Option<Range<usize>>)> {
        let Some(item) = table.get(key) else {
            return Vec::new();
        };
        let Some(list) = item.as_array() else {
            self.wrong_type(key, item, "a list of texts in quotes");
            return Vec::new();
        };
        let mut texts = Vec::new();
        for value in list {
            match value.as_str() {
                Some(text) => texts.push((text.to_owned(), value.span())),
                None => self.problem(
                    "wrong-type",
                    value.span(),
                    format!("`{key}` is a list of texts in quotes, and this is none"),
                    None,
                ),
            }
        }
        texts
    }

    pub(super) fn table_at<'t>(
        &mut self,
        table: &'t dyn TableLike,
        key: &str,
    ) -> Option<&'t dyn TableLike> {
        let item = table.get(key)?;
        let found = item.as_table_like();
        if found.is_none() {
            self.wrong_type(key, item, "a table");
        }
        found
    }

    /// Where in the file this is.
    pub(super) fn location(&self, span: Option<Range<usize>>) -> Location {
        problem(self.file, "", String::new())
            .at(&self.text, span)
            .location
    }

    pub(super) fn wrong_type(&mut self, key: &str, item: &Item, wanted: &str) {
        let found = match item.type_name() {
            "integer" => "an integer",
            "float" => "a float",
            "boolean" => "a boolean",
            "string" => "text",
            "array" => "an array",
            "array of tables" => "an array of tables",
            "datetime" => "a date",
            _ => "a table",
        };
        self.problem(
            "wrong-type",
            item.span(),
            format!("`{key}` is {found}, and {wanted} belongs there"),
            None,
        );
    }

    pub(super) fn problem(
        &mut self,
        code: &'static str,
        span: Option<Range<usize>>,
        message: String,
        help: Option<String>,
    ) {
        let mut problem = problem(self.file, code, message).at(&self.text, span);
        problem.help = help;
        self.problems.push(problem);
    }
}

/// Where a key is written.
pub(super) fn key_span(table: &dyn TableLike, key: &str) -> Option<Range<usize>> {
    table.key(key).and_then(toml_edit::Key::span)
}

/// Where a value is written.
pub(super) fn value_span(table: &dyn TableLike, key: &str) -> Option<Range<usize>> {
    table.get(key).and_then(Item::span)
}

fn listed(keys: &[&str]) -> String {
    let quoted: Vec<_> = keys.iter().map(|key| format!("`{key}`")).collect();
    quoted.join(", ")
}
