//! Waiting for an answer without an async runtime of the caller's own.
//!
//! Requests are sent by a runtime on a thread of its own, which begins with the first of them and
//! lives as long as the process. So pooled connections and tokens are the same whether a client is
//! awaited or waited for; and, unlike with reqwest's own blocking client, nothing panics inside of
//! an async runtime.

use std::future::{Future, pending};
use std::io;
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;

use bytes::Bytes;
use tokio::runtime::{Builder, Handle};

use super::execute::Answer;
use super::failure::Failure;
use super::{Call, Response, TransportError};

/// Sends a call, and waits for the whole answer.
pub(super) fn execute(call: Call, accept: &'static str) -> Result<Response<Bytes>, Failure> {
    wait(super::execute::execute(call, accept))
}

/// Sends a call, and waits for the beginning of the answer.
pub(super) fn open(call: Call, accept: &'static str) -> Result<Answer, Failure> {
    wait(super::execute::open(call, accept))
}

fn wait<T: Send + 'static>(
    answer: impl Future<Output = Result<T, Failure>> + Send + 'static,
) -> Result<T, Failure> {
    let runtime = runtime().map_err(TransportError::runtime)?;
    let (sender, receiver) = mpsc::sync_channel(1);
    runtime.spawn(async move {
        let answer = answer.await;
        // Nobody listens only if the thread that waits is gone.
        let _ = sender.send(answer);
    });
    match receiver.recv() {
        Ok(answer) => answer,
        // The task is gone without an answer: a token's `fetch` panicked.
        Err(_) => {
            Err(TransportError::runtime(io::Error::other("the request was abandoned")).into())
        }
    }
}

/// The runtime that sends requests, which is started once.
fn runtime() -> io::Result<Handle> {
    static RUNTIME: Mutex<Option<Handle>> = Mutex::new(None);

    let mut started = RUNTIME.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(handle) = &*started {
        return Ok(handle.clone());
    }
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let handle = runtime.handle().clone();
    thread::Builder::new()
        .name("hookgen-blocking".to_owned())
        .spawn(move || runtime.block_on(pending::<()>()))?;
    *started = Some(handle.clone());
    Ok(handle)
}
