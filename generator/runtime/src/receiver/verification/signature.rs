//! The header that holds the signature.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_PAD_INDIFFERENT;
use http::HeaderMap;

use super::VerifyError;

/// The header that holds the signature, and how it is written there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    name: &'static str,
    encoding: Encoding,
    prefix: &'static str,
    list: Option<List>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Hex,
    Base64,
}

/// A header that holds several things: `t=1492774577,v1=5257a8,v1=6ffbb5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct List {
    separator: &'static str,
    pair: &'static str,
    signatures: &'static [&'static str],
    timestamp: Option<&'static str>,
}

/// What a header of this kind says.
#[derive(Debug)]
pub(super) struct Signatures<'a> {
    /// Those that are well-formed, one at least.
    pub(super) candidates: Vec<Vec<u8>>,
    /// The timestamp in the list, as it stands there.
    pub(super) timestamp: Option<&'a str>,
}

impl Header {
    /// A header with one signature, in hexadecimal.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            encoding: Encoding::Hex,
            prefix: "",
            list: None,
        }
    }

    /// The signature is hexadecimal, in either case.
    #[must_use]
    pub const fn hex(self) -> Self {
        Self {
            encoding: Encoding::Hex,
            ..self
        }
    }

    /// The signature is base64 (RFC 4648, section 4), padded or not.
    #[must_use]
    pub const fn base64(self) -> Self {
        Self {
            encoding: Encoding::Base64,
            ..self
        }
    }

    /// What stands before a signature: `sha256=`.
    #[must_use]
    pub const fn prefix(self, prefix: &'static str) -> Self {
        Self { prefix, ..self }
    }

    /// The header holds several pairs of a name and a value: what is between two of them, what is
    /// between a name and its value, and the names of those that are signatures. Any of these will
    /// do.
    #[must_use]
    pub const fn list(
        self,
        separator: &'static str,
        pair: &'static str,
        signatures: &'static [&'static str],
    ) -> Self {
        Self {
            list: Some(List {
                separator,
                pair,
                signatures,
                timestamp: None,
            }),
            ..self
        }
    }

    /// The name in the [`list`](Self::list) that holds the timestamp.
    #[must_use]
    pub const fn timestamp(self, name: &'static str) -> Self {
        match self.list {
            Some(list) => Self {
                list: Some(List {
                    timestamp: Some(name),
                    ..list
                }),
                ..self
            },
            None => self,
        }
    }

    /// What the headers of a delivery say.
    pub(super) fn read(self, headers: &HeaderMap) -> Result<Signatures<'_>, VerifyError> {
        let mut found = Found::default();
        let mut values = headers.get_all(self.name).iter().peekable();
        if values.peek().is_none() {
            return Err(VerifyError::MissingHeader(self.name));
        }
        for value in values {
            let value = value
                .to_str()
                .map_err(|_| VerifyError::MalformedSignature)?;
            match self.list {
                None => found.signatures.push(value.trim()),
                Some(list) => list.read(value, &mut found),
            }
        }
        let decoded = found
            .signatures
            .into_iter()
            .filter_map(|text| self.decode(text));
        let candidates: Vec<Vec<u8>> = decoded.collect();
        // Of two timestamps one could be checked and the other be the one that was signed.
        if candidates.is_empty() || found.timestamps.len() > 1 {
            return Err(VerifyError::MalformedSignature);
        }
        Ok(Signatures {
            candidates,
            timestamp: found.timestamps.first().copied(),
        })
    }

    fn decode(self, text: &str) -> Option<Vec<u8>> {
        let text = text.strip_prefix(self.prefix)?;
        let bytes = match self.encoding {
            Encoding::Hex => hex::decode(text).ok(),
            Encoding::Base64 => STANDARD_PAD_INDIFFERENT.decode(text).ok(),
        };
        bytes.filter(|bytes| !bytes.is_empty())
    }
}

#[derive(Default)]
struct Found<'a> {
    signatures: Vec<&'a str>,
    timestamps: Vec<&'a str>,
}

impl List {
    fn read<'a>(self, value: &'a str, found: &mut Found<'a>) {
        let pairs = value
            .split(self.separator)
            .filter_map(|pair| pair.split_once(self.pair));
        for (name, value) in pairs {
            let (name, value) = (name.trim(), value.trim());
            if self.signatures.contains(&name) {
                found.signatures.push(value);
            } else if self.timestamp == Some(name) {
                found.timestamps.push(value);
            }
        }
    }
}
