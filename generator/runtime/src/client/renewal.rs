//! Tokens that are fetched when they are needed.

use std::time::{Duration, SystemTime};

use tokio::sync::Mutex;

use super::{AccessToken, CredentialError, MaybeSend, Sending};
use crate::Secret;
use crate::clock::Clock;

/// How long before it lapses a token is renewed, if it lives long enough.
const MARGIN: Duration = Duration::from_secs(60);

/// A token that is fetched before the first request that needs one, and again before it lapses.
pub(super) struct Renewal {
    fetch: Box<Fetch>,
    /// Locked while a token is fetched: so that there is one fetch at a time, and those who wait
    /// for it have its token.
    held: Mutex<Option<Held>>,
}

struct Held {
    token: AccessToken,
    since: SystemTime,
}

/// Fetches a token.
type Fetch = dyn Fn() -> Sending<Result<AccessToken, CredentialError>> + Send + Sync;

impl Renewal {
    pub(super) fn new<F>(fetch: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<AccessToken, CredentialError>> + MaybeSend + 'static,
    {
        Self {
            fetch: Box::new(move || Box::pin(fetch())),
            held: Mutex::new(None),
        }
    }

    /// A token that is good now. One that could not be had is asked for again the next time.
    pub(super) async fn token(&self, clock: &Clock) -> Result<Secret, CredentialError> {
        let mut held = self.held.lock().await;
        let now = clock.now();
        if let Some(held) = held.as_ref().filter(|held| !held.is_due(now)) {
            return Ok(held.token.token.clone());
        }
        let token = (self.fetch)().await?;
        let secret = token.token.clone();
        *held = Some(Held { token, since: now });
        Ok(secret)
    }

    /// Gives up a token that the server refused, so that there is another one next time.
    pub(super) async fn refused(&self, token: &Secret) {
        let mut held = self.held.lock().await;
        if held.as_ref().is_some_and(|held| held.token.token == *token) {
            *held = None;
        }
    }
}

impl Held {
    /// Whether the token is about to lapse: in a minute, or in a tenth of its life.
    fn is_due(&self, now: SystemTime) -> bool {
        let Some(expires) = self.token.expires else {
            return false;
        };
        let life = expires.duration_since(self.since).unwrap_or_default();
        match expires.duration_since(now) {
            Ok(left) => left.is_zero() || left < MARGIN.min(life / 10),
            Err(_) => true,
        }
    }
}
