//! Where the signature is.

use std::borrow::Cow;

use super::VerifyError;
use super::delivered::{Delivered, Place};
use super::encoding::Encoding;

/// Where the signature is, and how it is written there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signature {
    pub(super) place: Place,
    pub(super) encoding: Encoding,
    pub(super) prefix: &'static str,
    pub(super) list: Option<List>,
}

/// A text that holds several things: `t=1492774577,v1=5257a8,v1=6ffbb5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct List {
    pub(super) separator: &'static str,
    pub(super) pair: &'static str,
    pub(super) signatures: &'static [&'static str],
    pub(super) timestamp: Option<&'static str>,
}

/// How many signatures a delivery has at most: one for each secret that a provider has in use, which
/// are two or three. Whoever sends more makes the receiver compute, with asymmetric keys for long.
const MOST: usize = 32;

/// What a delivery has at this place.
#[derive(Debug)]
pub(super) struct Signatures<'a> {
    /// Those that are well-formed, one at least.
    pub(super) candidates: Vec<Vec<u8>>,
    /// The timestamp in the list, as it stands there.
    pub(super) timestamp: Option<Cow<'a, str>>,
}

impl Signature {
    /// In a header of this name.
    #[must_use]
    pub const fn in_header(name: &'static str) -> Self {
        Self::at(Place::Header(name))
    }

    /// In the body, which is JSON: a pointer (RFC 6901) to it.
    #[must_use]
    pub const fn in_body(pointer: &'static str) -> Self {
        Self::at(Place::Body(pointer))
    }

    /// In each item of the body that [`Verification::each`](super::Verification::each) tells of: a
    /// pointer from there.
    #[must_use]
    pub const fn in_item(pointer: &'static str) -> Self {
        Self::at(Place::Item(pointer))
    }

    /// The signature is hexadecimal, in either case; as it is unless something else is said.
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

    /// There are several pairs of a name and a value: what is between two of them, what is between
    /// a name and its value, and the names of those that are signatures. Any of these will do.
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

    const fn at(place: Place) -> Self {
        Self {
            place,
            encoding: Encoding::Hex,
            prefix: "",
            list: None,
        }
    }

    /// What a delivery has there.
    pub(super) fn read(self, delivered: Delivered<'_>) -> Result<Signatures<'_>, VerifyError> {
        let texts = self.texts(delivered)?;
        let mut candidates = Vec::with_capacity(1);
        let mut timestamps = Vec::new();
        for text in texts {
            match self.list {
                None => candidates.extend(self.decode(text.trim())),
                Some(list) => self.read_list(list, &text, &mut candidates, &mut timestamps),
            }
        }
        // Of two timestamps one could be checked and the other be the one that was signed.
        if candidates.is_empty() || candidates.len() > MOST || timestamps.len() > 1 {
            return Err(VerifyError::MalformedSignature);
        }
        Ok(Signatures {
            candidates,
            timestamp: timestamps.pop().map(Cow::Owned),
        })
    }

    /// The texts that hold signatures, one at least. A list may be written as several headers (RFC
    /// 9110, section 5.3), anything else may not.
    fn texts(self, delivered: Delivered<'_>) -> Result<Vec<Cow<'_, str>>, VerifyError> {
        if let (Place::Header(name), Some(_)) = (self.place, self.list) {
            let values = delivered.headers.get_all(name).iter();
            let texts: Result<Vec<_>, _> = values
                .map(|value| value.to_str().map(Cow::Borrowed))
                .collect();
            let texts = texts.map_err(|_| VerifyError::MalformedSignature)?;
            return match texts.is_empty() {
                true => Err(VerifyError::MissingHeader(name)),
                false => Ok(texts),
            };
        }
        match (delivered.text(self.place)?, self.place) {
            (Some(text), _) => Ok(vec![text]),
            (None, Place::Header(name)) => Err(VerifyError::MissingHeader(name)),
            (None, Place::Body(pointer) | Place::Item(pointer)) => {
                Err(VerifyError::MissingMember(pointer))
            }
        }
    }

    fn read_list(
        self,
        list: List,
        text: &str,
        candidates: &mut Vec<Vec<u8>>,
        timestamps: &mut Vec<String>,
    ) {
        let pairs = text
            .split(list.separator)
            .filter_map(|pair| pair.split_once(list.pair));
        for (name, value) in pairs {
            let (name, value) = (name.trim(), value.trim());
            if list.signatures.contains(&name) {
                candidates.extend(self.decode(value));
            } else if list.timestamp == Some(name) {
                timestamps.push(value.to_owned());
            }
        }
    }

    fn decode(self, text: &str) -> Option<Vec<u8>> {
        let text = text.strip_prefix(self.prefix)?;
        let bytes = self.encoding.decode(text)?;
        (!bytes.is_empty()).then_some(bytes)
    }
}
