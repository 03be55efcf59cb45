//! Working on an event that nobody has worked on.

use std::error::Error;
use std::fmt;

use http::StatusCode;

use super::{Claim, SeenEvents};

/// Deals with an event unless that is done already: claims it, does `work`, and says how it ended.
///
/// Nothing is said where the work is dropped before its end, as a server may do when whoever
/// delivers hangs up, or where it panics: the claim lapses, and a later delivery is dealt with.
///
/// ```
/// use hookgen_runtime::{Once, SeenInMemory, once};
///
/// # async fn demo() -> Result<(), Box<dyn std::error::Error>> {
/// let seen = SeenInMemory::new();
/// let first = once(&seen, "evt_1", async || Ok::<_, std::io::Error>(7)).await?;
/// assert_eq!(first, Once::Done(7));
/// let again = once(&seen, "evt_1", async || Ok::<_, std::io::Error>(8)).await?;
/// assert_eq!(again, Once::Before);
/// # Ok(())
/// # }
/// # let mut demo = std::pin::pin!(demo());
/// # let mut context = std::task::Context::from_waker(std::task::Waker::noop());
/// # assert!(matches!(demo.as_mut().poll(&mut context), std::task::Poll::Ready(Ok(()))));
/// ```
///
/// # Errors
///
/// If the work fails, or if it cannot be told whether the event is dealt with, or not be kept that
/// it is.
pub async fn once<S, W, T, E>(
    seen: &S,
    id: &str,
    work: impl FnOnce() -> W,
) -> Result<Once<T>, OnceError<S::Error, E>>
where
    S: SeenEvents,
    W: Future<Output = Result<T, E>>,
{
    let ticket = match seen.claim(id).await.map_err(OnceError::Seen)? {
        Claim::Ours(ticket) => ticket,
        Claim::InWork => return Ok(Once::InWork),
        Claim::Done => return Ok(Once::Before),
    };
    match work().await {
        Ok(value) => {
            seen.done(id).await.map_err(OnceError::Seen)?;
            Ok(Once::Done(value))
        }
        Err(error) => {
            // Where this fails too the claim lapses: what is to be told is why the work failed.
            let _ = seen.failed(id, ticket).await;
            Err(OnceError::Work(error))
        }
    }
}

/// What became of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Once<T> {
    /// It is dealt with, now.
    Done(T),
    /// It was dealt with before.
    Before,
    /// Somebody else is dealing with it.
    InWork,
}

impl<T> Once<T> {
    /// What to answer: 200 for what is dealt with. 503 where somebody else is at it, who may yet
    /// fail: the provider is to deliver it again.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Done(_) | Self::Before => StatusCode::OK,
            Self::InWork => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

/// Why an event is not dealt with, or not known to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OnceError<S, W> {
    /// It could not be told whether it is, or not be kept that it is.
    Seen(S),
    /// The work failed.
    Work(W),
}

impl<S, W> fmt::Display for OnceError<S, W> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Seen(_) => "it is not known which events are dealt with",
            Self::Work(_) => "the event is not dealt with",
        })
    }
}

impl<S: Error + 'static, W: Error + 'static> Error for OnceError<S, W> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Seen(error) => Some(error),
            Self::Work(error) => Some(error),
        }
    }
}
