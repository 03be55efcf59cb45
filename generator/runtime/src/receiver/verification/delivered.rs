//! What a delivery says, where a scheme looks.

use std::borrow::Cow;

use http::{HeaderMap, HeaderValue};
use serde_json::value::RawValue;

use super::VerifyError;
use super::header_names::HeaderNames;
use crate::json::{Twice, find_raw, scalar, steps};

/// A delivery, or one item of it.
#[derive(Clone, Copy)]
pub(super) struct Delivered<'a> {
    pub(super) headers: &'a HeaderMap,
    pub(super) header_names: &'a HeaderNames,
    pub(super) body: &'a [u8],
    /// What it was sent to, as the provider knows it.
    pub(super) url: Option<&'a str>,
    /// The JSON of the item that is looked at.
    pub(super) item: Option<&'a str>,
}

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a header of this name.
    Header(&'static str),
    /// In the body, which is JSON: a pointer (RFC 6901) to it.
    Body(&'static str),
    /// In an item of the body, likewise.
    Item(&'static str),
}

impl<'a> Delivered<'a> {
    /// The text at a place; `None` if there is none.
    pub(super) fn text(&self, place: Place) -> Result<Option<Cow<'a, str>>, VerifyError> {
        match place {
            Place::Header(name) => match self.header(name)? {
                None => Ok(None),
                Some(value) => match value.to_str() {
                    Ok(text) => Ok(Some(Cow::Borrowed(text))),
                    Err(_) => Err(VerifyError::MalformedHeader(name)),
                },
            },
            Place::Body(pointer) => member(self.json()?, pointer),
            Place::Item(pointer) => member(self.item_json()?, pointer),
        }
    }

    /// The value of a header. It is not there twice: of two one could be checked and the other be
    /// used.
    pub(super) fn header(
        &self,
        name: &'static str,
    ) -> Result<Option<&'a HeaderValue>, VerifyError> {
        let mut values = self.header_values(name);
        let value = values.next();
        match values.next() {
            None => Ok(value),
            Some(_) => Err(VerifyError::MalformedHeader(name)),
        }
    }

    /// All values of a header.
    pub(super) fn header_values(
        &self,
        name: &'static str,
    ) -> impl Iterator<Item = &'a HeaderValue> + use<'a> {
        self.header_names.values(self.headers, name)
    }

    /// The items of an array in the body, one at least.
    pub(super) fn items(&self, pointer: &str) -> Result<Vec<&'a str>, VerifyError> {
        let items = find_raw(self.json()?, &steps(pointer), Twice::IsRefused)
            .ok()
            .and_then(|raw| serde_json::from_str::<Vec<&RawValue>>(raw?).ok())
            .ok_or(VerifyError::MalformedBody)?;
        match items.is_empty() {
            true => Err(VerifyError::MalformedBody),
            false => Ok(items.into_iter().map(RawValue::get).collect()),
        }
    }

    fn json(&self) -> Result<&'a str, VerifyError> {
        std::str::from_utf8(self.body).map_err(|_| VerifyError::MalformedBody)
    }

    fn item_json(&self) -> Result<&'a str, VerifyError> {
        self.item.ok_or(VerifyError::MalformedBody)
    }
}

/// The scalar at a place in a JSON text, as text; `None` if it is not there, or null.
fn member<'t>(json: &'t str, pointer: &str) -> Result<Option<Cow<'t, str>>, VerifyError> {
    let raw = find_raw(json, &steps(pointer), Twice::IsRefused)
        .map_err(|_| VerifyError::MalformedBody)?;
    match raw {
        None | Some("null") => Ok(None),
        // What is signed of an object or an array is not known.
        Some(raw) => match scalar(raw) {
            Ok(Some(text)) => Ok(Some(text)),
            Ok(None) | Err(_) => Err(VerifyError::MalformedBody),
        },
    }
}
