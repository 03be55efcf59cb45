//! Pages, one after another.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::Paged;
use super::listing::{Coming, Listing};
use crate::client::execute::execute;
use crate::client::failure::Failure;
use crate::client::{Call, Error, Json, Reply, Response, Sending};

/// The pages of a list, as a stream: each is asked for when it is polled for. An error ends it.
#[must_use = "a stream does nothing until it is polled"]
pub struct Pages<P> {
    pub(super) listing: Listing<P>,
    asking: Option<Sending<Answered>>,
}

/// A request, and what it was answered with.
type Answered = (Call, Result<Response<Bytes>, Failure>);

impl<P: Paged> Pages<P> {
    /// That begin with the one that `call` asks for: what [`operation!`](crate::operation!) calls.
    pub fn new(call: Call) -> Self {
        Self {
            listing: Listing::new(call),
            asking: None,
        }
    }

    /// The next page; `None` behind the last, and behind an error.
    pub async fn next(&mut self) -> Option<Result<P::Page, Error<P::Error>>> {
        poll_fn(|context| self.poll_page(context)).await
    }

    pub(super) fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Coming<P::Page, P>> {
        let mut asking = match self.asking.take() {
            Some(asking) => asking,
            None => match self.listing.take() {
                Some(Ok(call)) => Box::pin(ask(call, Json::<P::Page>::ACCEPT)),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            },
        };
        match asking.as_mut().poll(context) {
            Poll::Ready((call, answer)) => Poll::Ready(Some(self.listing.read(call, answer))),
            Poll::Pending => {
                self.asking = Some(asking);
                Poll::Pending
            }
        }
    }
}

async fn ask(call: Call, accept: &'static str) -> Answered {
    let answer = execute(call.clone(), accept).await;
    (call, answer)
}

impl<P: Paged> Stream for Pages<P> {
    type Item = Result<P::Page, Error<P::Error>>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_page(context)
    }
}

impl<P> fmt::Debug for Pages<P> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Pages").finish_non_exhaustive()
    }
}
