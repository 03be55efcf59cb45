//! Sending an operation's request, and reading the answer.

use std::fmt;
use std::future::IntoFuture;
use std::marker::PhantomData;

use bytes::Bytes;

use super::execute::execute;
use super::{Call, Error, Reply, Response, Sending, UnreadableResponse};

/// Sends a request, and reads the answer: what [`operation!`](crate::operation!) calls.
pub fn send<R: Reply + 'static, E: Reply<Output = E> + 'static>(
    call: Call,
) -> Sending<Result<R::Output, Error<E>>> {
    Box::pin(async move { read::<R, E>(execute(call, R::ACCEPT).await?).map(Response::into_body) })
}

/// Sends a request, waits, and reads the answer: what [`operation!`](crate::operation!) calls.
///
/// # Errors
///
/// If the operation fails.
#[cfg(all(feature = "blocking", not(target_family = "wasm")))]
pub fn send_blocking<R: Reply, E: Reply<Output = E>>(call: Call) -> Result<R::Output, Error<E>> {
    read::<R, E>(super::blocking::execute(call, R::ACCEPT)?).map(Response::into_body)
}

/// A request whose answer is returned with its status and headers.
#[must_use = "a request does nothing until it is awaited or sent"]
pub struct WithResponse<R, E> {
    call: Call,
    reads: PhantomData<fn() -> (R, E)>,
}

impl<R: Reply + 'static, E: Reply<Output = E> + 'static> WithResponse<R, E> {
    /// For a request.
    pub fn new(call: Call) -> Self {
        Self {
            call,
            reads: PhantomData,
        }
    }

    /// Sends the request, and reads the answer.
    pub fn send(self) -> Sending<Result<Response<R::Output>, Error<E>>> {
        Box::pin(async move { read::<R, E>(execute(self.call, R::ACCEPT).await?) })
    }

    /// Sends the request, waits, and reads the answer.
    ///
    /// # Errors
    ///
    /// If the operation fails.
    #[cfg(all(feature = "blocking", not(target_family = "wasm")))]
    pub fn send_blocking(self) -> Result<Response<R::Output>, Error<E>> {
        read::<R, E>(super::blocking::execute(self.call, R::ACCEPT)?)
    }
}

impl<R: Reply + 'static, E: Reply<Output = E> + 'static> IntoFuture for WithResponse<R, E> {
    type Output = Result<Response<R::Output>, Error<E>>;
    type IntoFuture = Sending<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}

impl<R, E> Clone for WithResponse<R, E> {
    fn clone(&self) -> Self {
        Self {
            call: self.call.clone(),
            reads: PhantomData,
        }
    }
}

impl<R, E> fmt::Debug for WithResponse<R, E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_tuple("WithResponse")
            .field(&self.call)
            .finish()
    }
}

/// Reads an answer: as a success, else as an error that is described, else as neither.
pub(super) fn read<R: Reply, E: Reply<Output = E>>(
    answer: Response<Bytes>,
) -> Result<Response<R::Output>, Error<E>> {
    let unreadable =
        |answer, error| Error::Decode(Box::new(UnreadableResponse::new(answer, error)));
    match R::read(&answer) {
        Some(Ok(body)) => return Ok(answer.with_body(body)),
        Some(Err(error)) => return Err(unreadable(answer, error)),
        None => {}
    }
    Err(match E::read(&answer) {
        Some(Ok(body)) => Error::Api(Box::new(answer.with_body(body))),
        Some(Err(error)) => unreadable(answer, error),
        None => Error::Status(Box::new(answer)),
    })
}

