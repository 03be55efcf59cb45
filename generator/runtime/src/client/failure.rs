//! Why there is no answer.

use std::error::Error as StdError;
use std::fmt;

use super::Error;
use super::cause::Chain;

/// Why there is no answer, whatever the operation.
#[derive(Debug)]
pub(crate) enum Failure {
    Transport(TransportError),
    Credential(CredentialError),
    Request(RequestError),
}

/// The server could not be reached, or did not answer in full and in time. Its text tells what that
/// comes from, so it has no `source`.
#[derive(Debug)]
pub struct TransportError(Box<dyn StdError + Send + Sync>);

/// The answer did not begin in time.
#[derive(Debug)]
struct TooLate;

impl fmt::Display for TooLate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the answer did not begin in time")
    }
}

impl StdError for TooLate {}

impl TransportError {
    /// Without the URL, which may hold a secret.
    pub(super) fn new(error: reqwest::Error) -> Self {
        Self(error.without_url().into())
    }

    /// The answer did not begin in time.
    #[cfg(not(target_family = "wasm"))]
    pub(super) fn too_late() -> Self {
        Self(TooLate.into())
    }

    /// There is nothing to send a request with.
    #[cfg(all(feature = "blocking", not(target_family = "wasm")))]
    pub(super) fn runtime(error: std::io::Error) -> Self {
        Self(error.into())
    }

    /// Whether it took too long.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.is::<TooLate>() || self.http().is_some_and(reqwest::Error::is_timeout)
    }

    /// Whether there was no connection, so that the server has not seen the request.
    #[cfg(not(target_family = "wasm"))]
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.http().is_some_and(reqwest::Error::is_connect)
    }

    /// What it comes from: a [`reqwest::Error`], without the URL, if it is one of HTTP.
    #[must_use]
    pub fn get_ref(&self) -> &(dyn StdError + Send + Sync + 'static) {
        self.0.as_ref()
    }

    fn http(&self) -> Option<&reqwest::Error> {
        self.0.downcast_ref()
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_timeout() {
            formatter.write_str("it took too long")
        } else {
            Chain(self.get_ref()).fmt(formatter)
        }
    }
}

impl StdError for TransportError {}

/// A token could not be had. Its text tells what that comes from, so it has no `source`.
#[derive(Debug)]
pub struct CredentialError(Box<dyn StdError + Send + Sync>);

impl CredentialError {
    /// A token could not be had for this reason.
    pub fn new(reason: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self(reason.into())
    }

    /// What it comes from: for example the [`Error`] of the operation that answers with a token.
    #[must_use]
    pub fn get_ref(&self) -> &(dyn StdError + Send + Sync + 'static) {
        self.0.as_ref()
    }
}

impl<E: fmt::Debug + fmt::Display + Send + Sync + 'static> From<Error<E>> for CredentialError {
    fn from(error: Error<E>) -> Self {
        Self::new(error)
    }
}

impl fmt::Display for CredentialError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        Chain(self.get_ref()).fmt(formatter)
    }
}

impl StdError for CredentialError {}

/// A request that cannot be sent: a value has no place in it. Names the value and does not tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestError(String);

impl RequestError {
    pub(super) fn new(problem: impl Into<String>) -> Self {
        Self(problem.into())
    }
}

impl From<String> for RequestError {
    fn from(problem: String) -> Self {
        Self(problem)
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl StdError for RequestError {}

impl From<TransportError> for Failure {
    fn from(error: TransportError) -> Self {
        Self::Transport(error)
    }
}

impl From<CredentialError> for Failure {
    fn from(error: CredentialError) -> Self {
        Self::Credential(error)
    }
}

impl From<RequestError> for Failure {
    fn from(error: RequestError) -> Self {
        Self::Request(error)
    }
}
