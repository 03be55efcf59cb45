//! What is signed.

use std::borrow::Cow;

use super::delivered::{Delivered, Place};
use super::{Part, VerifyError};

/// What is signed. It is nowhere in one piece, so that nothing long is copied.
pub(super) struct Message<'a> {
    pub(super) parts: &'static [Part],
    pub(super) delivered: Delivered<'a>,
    pub(super) timestamp: Option<&'a str>,
}

impl Message<'_> {
    /// Hands on each piece, in their order.
    pub(super) fn each(&self, mut take: impl FnMut(&[u8])) -> Result<(), VerifyError> {
        for part in self.parts {
            take(&piece(*part, &self.delivered, self.timestamp)?);
        }
        Ok(())
    }

    /// All of it in one piece.
    #[cfg(any(feature = "ecdsa-p256", feature = "ed25519"))]
    pub(super) fn to_bytes(&self) -> Result<Vec<u8>, VerifyError> {
        let mut bytes = Vec::new();
        self.each(|piece| bytes.extend_from_slice(piece))?;
        Ok(bytes)
    }
}

fn piece<'a>(
    part: Part,
    delivered: &Delivered<'a>,
    timestamp: Option<&'a str>,
) -> Result<Cow<'a, [u8]>, VerifyError> {
    let bytes = match part {
        Part::Literal(text) => text.as_bytes(),
        Part::Body => delivered.body,
        Part::Timestamp => timestamp.ok_or(VerifyError::MissingTimestamp)?.as_bytes(),
        Part::Url => delivered.url.ok_or(VerifyError::UnknownUrl)?.as_bytes(),
        Part::Header(name) => match delivered.header(name)? {
            Some(value) => value.as_bytes(),
            None => return Err(VerifyError::MissingHeader(name)),
        },
        Part::Member(pointer) => return member(Place::Body(pointer), delivered),
        Part::Item(pointer) => return member(Place::Item(pointer), delivered),
        Part::SortedForm => return sorted_form(delivered.body).map(Cow::Owned),
    };
    Ok(Cow::Borrowed(bytes))
}

/// What is not there is signed as empty text.
fn member<'a>(place: Place, delivered: &Delivered<'a>) -> Result<Cow<'a, [u8]>, VerifyError> {
    Ok(match delivered.text(place)? {
        None => Cow::Borrowed(&[]),
        Some(Cow::Borrowed(text)) => Cow::Borrowed(text.as_bytes()),
        Some(Cow::Owned(text)) => Cow::Owned(text.into_bytes()),
    })
}

/// The names and values of a form, in the order of their bytes, with nothing between them. A pair
/// that is there twice counts once.
fn sorted_form(body: &[u8]) -> Result<Vec<u8>, VerifyError> {
    let text = std::str::from_utf8(body).map_err(|_| VerifyError::MalformedBody)?;
    let mut pairs: Vec<_> = form_urlencoded::parse(text.as_bytes()).collect();
    pairs.sort_unstable();
    pairs.dedup();
    let mut joined = Vec::with_capacity(body.len());
    for (name, value) in pairs {
        joined.extend_from_slice(name.as_bytes());
        joined.extend_from_slice(value.as_bytes());
    }
    Ok(joined)
}
