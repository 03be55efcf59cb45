//! Sending a request whose answer is read while it comes.

use std::task::{Context, Poll};

use super::StreamError;
use super::body::StreamedBody;
use crate::client::execute::{Answer, open};
use crate::client::failure::Failure;
use crate::client::{Call, Error, Reply, Sending, UnreadableResponse};

/// How a success is read while it comes: [`EventStream`](super::EventStream),
/// [`JsonStream`](super::JsonStream) or [`ByteStream`](super::ByteStream).
pub trait Streamed: Sized {
    /// What comes.
    type Item;

    /// What the request says that it takes, in `Accept`.
    const ACCEPT: &'static str;

    /// Begins to read.
    fn open(body: StreamedBody) -> Self;

    /// The next item, when it is there.
    fn poll_item(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Self::Item, StreamError>>>;
}

/// Sends a request, and begins to read the answer: what [`operation!`](crate::operation!) calls.
///
/// The client's timeout is for the answer's beginning: how long it may go on, nobody knows.
pub fn stream<S: Streamed + 'static, E: Reply<Output = E> + 'static>(
    call: Call,
) -> Sending<Result<S, Error<E>>> {
    Box::pin(async move { read(open(call, S::ACCEPT).await) })
}

/// Sends a request, waits for the beginning of the answer, and begins to read it: what
/// [`operation!`](crate::operation!) calls.
///
/// # Errors
///
/// If the operation fails.
#[cfg(all(feature = "blocking", not(target_family = "wasm")))]
pub fn stream_blocking<S: Streamed, E: Reply<Output = E>>(call: Call) -> Result<S, Error<E>> {
    read(crate::client::blocking::open(call, S::ACCEPT))
}

/// A success is read while it comes; an error as a whole.
fn read<S: Streamed, E: Reply<Output = E>>(answer: Result<Answer, Failure>) -> Result<S, Error<E>> {
    let answer = match answer? {
        Answer::Success(body) => return Ok(S::open(body)),
        Answer::Other(answer) => answer,
    };
    Err(match E::read(&answer) {
        Some(Ok(body)) => Error::Api(Box::new(answer.with_body(body))),
        Some(Err(error)) => Error::Decode(Box::new(UnreadableResponse::new(answer, error))),
        None => Error::Status(Box::new(answer)),
    })
}

/// What every stream can do, by the field that has its body.
macro_rules! streamed_by {
    ($stream:ident $(<$param:ident: $bound:ident>)?; $($body:ident).+) => {
        impl$(<$param: $bound>)? $stream$(<$param>)? {
            /// The answer's status.
            #[must_use]
            pub fn status(&self) -> http::StatusCode {
                self.$($body).+.status
            }

            /// The answer's headers.
            #[must_use]
            pub fn headers(&self) -> &http::HeaderMap {
                &self.$($body).+.headers
            }

            /// What comes next; `None` when all has come.
            pub async fn next(
                &mut self,
            ) -> Option<Result<<Self as $crate::client::stream::Streamed>::Item, $crate::client::stream::StreamError>> {
                std::future::poll_fn(|context| $crate::client::stream::Streamed::poll_item(self, context)).await
            }

            /// Waits for what comes next; `None` when all has come.
            #[cfg(all(feature = "blocking", not(target_family = "wasm")))]
            pub fn next_blocking(
                &mut self,
            ) -> Option<Result<<Self as $crate::client::stream::Streamed>::Item, $crate::client::stream::StreamError>> {
                $crate::client::stream::wait::wait(self.next())
            }
        }

        impl$(<$param: $bound>)? futures_core::Stream for $stream$(<$param>)? {
            type Item = Result<
                <Self as $crate::client::stream::Streamed>::Item,
                $crate::client::stream::StreamError,
            >;

            fn poll_next(
                self: std::pin::Pin<&mut Self>,
                context: &mut std::task::Context<'_>,
            ) -> std::task::Poll<Option<Self::Item>> {
                $crate::client::stream::Streamed::poll_item(self.get_mut(), context)
            }
        }

        /// Tells the status, and nothing of what comes.
        impl$(<$param>)? std::fmt::Debug for $stream$(<$param>)? {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter
                    .debug_struct(stringify!($stream))
                    .field("status", &self.$($body).+.status)
                    .finish_non_exhaustive()
            }
        }
    };
}

/// What every stream of items can do.
macro_rules! streamed {
    ($stream:ident<$param:ident: $bound:ident>) => {
        $crate::client::stream::open::streamed_by!($stream<$param: $bound>; items.body);

        impl<$param: $bound> $stream<$param> {
            /// Takes no item that is longer than this; 16 MiB unless this is called.
            #[must_use]
            pub fn max_item_bytes(mut self, limit: usize) -> Self {
                self.items.limit = limit;
                self
            }
        }
    };
}

pub(super) use {streamed, streamed_by};
