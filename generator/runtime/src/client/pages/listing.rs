//! A list of which some pages have come.

use std::marker::PhantomData;

use bytes::Bytes;

use super::trail::Trail;
use super::{PageError, Paged};
use crate::client::failure::Failure;
use crate::client::operation::read;
use crate::client::{Call, Error, Json, Response};

/// What comes next of a list: `None` behind the last, and behind an error.
pub(super) type Coming<T, P> = Option<Result<T, Error<<P as Paged>::Error>>>;

/// A list of which some pages have come: what is the same whether they are awaited or waited for.
pub(super) struct Listing<P> {
    /// What is asked next.
    next: Result<Option<Call>, PageError>,
    goes_back: bool,
    trail: Trail,
    reads: PhantomData<fn() -> P>,
}

impl<P: Paged> Listing<P> {
    /// That begins with the page that `call` asks for.
    pub(super) fn new(call: Call) -> Self {
        let mut trail = Trail::default();
        P::PAGINATION.begin(&call, &mut trail);
        Self {
            goes_back: P::PAGINATION.goes_back(&call),
            next: Ok(Some(call)),
            trail,
            reads: PhantomData,
        }
    }

    /// The request of the next page, or why there is none; nothing behind the last, and behind an
    /// error.
    pub(super) fn take(&mut self) -> Option<Result<Call, Error<P::Error>>> {
        let next = std::mem::replace(&mut self.next, Ok(None));
        next.map_err(Error::Page).transpose()
    }

    /// Reads a page, and where it leads.
    pub(super) fn read(
        &mut self,
        call: Call,
        answer: Result<Response<Bytes>, Failure>,
    ) -> Result<P::Page, Error<P::Error>> {
        let answer = answer?;
        // The bytes are shared.
        let page = read::<Json<P::Page>, P::Error>(answer.clone())?.into_body();
        self.next = P::PAGINATION.turn(call, &answer, &mut self.trail);
        Ok(page)
    }

    /// The items of a page, in the order in which they are gone through.
    pub(super) fn items(&self, page: P::Page) -> std::vec::IntoIter<P::Item> {
        let mut items = P::items(page);
        if self.goes_back {
            items.reverse();
        }
        items.into_iter()
    }
}
