//! What is read of a description, and what besides it.

use std::path::PathBuf;

/// What is read of a description, and what besides it. By default its file, the files in the same
/// folder that it refers to, and everything in them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Input {
    /// Where the files may be that it refers to.
    pub references: References,
    /// Overlays (Overlay Specification 1.0), applied to it one after the other before it is read.
    pub overlays: Vec<PathBuf>,
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
