//! What a server answers.

use std::fmt;
use std::str::FromStr;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use crate::{DecodeError, decode};

/// What a server answers: a status, headers, and a body that has been read as `T`.
#[derive(Clone, PartialEq)]
pub struct Response<T> {
    status: StatusCode,
    headers: HeaderMap,
    body: T,
}

impl<T> Response<T> {
    pub(super) fn new(status: StatusCode, headers: HeaderMap, body: T) -> Self {
        Self {
            status,
            headers,
            body,
        }
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The value of a header as a `V`: text, or a number, say. `None` if it is not there, or is none.
    pub fn header<V: FromStr>(&self, name: &str) -> Option<V> {
        self.headers.get(name)?.to_str().ok()?.parse().ok()
    }

    /// The body.
    pub fn body(&self) -> &T {
        &self.body
    }

    /// The body, taken out.
    pub fn into_body(self) -> T {
        self.body
    }

    pub(super) fn with_body<U>(self, body: U) -> Response<U> {
        Response {
            status: self.status,
            headers: self.headers,
            body,
        }
    }
}

impl Response<Bytes> {
    /// The body as JSON.
    ///
    /// # Errors
    ///
    /// If it does not fit.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, DecodeError> {
        decode(&self.body)
    }

    /// The body as text.
    ///
    /// # Errors
    ///
    /// If it is not UTF-8.
    pub fn text(&self) -> Result<String, DecodeError> {
        crate::json::text(&self.body).map(str::to_owned)
    }
}

/// Of the headers it tells the names only: their values may be what must not be shown.
impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers: Vec<_> = self.headers.keys().collect();
        formatter
            .debug_struct("Response")
            .field("status", &self.status)
            .field("headers", &headers)
            .field("body", &self.body)
            .finish()
    }
}
