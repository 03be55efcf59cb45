//! What an error comes from, in one sentence.

use std::error::Error;
use std::fmt;

/// Shows an error and all that it comes from, `: ` between them.
///
/// Whoever prints an error and nothing else is told why a server could not be reached; and as an
/// error whose text has its causes in it is the source of none, whoever prints them all is told
/// everything once.
pub(super) struct Chain<'a>(pub(super) &'a (dyn Error + 'static));

impl fmt::Display for Chain<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut told = self.0.to_string();
        formatter.write_str(&told)?;
        let mut next = self.0.source();
        while let Some(cause) = next {
            let text = cause.to_string();
            // Some errors tell their cause themselves.
            if !told.contains(&text) {
                write!(formatter, ": {text}")?;
                told = text;
            }
            next = cause.source();
        }
        Ok(())
    }
}
