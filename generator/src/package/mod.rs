//! The crate around generated modules: `Cargo.toml`, `src/lib.rs` and `README.md`.

mod features;
mod library;
mod manifest;
mod overview;
mod readme;
#[cfg(test)]
pub(crate) mod tests;
mod workspace;

use std::io;
use std::path::Path;

use crate::bounded::{self, Limit, Unread};
use crate::error::Error;
use crate::module::Module;
use crate::output::{Author, WantedFile, is_own};
use crate::settings::{PackageSettings, not_utf8};
use features::features;

/// The files of a crate.
#[derive(Debug, Clone)]
pub(crate) struct Package {
    /// Those around the modules.
    pub files: Vec<WantedFile<'static>>,
    /// What a person has to do before the crate can be built.
    pub note: Option<String>,
}

/// The crate in the folder `root` around `modules`.
///
/// `Cargo.toml` is made out of the one that is there, and a `README.md` that is there and is not
/// generated is left to whoever wrote it.
pub(crate) fn package(
    root: &Path,
    settings: &PackageSettings,
    command: &str,
    modules: &[Module],
) -> Result<Package, Error> {
    let existing = existing_manifest(root)?;
    let features = features(modules);
    let manifest = manifest::manifest(root, existing.as_deref(), settings, &features)?;
    let note = match existing {
        Some(_) => None,
        None => workspace::note(root),
    };
    let mut files = vec![
        file("Cargo.toml", manifest.text, Author::Both),
        file(
            "src/lib.rs",
            library::library(&manifest.about, command, modules),
            Author::Hookgen,
        ),
    ];
    if read(&root.join("README.md"))?.is_none_or(|bytes| is_own(&bytes)) {
        let text = readme::readme(&manifest.about, command, modules);
        files.push(file("README.md", text, Author::Hookgen));
    }
    Ok(Package { files, note })
}

/// What a crate is called, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
struct About {
    name: String,
    description: Option<String>,
}

fn file(path: &str, text: String, author: Author) -> WantedFile<'static> {
    WantedFile {
        path: path.to_owned(),
        text: text.into(),
        author,
    }
}

fn existing_manifest(root: &Path) -> Result<Option<String>, Error> {
    let path = root.join("Cargo.toml");
    let text = read(&path)?.map(String::from_utf8).transpose();
    text.map_err(|error| Error::Settings(vec![not_utf8(&path, &error)]))
}

/// What is in a file, if it is there; a folder in its place is found later, with everything else.
fn read(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    let is_none = |error: &io::Error| {
        matches!(
            error.kind(),
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
        )
    };
    match bounded::read(path, Limit::DOCUMENT) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(Unread::Directory) => Ok(None),
        Err(Unread::Io(error)) if is_none(&error) => Ok(None),
        Err(unread) => Err(Error::reading(path, unread.into())),
    }
}
