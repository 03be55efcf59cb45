//! Asking servers: a [`Call`] is prepared by the generated method of an operation, sent by
//! [`HttpClient`], and its answer read by a [`Reply`].
//!
//! ```text
//! Call ──credentials──→ request ──reqwest──→ Response<Bytes> ──Reply::read──→ Output or Error<E>
//! ```
//!
//! Whatever does not depend on the operation is compiled once, here; an operation has only what
//! reads its answers.

#[cfg(all(feature = "blocking", not(target_family = "wasm")))]
mod blocking;
mod body;
mod call;
mod cause;
mod connection;
mod credential;
mod error;
mod execute;
mod failure;
mod future;
mod http_client;
mod operation;
mod pages;
mod parameter;
mod path;
mod renewal;
mod reply;
mod response;
mod responses;
mod stream;
mod token;

pub use body::{Files, Form, Multipart};
pub use call::Call;
pub use credential::Credential;
pub use error::{Error, UnreadableResponse};
pub use failure::{CredentialError, RequestError, TransportError};
pub use future::{MaybeSend, Sending};
pub use http_client::HttpClient;
#[cfg(all(feature = "blocking", not(target_family = "wasm")))]
pub use operation::send_blocking;
pub use operation::{WithResponse, send};
pub use pages::{Items, PageError, Paged, Pages, Pagination};
#[cfg(all(feature = "blocking", not(target_family = "wasm")))]
pub use pages::{ItemsBlocking, PagesBlocking};
pub use parameter::{Layout, Style};
pub use reply::{Binary, Empty, Json, Reply, Text};
pub use response::Response;
#[cfg(all(feature = "blocking", not(target_family = "wasm")))]
pub use stream::stream_blocking;
pub use stream::{
    ByteStream, EventData, EventStream, JsonStream, ServerEvent, StreamError, Streamed,
    StreamedBody, UnreadableItem, stream,
};
pub use token::AccessToken;
