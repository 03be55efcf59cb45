//! What is signed.

use std::borrow::Cow;

use super::delivered::{Delivered, Place};
use super::{Part, VerifyError};

/// What is signed of a delivery, piece by piece.
pub(super) fn message<'a>(
    parts: &[Part],
    delivered: Delivered<'a>,
    timestamp: Option<&'a str>,
) -> Result<Vec<Cow<'a, [u8]>>, VerifyError> {
    parts
        .iter()
        .map(|part| piece(*part, delivered, timestamp))
        .collect()
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
