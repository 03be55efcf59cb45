//! How a secret becomes a key.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_PAD_INDIFFERENT;

use crate::Secret;

/// How a secret becomes a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    encoding: Encoding,
    prefix: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Base64,
    Hex,
}

impl Key {
    /// As it stands.
    #[must_use]
    pub const fn utf8() -> Self {
        Self {
            encoding: Encoding::Utf8,
            prefix: "",
        }
    }

    /// It is base64 (RFC 4648, section 4), padded or not.
    #[must_use]
    pub const fn base64() -> Self {
        Self {
            encoding: Encoding::Base64,
            prefix: "",
        }
    }

    /// It is hexadecimal, in either case.
    #[must_use]
    pub const fn hex() -> Self {
        Self {
            encoding: Encoding::Hex,
            prefix: "",
        }
    }

    /// What is stripped from the secret before it is decoded, where it is there: `whsec_`.
    #[must_use]
    pub const fn prefix(self, prefix: &'static str) -> Self {
        Self { prefix, ..self }
    }

    /// The key's bytes; `None` if the secret is not written in this way. An empty key is none: with
    /// it anyone could sign, and it is what an unset variable looks like.
    pub(super) fn decode(self, secret: &Secret) -> Option<Vec<u8>> {
        let text = secret.expose();
        let text = text.strip_prefix(self.prefix).unwrap_or(text);
        let key = match self.encoding {
            Encoding::Utf8 => Some(text.as_bytes().to_vec()),
            Encoding::Base64 => STANDARD_PAD_INDIFFERENT.decode(text).ok(),
            Encoding::Hex => hex::decode(text).ok(),
        };
        key.filter(|key| !key.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::Key;
    use crate::Secret;

    fn decode(key: Key, secret: &str) -> Option<Vec<u8>> {
        key.decode(&Secret::new(secret))
    }

    #[test]
    fn a_secret_is_decoded() {
        assert_eq!(
            decode(Key::utf8(), "whsec_a").as_deref(),
            Some(&b"whsec_a"[..])
        );
        let base64 = Key::base64().prefix("whsec_");
        assert_eq!(decode(base64, "whsec_aGk=").as_deref(), Some(&b"hi"[..]));
        assert_eq!(decode(base64, "aGk").as_deref(), Some(&b"hi"[..]));
        assert_eq!(decode(Key::hex(), "6869").as_deref(), Some(&b"hi"[..]));
        assert_eq!(decode(Key::hex(), "6A6b").as_deref(), Some(&b"jk"[..]));
    }

    #[test]
    fn a_key_that_is_none_is_not_decoded() {
        assert_eq!(decode(Key::utf8(), ""), None);
        assert_eq!(decode(Key::base64().prefix("whsec_"), "whsec_"), None);
        assert_eq!(decode(Key::base64(), "not base64!"), None);
        assert_eq!(decode(Key::hex(), "abc"), None);
    }
}
