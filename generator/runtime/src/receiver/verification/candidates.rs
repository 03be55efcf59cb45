//! The signatures that a delivery has.

use super::encoding::Encoding;

/// How long a signature is at most: two numbers of 33 bytes in DER, which ECDSA with P-256 has.
const LONGEST: usize = 72;

/// The signatures that a delivery has, as bytes. The first takes no allocation: nearly always there
/// is one.
pub(super) struct Candidates {
    first: [u8; LONGEST],
    /// How many bytes the first one has: none until it is there.
    length: usize,
    more: Vec<Vec<u8>>,
}

impl Candidates {
    pub(super) fn new() -> Self {
        Self {
            first: [0; LONGEST],
            length: 0,
            more: Vec::new(),
        }
    }

    /// Adds the signature that a text says, if it says one.
    pub(super) fn add(&mut self, encoding: Encoding, text: &[u8]) {
        if self.length == 0
            && let Some(length) = encoding.decode_into(text, &mut self.first)
        {
            self.length = length;
            return;
        }
        let signature = encoding.decode(text).unwrap_or_default();
        if !signature.is_empty() {
            self.more.push(signature);
        }
    }

    pub(super) fn len(&self) -> usize {
        usize::from(self.length > 0) + self.more.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        let first = (self.length > 0).then(|| &self.first[..self.length]);
        first.into_iter().chain(self.more.iter().map(Vec::as_slice))
    }
}

#[cfg(test)]
mod tests {
    use super::{Candidates, Encoding, LONGEST};

    #[test]
    fn signatures_of_any_length_are_kept() {
        for encoding in [Encoding::Hex, Encoding::Base64] {
            let mut candidates = Candidates::new();
            let mut all = Vec::new();
            for length in [LONGEST + 1, 1, 20, LONGEST, 32, 1_000] {
                let bytes = vec![7; length];
                candidates.add(encoding, encoding.encode(&bytes).as_bytes());
                all.push(bytes);
                assert_eq!(candidates.len(), all.len());
            }
            let kept: Vec<_> = candidates.iter().map(<[u8]>::len).collect();
            assert_eq!(kept, [1, LONGEST + 1, 20, LONGEST, 32, 1_000]);
        }
    }

    #[test]
    fn what_is_no_signature_is_not_kept() {
        let mut candidates = Candidates::new();
        let long = "ab".repeat(LONGEST + 1);
        for text in [
            "",
            "a",
            "0g",
            "é0",
            "0 ",
            &(long.clone() + "x"),
            &(long + "yz"),
        ] {
            candidates.add(Encoding::Hex, text.as_bytes());
        }
        let long = "abcd".repeat(LONGEST);
        for text in ["", "a", "ab!=", "é", &(long + "!")] {
            candidates.add(Encoding::Base64, text.as_bytes());
        }
        assert_eq!(candidates.len(), 0);
        assert_eq!(candidates.iter().count(), 0);
    }
}
