//! A delivery that is received.

use std::fmt;

use bytes::Bytes;
use http::HeaderMap;

/// A delivery that was verified, and what it tells of.
///
/// With the feature `axum` it is an extractor: see [`Endpoint`](super::Endpoint).
#[derive(Clone)]
#[non_exhaustive]
pub struct Delivery<T> {
    /// What it tells of. An event that is not described, or does not fit its type, is one too.
    pub event: T,
    /// The headers that it came with.
    pub headers: HeaderMap,
    /// The body, as it came.
    pub body: Bytes,
}

/// The body is told by its length only, and the headers by their number: they may hold what must
/// not be shown.
impl<T: fmt::Debug> fmt::Debug for Delivery<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Delivery")
            .field("event", &self.event)
            .field("headers", &self.headers.len())
            .field("bytes", &self.body.len())
            .finish()
    }
}
