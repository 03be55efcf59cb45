//! Bytes to a value.

use serde::de::DeserializeOwned;

use super::DecodeError;
use super::failure::Failure;
use super::locate::locate;

/// Reads a value from JSON.
///
/// Where that fails, the bytes are read a second time to find the JSON path of what did not fit: so
/// it costs nothing until then.
///
/// # Errors
///
/// If the bytes are not JSON in UTF-8 (RFC 8259, section 8.1), or not JSON of this type.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, DecodeError> {
    // Checking the encoding of all of it at once is faster than string by string; and it leaves
    // one kind of input, so that a type's code is compiled once.
    let text = text(bytes)?;
    serde_json::from_str(text).map_err(|error| explain(text, &error))
}

/// The bytes as text.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, DecodeError> {
    std::str::from_utf8(bytes).map_err(|error| {
        let valid = error.valid_up_to();
        DecodeError::new(bytes, valid, &locate(bytes, valid), "not UTF-8")
    })
}

/// What is told of an error that serde_json had with `text`.
#[cold]
pub(crate) fn explain(text: &str, error: &serde_json::Error) -> DecodeError {
    Failure::new(text, error).explain(text)
}
