//! Bytes as text, and back.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_PAD_INDIFFERENT};

/// How bytes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Base 16 (RFC 4648, section 8), in either case.
    Hex,
    /// Base 64 (RFC 4648, section 4), padded or not.
    Base64,
}

impl Encoding {
    /// The bytes; `None` if the text is not written in this way.
    pub(super) fn decode(self, text: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Hex => {
                let mut bytes = vec![0; text.len() / 2];
                self.decode_into(text, &mut bytes)?;
                Some(bytes)
            }
            Self::Base64 => STANDARD_PAD_INDIFFERENT.decode(text).ok(),
        }
    }

    /// Writes the bytes into a buffer, and says how many they are; `None` if the text is not written
    /// in this way, or too long.
    pub(super) fn decode_into(self, text: &[u8], buffer: &mut [u8]) -> Option<usize> {
        match self {
            Self::Hex => {
                let bytes = buffer.get_mut(..text.len() / 2)?;
                const_hex::decode_to_slice(text, bytes).ok()?;
                Some(bytes.len())
            }
            Self::Base64 => STANDARD_PAD_INDIFFERENT.decode_slice(text, buffer).ok(),
        }
    }

    /// The text.
    pub(super) fn encode(self, bytes: &[u8]) -> String {
        match self {
            Self::Hex => const_hex::encode(bytes),
            Self::Base64 => STANDARD.encode(bytes),
        }
    }
}
