//! How a delivery says which event it is.

use std::borrow::Cow;

use bytes::Bytes;
use http::HeaderMap;

use super::ReceiveError;
use crate::DecodeError;
use crate::json::{explain, find, glance, steps, text};

/// How a delivery says which event it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Discriminator {
    /// By what it says in these places, with dots between them. The first one always says
    /// something; where another one does not, the name ends before it.
    Said(&'static [Source]),
    /// It does not: there is one event only, and this is its name.
    Single(&'static str),
}

/// A place in a delivery that says which event it is: by a text, or by a number or a truth value as
/// it is written. A number where texts are described is the name of an event that is not known,
/// rather than an error: so it is received with its bytes, and not delivered again in vain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Source {
    /// A member of its body: a JSON pointer (RFC 6901) to it.
    Body(&'static str),
    /// A member of an item of its body, likewise.
    Item(&'static str),
    /// A header of this name.
    Header(&'static str),
}

/// The name of an event.
pub(super) struct Name<'a> {
    /// All that is said.
    pub(super) full: Cow<'a, str>,
    /// What is said in the first place alone, as the beginning of that, where there is more.
    pub(super) first: Option<usize>,
}

impl Discriminator {
    /// The event's name if the body is JSON, where that is told at a glance: in one place of it.
    pub(super) fn glance(self, body: &[u8]) -> Option<&str> {
        match self {
            Self::Said([Source::Body(pointer) | Source::Item(pointer)]) => glance(body, pointer),
            Self::Said(_) | Self::Single(_) => None,
        }
    }

    /// The event's name. The body is not read where it is not asked.
    pub(super) fn name<'a>(
        self,
        headers: &'a HeaderMap,
        body: &'a [u8],
    ) -> Result<Name<'a>, ReceiveError> {
        let sources = match self {
            Self::Single(name) => return Ok(Name::of(Cow::Borrowed(name))),
            Self::Said(sources) => sources,
        };
        let mut name: Option<Name<'a>> = None;
        for source in sources {
            let said = source.read(headers, body)?;
            name = match (name, said) {
                (None, Some(said)) => Some(Name::of(said)),
                (Some(name), Some(said)) => Some(name.and(&said)),
                (name, None) => {
                    return name.ok_or_else(|| ReceiveError::NoName {
                        source: *source,
                        body: Bytes::copy_from_slice(body),
                    });
                }
            };
        }
        Ok(name.unwrap_or_else(|| Name::of(Cow::Borrowed(""))))
    }
}

impl Source {
    /// What it says there; `None` if there is nothing.
    pub(super) fn read<'a>(
        self,
        headers: &'a HeaderMap,
        body: &'a [u8],
    ) -> Result<Option<Cow<'a, str>>, ReceiveError> {
        match self {
            Self::Body(pointer) | Self::Item(pointer) => {
                in_body(pointer, body).map_err(|error| ReceiveError::NotJson {
                    error,
                    body: Bytes::copy_from_slice(body),
                })
            }
            Self::Header(name) => Ok(headers
                .get(name)
                .and_then(|value| value.to_str().ok())
                .map(Cow::Borrowed)),
        }
    }
}

impl<'a> Name<'a> {
    fn of(full: Cow<'a, str>) -> Self {
        Self { full, first: None }
    }

    fn and(self, more: &str) -> Self {
        let first = self.first.unwrap_or(self.full.len());
        Self {
            full: Cow::Owned(format!("{}.{more}", self.full)),
            first: Some(first),
        }
    }
}

fn in_body<'a>(pointer: &str, body: &'a [u8]) -> Result<Option<Cow<'a, str>>, DecodeError> {
    let text = text(body)?;
    find(text, &steps(pointer)).map_err(|error| explain(text, &error))
}
