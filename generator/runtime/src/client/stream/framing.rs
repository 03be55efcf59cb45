//! Where an item ends.

use bytes::{Buf, Bytes, BytesMut};

/// Bytes that have come, and how far they have been looked through.
#[derive(Default)]
pub(super) struct Buffer {
    bytes: BytesMut,
    /// No line ends before this.
    searched: usize,
    /// The last line ended in a carriage return: a line feed that follows belongs to it.
    after_return: bool,
    ended: bool,
}

impl Buffer {
    pub(super) fn push(&mut self, chunk: &[u8]) {
        self.bytes.extend_from_slice(chunk);
    }

    /// Nothing comes any more.
    pub(super) fn end(&mut self) {
        self.ended = true;
    }

    pub(super) fn has_ended(&self) -> bool {
        self.ended
    }

    /// How many bytes are here that are no line yet.
    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// The first byte that is here.
    pub(super) fn first(&self) -> Option<u8> {
        self.bytes.first().copied()
    }

    /// Passes over these bytes if they come first; `None` while that is not known.
    pub(super) fn skip(&mut self, prefix: &[u8]) -> Option<()> {
        let known = self.bytes.len().min(prefix.len());
        if self.bytes[..known] != prefix[..known] {
            return Some(());
        }
        if known < prefix.len() {
            return self.ended.then_some(());
        }
        self.bytes.advance(known);
        Some(())
    }

    /// What stands before the next byte `end`, without it. What the last one is not followed by
    /// comes when all has come.
    pub(super) fn until(&mut self, end: u8) -> Option<Bytes> {
        let found = self.bytes[self.searched..]
            .iter()
            .position(|byte| *byte == end);
        match found {
            Some(at) => {
                let item = self.bytes.split_to(self.searched + at).freeze();
                self.bytes.advance(1);
                self.searched = 0;
                Some(item)
            }
            None => self.rest(),
        }
    }

    /// The next line of those that end in a carriage return, a line feed, or both.
    pub(super) fn line(&mut self) -> Option<Bytes> {
        if self.after_return && !self.bytes.is_empty() {
            self.after_return = false;
            if self.first() == Some(b'\n') {
                self.bytes.advance(1);
            }
        }
        let found = self.bytes[self.searched..]
            .iter()
            .position(|byte| matches!(byte, b'\r' | b'\n'));
        let Some(at) = found else {
            return self.rest();
        };
        let line = self.bytes.split_to(self.searched + at).freeze();
        self.after_return = self.first() == Some(b'\r');
        self.bytes.advance(1);
        self.searched = 0;
        Some(line)
    }

    fn rest(&mut self) -> Option<Bytes> {
        self.searched = self.bytes.len();
        if !self.ended || self.bytes.is_empty() {
            return None;
        }
        self.searched = 0;
        Some(self.bytes.split().freeze())
    }
}

#[cfg(test)]
pub(super) mod testing {
    use super::Buffer;
    use crate::client::stream::items::Framing;

    /// The items of `body`, which are the same however it comes: at once, or byte by byte.
    pub(in crate::client::stream) fn frames<F: Framing>(
        body: &[u8],
        framing: impl Fn() -> F,
    ) -> Vec<F::Frame>
    where
        F::Frame: PartialEq + std::fmt::Debug,
    {
        let read = |size: usize| {
            let (mut framing, mut buffer) = (framing(), Buffer::default());
            let mut found = Vec::new();
            for chunk in body.chunks(size) {
                buffer.push(chunk);
                found.extend(std::iter::from_fn(|| framing.next(&mut buffer)));
            }
            buffer.end();
            found.extend(std::iter::from_fn(|| framing.next(&mut buffer)));
            found
        };
        let whole = read(body.len().max(1));
        for size in 1..5 {
            assert_eq!(read(size), whole, "in chunks of {size}");
        }
        whole
    }
}
