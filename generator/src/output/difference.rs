//! How what is on disk differs from what would be generated.

use std::fmt;
use std::time::Duration;

use similar::TextDiff;

use super::files::unix_lines;
use super::survey::{Step, Survey};
use super::wanted::Wanted;

/// Whether a folder holds what would be generated now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Check {
    /// The folder: `generated/`.
    pub folder: String,
    /// In the order of their paths, what is of no use any more last.
    pub differences: Vec<Difference>,
    /// The files that are as they would be generated.
    pub unchanged: Vec<String>,
}

/// A file that is not as it would be generated.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// Inside the folder, with forward slashes.
    pub path: String,
    /// In what way.
    pub kind: DifferenceKind,
    /// A unified diff from what is there to what would be generated.
    pub diff: String,
}

/// In what way a file is not as it would be generated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DifferenceKind {
    /// It is not there.
    Missing,
    /// It says something else.
    Changed,
    /// It would be removed.
    Stale,
}

impl Check {
    /// Whether nothing would be written or removed.
    #[must_use]
    pub fn is_fresh(&self) -> bool {
        self.differences.is_empty()
    }
}

impl fmt::Display for Check {
    /// One sentence: `generated/: 2 of 9 files are not as they would be generated`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let different = self.differences.len();
        let all = different + self.unchanged.len();
        let folder = &self.folder;
        match (different, all) {
            (0, 1) => write!(f, "{folder}: 1 file, as it would be generated"),
            (0, _) => write!(f, "{folder}: {all} files, all as they would be generated"),
            (1, 1) => write!(f, "{folder}: 1 file is not as it would be generated"),
            (1, _) => write!(
                f,
                "{folder}: 1 of {all} files is not as it would be generated"
            ),
            _ => write!(
                f,
                "{folder}: {different} of {all} files are not as they would be generated"
            ),
        }
    }
}

pub(super) fn check(wanted: &Wanted<'_>, survey: &Survey<'_>) -> Check {
    Check {
        folder: wanted.shown.clone(),
        differences: survey
            .steps
            .iter()
            .map(|step| difference(&wanted.shown, step))
            .collect(),
        unchanged: survey.unchanged.iter().map(ToString::to_string).collect(),
    }
}

fn difference(folder: &str, step: &Step<'_>) -> Difference {
    let (path, kind, before, after) = match step {
        Step::Create(file) => (&file.path, DifferenceKind::Missing, None, Some(&file.text)),
        Step::Change(file, before) => (
            &file.path,
            DifferenceKind::Changed,
            Some(before),
            Some(&file.text),
        ),
        Step::Remove(path, before) => (path, DifferenceKind::Stale, Some(before), None),
    };
    let shown = format!("{folder}{path}");
    let old = before.map(|before| String::from_utf8_lossy(&before.bytes));
    let diff = unified(
        (old.as_ref().map(|_| shown.as_str()), old.as_deref()),
        (after.map(|_| shown.as_str()), after.map(AsRef::as_ref)),
    );
    Difference {
        path: path.clone(),
        kind,
        diff,
    }
}

/// A side that is not there is called `/dev/null`, as `git diff` does.
fn unified(old: (Option<&str>, Option<&str>), new: (Option<&str>, Option<&str>)) -> String {
    let nothing = "/dev/null";
    let before = unix_lines(old.1.unwrap_or_default());
    let after = unix_lines(new.1.unwrap_or_default());
    // Two long files with little in common: past this, a diff is rougher but still right.
    let patience = Duration::from_secs(2);
    let diff = TextDiff::configure()
        .timeout(patience)
        .diff_lines(before.as_ref(), after.as_ref());
    diff.unified_diff()
        .header(old.0.unwrap_or(nothing), new.0.unwrap_or(nothing))
        .to_string()
}
