//! How a delivery says which event it is.

use std::borrow::Cow;

use bytes::Bytes;
use http::HeaderMap;

use super::ReceiveError;
use crate::DecodeError;
use crate::json::{explain, find, steps, text};

/// How a delivery says which event it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Discriminator {
    /// By a member of its body: a JSON pointer (RFC 6901) to it.
    Body(&'static str),
    /// By a header of this name.
    Header(&'static str),
    /// It does not: there is one event only, and this is its name.
    Single(&'static str),
}

impl Discriminator {
    /// The event's name. The body is not read where it is not asked.
    pub(super) fn name<'a>(
        self,
        headers: &'a HeaderMap,
        body: &'a [u8],
    ) -> Result<Cow<'a, str>, ReceiveError> {
        let name = match self {
            Self::Body(pointer) => {
                in_body(pointer, body).map_err(|error| ReceiveError::NotJson {
                    error,
                    body: Bytes::copy_from_slice(body),
                })?
            }
            Self::Header(name) => headers
                .get(name)
                .and_then(|value| value.to_str().ok())
                .map(Cow::Borrowed),
            Self::Single(name) => Some(Cow::Borrowed(name)),
        };
        name.ok_or_else(|| ReceiveError::NoName {
            discriminator: self,
            body: Bytes::copy_from_slice(body),
        })
    }
}

fn in_body<'a>(pointer: &str, body: &'a [u8]) -> Result<Option<Cow<'a, str>>, DecodeError> {
    let text = text(body)?;
    find(text, &steps(pointer)).map_err(|error| explain(text, &error))
}
