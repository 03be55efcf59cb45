//! What is read of a description, and what besides it.

use std::path::PathBuf;

use toml_edit::TableLike;

use super::keys::SELECTION;
use super::problem::location;
use super::reader::{Reader, key_span, value_span};
use crate::input::{Entry, Input, References, Selection};

impl Reader<'_> {
    /// The settings of one description that are of what is read.
    pub(super) fn input(&mut self, table: &dyn TableLike) -> Input {
        Input {
            references: self.references(table),
            overlays: self.overlays(table),
            unwritten: None,
            include: self.selection(table, "include"),
            exclude: self.selection(table, "exclude"),
        }
    }

    fn selection(&mut self, table: &dyn TableLike, key: &str) -> Selection {
        let Some(inner) = self.table_at(table, key) else {
            return Selection::default();
        };
        self.known_keys(inner, SELECTION, &format!("{key}."));
        Selection {
            at: Some(self.location(key_span(table, key))),
            paths: self.entries(inner, "paths"),
            operations: self.entries(inner, "operations"),
            tags: self.entries(inner, "tags"),
            webhooks: self.entries(inner, "webhooks"),
        }
    }

    fn entries(&mut self, table: &dyn TableLike, key: &str) -> Vec<Entry> {
        let texts = self.texts_at(table, key).into_iter();
        texts
            .map(|(text, span)| {
                let at = location(self.file, &self.text, span);
                Entry { text, at }
            })
            .collect()
    }

    /// Relative to the file's folder, as they are written.
    fn overlays(&mut self, table: &dyn TableLike) -> Vec<PathBuf> {
        let overlays = self.texts_at(table, "overlays");
        for (overlay, span) in &overlays {
            self.is_there("missing-overlay", overlay, span.clone());
        }
        overlays
            .into_iter()
            .map(|(overlay, _)| PathBuf::from(overlay))
            .collect()
    }

    fn references(&mut self, table: &dyn TableLike) -> References {
        match self.text_at(table, "references").as_deref() {
            None | Some("folder") => References::Folder,
            Some("anywhere") => References::Anywhere,
            Some(other) => {
                self.problem(
                    "unknown-value",
                    value_span(table, "references"),
                    format!("`references` cannot be `{other}`"),
                    Some("write \"folder\" or \"anywhere\"".to_owned()),
                );
                References::Folder
            }
        }
    }
}
