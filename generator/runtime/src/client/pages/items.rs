//! The items of all pages, one after another.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::listing::Coming;
use super::{Paged, Pages};
use crate::client::{Call, Error};

/// The items of a list, as a stream: a page is asked for when all of the one before it have been
/// taken. An error ends it.
#[must_use = "a stream does nothing until it is polled"]
pub struct Items<P: Paged> {
    pages: Pages<P>,
    items: std::vec::IntoIter<P::Item>,
}

impl<P: Paged> Items<P> {
    /// That begin with those of the page that `call` asks for: what
    /// [`operation!`](crate::operation!) calls.
    pub fn new(call: Call) -> Self {
        Self {
            pages: Pages::new(call),
            items: Vec::new().into_iter(),
        }
    }

    /// The next item; `None` behind the last, and behind an error.
    pub async fn next(&mut self) -> Option<Result<P::Item, Error<P::Error>>> {
        poll_fn(|context| self.poll_item(context)).await
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Coming<P::Item, P>> {
        loop {
            if let Some(item) = self.items.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.poll_page(context)) {
                Some(Ok(page)) => self.items = self.pages.listing.items(page),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

// What is in it is moved out, and never pinned.
impl<P: Paged> Unpin for Items<P> {}

impl<P: Paged> Stream for Items<P> {
    type Item = Result<P::Item, Error<P::Error>>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_item(context)
    }
}

impl<P: Paged> fmt::Debug for Items<P> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Items").finish_non_exhaustive()
    }
}
