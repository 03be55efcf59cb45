//! A settings file, read: every problem at once, each with its place.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use toml_edit::{Document, TableLike};

use super::keys::{DEFAULT_COMMAND, DESCRIPTION, PACKAGE, ROOT, module_name_problem};
use super::nearest::nearest;
use super::problem::text;
use super::reader::{Reader, key_span, value_span};
use super::{DescriptionSettings, PackageSettings, Settings};
use crate::error::Error;

/// Reads the settings file at `file`.
pub(super) fn read(file: &Path) -> Result<Settings, Error> {
    let text = text(file)?;
    let mut reader = Reader::new(file, text);
    let settings = reader.document();
    if reader.problems.is_empty() {
        Ok(settings)
    } else {
        Err(Error::Settings(reader.problems))
    }
}

impl Reader<'_> {
    fn document(&mut self) -> Settings {
        let text = Arc::clone(&self.text);
        let document = Document::parse(text.as_ref());
        let empty = Document::new();
        let root = match &document {
            Ok(document) => document.as_table(),
            Err(error) => {
                let message = error.message().trim_end_matches('.').to_owned();
                let help = "look at this place, and at the quotes and brackets before it";
                self.problem("invalid-toml", error.span(), message, Some(help.to_owned()));
                empty.as_table()
            }
        };
        self.known_keys(root, ROOT, "");
        let settings = Settings {
            file: self.file.to_path_buf(),
            output: self.text_at(root, "output").map(PathBuf::from),
            command: self.command(root),
            package: self.package(root),
            descriptions: self.descriptions(root),
        };
        if settings.descriptions.is_empty() && self.problems.is_empty() {
            let help = "add a table such as `[descriptions.sezzle]` with `path = \"sezzle.yaml\"`";
            self.problem(
                "no-descriptions",
                None,
                "no description is named, so there is nothing to generate".to_owned(),
                Some(help.to_owned()),
            );
        }
        settings
    }

    fn command(&mut self, root: &dyn TableLike) -> String {
        let command = self
            .text_at(root, "command")
            .unwrap_or_else(|| DEFAULT_COMMAND.to_owned());
        if command.contains(char::is_control) {
            self.problem(
                "several-lines",
                value_span(root, "command"),
                "`command` must be one line, as comments name it".to_owned(),
                None,
            );
        }
        command
    }

    fn package(&mut self, root: &dyn TableLike) -> PackageSettings {
        let Some(table) = self.table_at(root, "package") else {
            return PackageSettings::default();
        };
        self.known_keys(table, PACKAGE, "package.");
        let name = self.text_at(table, "name");
        if let Some(name) = &name
            && !is_package_name(name)
        {
            self.problem(
                "package-name",
                value_span(table, "name"),
                format!("`{name}` is no package's name"),
                Some("use letters, digits, - and _, with a letter first".to_owned()),
            );
        }
        PackageSettings {
            name,
            description: self.text_at(table, "description"),
        }
    }

    fn descriptions(&mut self, root: &dyn TableLike) -> Vec<DescriptionSettings> {
        let Some(tables) = self.table_at(root, "descriptions") else {
            return Vec::new();
        };
        let mut descriptions: Vec<_> = tables
            .iter()
            .filter_map(|(name, _)| self.description(tables, name))
            .collect();
        descriptions.sort_by(|one, other| one.name.cmp(&other.name));
        descriptions
    }

    fn description(&mut self, tables: &dyn TableLike, name: &str) -> Option<DescriptionSettings> {
        if let Some(problem) = module_name_problem(name) {
            self.problem(
                "module-name",
                key_span(tables, name),
                format!("`{name}` {problem}"),
                Some("it becomes a module and a feature: choose another name".to_owned()),
            );
        }
        let table = self.table_at(tables, name)?;
        self.known_keys(table, DESCRIPTION, "");
        let choices = self.choices(table);
        let Some(path) = self.text_at(table, "path") else {
            if table.get("path").is_none() {
                self.problem(
                    "missing-key",
                    key_span(tables, name),
                    format!("the description `{name}` has no `path`"),
                    Some("add `path = \"…\"`, relative to this file's folder".to_owned()),
                );
            }
            return None;
        };
        self.is_there("missing-description", &path, value_span(table, "path"));
        Some(DescriptionSettings {
            name: name.to_owned(),
            path: PathBuf::from(path),
            choices,
            input: self.input(table),
        })
    }

    /// Reports a file that is not there, with the one that may have been meant.
    pub(super) fn is_there(&mut self, code: &'static str, path: &str, span: Option<Range<usize>>) {
        let place = self.file.with_file_name(path);
        if place.is_file() {
            return;
        }
        let what = if place.is_dir() {
            "is a folder"
        } else {
            "does not exist"
        };
        let folder = place.parent().map(names_in).unwrap_or_default();
        let given = place.file_name().unwrap_or_default().to_string_lossy();
        let help = nearest(&given, folder.iter().map(String::as_str))
            .map(|name| format!("there is `{name}` in its folder"));
        self.problem(code, span, format!("`{path}` {what}"), help);
    }
}

/// The Cargo Book, "The Manifest Format", the `name` field.
fn is_package_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name
            .chars()
            .all(|one| one.is_ascii_alphanumeric() || one == '-' || one == '_')
}

/// The files in a folder, in order; none where it cannot be read.
fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name != "hookgen.toml")
        .collect();
    names.sort();
    names
}
