//! A part of a JSON text, as a value.

use serde::de::DeserializeOwned;

use super::decode::{explain, text};
use super::find::{Twice, find_raw, steps};
use super::path::Path;
use super::{DecodeError, decode};

/// Reads the value at a JSON pointer (RFC 6901) in a JSON text; where nothing is there, as null, if
/// the type can be that.
///
/// # Errors
///
/// If the bytes are not JSON, or what is there is not JSON of this type.
pub(crate) fn part<T: DeserializeOwned>(bytes: &[u8], pointer: &str) -> Result<T, DecodeError> {
    let text = text(bytes)?;
    let found = find_raw(text, &steps(pointer), Twice::LastCounts);
    let raw = found.map_err(|error| explain(text, &error))?;
    let Some(raw) = raw else {
        let reason = format!("there is nothing at `{pointer}`");
        let nothing = |_| DecodeError::new(text.as_bytes(), text.len(), &Path::default(), &reason);
        return decode(b"null").map_err(nothing);
    };
    decode(raw.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn a_part_is_read() {
        let text = br#"{"data":{"object":[{"id":7},{"id":8}]}}"#;
        assert_eq!(part::<i64>(text, "/data/object/1/id"), Ok(8));
        assert_eq!(part::<Option<i64>>(text, "/data/nothing"), Ok(None));
        assert!(part::<serde_json::Value>(text, "").is_ok());
        let error = part::<i64>(text, "/data/nothing").unwrap_err();
        assert_eq!(error.reason(), "there is nothing at `/data/nothing`");
        assert!(part::<i64>(b"{", "/data").is_err());
    }
}
