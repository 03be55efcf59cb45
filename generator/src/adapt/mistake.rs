//! A choice that is wrong.

use crate::diagnostics::Severity;
use crate::finding::{Finding, Location};

/// An error in a choice, at its place.
pub(super) fn mistake(
    code: &'static str,
    at: &Location,
    message: String,
    help: Option<String>,
) -> Finding {
    Finding {
        severity: Severity::Error,
        code,
        message,
        help,
        location: at.clone(),
        related: Vec::new(),
    }
}
