//! Bytes, as they come.

use std::task::{Context, Poll};

use bytes::Bytes;

use super::StreamError;
use super::body::StreamedBody;
use super::open::{Streamed, streamed_by};

/// Bytes, as they come: for what is too long to be held at once.
pub struct ByteStream {
    body: StreamedBody,
}

impl Streamed for ByteStream {
    type Item = Bytes;

    const ACCEPT: &'static str = "*/*";

    fn open(body: StreamedBody) -> Self {
        Self { body }
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, StreamError>>> {
        self.body.poll_chunk(context)
    }
}

streamed_by!(ByteStream; body);
