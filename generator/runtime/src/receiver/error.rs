//! Why a delivery is not received.

use std::fmt;

use bytes::Bytes;
use http::StatusCode;

use super::{Source, VerifyError};
use crate::DecodeError;

/// Why a delivery is not received. Its text tells what it comes from, so it has no `source`.
///
/// An event that is not described, or whose payload does not fit, is received: see
/// [`UnknownEvent`](super::UnknownEvent) and [`UnfitEvent`](super::UnfitEvent).
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReceiveError {
    /// It is not taken for the provider's.
    Verify(VerifyError),
    /// It is the provider's, and its body is not JSON.
    NotJson {
        /// What is wrong with it, and where.
        error: DecodeError,
        /// The body, as it came.
        body: Bytes,
    },
    /// It is the provider's, and has something else where the array of its items should be.
    NoItems {
        /// Where that is: a pointer (RFC 6901).
        pointer: &'static str,
        /// The body, as it came.
        body: Bytes,
    },
    /// It is the provider's, and does not say which event it is.
    NoName {
        /// Where it should have said so.
        source: Source,
        /// The body, as it came.
        body: Bytes,
    },
}

impl ReceiveError {
    /// What to answer: 400, unless [`VerifyError::status`] says otherwise.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Verify(error) => error.status(),
            Self::NotJson { .. } | Self::NoItems { .. } | Self::NoName { .. } => {
                StatusCode::BAD_REQUEST
            }
        }
    }

    /// The body, as it came, of a delivery that was verified.
    #[must_use]
    pub fn body(&self) -> Option<&Bytes> {
        match self {
            Self::Verify(_) => None,
            Self::NotJson { body, .. } | Self::NoItems { body, .. } | Self::NoName { body, .. } => {
                Some(body)
            }
        }
    }
}

impl From<VerifyError> for ReceiveError {
    fn from(error: VerifyError) -> Self {
        Self::Verify(error)
    }
}

impl fmt::Display for ReceiveError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Verify(error) => write!(formatter, "the delivery is not verified: {error}"),
            Self::NotJson { error, .. } => write!(formatter, "the delivery is not JSON: {error}"),
            Self::NoItems { pointer, .. } => write!(
                formatter,
                "the delivery has no items: what is at `{pointer}` is no array"
            ),
            Self::NoName { source, .. } => match source {
                Source::Body(pointer) | Source::Item(pointer) => write!(
                    formatter,
                    "the delivery does not say which event it is: there is nothing at `{pointer}`"
                ),
                Source::Header(name) => write!(
                    formatter,
                    "the delivery does not say which event it is: there is no header `{name}`"
                ),
            },
        }
    }
}

/// The body is told by its length only: it may hold what must not be shown.
impl fmt::Debug for ReceiveError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Verify(error) => formatter.debug_tuple("Verify").field(error).finish(),
            Self::NotJson { error, body } => formatter
                .debug_struct("NotJson")
                .field("error", error)
                .field("bytes", &body.len())
                .finish(),
            Self::NoItems { pointer, body } => formatter
                .debug_struct("NoItems")
                .field("pointer", pointer)
                .field("bytes", &body.len())
                .finish(),
            Self::NoName { source, body } => formatter
                .debug_struct("NoName")
                .field("source", source)
                .field("bytes", &body.len())
                .finish(),
        }
    }
}

impl std::error::Error for ReceiveError {}
