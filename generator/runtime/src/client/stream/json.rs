//! JSON values, one after another.

use std::marker::PhantomData;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::body::StreamedBody;
use super::framing::Buffer;
use super::items::{Framing, Items};
use super::open::{Streamed, streamed};
use super::{StreamError, UnreadableItem};
use crate::decode;

/// JSON values, as they come: a line each (JSON Lines, NDJSON), or each behind a separator
/// (RFC 7464). The first byte tells which.
///
/// A value that does not fit is an error that keeps it, and the next one comes after it.
pub struct JsonStream<T> {
    items: Items<Values>,
    reads: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> Streamed for JsonStream<T> {
    type Item = T;

    const ACCEPT: &'static str =
        "application/jsonl, application/x-ndjson, application/json-seq, */*;q=0.1";

    fn open(body: StreamedBody) -> Self {
        Self {
            items: Items::new(body, Values::default()),
            reads: PhantomData,
        }
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, StreamError>>> {
        let Some(frame) = ready!(self.items.poll_frame(context)) else {
            return Poll::Ready(None);
        };
        let value = frame.and_then(|bytes| {
            decode(&bytes)
                .map_err(|error| StreamError::Item(Box::new(UnreadableItem { bytes, error })))
        });
        Poll::Ready(Some(value))
    }
}

streamed!(JsonStream<T: DeserializeOwned>);

/// RFC 7464, section 2.2: the byte before each value of a sequence.
const SEPARATOR: u8 = 0x1e;

#[derive(Default)]
struct Values {
    end: Option<u8>,
}

impl Framing for Values {
    type Frame = Bytes;

    fn next(&mut self, buffer: &mut Buffer) -> Option<Bytes> {
        let end = match self.end {
            Some(end) => end,
            None => {
                let is_sequence = buffer.first()? == SEPARATOR;
                *self.end.insert(if is_sequence { SEPARATOR } else { b'\n' })
            }
        };
        // What is empty stands before the first separator, or is there to keep a connection open.
        loop {
            let value = buffer.until(end)?;
            if !value.trim_ascii().is_empty() {
                return Some(value);
            }
        }
    }

    fn held(&self) -> usize {
        0
    }

    fn length(frame: &Bytes) -> usize {
        frame.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::stream::framing::testing::frames;

    fn values(text: &str) -> Vec<String> {
        let found = frames(text.as_bytes(), Values::default);
        found
            .into_iter()
            .map(|value| String::from_utf8_lossy(value.trim_ascii()).into_owned())
            .collect()
    }

    #[test]
    fn a_line_is_a_value() {
        assert_eq!(values("1\n2\r\n\n{\"a\":3}\n"), ["1", "2", r#"{"a":3}"#]);
        assert_eq!(values("\n1\n[2"), ["1", "[2"]);
        assert_eq!(values(""), [""; 0]);
    }

    #[test]
    fn a_value_stands_behind_its_separator() {
        assert_eq!(
            values("\u{1e}1\n\u{1e}\u{1e}[2,\n3]\n\u{1e}4"),
            ["1", "[2,\n3]", "4"]
        );
    }
}
