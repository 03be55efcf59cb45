//! How generating fails.

use std::error;
use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::diagnostics::Severity;
use crate::finding::Finding;
use crate::output::{Failure, Obstacle};

/// Why nothing was generated.
///
/// `Debug` prints what `Display` does, so that an error that a build script's `main` returns can
/// be read.
#[non_exhaustive]
pub enum Error {
    /// The settings file is wrong.
    Settings(Vec<Finding>),
    /// A description is wrong; what else was found is here too.
    Description(Vec<Finding>),
    /// Something is in the way of the generated files.
    Output(Vec<Obstacle>),
    /// A file could not be read or written; what had been written was undone.
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
    /// What was asked for makes no sense; the text says why, and what to do.
    Usage(String),
}

impl Error {
    /// What is wrong with the settings or a description, where that is the reason.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        match self {
            Self::Settings(findings) | Self::Description(findings) => findings,
            _ => &[],
        }
    }

    /// What could not be expressed, where nothing less than everything is wanted: each is an error
    /// then.
    #[must_use]
    pub fn strict(mut findings: Vec<Finding>) -> Self {
        for finding in &mut findings {
            finding.severity = Severity::Error;
        }
        Self::Description(findings)
    }

    pub(crate) fn writing(path: impl Into<PathBuf>, source: io::Error) -> Self {
        Self::Io {
            action: "writing",
            path: path.into(),
            source,
            not_restored: Vec::new(),
        }
    }

    pub(crate) fn reading(path: impl Into<PathBuf>, source: io::Error) -> Self {
        Self::Io {
            action: "reading",
            path: path.into(),
            source,
            not_restored: Vec::new(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settings(findings) => lines(f, "the settings are wrong", reasons(findings)),
            Self::Description(findings) => lines(
                f,
                "nothing can be generated from the description",
                reasons(findings),
            ),
            Self::Output(obstacles) => lines(
                f,
                "nothing was written, as something is in the way",
                obstacles.iter(),
            ),
            Self::Io {
                action,
                path,
                source,
                not_restored,
            } => {
                write!(f, "{action} `{}` failed: {source}", path.display())?;
                for lost in not_restored {
                    write!(f, "\n  `{}` could not be put back", lost.display())?;
                }
                Ok(())
            }
            Self::Usage(text) => f.write_str(text),
        }
    }
}

/// A sentence, and what it consists of below it.
fn lines(
    f: &mut fmt::Formatter<'_>,
    title: &str,
    list: impl Iterator<Item = impl fmt::Display>,
) -> fmt::Result {
    f.write_str(title)?;
    for one in list {
        write!(f, "\n  {one}")?;
    }
    Ok(())
}

/// What was found besides is no reason.
fn reasons(findings: &[Finding]) -> impl Iterator<Item = &Finding> {
    let findings = findings.iter();
    findings.filter(|finding| finding.severity == Severity::Error)
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl error::Error for Error {}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Obstacles(obstacles) => Self::Output(obstacles),
            Failure::Io {
                action,
                path,
                source,
                not_restored,
            } => Self::Io {
                action,
                path,
                source,
                not_restored,
            },
        }
    }
}
