//! A body that comes chunk by chunk.

use std::task::{Context, Poll};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::StreamError;
use crate::client::{Sending, TransportError};

/// A body that comes chunk by chunk, with the status and headers that came before it.
pub struct StreamedBody {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    state: State,
}

enum State {
    Idle(reqwest::Response),
    Reading(Sending<Chunk>),
    Done,
}

/// A chunk, and what the next one is read from.
struct Chunk {
    bytes: Result<Option<Bytes>, reqwest::Error>,
    rest: Option<reqwest::Response>,
}

impl StreamedBody {
    pub(in crate::client) fn new(response: reqwest::Response) -> Self {
        Self {
            status: response.status(),
            headers: response.headers().clone(),
            state: State::Idle(response),
        }
    }

    /// The next chunk; after an error there is none.
    pub(super) fn poll_chunk(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, StreamError>>> {
        loop {
            match std::mem::replace(&mut self.state, State::Done) {
                State::Done => return Poll::Ready(None),
                State::Idle(response) => self.state = State::Reading(Box::pin(chunk(response))),
                State::Reading(mut reading) => {
                    let Poll::Ready(chunk) = reading.as_mut().poll(context) else {
                        self.state = State::Reading(reading);
                        return Poll::Pending;
                    };
                    return Poll::Ready(match chunk.bytes {
                        Ok(Some(bytes)) => {
                            self.state = chunk.rest.map_or(State::Done, State::Idle);
                            Some(Ok(bytes))
                        }
                        Ok(None) => None,
                        Err(error) => Some(Err(TransportError::new(error).into())),
                    });
                }
            }
        }
    }

    /// Stops reading: nothing comes any more.
    pub(super) fn stop(&mut self) {
        self.state = State::Done;
    }
}

#[cfg(not(target_family = "wasm"))]
async fn chunk(mut response: reqwest::Response) -> Chunk {
    let bytes = response.chunk().await;
    Chunk {
        bytes,
        rest: Some(response),
    }
}

// A browser's body is read as a whole: reading it by chunks would take a library more.
#[cfg(target_family = "wasm")]
async fn chunk(response: reqwest::Response) -> Chunk {
    Chunk {
        bytes: response.bytes().await.map(Some),
        rest: None,
    }
}
