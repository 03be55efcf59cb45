//! What goes wrong while an answer comes.

use std::error::Error as StdError;
use std::fmt;

use bytes::Bytes;

use crate::DecodeError;
use crate::client::TransportError;

/// What goes wrong while an answer comes. Its text tells what it comes from, so it has no `source`.
#[derive(Debug)]
#[non_exhaustive]
pub enum StreamError {
    /// An item does not fit its type. The next ones may.
    Item(Box<UnreadableItem>),
    /// An item is longer than this many bytes. Nothing comes after it.
    TooLong(usize),
    /// The rest of the answer did not come. Nothing comes after it.
    Transport(TransportError),
}

/// An item that does not fit its type, as it came.
pub struct UnreadableItem {
    pub(super) bytes: Bytes,
    pub(super) error: DecodeError,
}

impl UnreadableItem {
    /// What did not fit.
    #[must_use]
    pub fn error(&self) -> &DecodeError {
        &self.error
    }

    /// The item, as it came: of an event what its `data` says.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }
}

impl From<TransportError> for StreamError {
    fn from(error: TransportError) -> Self {
        Self::Transport(error)
    }
}

impl fmt::Display for StreamError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Item(item) => write!(formatter, "an item does not fit: {}", item.error),
            Self::TooLong(limit) => write!(formatter, "an item is longer than {limit} bytes"),
            Self::Transport(error) => write!(formatter, "the answer broke off: {error}"),
        }
    }
}

/// The item is told by its length only: it may hold what must not be shown.
impl fmt::Debug for UnreadableItem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("UnreadableItem")
            .field("error", &self.error)
            .field("bytes", &self.bytes.len())
            .finish()
    }
}

impl StdError for StreamError {}
