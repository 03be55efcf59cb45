//! `Cargo.toml`: a new one, or the one that is there with what it lacks.
//!
//! Whatever a person has set stays as it stands, comments and layout too. Which features hookgen
//! has added is written down in `package.metadata.hookgen`, so that they can be taken out again.

mod dependency;
mod feature_table;
mod record;
mod strings;

use std::path::Path;

use toml_edit::{DocumentMut, Item, Table, TableLike, TomlError, Value, value};

use super::About;
use super::features::Feature;
use crate::error::Error;
use crate::finding::Finding;
use crate::paths::absolute;
use crate::settings::{PackageSettings, problem};

const RUST_VERSION: &str = env!("CARGO_PKG_RUST_VERSION");

/// A manifest, and what it says of the crate.
pub(super) struct Manifest {
    pub text: String,
    pub about: About,
}

/// The manifest of the crate in the folder `root`, out of the `existing` one.
pub(super) fn manifest(
    root: &Path,
    existing: Option<&str>,
    settings: &PackageSettings,
    features: &[Feature],
) -> Result<Manifest, Error> {
    let name = settings.name.clone().unwrap_or_else(|| name_of(root));
    let start = match existing {
        Some(text) => text.replace("\r\n", "\n"),
        None => fresh(&name, settings.description.as_deref()),
    };
    let mut document: DocumentMut = start
        .parse()
        .map_err(|error: TomlError| unparsed(root, &start, &error))?;
    let about =
        merge(&mut document, &name, features).map_err(|message| wrong(wrong_in(root, message)))?;
    let text = document.to_string();
    let text = match existing {
        Some(existing) if existing.contains("\r\n") => text.replace('\n', "\r\n"),
        _ => text,
    };
    Ok(Manifest { text, about })
}

/// Adds what is missing, and takes out what hookgen had added and is of no use any more.
fn merge(document: &mut DocumentMut, name: &str, features: &[Feature]) -> Result<About, String> {
    let root = document.as_table_mut();
    let package = table(root, "package")?;
    set_missing(package, "name", name);
    set_missing(package, "edition", "2024");
    let about = about(package, name);
    let recorded = record::read(package);
    dependency::add_runtime(table(root, "dependencies")?);
    let added = feature_table::merge(table(root, "features")?, features, &recorded)?;
    record::write(table(root, "package")?, &added)?;
    Ok(about)
}

/// The manifest of a crate that does not exist yet, without what is merged into every one.
fn fresh(name: &str, description: Option<&str>) -> String {
    let name = Value::from(name);
    let description = description.map_or_else(String::new, |description| {
        format!("description = {}\n", Value::from(description))
    });
    format!(
        "# Made by hookgen, which adds what is missing and keeps what you change.

[package]
name = {name}
version = \"0.1.0\"
edition = \"2024\"
rust-version = \"{RUST_VERSION}\"
{description}
[package.metadata.docs.rs]
all-features = true

[features]

[dependencies]
"
    )
}

/// A table of the manifest, which is made where it is missing.
fn table<'a>(parent: &'a mut dyn TableLike, key: &str) -> Result<&'a mut dyn TableLike, String> {
    parent
        .entry(key)
        .or_insert_with(|| Item::Table(Table::new()))
        .as_table_like_mut()
        .ok_or_else(|| format!("`{key}` is no table"))
}

fn set_missing(table: &mut dyn TableLike, key: &str, text: &str) {
    if !table.contains_key(key) {
        table.insert(key, value(text));
    }
}

fn about(package: &dyn TableLike, name: &str) -> About {
    let text = |key| package.get(key).and_then(Item::as_str).map(str::to_owned);
    About {
        name: text("name").unwrap_or_else(|| name.to_owned()),
        description: text("description"),
    }
}

/// A package's name from its folder's: `Sezzle Webhooks` becomes `sezzle-webhooks`.
fn name_of(root: &Path) -> String {
    let folder = absolute(root);
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let name = name
        .to_ascii_lowercase()
        .replace(|one: char| !one.is_ascii_alphanumeric() && one != '_', "-");
    let name = name.trim_matches('-');
    if name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        name.to_owned()
    } else {
        "webhooks".to_owned()
    }
}

fn unparsed(root: &Path, text: &str, error: &TomlError) -> Error {
    let message = error.message().trim_end_matches('.').to_owned();
    wrong(wrong_in(root, message).at(text, error.span()))
}

fn wrong_in(root: &Path, message: String) -> Finding {
    problem(&root.join("Cargo.toml"), "invalid-manifest", message)
        .with_help("correct it; or move it away, and a new one is written")
}

fn wrong(finding: Finding) -> Error {
    Error::Settings(vec![finding])
}
