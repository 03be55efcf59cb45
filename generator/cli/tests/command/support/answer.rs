//! What a run of the command has printed, and how it ended.

use std::fmt;
use std::process::Output;

use serde_json::Value;

/// What the command has answered.
#[derive(Debug)]
pub struct Answer {
    asked: String,
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Answer {
    pub fn new(arguments: &[&str], output: Output) -> Self {
        Self {
            asked: arguments.join(" "),
            code: output.status.code(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }

    /// The standard output as the one object that it is.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error} in\n{self}"))
    }

    /// That it went well, and said nothing aside.
    #[track_caller]
    pub fn is_well(&self) -> &Self {
        assert_eq!(
            (self.code, self.stderr.as_str()),
            (Some(0), ""),
            "not well:\n{self}"
        );
        self
    }

    /// That it ended with this.
    #[track_caller]
    pub fn ends_with(&self, code: i32) -> &Self {
        assert_eq!(self.code, Some(code), "another exit status:\n{self}");
        self
    }
}

impl fmt::Display for Answer {
    /// As in a terminal, with what is usually mixed or not seen set apart.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "$ hookgen {}", self.asked)?;
        f.write_str(&self.stdout)?;
        if !self.stderr.is_empty() {
            write!(f, "--- standard error\n{}", self.stderr)?;
        }
        match self.code {
            Some(code) => write!(f, "--- exit status {code}"),
            None => f.write_str("--- killed"),
        }
    }
}

/// In UTF-8, with escape codes spelt out and no version that every release would change.
fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes)
        .expect("the command prints UTF-8")
        .replace('\x1b', "ESC")
        .replace(env!("CARGO_PKG_VERSION"), "VERSION")
}
