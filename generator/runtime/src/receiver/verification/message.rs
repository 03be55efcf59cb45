//! What is signed.

use std::borrow::Cow;

use super::delivered::{Delivered, Place};
use super::few::Few;
use super::{Part, VerifyError};

/// What is signed, piece by piece.
pub(super) struct Message<'a>(Few<Cow<'a, [u8]>, 6>);

impl<'a> Message<'a> {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self(Few::new())
    }

    /// Adds what is signed of a delivery.
    pub(super) fn add(
        &mut self,
        parts: &[Part],
        delivered: Delivered<'a>,
        timestamp: Option<&'a str>,
    ) -> Result<(), VerifyError> {
        for part in parts {
            self.0.push(piece(*part, delivered, timestamp)?);
        }
        Ok(())
    }

    pub(super) fn pieces(&self) -> impl Iterator<Item = &[u8]> {
        self.0.iter().map(AsRef::as_ref)
    }

    /// All of it in one piece.
    #[cfg(any(feature = "ecdsa-p256", feature = "ed25519"))]
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        self.pieces().collect::<Vec<_>>().concat()
    }
}

fn piece<'a>(
    part: Part,
    delivered: Delivered<'a>,
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
fn member(place: Place, delivered: Delivered<'_>) -> Result<Cow<'_, [u8]>, VerifyError> {
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