/// Makes a struct around a [`Call`] the request of an operation: it is awaited, or sent with
/// `send`, `send_blocking` (with the feature `blocking`) or `with_response`.
///
/// What reads a success comes first, then what reads an error: each a
/// [`Reply`]. `Infallible` stands where no error is described.
///
/// ```
/// use hookgen_runtime::{Call, Json, Value, operation};
///
/// pub struct ListHooks(Call);
///
/// operation! {
///     ListHooks -> Json<Vec<Value>>, std::convert::Infallible
/// }
/// ```
///
/// A success that is read while it comes is a [`Streamed`](crate::client::Streamed) behind
/// `stream`: in the first place if there is no other way, else in the last, where it gives the
/// request the method `stream`.
///
/// ```
/// use hookgen_runtime::{Binary, ByteStream, Call, EventStream, Text, operation};
///
/// pub struct Download(Call);
///
/// operation! {
///     Download -> Binary, std::convert::Infallible, stream ByteStream
/// }
///
/// pub struct Watch(Call);
///
/// operation! {
///     Watch -> stream EventStream<Text>, std::convert::Infallible
/// }
/// ```
#[macro_export]
macro_rules! operation {
    ($request:ident -> stream $stream:ty, $error:ty $(,)?) => {
        impl $request {
            /// Sends the request, and reads the answer while it comes. Awaiting the request does
            /// the same.
            pub fn send(
                self,
            ) -> $crate::Sending<::core::result::Result<$stream, $crate::Error<$error>>> {
                $crate::client::stream::<$stream, $error>(self.0)
            }
        }

        impl ::core::future::IntoFuture for $request {
            type Output = ::core::result::Result<$stream, $crate::Error<$error>>;
            type IntoFuture = $crate::Sending<Self::Output>;

            fn into_future(self) -> Self::IntoFuture {
                self.send()
            }
        }

        $crate::__operation_blocking!($request -> stream $stream, $error, send_blocking);
    };
    ($request:ident -> $reply:ty, $error:ty, stream $stream:ty $(,)?) => {
        $crate::operation!($request -> $reply, $error);

        impl $request {
            /// Sends the request, and reads the answer while it comes.
            pub fn stream(
                self,
            ) -> $crate::Sending<::core::result::Result<$stream, $crate::Error<$error>>> {
                $crate::client::stream::<$stream, $error>(self.0)
            }
        }

        $crate::__operation_blocking!($request -> stream $stream, $error, stream_blocking);
    };
    ($request:ident -> $reply:ty, $error:ty $(,)?) => {
        impl $request {
            /// Sends the request, and reads the answer. Awaiting the request does the same.
            pub fn send(
                self,
            ) -> $crate::Sending<
                ::core::result::Result<
                    <$reply as $crate::client::Reply>::Output,
                    $crate::Error<$error>,
                >,
            > {
                $crate::client::send::<$reply, $error>(self.0)
            }

            /// The same request, whose answer is returned with its status and headers.
            pub fn with_response(self) -> $crate::client::WithResponse<$reply, $error> {
                $crate::client::WithResponse::new(self.0)
            }
        }

        impl ::core::future::IntoFuture for $request {
            type Output = ::core::result::Result<
                <$reply as $crate::client::Reply>::Output,
                $crate::Error<$error>,
            >;
            type IntoFuture = $crate::Sending<Self::Output>;

            fn into_future(self) -> Self::IntoFuture {
                self.send()
            }
        }

        $crate::__operation_blocking!($request -> $reply, $error);
    };
}

/// What the feature `blocking` adds to an operation's request. A macro's expansion cannot ask for
/// the features of the crate that the macro comes from: so there are two macros.
#[cfg(all(feature = "blocking", not(target_family = "wasm")))]
#[doc(hidden)]
#[macro_export]
macro_rules! __operation_blocking {
    ($request:ident -> stream $stream:ty, $error:ty, $method:ident) => {
        impl $request {
            /// Sends the request, waits for the beginning of the answer, and reads it while it
            /// comes, with `next_blocking`. It needs no async runtime, and may be called inside
            /// of one, whose thread it then blocks.
            ///
            /// # Errors
            ///
            /// If the operation fails.
            pub fn $method(self) -> ::core::result::Result<$stream, $crate::Error<$error>> {
                $crate::client::stream_blocking::<$stream, $error>(self.0)
            }
        }
    };
    ($request:ident -> $reply:ty, $error:ty) => {
        impl $request {
            /// Sends the request, waits, and reads the answer. It needs no async runtime, and may
            /// be called inside of one, whose thread it then blocks.
            ///
            /// # Errors
            ///
            /// If the operation fails.
            pub fn send_blocking(
                self,
            ) -> ::core::result::Result<
                <$reply as $crate::client::Reply>::Output,
                $crate::Error<$error>,
            > {
                $crate::client::send_blocking::<$reply, $error>(self.0)
            }
        }
    };
}

/// What the feature `blocking` adds to an operation's request: it is off.
#[cfg(not(all(feature = "blocking", not(target_family = "wasm"))))]
#[doc(hidden)]
#[macro_export]
macro_rules! __operation_blocking {
    ($($operation:tt)*) => {};
}
