//! Recorded deliveries held against a description: what comes, and is not as it is described.
//!
//! Each delivery is held against what the generated types demand, for that is what a receiver does;
//! every place where one does not fit is told with how often, and an overlay (Overlay Specification
//! 1.0) can be made under which all fit.
//!
//! | files | concept |
//! |---|---|
//! | `deliveries`, `record` | from files to deliveries, one after the other |
//! | `event`, `sort` | which event one is |
//! | `walk`, `nearest`, `uuid`, `what`, `place` | a delivery held against its type: what does not fit, and where |
//! | `tally`, `report` | how often that is |
//! | `schema` | where a place stands in the description |
//! | `mend`, `wanted`, `widen`, `change` | what has to be changed in it |
//! | `overlay`, `written` | how that is written, and over what |

mod change;
mod deliveries;
mod described;
mod event;
mod mend;
mod nearest;
mod overlay;
mod place;
mod record;
mod report;
mod schema;
mod sort;
mod tally;
mod uuid;
mod walk;
mod wanted;
mod what;
mod widen;
mod written;

use std::path::Path;

use crate::error::Error;
use crate::input::Input;

pub use change::{Action, Change};
pub use deliveries::Deliveries;
pub use mend::{Mended, mend};
pub(crate) use nearest::fits;
pub use overlay::{overlay, write};
pub use report::{Came, Example, Found, Report, Unreadable};
pub use sort::{Sorted, sort};
pub use what::{JsonType, What};

use described::Described;

/// Holds deliveries against the description in the file at `path`.
///
/// # Errors
///
/// If the description is wrong, or a file with deliveries cannot be read. What is in such a file is
/// in the report, whatever it is.
pub fn fit(path: &Path, input: &Input, deliveries: &Deliveries) -> Result<Report, Error> {
    let described = Described::read(path, input)?;
    let tally = tally::tally(&described.api, deliveries)?;
    Ok(report::report(&described, &tally))
}
