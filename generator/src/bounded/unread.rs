//! Why a file is not read, in words.

use std::fmt;
use std::io;

use super::{Limit, MEGABYTE};

/// Why a file is not read.
#[derive(Debug)]
#[non_exhaustive]
pub enum Unread {
    /// It is a directory.
    Directory,
    /// It may be endless, or nobody may ever write to it.
    NoFile {
        /// What it is: `a device`.
        what: &'static str,
    },
    /// It is a pipe, and what came from it has been read before.
    Drained,
    /// It is too large.
    TooLarge {
        /// How many bytes it has, if that is known.
        size: Option<u64>,
        /// How many it may have.
        limit: Limit,
    },
    /// What the operating system says.
    Io(io::Error),
}

impl Unread {
    /// What a diagnostic of this is called.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Directory | Self::NoFile { .. } | Self::Drained => "not-a-file",
            Self::TooLarge { .. } => "file-too-large",
            Self::Io(error) if error.kind() == io::ErrorKind::NotFound => "file-not-found",
            Self::Io(_) => "unreadable-file",
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self {
            Self::Directory => "name a file that is in it",
            Self::NoFile { .. } => {
                "name a file; what a command prints is read as `<(command)` or as the standard input"
            }
            Self::Drained => "a pipe is read only once: store what comes from it in a file",
            Self::TooLarge { .. } => {
                "see whether this is the file that is meant, and leave out of it what is not needed"
            }
            Self::Io(error) if error.kind() == io::ErrorKind::NotFound => {
                "look at the path's spelling, and at which directory it starts from"
            }
            Self::Io(_) => "see that it may be read by whoever runs this",
        }
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Directory => f.write_str("this is a directory"),
            Self::NoFile { what } => write!(f, "this is {what}"),
            Self::Drained => f.write_str("nothing is left in this pipe"),
            Self::TooLarge { size, limit } => {
                f.write_str("this is ")?;
                match size {
                    Some(size) => megabytes(f, *size)?,
                    None => write!(f, "more than {limit}")?,
                }
                write!(f, " large, and no more than {limit} are read")
            }
            Self::Io(error) if error.kind() == io::ErrorKind::NotFound => {
                f.write_str("there is no such file")
            }
            Self::Io(error) => write!(f, "the file cannot be read: {error}"),
        }
    }
}

impl std::error::Error for Unread {}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<Unread> for io::Error {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::Io(error) => error,
            other => Self::other(format!("{other} (help: {})", other.help())),
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        megabytes(f, self.0)
    }
}

/// A size as people say it.
fn megabytes(f: &mut fmt::Formatter<'_>, bytes: u64) -> fmt::Result {
    const GIGABYTE: u64 = 1_000 * MEGABYTE;
    match bytes {
        // In tenths.
        GIGABYTE.. => {
            let tenths = bytes / (GIGABYTE / 10);
            write!(f, "{}.{} GB", tenths / 10, tenths % 10)
        }
        _ => write!(f, "{} MB", bytes.div_ceil(MEGABYTE)),
    }
}
