//! Deliveries of several events.
//!
//! ```text
//! {"items": [{"type": "paid", …}, {"type": "beamed"}, {"type": "paid"}]}
//!             └→ Event::Paid(…)   └→ Event::Unknown   └→ Event::Unfit
//! ```
//!
//! Each item is an event of its own: one that is not known, does not fit or does not even say which
//! event it is, costs none of the others.

use bytes::Bytes;
use http::HeaderMap;
use serde_json::value::RawValue;

use super::{Deliveries, Discriminator, ReceiveError, Receiver, Source, UnknownEvent};
use crate::DecodeError;
use crate::json::{Twice, explain, find_raw, steps, text};

/// Deliveries of several events each, which say themselves which events they are.
pub trait Batched: Deliveries {
    /// How an item does.
    const DISCRIMINATOR: Discriminator;

    /// Where the items are: a pointer (RFC 6901) to an array in the body.
    const EACH: &'static str;

    /// Where a delivery says it that has no such array, and is one event.
    const OTHERWISE: Option<Source>;
}

/// What one delivery tells of: its items, in their order.
pub type Batch<E> = Vec<Item<E>>;

/// An item of a delivery.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Item<E> {
    /// What it tells of. An event that is not described, or does not fit its type, is one too; one
    /// that does not say which event it is has an empty name, and is not described.
    pub event: E,
    /// Its JSON, as it came.
    pub body: Bytes,
}

impl<E: Batched> Receiver<E> {
    /// Verifies a delivery, and says what each of its items tells of. `body` is what came, byte by
    /// byte.
    ///
    /// # Errors
    ///
    /// If it is not the provider's, is not JSON, or has no items. An item that is not described, or
    /// does not fit its type, is none.
    pub fn receive_all(&self, headers: &HeaderMap, body: &[u8]) -> Result<Batch<E>, ReceiveError> {
        self.check(headers, body)?;
        self.decode_all(headers, body)
    }

    /// Says what each item of a delivery tells of, without verifying it.
    ///
    /// # Errors
    ///
    /// If it is not JSON, or has no items.
    pub fn decode_all(&self, headers: &HeaderMap, body: &[u8]) -> Result<Batch<E>, ReceiveError> {
        let body = Bytes::copy_from_slice(body);
        let not_json = |error| ReceiveError::NotJson {
            error,
            body: body.clone(),
        };
        if let Some(array) = array(&body, E::EACH).map_err(not_json)? {
            let items: Vec<&RawValue> =
                serde_json::from_str(array).map_err(|_| ReceiveError::NoItems {
                    pointer: E::EACH,
                    body: body.clone(),
                })?;
            let items = items.into_iter().map(|item| {
                let item = body.slice_ref(item.get().as_bytes());
                Item {
                    event: self.decode_item(headers, &item),
                    body: item,
                }
            });
            return Ok(items.collect());
        }
        let name = match E::OTHERWISE {
            Some(source) => source.read(headers, &body)?,
            None => None,
        };
        let Some(name) = name else {
            let source = E::OTHERWISE.unwrap_or(Source::Body(E::EACH));
            return Err(ReceiveError::NoName { source, body });
        };
        let event = self.decode_as(&name, &body);
        drop(name);
        Ok(vec![Item { event, body }])
    }

    /// Says what an item of a delivery tells of: one that was kept, for example. `item` is its
    /// [`body`](Item::body).
    #[must_use]
    pub fn decode_item(&self, headers: &HeaderMap, item: &[u8]) -> E {
        match self.named(E::DISCRIMINATOR, headers, item) {
            Ok(event) => event,
            Err(_) => E::unknown(UnknownEvent::new("", item)),
        }
    }
}

/// What is at `pointer`, which should be an array; `None` if nothing is there.
fn array<'b>(body: &'b [u8], pointer: &str) -> Result<Option<&'b str>, DecodeError> {
    let text = text(body)?;
    let found = find_raw(text, &steps(pointer), Twice::LastCounts);
    found.map_err(|error| explain(text, &error))
}
