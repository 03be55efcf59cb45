//! What a folder is to hold.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// A folder, and the generated files that it is to hold.
#[derive(Debug, Clone)]
pub(crate) struct Wanted<'m> {
    /// The folder: a crate's, or `OUT_DIR`.
    pub root: PathBuf,
    /// The folder as a person is told of it: `generated/`.
    pub shown: String,
    /// Where the folders of modules are inside of it: `src`, or nothing for the folder itself.
    pub modules: &'static str,
    /// In the order of their paths.
    pub files: Vec<WantedFile<'m>>,
}

/// A file that is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WantedFile<'m> {
    /// Inside the folder, with forward slashes: `src/sezzle/mod.rs`.
    pub path: String,
    /// All of it: that of a module is the module's own.
    pub text: Cow<'m, str>,
    /// Who writes it.
    pub author: Author,
}

/// Who writes a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Author {
    /// Hookgen alone: what is there must bear its mark.
    Hookgen,
    /// A person too: the text was made out of what is there.
    Both,
}

impl Wanted<'_> {
    /// Where a file is on disk.
    pub(crate) fn locate(&self, path: &str) -> PathBuf {
        let mut place = self.root.clone();
        place.extend(path.split('/'));
        place
    }

    /// Where the folders of modules are on disk.
    pub(crate) fn modules(&self) -> PathBuf {
        if self.modules.is_empty() {
            self.root.clone()
        } else {
            self.root.join(self.modules)
        }
    }

    /// What `locate` was given, with forward slashes.
    pub(crate) fn name(&self, place: &Path) -> String {
        let inside = place.strip_prefix(&self.root).unwrap_or(place);
        inside
            .iter()
            .map(|part| part.to_string_lossy())
            .collect::<Vec<_>>()
            .join("/")
    }
}
