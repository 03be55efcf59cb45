//! From generated files to disk: what differs is written, what is gone is removed, nothing else
//! moves.
//!
//! Everything is looked at before anything is written, and what fails on the way is undone.

mod apply;
mod beside;
mod difference;
mod failure;
mod files;
mod folder;
mod journal;
mod mark;
mod obstacle;
mod outcome;
mod rival;
mod survey;
mod wanted;

pub(crate) use beside::write_whole;
pub use difference::{Check, Difference, DifferenceKind};
pub(crate) use failure::Failure;
pub(crate) use mark::{MARKDOWN_MARK, RUST_MARK, is_own};
pub use obstacle::{Obstacle, ObstacleKind};
pub use outcome::Outcome;
pub(crate) use wanted::{Author, Wanted, WantedFile};

use survey::survey;

/// Makes the folder hold what is wanted.
pub(crate) fn write(wanted: &Wanted<'_>) -> Result<Outcome, Failure> {
    let survey = survey(wanted)?;
    apply::apply(wanted, &survey.steps)?;
    Ok(outcome::outcome(wanted, &survey))
}

/// Says how the folder differs from what is wanted.
pub(crate) fn check(wanted: &Wanted<'_>) -> Result<Check, Failure> {
    let survey = survey(wanted)?;
    Ok(difference::check(wanted, &survey))
}

#[cfg(test)]
mod tests;
