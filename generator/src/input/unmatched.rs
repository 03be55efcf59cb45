//! What is said of an entry that nothing is meant by.

use super::selection::{By, Unmatched};
use crate::diagnostics::Severity;
use crate::finding::Finding;
use crate::settings::nearest;

/// Says so, with what may have been meant.
pub(crate) fn unmatched(unmatched: &Unmatched) -> Finding {
    let Unmatched { entry, by, known } = unmatched;
    let text = &entry.text;
    let message = match by {
        By::Path => format!("no path is `{text}`"),
        By::Operation => format!("no operation is called `{text}`"),
        By::Tag => format!("no operation has the tag `{text}`"),
        By::Webhook => format!("no webhook is called `{text}`"),
    };
    let help = match nearest(text, known.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => "remove it: the description has none at all".to_owned(),
        None => "`hookgen inspect` lists what there is; `*` and `**` stand for any name".to_owned(),
    };
    Finding {
        severity: Severity::Error,
        code: "unmatched-entry",
        message,
        help: Some(help),
        location: entry.at.clone(),
        related: Vec::new(),
    }
}
