//! Parameters in headers.

use serde_json::Value;

use super::value::Flat;
use super::{Layout, Style};

/// What a parameter's header says: nothing is encoded there (OpenAPI 3.1.1, appendix D). `None` for
/// null, and for an array or object without anything.
pub(in crate::client) fn header(value: &Value, layout: Layout) -> Option<String> {
    if layout.style == Style::Json {
        return Some(value.to_string());
    }
    let flat = Flat::new(value, str::to_owned)?;
    Some(if layout.explode {
        flat.joined_pairs(",")
    } else {
        flat.joined(",")
    })
}
