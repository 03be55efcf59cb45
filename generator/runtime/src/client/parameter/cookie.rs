//! Parameters in cookies.

use serde_json::Value;

use super::value::Flat;
use super::{Layout, Style, encode};

/// What stands in the `Cookie` header for a parameter. Several pairs are set apart as that header
/// does it (RFC 6265, section 4.2.1), which the specification leaves open. `None` for null, and for
/// an array or object without anything.
pub(in crate::client) fn cookie(name: &str, value: &Value, layout: Layout) -> Option<String> {
    let encoded = encode(name);
    let pairs = if layout.style == Style::Json {
        vec![(encoded, encode(&value.to_string()))]
    } else {
        let flat = Flat::new(value, encode)?;
        if layout.explode {
            flat.spread(&encoded)
        } else {
            vec![(encoded, flat.joined(","))]
        }
    };
    let pair = |(name, value)| format!("{name}={value}");
    Some(pairs.into_iter().map(pair).collect::<Vec<_>>().join("; "))
}
