//! Why a delivery is not received.

use std::fmt;

use bytes::Bytes;
use http::StatusCode;

use super::{Discriminator, VerifyError};
use crate::DecodeError;

/// Why a delivery is not received.
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
    /// It is the provider's, and does not say which event it is.
    NoName {
        /// Where it should have said so.
        discriminator: Discriminator,
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
            Self::NotJson { .. } | Self::NoName { .. } => StatusCode::BAD_REQUEST,
        }
    }

    /// The body, as it came, of a delivery that was verified.
    #[must_use]
    pub fn body(&self) -> Option<&Bytes> {
        match self {
            Self::Verify(_) => None,
            Self::NotJson { body, .. } | Self::NoName { body, .. } => Some(body),
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
            Self::NoName { discriminator, .. } => match discriminator {
                Discriminator::Body(pointer) => write!(
                    formatter,
                    "the delivery does not say which event it is: there is no text at `{pointer}`"
                ),
                Discriminator::Header(name) => write!(
                    formatter,
                    "the delivery does not say which event it is: there is no header `{name}`"
                ),
                Discriminator::Single(_) => {
                    formatter.write_str("the delivery does not say which event it is")
                }
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
            Self::NoName {
                discriminator,
                body,
            } => formatter
                .debug_struct("NoName")
                .field("discriminator", discriminator)
                .field("bytes", &body.len())
                .finish(),
        }
    }
}

impl std::error::Error for ReceiveError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Verify(error) => Some(error),
            Self::NotJson { error, .. } => Some(error),
            Self::NoName { .. } => None,
        }
    }
}
