//! The overlay under which all deliveries fit.

use std::path::Path;

use super::change::Action;
use super::deliveries::Deliveries;
use super::described::Described;
use super::overlay;
use super::report::{Report, report};
use super::tally::tally;
use super::wanted::wanted;
use crate::error::Error;
use crate::input::Input;

/// What has to be changed in a description, and what then comes of holding deliveries against it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Mended {
    /// In the order in which they are to be applied, behind the overlays that there were.
    pub actions: Vec<Action>,
    /// What came of the deliveries under them.
    pub report: Report,
    /// The description's title, and its version.
    pub of: (String, String),
}

/// Where one change leads to another: in a member of a union, say, once it is known which one it is.
const ROUNDS: usize = 8;

/// Finds the smallest changes under which all deliveries fit the description in the file at `path`,
/// and applies them, as an overlay that is to be written to `file`.
///
/// What is read although it is not described is described under them as well: `null`, and values
/// that are not listed. Members that are not described are not, and what says which event it is
/// stays as it is.
///
/// # Errors
///
/// If the description is wrong, or a file cannot be read.
pub fn mend(
    path: &Path,
    input: &Input,
    deliveries: &Deliveries,
    file: &Path,
) -> Result<Mended, Error> {
    let mut input = input.clone();
    let mut actions: Vec<Action> = Vec::new();
    let mut round = 0;
    loop {
        let described = Described::read(path, &input)?;
        let tally = tally(&described.api, deliveries)?;
        let mut more = wanted(&described, &tally);
        more.retain(|action| !actions.contains(action));
        let of = (described.api.title.clone(), described.api.version.clone());
        if more.is_empty() || round == ROUNDS {
            let report = report(&described, &tally);
            return Ok(Mended {
                actions,
                report,
                of,
            });
        }
        actions.extend(more);
        let text = overlay::text(&of, &actions);
        input.unwritten = Some((file.to_owned(), text));
        round += 1;
    }
}
