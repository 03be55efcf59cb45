//! Receiving a request: what is taken of its body, and what is answered where it is not.

mod bodies;
mod extractor;
mod layer;

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll};

use hookgen_runtime::http::{HeaderMap, HeaderValue, Request};
use hookgen_runtime::{
    Bytes, DecodeError, Endpoint, ReceiveError, Receiver, UnfitEvent, UnknownEvent, Value,
    VerifyError, decode, events,
};
use http_body::{Body, Frame, SizeHint};

#[derive(Debug, Clone, PartialEq)]
enum Event {
    Paid(Value),
    Unknown(UnknownEvent),
    Unfit(UnfitEvent),
}

events! {
    Event by body "/type" {
        Paid = "order.paid",
    }
}

const PAID: &str = r#"{"type": "order.paid"}"#;

/// Takes what has the header `x-signature: right`.
fn endpoint() -> Endpoint<Event> {
    let receiver = Receiver::<Event>::unverified();
    Endpoint::with(move |headers: &HeaderMap, body: &[u8]| {
        match headers.get("x-signature").map(HeaderValue::as_bytes) {
            Some(b"right") => receiver.receive(headers, body),
            Some(b"unset") => Err(VerifyError::BadSecret.into()),
            Some(_) => Err(VerifyError::NoMatch.into()),
            None => Err(VerifyError::MissingHeader("x-signature").into()),
        }
    })
}

fn signed<B>(body: B) -> Request<B> {
    Request::post("/hooks")
        .header("x-signature", "right")
        .body(body)
        .unwrap()
}

fn not_json(body: &[u8]) -> ReceiveError {
    let error: DecodeError = decode::<Value>(body).unwrap_err();
    ReceiveError::NotJson {
        error,
        body: Bytes::copy_from_slice(body),
    }
}

/// A body whose pieces a test lays out.
#[derive(Default)]
struct Pieces {
    steps: VecDeque<Step>,
    length: Option<u64>,
    is_endless: bool,
}

enum Step {
    Data(Bytes),
    Trailers,
    Fail(Box<dyn std::error::Error + Send + Sync>),
}

impl Pieces {
    fn of(pieces: &[&str]) -> Self {
        let data = |piece: &&str| Step::Data(Bytes::copy_from_slice(piece.as_bytes()));
        Self {
            steps: pieces.iter().map(data).collect(),
            ..Self::default()
        }
    }

    /// Nothing comes after them, not even the end.
    fn endless(mut self) -> Self {
        self.is_endless = true;
        self
    }

    fn then(mut self, step: Step) -> Self {
        self.steps.push_back(step);
        self
    }
}

impl Body for Pieces {
    type Data = Bytes;
    type Error = Box<dyn std::error::Error + Send + Sync>;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        match self.steps.pop_front() {
            Some(Step::Data(data)) => Poll::Ready(Some(Ok(Frame::data(data)))),
            Some(Step::Trailers) => Poll::Ready(Some(Ok(Frame::trailers(HeaderMap::new())))),
            Some(Step::Fail(error)) => Poll::Ready(Some(Err(error))),
            None if self.is_endless => Poll::Pending,
            None => Poll::Ready(None),
        }
    }

    fn size_hint(&self) -> SizeHint {
        self.length
            .map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
