//! Why a request is not taken, and what is answered.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT_ENCODING, CONTENT_TYPE};
use http::{HeaderValue, Response, StatusCode};

use crate::ReceiveError;

/// Why a request is not taken for a delivery.
///
/// An event that is not described, or does not fit its type, is taken.
#[derive(Debug)]
#[non_exhaustive]
pub enum Refusal {
    /// It is not the provider's, or cannot be made out.
    Receive(ReceiveError),
    /// Its body is longer than is taken.
    TooLarge {
        /// How many bytes are.
        limit: usize,
    },
    /// Its body takes longer to come than is waited.
    TooSlow {
        /// How long is.
        limit: Duration,
    },
    /// Its body is compressed: the signature is over bytes that would have to be made out first.
    Encoded,
    /// Its body breaks off.
    Interrupted(Box<dyn Error + Send + Sync>),
}

impl Refusal {
    /// What to answer: 408 for too slow, 413 for too large, 415 for compressed, 400 for a body that
    /// breaks off, and else what [`ReceiveError::status`] says: 401 for a signature that is wrong.
    ///
    /// Providers take all of them for not received, and deliver again later. None is 410, for which
    /// some give an endpoint up.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Receive(error) => error.status(),
            Self::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow { .. } => StatusCode::REQUEST_TIMEOUT,
            Self::Encoded => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Interrupted(_) => StatusCode::BAD_REQUEST,
        }
    }

    /// The whole answer: the status, and a line of text that says why. It never says what would have
    /// been right, nor anything of a receiver that is set up wrongly.
    #[must_use]
    pub fn response(&self) -> Response<Bytes> {
        let why = match self {
            Self::Receive(error) => return answer(error),
            Self::Interrupted(_) => "the body breaks off".to_owned(),
            other => other.to_string(),
        };
        let mut response = text(self.status(), why);
        if let Self::Encoded = self {
            let identity = HeaderValue::from_static("identity");
            response.headers_mut().insert(ACCEPT_ENCODING, identity);
        }
        response
    }
}

/// What is answered to a delivery that is not received.
pub(super) fn answer(error: &ReceiveError) -> Response<Bytes> {
    let status = error.status();
    let why = match error {
        _ if status.is_server_error() => "deliveries cannot be received".to_owned(),
        ReceiveError::Verify(error) => error.to_string(),
        other => other.to_string(),
    };
    text(status, why)
}

fn text(status: StatusCode, mut why: String) -> Response<Bytes> {
    why.push('\n');
    let mut response = Response::new(Bytes::from(why));
    *response.status_mut() = status;
    let plain = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, plain);
    response
}

impl From<ReceiveError> for Refusal {
    fn from(error: ReceiveError) -> Self {
        Self::Receive(error)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Receive(error) => error.fmt(formatter),
            Self::TooLarge { limit } => write!(formatter, "the body is longer than {limit} bytes"),
            Self::TooSlow { limit } => {
                write!(
                    formatter,
                    "the body takes longer than {} s",
                    limit.as_secs_f64()
                )
            }
            Self::Encoded => formatter.write_str(
                "the body is compressed: its signature is over the bytes that come, as they are",
            ),
            Self::Interrupted(error) => write!(formatter, "the body breaks off: {error}"),
        }
    }
}

impl Error for Refusal {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Receive(error) => error.source(),
            Self::Interrupted(error) => Some(&**error),
            Self::TooLarge { .. } | Self::TooSlow { .. } | Self::Encoded => None,
        }
    }
}
