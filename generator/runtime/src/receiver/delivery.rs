//! Deliveries that have no type, or do not fit it.

use std::fmt;

use bytes::Bytes;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::json::part;
use crate::{DecodeError, decode};

/// A delivery of an event that is not described: its name and its bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct UnknownEvent {
    name: String,
    body: Bytes,
}

impl UnknownEvent {
    pub(super) fn new(name: &str, body: &[u8]) -> Self {
        Self {
            name: name.to_owned(),
            body: Bytes::copy_from_slice(body),
        }
    }

    /// The event's name, as it came.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The body, as it came.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The body as JSON.
    ///
    /// # Errors
    ///
    /// If it is not JSON.
    pub fn json(&self) -> Result<Value, DecodeError> {
        decode(&self.body)
    }

    /// A part of the body as a type: what is at a JSON pointer (RFC 6901); an empty one is of all of
    /// it. `event.part::<types::Customer>("/data/object")`, for example.
    ///
    /// # Errors
    ///
    /// If there is nothing, or it does not fit. The path in the error begins at the part.
    pub fn part<T: DeserializeOwned>(&self, pointer: &str) -> Result<T, DecodeError> {
        part(&self.body, pointer)
    }
}

/// A delivery of an event that is described, with a payload that does not fit its type: its name,
/// its bytes and why.
#[derive(Clone, PartialEq, Eq)]
pub struct UnfitEvent {
    name: String,
    body: Bytes,
    error: DecodeError,
}

impl UnfitEvent {
    pub(super) fn new(name: &str, body: &[u8], error: DecodeError) -> Self {
        Self {
            name: name.to_owned(),
            body: Bytes::copy_from_slice(body),
            error,
        }
    }

    /// The event's name, as it came.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The body, as it came.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// What does not fit, and where.
    #[must_use]
    pub fn error(&self) -> &DecodeError {
        &self.error
    }

    /// The body as JSON.
    ///
    /// # Errors
    ///
    /// If it is not JSON.
    pub fn json(&self) -> Result<Value, DecodeError> {
        decode(&self.body)
    }

    /// A part of the body as a type: what is at a JSON pointer (RFC 6901); an empty one is of all of
    /// it. `event.part::<types::Customer>("/data/object")`, for example.
    ///
    /// # Errors
    ///
    /// If there is nothing, or it does not fit. The path in the error begins at the part.
    pub fn part<T: DeserializeOwned>(&self, pointer: &str) -> Result<T, DecodeError> {
        part(&self.body, pointer)
    }
}

/// The body is told by its length only: it may hold what must not be shown.
impl fmt::Debug for UnknownEvent {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("UnknownEvent")
            .field("name", &self.name)
            .field("bytes", &self.body.len())
            .finish()
    }
}

/// The body is told by its length only: it may hold what must not be shown.
impl fmt::Debug for UnfitEvent {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("UnfitEvent")
            .field("name", &self.name)
            .field("bytes", &self.body.len())
            .field("error", &self.error)
            .finish()
    }
}
