//! How an operation fails.

use std::error::Error as StdError;
use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::failure::Failure;
use super::{CredentialError, PageError, RequestError, Response, TransportError};
use crate::DecodeError;

/// How an operation fails. `E` is what the description says of it, by status.
///
/// Its text tells what it comes from, so it has no `source`; what that is, the variants hold.
#[non_exhaustive]
pub enum Error<E> {
    /// The server answered with an error that is described.
    Api(Box<Response<E>>),
    /// The server answered with a status that is not described.
    Status(Box<Response<Bytes>>),
    /// The server answered with a status that is described, and a body that does not fit.
    Decode(Box<UnreadableResponse>),
    /// The server could not be reached, or did not answer in full and in time.
    Transport(TransportError),
    /// A token that the operation needs could not be had.
    Credential(CredentialError),
    /// The request could not be made: nothing was sent.
    Request(RequestError),
    /// A list breaks off: the page behind one that has come cannot be asked for.
    Page(PageError),
}

impl<E> Error<E> {
    /// The answer, if it is an error that is described.
    #[must_use]
    pub fn api(&self) -> Option<&Response<E>> {
        match self {
            Self::Api(response) => Some(response),
            _ => None,
        }
    }

    /// The answer's status, if there is an answer.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Api(response) => Some(response.status()),
            Self::Status(response) => Some(response.status()),
            Self::Decode(response) => Some(response.status()),
            Self::Transport(_) | Self::Credential(_) | Self::Request(_) | Self::Page(_) => None,
        }
    }

    /// The answer's headers, if there is an answer.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        match self {
            Self::Api(response) => Some(response.headers()),
            Self::Status(response) => Some(response.headers()),
            Self::Decode(response) => Some(response.headers()),
            Self::Transport(_) | Self::Credential(_) | Self::Request(_) | Self::Page(_) => None,
        }
    }
}

/// An answer whose body does not fit what is described.
#[derive(Clone)]
pub struct UnreadableResponse {
    response: Response<Bytes>,
    error: DecodeError,
}

impl UnreadableResponse {
    pub(super) fn new(response: Response<Bytes>, error: DecodeError) -> Self {
        Self { response, error }
    }

    /// What does not fit, and where.
    #[must_use]
    pub fn error(&self) -> &DecodeError {
        &self.error
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.response.status()
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.response.headers()
    }

    /// The body, as it came.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        self.response.body()
    }
}

impl<E> From<Failure> for Error<E> {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Transport(error) => Self::Transport(error),
            Failure::Credential(error) => Self::Credential(error),
            Failure::Request(error) => Self::Request(error),
        }
    }
}

impl<E: fmt::Display> fmt::Display for Error<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(response) => {
                let (status, error) = (response.status(), response.body());
                write!(formatter, "the server answered {status}: {error}")
            }
            Self::Status(response) => {
                write!(
                    formatter,
                    "the server answered {}, which is not described",
                    response.status()
                )
            }
            Self::Decode(response) => {
                let (status, error) = (response.status(), &response.error);
                write!(
                    formatter,
                    "the server answered {status} with a body that does not fit: {error}"
                )
            }
            Self::Transport(error) => write!(formatter, "the request failed: {error}"),
            Self::Credential(error) => write!(formatter, "a token could not be had: {error}"),
            Self::Request(error) => write!(formatter, "the request could not be made: {error}"),
            Self::Page(error) => write!(formatter, "the next page cannot be asked for: {error}"),
        }
    }
}

/// A body without a type is told by its length only: it may hold what must not be shown.
impl<E: fmt::Debug> fmt::Debug for Error<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(response) => formatter.debug_tuple("Api").field(response).finish(),
            Self::Status(response) => formatter
                .debug_struct("Status")
                .field("status", &response.status())
                .field("bytes", &response.body().len())
                .finish(),
            Self::Decode(response) => formatter.debug_tuple("Decode").field(response).finish(),
            Self::Transport(error) => formatter.debug_tuple("Transport").field(error).finish(),
            Self::Credential(error) => formatter.debug_tuple("Credential").field(error).finish(),
            Self::Request(error) => formatter.debug_tuple("Request").field(error).finish(),
            Self::Page(error) => formatter.debug_tuple("Page").field(error).finish(),
        }
    }
}

/// The body is told by its length only: it may hold what must not be shown.
impl fmt::Debug for UnreadableResponse {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { response, error } = self;
        formatter
            .debug_struct("UnreadableResponse")
            .field("status", &response.status())
            .field("error", error)
            .field("bytes", &response.body().len())
            .finish()
    }
}

impl<E: fmt::Debug + fmt::Display> StdError for Error<E> {}
