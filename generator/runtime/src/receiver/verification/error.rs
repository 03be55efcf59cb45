//! Why a delivery is not taken for the provider's.

use std::fmt;
use std::time::Duration;

use http::StatusCode;

/// Why a delivery is not taken for the provider's. Never says what would have been right.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifyError {
    /// There is no header of this name, which holds the signature or is signed.
    MissingHeader(&'static str),
    /// The header of this name, which holds the signature or is signed, is there twice, or is not
    /// text.
    MalformedHeader(&'static str),
    /// There is nothing at this pointer (RFC 6901) in the body, which holds the signature.
    MissingMember(&'static str),
    /// The body, of which parts are signed or hold the signature, is not JSON, has a member twice
    /// that is one of them, or has no items where each is signed.
    MalformedBody,
    /// There is no signature that is written as it should be, or there are more than 32.
    MalformedSignature,
    /// No signature is right for any of the secrets.
    NoMatch,
    /// It is not said when the delivery was signed.
    MissingTimestamp,
    /// When the delivery was signed is not written as it should be.
    MalformedTimestamp,
    /// The delivery was signed too long ago: a replay, or a clock that is wrong.
    TooOld {
        /// By how much it is beyond what is tolerated.
        by: Duration,
    },
    /// The delivery is signed in the future: a clock is wrong.
    TooNew {
        /// By how much it is beyond what is tolerated.
        by: Duration,
    },
    /// The URL is signed, and the receiver was not told by which one the provider knows it.
    UnknownUrl,
    /// One of the receiver's own secrets is empty, or not written as the scheme says (base64 or
    /// hexadecimal). No delivery passes until that is mended, so that it is noticed.
    BadSecret,
}

impl VerifyError {
    /// What to answer: 401 where the signature or its time is wrong, 400 where something is missing
    /// or malformed, 500 where the receiver is set up wrongly.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NoMatch | Self::TooOld { .. } | Self::TooNew { .. } => StatusCode::UNAUTHORIZED,
            Self::MissingHeader(_)
            | Self::MalformedHeader(_)
            | Self::MissingMember(_)
            | Self::MalformedBody
            | Self::MalformedSignature
            | Self::MissingTimestamp
            | Self::MalformedTimestamp => StatusCode::BAD_REQUEST,
            Self::UnknownUrl | Self::BadSecret => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl fmt::Display for VerifyError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingHeader(name) => write!(formatter, "the header `{name}` is missing"),
            Self::MalformedHeader(name) => {
                write!(
                    formatter,
                    "the header `{name}` is malformed, or there twice"
                )
            }
            Self::MissingMember(pointer) => {
                write!(
                    formatter,
                    "there is no signature at `{pointer}` in the body"
                )
            }
            Self::MalformedBody => {
                formatter.write_str("the body is not what could have been signed")
            }
            Self::MalformedSignature => formatter.write_str("the signature is malformed"),
            Self::NoMatch => formatter.write_str("no signature is right"),
            Self::MissingTimestamp => formatter.write_str("the timestamp is missing"),
            Self::MalformedTimestamp => formatter.write_str("the timestamp is malformed"),
            Self::TooOld { by } => {
                write!(
                    formatter,
                    "the timestamp is too old by {} s",
                    by.as_secs_f64()
                )
            }
            Self::TooNew { by } => {
                write!(
                    formatter,
                    "the timestamp is in the future, too far by {} s",
                    by.as_secs_f64()
                )
            }
            Self::UnknownUrl => {
                formatter.write_str("the receiver was not told its URL, which is signed")
            }
            Self::BadSecret => formatter.write_str("a secret of the receiver's cannot be a key"),
        }
    }
}

impl std::error::Error for VerifyError {}
