//! Parameters in the query.

use serde_json::Value;

use super::Layout;
use super::pairs::{Writing, pairs};

/// What stands in the query for a parameter: `color=blue&color=black`. Nothing for null, and for an
/// array or object without anything.
pub(in crate::client) fn query(name: &str, value: &Value, layout: Layout) -> String {
    let pairs = pairs(name, value, layout, Writing::encoded(layout));
    let pair = |(name, value)| format!("{name}={value}");
    pairs.into_iter().map(pair).collect::<Vec<_>>().join("&")
}
