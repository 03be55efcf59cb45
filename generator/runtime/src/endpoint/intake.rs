//! Where deliveries come in.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Request};
use http_body::Body;

use super::body::{Limits, read};
use super::{Delivery, Refusal};
use crate::receiver::{Batched, Deliveries, Discriminated};
use crate::{Batch, ReceiveError, Receiver};

/// Where deliveries come in: a [`Receiver`], and what is taken from whoever calls.
///
/// With the feature `axum` a handler takes a [`Delivery`], and the endpoint is in its state; with
/// the feature `tower` it is a layer around any service. Anything else calls
/// [`receive`](Self::receive).
///
/// A copy is cheap, and receives with the same secrets.
///
/// ```
/// use std::time::Duration;
///
/// use hookgen_runtime::receiver::{Discriminated, Verified};
/// use hookgen_runtime::{Endpoint, Receiver};
///
/// # fn endpoint<Event: Discriminated + Verified + 'static>(secret: &str) -> Endpoint<Event> {
/// // GitHub delivers up to 25 MB.
/// Endpoint::new(Receiver::new(secret))
///     .body_limit(25_000_000)
///     .time_limit(Duration::from_secs(30))
/// # }
/// ```
pub struct Endpoint<T> {
    receive: Arc<Receive<T>>,
    limits: Limits,
}

type Receive<T> = dyn Fn(&HeaderMap, &[u8]) -> Result<T, ReceiveError> + Send + Sync;

impl<E: Discriminated + 'static> Endpoint<E> {
    /// Takes deliveries that say themselves which event they are.
    #[must_use]
    pub fn new(receiver: Receiver<E>) -> Self {
        Self::with(move |headers, body| receiver.receive(headers, body))
    }
}

impl<E: Deliveries + 'static> Endpoint<E> {
    /// Takes deliveries of the event `name`: for those that do not say which event they are, each of
    /// which has a route of its own.
    #[must_use]
    pub fn for_event(receiver: Receiver<E>, name: impl AsRef<str>) -> Self {
        let name = name.as_ref().to_owned();
        Self::with(move |headers, body| receiver.receive_as(&name, headers, body))
    }
}

impl<E: Batched + 'static> Endpoint<Batch<E>> {
    /// Takes deliveries of several events each. What is received is a [`Batch`]: a handler of axum
    /// has a `Delivery<Batch<Event>>`, and a service behind the layer of tower an
    /// `Arc<Batch<Event>>`.
    #[must_use]
    pub fn for_batches(receiver: Receiver<E>) -> Self {
        Self::with(move |headers, body| receiver.receive_all(headers, body))
    }
}

impl<T> Endpoint<T> {
    /// Takes what `receive` takes, of the headers and of the whole body, byte by byte.
    #[must_use]
    pub fn with(
        receive: impl Fn(&HeaderMap, &[u8]) -> Result<T, ReceiveError> + Send + Sync + 'static,
    ) -> Self {
        Self {
            receive: Arc::new(receive),
            limits: Limits::default(),
        }
    }

    /// How many bytes a body may have: 1 MiB unless this says otherwise. A longer one is refused
    /// with 413, and is not read to its end.
    ///
    /// Up to so many bytes a request are held before anything is known of who sent them. Most
    /// providers stay well below the default; GitHub delivers up to 25 MB.
    #[must_use]
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.limits.bytes = bytes;
        self
    }

    /// How long a body may take to come, from when it is begun to be read: 10 seconds unless this
    /// says otherwise, and any time with `None`. A slower one is refused with 408.
    ///
    /// No runtime is asked for the time. On wasm there is no limit unless one is set, and then it
    /// is looked at whenever a piece of the body comes.
    #[must_use]
    pub fn time_limit(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.limits.time = limit.into();
        self
    }

    /// Reads a request's body within the limits, verifies the delivery, and says what it tells of.
    ///
    /// # Errors
    ///
    /// If the body is too long, too slow, compressed, or breaks off, or if the delivery is not the
    /// provider's or cannot be made out. An event that is not described, or does not fit its type,
    /// is no error.
    pub async fn receive<B>(&self, request: Request<B>) -> Result<Delivery<T>, Refusal>
    where
        B: Body,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let (parts, body) = request.into_parts();
        let (event, body) = self.receive_parts(&parts.headers, body).await?;
        Ok(Delivery {
            event,
            headers: parts.headers,
            body,
        })
    }

    pub(super) async fn receive_parts<B>(
        &self,
        headers: &HeaderMap,
        body: B,
    ) -> Result<(T, Bytes), Refusal>
    where
        B: Body,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let body = read(headers, body, self.limits).await?;
        let event = (self.receive)(headers, &body)?;
        Ok((event, body))
    }
}

impl<E: Discriminated + 'static> From<Receiver<E>> for Endpoint<E> {
    fn from(receiver: Receiver<E>) -> Self {
        Self::new(receiver)
    }
}

impl<T> Clone for Endpoint<T> {
    fn clone(&self) -> Self {
        Self {
            receive: Arc::clone(&self.receive),
            limits: self.limits,
        }
    }
}

impl<T> fmt::Debug for Endpoint<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Endpoint")
            .field("body_limit", &self.limits.bytes)
            .field("time_limit", &self.limits.time)
            .finish_non_exhaustive()
    }
}
