//! How to answer, known before the arguments are: they may be wrong, and a program that asked for
//! JSON must not get anything else.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::ValueEnum;

use crate::answer::Answer;
use crate::arguments::{Color, Format};

/// How to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Early {
    pub format: Format,
    pub color: Color,
}

impl Early {
    /// What arguments say of it, whatever else is wrong with them.
    pub(crate) fn of(arguments: impl IntoIterator<Item = OsString>) -> Self {
        let arguments: Vec<_> = arguments
            .into_iter()
            .map(|one| one.to_string_lossy().into_owned())
            .take_while(|one| one != "--")
            .collect();
        Self {
            format: value(&arguments, "--format").unwrap_or(Format::Human),
            color: value(&arguments, "--color").unwrap_or(Color::Auto),
        }
    }

    /// Says why the arguments are refused; or what they ask for, if that is help.
    pub(crate) fn refuse(self, error: &clap::Error) -> ExitCode {
        self.color.apply();
        if self.format == Format::Human || !error.use_stderr() {
            // Whoever stopped listening has heard enough.
            drop(error.print());
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
        let answer = Answer::misused(problem(error));
        answer.print(self.format, None);
        answer.exit.into()
    }
}

/// The last value that an option has, if it may have it.
fn value<T: ValueEnum>(arguments: &[String], option: &str) -> Option<T> {
    let given = arguments.iter().enumerate().rev().find_map(|(at, one)| {
        let rest = one.strip_prefix(option)?;
        match rest.strip_prefix('=') {
            Some(value) => Some(value),
            None if rest.is_empty() => arguments.get(at + 1).map(String::as_str),
            None => None,
        }
    })?;
    T::from_str(given, false).ok()
}

/// What is wrong, without how the command is used: that is for a person.
fn problem(error: &clap::Error) -> String {
    let text = error.to_string();
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    let end = text.find("\n\nUsage:").unwrap_or(text.len());
    text[..end].trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn early(arguments: &str) -> Early {
        Early::of(arguments.split(' ').map(OsString::from))
    }

    #[test]
    fn both_spellings_are_read_and_the_last_counts() {
        assert_eq!(early("check --format json").format, Format::Json);
        assert_eq!(early("--format=json check").format, Format::Json);
        assert_eq!(early("--format json --format human").format, Format::Human);
        assert_eq!(early("--color=never check --bogus").color, Color::Never);
    }

    #[test]
    fn what_is_no_option_is_not_taken_for_one() {
        assert_eq!(early("inspect -- --format json").format, Format::Human);
        assert_eq!(early("--formats json").format, Format::Human);
        assert_eq!(early("--format").format, Format::Human);
    }
}
