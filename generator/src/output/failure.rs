//! Why nothing was written.

use std::io;
use std::path::PathBuf;

use super::obstacle::Obstacle;

/// Why nothing was written.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Something is in the way.
    Obstacles(Vec<Obstacle>),
    /// Something went wrong on the way, and what had been done was undone.
    Io {
        /// What was tried: `writing`.
        action: &'static str,
        /// With which file.
        path: PathBuf,
        /// Why it failed.
        source: io::Error,
        /// Files that could not be put back as they were.
        not_restored: Vec<PathBuf>,
    },
}
