//! What is read of a description, and what besides it.

mod nothing;
mod selection;
mod unmatched;

use std::path::PathBuf;

pub(crate) use nothing::nothing;
pub(crate) use selection::{By, Unmatched};
pub use selection::{Entry, Selection};
pub(crate) use unmatched::unmatched;

/// What is read of a description, and what besides it. By default its file, the files in the same
/// folder that it refers to, and everything in them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Input {
    /// Where the files may be that it refers to.
    pub references: References,
    /// Overlays (Overlay Specification 1.0), applied to it one after the other before it is read.
    pub overlays: Vec<PathBuf>,
    /// An overlay that is in no file yet: where it is to be, and all of it. It is applied last.
    pub(crate) unwritten: Option<(PathBuf, String)>,
    /// All operations and webhooks that are wanted, where not all are; and of their own accord
    /// whatever these need.
    pub include: Selection,
    /// Operations and webhooks that are not wanted, though they may be included.
    pub exclude: Selection,
}

impl Input {
    /// Whether not everything is wanted.
    #[must_use]
    pub fn is_selective(&self) -> bool {
        self.include.is_written() || !self.exclude.is_empty()
    }

    /// Whether everything is wanted, and nothing else.
    pub(crate) fn is_everything_as_it_is(&self) -> bool {
        !self.is_selective() && self.overlays.is_empty() && self.unwritten.is_none()
    }

    /// Whether anything of it is written in this file.
    pub(crate) fn is_said_in(&self, file: &str) -> bool {
        let selections = [&self.include, &self.exclude];
        let entries = selections.into_iter().flat_map(Selection::entries);
        let places = selections.into_iter().filter_map(|one| one.at.as_ref());
        let mut places = places.chain(entries.map(|(_, entry)| &entry.at));
        places.any(|at| at.file == file)
    }
}

/// Where the files may be that a description refers to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum References {
    /// In the description's folder, and in those below it.
    #[default]
    Folder,
    /// Anywhere in the file system.
    Anywhere,
}
