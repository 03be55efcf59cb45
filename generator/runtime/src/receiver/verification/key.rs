//! How a secret becomes a key.

use super::encoding::Encoding;
use crate::Secret;

/// How a secret becomes a key.
///
/// With an asymmetric algorithm the secret of a receiver is the provider's public key, and need not
/// be kept; what signs is the private one. PEM is read wherever base64 is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// `None` if it stands as it is.
    encoding: Option<Encoding>,
    prefixes: &'static [&'static str],
}

impl Key {
    /// As it stands.
    #[must_use]
    pub const fn utf8() -> Self {
        Self::new(None)
    }

    /// It is base64 (RFC 4648, section 4), padded or not.
    #[must_use]
    pub const fn base64() -> Self {
        Self::new(Some(Encoding::Base64))
    }

    /// It is hexadecimal, in either case.
    #[must_use]
    pub const fn hex() -> Self {
        Self::new(Some(Encoding::Hex))
    }

    /// What is stripped from the secret before it is decoded, where one of them is there:
    /// `whsec_`.
    #[must_use]
    pub const fn prefixes(self, prefixes: &'static [&'static str]) -> Self {
        Self { prefixes, ..self }
    }

    const fn new(encoding: Option<Encoding>) -> Self {
        Self {
            encoding,
            prefixes: &[],
        }
    }

    /// The key's bytes; `None` if the secret is not written in this way. An empty key is none: with
    /// it anyone could sign, and it is what an unset variable looks like.
    pub(super) fn decode(self, secret: &Secret) -> Option<Vec<u8>> {
        let text = secret.expose();
        let mut stripped = self.prefixes.iter();
        let text = stripped
            .find_map(|prefix| text.strip_prefix(prefix))
            .unwrap_or(text);
        let key = match self.encoding {
            None => Some(text.as_bytes().to_vec()),
            Some(Encoding::Base64) => Encoding::Base64.decode(without_armor(text).as_bytes()),
            Some(Encoding::Hex) => Encoding::Hex.decode(text.as_bytes()),
        };
        key.filter(|key| !key.is_empty())
    }
}

/// What PEM (RFC 7468) has between its first line and its last; else the text as it is.
fn without_armor(text: &str) -> String {
    let inside = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.starts_with("-----"));
    match text.trim_start().starts_with("-----BEGIN ") {
        true => inside.collect(),
        false => text.to_owned(),
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
        let base64 = Key::base64().prefixes(&["whsec_", "whsk_"]);
        for text in ["whsec_aGk=", "whsk_aGk", "aGk"] {
            assert_eq!(decode(base64, text).as_deref(), Some(&b"hi"[..]));
        }
        assert_eq!(decode(Key::hex(), "6869").as_deref(), Some(&b"hi"[..]));
        assert_eq!(decode(Key::hex(), "6A6b").as_deref(), Some(&b"jk"[..]));
    }

    #[test]
    fn pem_is_base64_in_lines() {
        let pem = "-----BEGIN PUBLIC KEY-----\r\naG\r\nk=\r\n-----END PUBLIC KEY-----\r\n";
        assert_eq!(decode(Key::base64(), pem).as_deref(), Some(&b"hi"[..]));
    }

    #[test]
    fn a_key_that_is_none_is_not_decoded() {
        assert_eq!(decode(Key::utf8(), ""), None);
        let base64 = Key::base64().prefixes(&["whsec_"]);
        assert_eq!(decode(base64, "whsec_"), None);
        assert_eq!(decode(Key::base64(), "not base64!"), None);
        assert_eq!(decode(Key::hex(), "abc"), None);
    }
}
