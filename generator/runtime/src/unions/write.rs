//! Writing a union.

use serde::ser::{Error, Serialize, Serializer};
use serde_json::Value;

/// Writes an object, with the tag where it does not say it of itself. What is no object is written
/// as it is.
///
/// # Errors
///
/// If the member cannot be JSON, or the serializer fails.
pub fn write_tagged<T: Serialize, S: Serializer>(
    serializer: S,
    tag: &str,
    value: &str,
    member: &T,
) -> Result<S::Ok, S::Error> {
    let mut json = serde_json::to_value(member).map_err(S::Error::custom)?;
    if let Value::Object(members) = &mut json {
        members.entry(tag).or_insert_with(|| value.into());
    }
    json.serialize(serializer)
}
