//! Items out of chunks.

use std::task::{Context, Poll, ready};

use super::StreamError;
use super::body::StreamedBody;
use super::framing::Buffer;

/// How long an item may be unless something else is said: what is longer is no item of an API, and
/// memory is not endless.
const LIMIT: usize = 16 * 1024 * 1024;

/// How items stand in a body.
pub(super) trait Framing {
    /// An item, before its type is read.
    type Frame;

    /// The next item, if all of it has come.
    fn next(&mut self, buffer: &mut Buffer) -> Option<Self::Frame>;

    /// How many bytes of the next item it holds already.
    fn held(&self) -> usize;

    /// How long an item is.
    fn length(frame: &Self::Frame) -> usize;
}

/// Items out of the chunks of a body.
pub(super) struct Items<F> {
    pub(super) body: StreamedBody,
    pub(super) limit: usize,
    buffer: Buffer,
    framing: F,
}

impl<F: Framing> Items<F> {
    pub(super) fn new(body: StreamedBody, framing: F) -> Self {
        Self {
            body,
            limit: LIMIT,
            buffer: Buffer::default(),
            framing,
        }
    }

    pub(super) fn poll_frame(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<F::Frame, StreamError>>> {
        loop {
            let frame = self.framing.next(&mut self.buffer);
            let length = match &frame {
                Some(frame) => F::length(frame),
                None => self.buffer.len().max(self.framing.held()),
            };
            if length > self.limit {
                self.body.stop();
                self.buffer = Buffer::default();
                self.buffer.end();
                return Poll::Ready(Some(Err(StreamError::TooLong(self.limit))));
            }
            if let Some(frame) = frame {
                return Poll::Ready(Some(Ok(frame)));
            }
            if self.buffer.has_ended() {
                return Poll::Ready(None);
            }
            match ready!(self.body.poll_chunk(context)) {
                Some(Ok(chunk)) => self.buffer.push(&chunk),
                Some(Err(error)) => {
                    self.buffer = Buffer::default();
                    self.buffer.end();
                    return Poll::Ready(Some(Err(error)));
                }
                None => self.buffer.end(),
            }
        }
    }
}
