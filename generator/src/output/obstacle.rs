//! What keeps generated files from being written.

use std::fmt;
use std::path::PathBuf;

/// Something in the way of a generated file; nothing was written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Obstacle {
    /// What is in the way.
    pub path: PathBuf,
    /// Why it is.
    pub kind: ObstacleKind,
}

/// Why something is in the way of a generated file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ObstacleKind {
    /// A file that hookgen did not write: its first line does not say so.
    Foreign,
    /// A symbolic link, which could lead anywhere.
    Link,
    /// A folder where a file belongs.
    Folder,
    /// A file where a folder belongs.
    File,
    /// A file that must not be written to.
    ReadOnly,
    /// The other file that the module of this one could be in: a compiler takes none of two.
    Module(PathBuf),
    /// It could not be read, for this reason.
    Unreadable(String),
}

impl fmt::Display for Obstacle {
    /// What is in the way, and what to do about it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.kind {
            ObstacleKind::Foreign => write!(
                f,
                "`{path}` was not written by hookgen and is not overwritten (help: move it away, or choose another folder)"
            ),
            ObstacleKind::Link => write!(
                f,
                "`{path}` is a symbolic link and is not followed (help: put a real file or folder in its place, or remove it)"
            ),
            ObstacleKind::Folder => write!(
                f,
                "`{path}` is a folder, and a file belongs there (help: move it away, or choose another folder)"
            ),
            ObstacleKind::File => write!(
                f,
                "`{path}` is a file, and a folder belongs there (help: move it away, or choose another folder)"
            ),
            ObstacleKind::ReadOnly => write!(
                f,
                "`{path}` is read-only (help: allow writing to it if it may be generated again)"
            ),
            ObstacleKind::Module(generated) => write!(
                f,
                "`{path}` is the same module in Rust as `{}`, which is generated (help: move it away, or choose another folder)",
                generated.display()
            ),
            ObstacleKind::Unreadable(reason) => write!(f, "`{path}` cannot be read: {reason}"),
        }
    }
}
