//! Members of a form, as they are: in a message of several parts nothing is encoded.

use serde_json::Value;

use super::Layout;
use super::pairs::{Writing, pairs};

/// The pairs that stand in a form for a member, as [`query`](super::query()) has them, but not encoded.
pub(in crate::client) fn parts(name: &str, value: &Value, layout: Layout) -> Vec<(String, String)> {
    pairs(name, value, layout, Writing::PLAIN)
}
