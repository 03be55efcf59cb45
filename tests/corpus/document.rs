//! One document, and what is generated from it.

use std::collections::BTreeSet;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use hookgen::{Module, Options, generate as generate_module};

/// What came of a document.
pub(crate) struct Document {
    pub(crate) path: PathBuf,
    /// What the module is called: a name in Rust, another for each path.
    pub(crate) name: String,
    pub(crate) outcome: Outcome,
    /// How long generating took.
    pub(crate) time: Duration,
}

pub(crate) enum Outcome {
    Generated(Box<Generated>),
    /// Nothing can be generated, for these reasons.
    Refused(Vec<String>),
    Panicked,
}

pub(crate) struct Generated {
    pub(crate) module: Module,
    /// How many places could not be expressed, several findings at a place counted once.
    pub(crate) degraded: usize,
    pub(crate) lines: usize,
}

/// Generates from the description at `path`.
pub(crate) fn generate(path: &Path) -> Document {
    let name = name(path);
    let options = Options {
        name: name.clone(),
        shown_as: path.display().to_string(),
        command: "hookgen generate".to_owned(),
        features: false,
        choices: hookgen::Choices::default(),
        input: hookgen::input::Input::default(),
    };
    let start = Instant::now();
    let outcome = match catch_unwind(|| generate_module(path, &options)) {
        Ok(Ok(module)) => Outcome::Generated(Box::new(Generated::new(module))),
        Ok(Err(findings)) => Outcome::Refused(findings.iter().map(ToString::to_string).collect()),
        Err(_) => Outcome::Panicked,
    };
    Document {
        path: path.to_owned(),
        name,
        outcome,
        time: start.elapsed(),
    }
}

impl Generated {
    fn new(module: Module) -> Self {
        let places: BTreeSet<_> = module
            .findings
            .iter()
            .map(|finding| (finding.location.file.as_str(), finding.location.position))
            .collect();
        Self {
            degraded: places.len(),
            lines: module
                .files
                .iter()
                .map(|file| file.text.lines().count())
                .sum(),
            module,
        }
    }
}

/// The last folder and the file's name, as a name in Rust.
fn name(path: &Path) -> String {
    let parts = path.iter().rev().take(2).collect::<Vec<_>>();
    let words = parts.iter().rev().map(|part| part.to_string_lossy());
    let mut name = String::new();
    for character in words.collect::<Vec<_>>().join("_").chars() {
        if character.is_ascii_alphanumeric() {
            name.push(character.to_ascii_lowercase());
        } else if !name.ends_with('_') {
            name.push('_');
        }
    }
    format!("d_{name}")
}
