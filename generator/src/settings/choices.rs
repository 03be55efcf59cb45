//! What is chosen for a description.
//!
//! ```toml
//! [descriptions.shop]
//! path = "shop.yaml"
//! layout = "file-per-type"
//! received = "lenient"
//! parts = ["receiver"]
//! derives = ["Eq", "Hash"]           # or by type: `derives = { Order = ["Eq"], "*" = [] }`
//!
//! [descriptions.shop.rename]
//! Order = "Purchase"
//! "Order.createdAt" = "created"
//! ```

use std::ops::Range;

use toml_edit::{Item, TableLike, Value};

use super::nearest::nearest;
use super::reader::{Reader, key_span};
use crate::adapt;
use crate::choices::{Choice, Choices, Layout, Part, Received};
use crate::finding::Location;

impl Reader<'_> {
    /// What the table of a description says about how it is generated.
    pub(super) fn choices(&mut self, table: &dyn TableLike) -> Choices {
        let choices = Choices {
            rename: self.texts(table, "rename"),
            replace: self.texts(table, "replace"),
            derives: self.lists(table, "derives"),
            attributes: self.lists(table, "attributes"),
            formats: self.texts(table, "formats"),
            layout: self.layout(table),
            received: self.received(table),
            parts: self.parts(table),
            without: Vec::new(),
        };
        self.problems.extend(adapt::mistakes(&choices));
        choices
    }

    /// A table with a text under each key.
    fn texts(&mut self, table: &dyn TableLike, key: &str) -> Vec<Choice> {
        let Some(table) = self.table_at(table, key) else {
            return Vec::new();
        };
        let keys: Vec<&str> = table.iter().map(|(key, _)| key).collect();
        keys.into_iter()
            .filter_map(|key| {
                let value = self.text_at(table, key)?;
                let value_span = table.get(key).and_then(Item::span);
                Some(self.choice(key, value, key_span(table, key), value_span))
            })
            .collect()
    }

    /// A list for everything, or a table with a list under each key; a text is a list of one.
    fn lists(&mut self, table: &dyn TableLike, key: &str) -> Vec<Choice> {
        let Some(item) = table.get(key) else {
            return Vec::new();
        };
        let Some(types) = item.as_table_like() else {
            return self.list("*", key, key_span(table, key).as_ref(), item);
        };
        let keys: Vec<_> = types.iter().collect();
        keys.into_iter()
            .flat_map(|(key, item)| self.list(key, key, key_span(types, key).as_ref(), item))
            .collect()
    }

    fn list(
        &mut self,
        what: &str,
        key: &str,
        key_span: Option<&Range<usize>>,
        item: &Item,
    ) -> Vec<Choice> {
        self.words(key, item)
            .into_iter()
            .map(|(value, span)| self.choice(what, value, key_span.cloned(), span))
            .collect()
    }

    /// The texts of a list, or a single one.
    fn words(&mut self, key: &str, item: &Item) -> Vec<(String, Option<Range<usize>>)> {
        let word = |value: &Value| Some((value.as_str()?.to_owned(), value.span()));
        let words = match item.as_value() {
            Some(Value::Array(list)) => list.iter().map(word).collect(),
            Some(single) => word(single).map(|word| vec![word]),
            None => None,
        };
        words.unwrap_or_else(|| {
            self.wrong_type(key, item, "a list of texts in quotes");
            Vec::new()
        })
    }

    fn layout(&mut self, table: &dyn TableLike) -> Layout {
        let Some(name) = self.text_at(table, "layout") else {
            return Layout::default();
        };
        let span = table.get("layout").and_then(Item::span);
        self.one_of(&name, &Layout::ALL, Layout::name, "layout", span)
            .unwrap_or_default()
    }

    fn received(&mut self, table: &dyn TableLike) -> Received {
        let Some(name) = self.text_at(table, "received") else {
            return Received::default();
        };
        let span = table.get("received").and_then(Item::span);
        self.one_of(
            &name,
            &Received::ALL,
            Received::name,
            "way to receive",
            span,
        )
        .unwrap_or_default()
    }

    fn parts(&mut self, table: &dyn TableLike) -> Vec<(Part, Location)> {
        let Some(item) = table.get("parts") else {
            return Vec::new();
        };
        if item.as_array().is_some_and(toml_edit::Array::is_empty) {
            let message = "`parts` names none, so there is nothing to generate".to_owned();
            let help = "name some of `client`, `receiver` and `types`".to_owned();
            self.problem("no-parts", item.span(), message, Some(help));
        }
        self.words("parts", item)
            .into_iter()
            .filter_map(|(name, span)| {
                let at = self.location(span.clone());
                Some((
                    self.one_of(&name, &Part::ALL, Part::name, "part", span)?,
                    at,
                ))
            })
            .collect()
    }

    /// The one of `all` that is called `name`.
    fn one_of<T: Copy>(
        &mut self,
        name: &str,
        all: &[T],
        name_of: fn(T) -> &'static str,
        what: &str,
        span: Option<Range<usize>>,
    ) -> Option<T> {
        let found = all.iter().copied().find(|one| name_of(*one) == name);
        if found.is_none() {
            let names: Vec<&str> = all.iter().map(|one| name_of(*one)).collect();
            let help = match nearest(name, names.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("it may be `{}`", names.join("`, `")),
            };
            let message = format!("`{name}` is no {what}");
            self.problem("unknown-choice", span, message, Some(help));
        }
        found
    }

    fn choice(
        &self,
        key: &str,
        value: String,
        key_span: Option<Range<usize>>,
        value_span: Option<Range<usize>>,
    ) -> Choice {
        Choice {
            key: key.to_owned(),
            value,
            key_at: self.location(key_span),
            value_at: self.location(value_span),
        }
    }
}
