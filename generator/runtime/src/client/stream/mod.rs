//! Answers that are read while they come: bytes, server-sent events, JSON line by line.
//!
//! ```text
//! body ──chunks──→ Framing ──bytes of an item──→ its type, or an error that keeps the bytes
//! ```

mod body;
mod bytes;
mod error;
mod event;
mod events;
mod framing;
mod items;
mod json;
mod open;
#[cfg(all(feature = "blocking", not(target_family = "wasm")))]
mod wait;

pub use self::bytes::ByteStream;
pub use body::StreamedBody;
pub use error::{StreamError, UnreadableItem};
pub use event::{EventData, ServerEvent};
pub use events::EventStream;
pub use json::JsonStream;
#[cfg(all(feature = "blocking", not(target_family = "wasm")))]
pub use open::stream_blocking;
pub use open::{Streamed, stream};
