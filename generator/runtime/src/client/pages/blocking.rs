//! Pages and their items, waited for.

use std::fmt;

use super::Paged;
use super::listing::Listing;
use crate::client::{Call, Error, Json, Reply, blocking};

/// The pages of a list: each is asked and waited for when it is its turn. An error ends them.
#[must_use = "an iterator does nothing until it is asked"]
pub struct PagesBlocking<P>(Listing<P>);

impl<P: Paged> PagesBlocking<P> {
    /// That begin with the one that `call` asks for: what [`operation!`](crate::operation!) calls.
    pub fn new(call: Call) -> Self {
        Self(Listing::new(call))
    }
}

impl<P: Paged> Iterator for PagesBlocking<P> {
    type Item = Result<P::Page, Error<P::Error>>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(self.0.take()?.and_then(|call| {
            let answer = blocking::execute(call.clone(), Json::<P::Page>::ACCEPT);
            self.0.read(call, answer)
        }))
    }
}

impl<P> fmt::Debug for PagesBlocking<P> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("PagesBlocking")
            .finish_non_exhaustive()
    }
}

/// The items of a list: a page is asked and waited for when all of the one before it have been
/// taken. An error ends them.
#[must_use = "an iterator does nothing until it is asked"]
pub struct ItemsBlocking<P: Paged> {
    pages: PagesBlocking<P>,
    items: std::vec::IntoIter<P::Item>,
}

impl<P: Paged> ItemsBlocking<P> {
    /// That begin with those of the page that `call` asks for: what
    /// [`operation!`](crate::operation!) calls.
    pub fn new(call: Call) -> Self {
        Self {
            pages: PagesBlocking::new(call),
            items: Vec::new().into_iter(),
        }
    }
}

impl<P: Paged> Iterator for ItemsBlocking<P> {
    type Item = Result<P::Item, Error<P::Error>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.items.next() {
                return Some(Ok(item));
            }
            match self.pages.next()? {
                Ok(page) => self.items = self.pages.0.items(page),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl<P: Paged> fmt::Debug for ItemsBlocking<P> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ItemsBlocking")
            .finish_non_exhaustive()
    }
}
