//! What was done.

use std::fmt;

use super::survey::{Step, Survey};
use super::wanted::Wanted;

/// What became of a folder's generated files, by their paths inside of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Outcome {
    /// The folder: `generated/`.
    pub folder: String,
    /// Not there before.
    pub created: Vec<String>,
    /// There before, and different.
    pub changed: Vec<String>,
    /// There before, and generated no more.
    pub removed: Vec<String>,
    /// Not touched.
    pub unchanged: Vec<String>,
}

impl fmt::Display for Outcome {
    /// One sentence: `generated/: 3 files written, 1 removed, 5 unchanged`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            (self.created.len() + self.changed.len(), "written"),
            (self.removed.len(), "removed"),
            (self.unchanged.len(), "unchanged"),
        ];
        write!(f, "{}:", self.folder)?;
        let mut noun = Some(());
        for (count, what) in counts {
            if count == 0 {
                continue;
            }
            match (noun.take(), count) {
                (Some(()), 1) => write!(f, " 1 file {what}")?,
                (Some(()), _) => write!(f, " {count} files {what}")?,
                (None, _) => write!(f, ", {count} {what}")?,
            }
        }
        match noun {
            Some(()) => f.write_str(" nothing to generate"),
            None => Ok(()),
        }
    }
}

pub(super) fn outcome(wanted: &Wanted<'_>, survey: &Survey<'_>) -> Outcome {
    let mut outcome = Outcome {
        folder: wanted.shown.clone(),
        unchanged: survey.unchanged.iter().map(ToString::to_string).collect(),
        ..Outcome::default()
    };
    for step in &survey.steps {
        match step {
            Step::Create(file) => outcome.created.push(file.path.clone()),
            Step::Change(file, _) => outcome.changed.push(file.path.clone()),
            Step::Remove(path, _) => outcome.removed.push(path.clone()),
        }
    }
    outcome
}
