//! Why a list ends before its end.

use std::error::Error as StdError;
use std::fmt;

/// Why the page behind one that has come cannot be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PageError {
    /// There is more, as the page says, and it does not say where: it has no cursor, say, or no
    /// item that would be one.
    Nowhere,
    /// The page leads back to one that was there already, and so on without end.
    Again,
    /// The page leads to another server, which is not to see the credentials of this one.
    Elsewhere,
}

impl fmt::Display for PageError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Nowhere => "the last page says that there is more, and not where",
            Self::Again => "the last page leads back to one that was there already",
            Self::Elsewhere => "the last page leads to another server",
        })
    }
}

impl StdError for PageError {}
