//! Where the signature is.

use std::borrow::Cow;

use super::VerifyError;
use super::candidates::Candidates;
use super::delivered::{Delivered, Place};
use super::encoding::Encoding;
use super::split::split_once;
use crate::same::is_same;

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

    /// Reads what a delivery has there: adds the signatures that are well-formed, one at least, and
    /// returns the timestamp in the list, as it stands there.
    pub(super) fn read<'a>(
        &self,
        delivered: &Delivered<'a>,
        candidates: &mut Candidates,
    ) -> Result<Option<Cow<'a, str>>, VerifyError> {
        if let Place::Header(name) = self.place {
            let mut reader = Reader::new(self, candidates);
            let mut count = 0;
            for value in delivered.header_values(name) {
                count += 1;
                reader.read(value.as_bytes());
            }
            return match count {
                0 => Err(VerifyError::MissingHeader(name)),
                // A list may be written as several headers (RFC 9110, section 5.3), anything else
                // may not.
                2.. if self.list.is_none() => Err(VerifyError::MalformedHeader(name)),
                _ => Ok(reader.end()?.map(Cow::Borrowed)),
            };
        }
        match delivered.text(self.place)? {
            Some(Cow::Borrowed(text)) => {
                let time = Reader::new(self, candidates).read_all(text.as_bytes())?;
                Ok(time.map(Cow::Borrowed))
            }
            Some(Cow::Owned(text)) => {
                let time = Reader::new(self, candidates).read_all(text.as_bytes())?;
                Ok(time.map(|time| Cow::Owned(time.to_owned())))
            }
            None => Err(match self.place {
                Place::Header(name) => VerifyError::MissingHeader(name),
                Place::Body(pointer) | Place::Item(pointer) => VerifyError::MissingMember(pointer),
            }),
        }
    }
}

/// Reads the texts that hold signatures.
struct Reader<'c, 't> {
    signature: &'c Signature,
    candidates: &'c mut Candidates,
    timestamp: Option<&'t [u8]>,
    is_too_much: bool,
}

impl<'c, 't> Reader<'c, 't> {
    fn new(signature: &'c Signature, candidates: &'c mut Candidates) -> Self {
        Self {
            signature,
            candidates,
            timestamp: None,
            is_too_much: false,
        }
    }

    /// Reads the only text.
    fn read_all(mut self, text: &'t [u8]) -> Result<Option<&'t str>, VerifyError> {
        self.read(text);
        self.end()
    }

    fn read(&mut self, text: &'t [u8]) {
        match &self.signature.list {
            None => self.add(text.trim_ascii()),
            Some(list) => {
                let mut rest = Some(text);
                while let Some(text) = rest.take() {
                    let pair;
                    (pair, rest) = match split_once(text, list.separator.as_bytes()) {
                        Some((pair, behind)) => (pair, Some(behind)),
                        None => (text, None),
                    };
                    self.read_pair(list, pair);
                }
            }
        }
    }

    fn read_pair(&mut self, list: &List, pair: &'t [u8]) {
        let Some((name, value)) = split_once(pair, list.pair.as_bytes()) else {
            return;
        };
        let (name, value) = (name.trim_ascii(), value.trim_ascii());
        if list.signatures.iter().any(|one| is_same(one, name)) {
            self.add(value);
        } else if list.timestamp.is_some_and(|one| is_same(one, name)) {
            // Of two timestamps one could be checked and the other be the one that was signed.
            self.is_too_much |= self.timestamp.replace(value).is_some();
        }
    }

    /// Adds a signature, if it is well-formed.
    fn add(&mut self, text: &[u8]) {
        let text = match self.signature.prefix {
            "" => Some(text),
            prefix => text.strip_prefix(prefix.as_bytes()),
        };
        if let Some(text) = text
            && !self.is_too_much
        {
            self.candidates.add(self.signature.encoding, text);
            self.is_too_much = self.candidates.len() > MOST;
        }
    }

    /// The timestamp, once all is read.
    fn end(self) -> Result<Option<&'t str>, VerifyError> {
        match self.candidates.len() == 0 || self.is_too_much {
            true => Err(VerifyError::MalformedSignature),
            false => match self.timestamp.map(std::str::from_utf8).transpose() {
                Ok(timestamp) => Ok(timestamp),
                Err(_) => Err(VerifyError::MalformedTimestamp),
            },
        }
    }
}
