//! A delivery that is received.

use std::borrow::Cow;
use std::fmt;
use std::time::SystemTime;

use bytes::Bytes;
use http::HeaderMap;

use crate::receiver::Enveloped;

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

impl<E: Enveloped> Delivery<E> {
    /// The event's id, whichever event it is: see [`Envelope::id`](crate::Envelope::id).
    #[must_use]
    pub fn id(&self) -> Option<Cow<'_, str>> {
        E::ENVELOPE.id(&self.headers, &self.body)
    }

    /// When the event happened: see [`Envelope::time`](crate::Envelope::time).
    #[must_use]
    pub fn time(&self) -> Option<SystemTime> {
        E::ENVELOPE.time(&self.headers, &self.body)
    }

    /// The version of the API that the event is written in: see
    /// [`Envelope::api_version`](crate::Envelope::api_version).
    #[must_use]
    pub fn api_version(&self) -> Option<Cow<'_, str>> {
        E::ENVELOPE.api_version(&self.headers, &self.body)
    }
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
