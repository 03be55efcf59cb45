//! Whether a delivery is the provider's.

use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use http::HeaderMap;

use super::candidates::Candidates;
use super::delivered::Delivered;
use super::header_names::HeaderNames;
use super::keys::VerifyingKey;
use super::message::Message;
use super::{Verification, VerifyError};
use crate::Secret;
use crate::clock::Clock;

/// Says whether a delivery is the provider's, by its signature.
///
/// [`Receiver`](crate::Receiver) has one; alone it serves where deliveries are decoded elsewhere, or
/// where the description does not say how they are signed and the caller knows.
#[derive(Clone)]
pub struct Verifier {
    scheme: Verification,
    header_names: HeaderNames,
    /// `None` where a secret cannot be a key.
    keys: Vec<Option<Arc<dyn VerifyingKey>>>,
    url: Option<String>,
    clock: Clock,
}

impl Verifier {
    /// Verifies with this secret.
    #[must_use]
    pub fn new(scheme: Verification, secret: impl Into<Secret>) -> Self {
        Self {
            scheme,
            header_names: HeaderNames::of(&scheme),
            keys: Vec::new(),
            url: None,
            clock: Clock::default(),
        }
        .or_secret(secret)
    }

    /// Also takes signatures of another secret: of the one before, or the one to come, while they
    /// are changed. May be called any number of times.
    #[must_use]
    pub fn or_secret(mut self, secret: impl Into<Secret>) -> Self {
        let scheme = self.scheme;
        let key = scheme.key.decode(&secret.into());
        self.keys
            .push(key.and_then(|key| scheme.algorithm.verifying_key(&key)));
        self
    }

    /// Is known to the provider by this URL, which some sign: as it was given to the provider, with
    /// its query. What a request says of it may be that of a proxy.
    #[must_use]
    pub fn at_url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Asks `now` for the time instead of the system.
    #[must_use]
    pub fn with_clock(mut self, now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.clock = Clock::new(now);
        self
    }

    /// Whether any signature of the delivery is right for any of the secrets, and its time is near
    /// enough to now. `body` is what came, byte by byte. Takes as long for a signature that is
    /// nearly right as for one that is not.
    ///
    /// # Errors
    ///
    /// If it is not, says why.
    pub fn verify(&self, headers: &HeaderMap, body: &[u8]) -> Result<(), VerifyError> {
        if self.keys.iter().any(Option::is_none) {
            return Err(VerifyError::BadSecret);
        }
        let delivered = Delivered {
            headers,
            header_names: &self.header_names,
            body,
            url: self.url.as_deref(),
            item: None,
        };
        let Some(items) = self.scheme.each else {
            return self.verify_one(delivered);
        };
        for item in delivered.items(items)? {
            let item = Some(item);
            self.verify_one(Delivered { item, ..delivered })?;
        }
        Ok(())
    }

    /// Verifies a delivery, or one item of it.
    fn verify_one(&self, delivered: Delivered<'_>) -> Result<(), VerifyError> {
        let scheme = &self.scheme;
        let mut candidates = Candidates::new();
        let in_list = scheme.signature.read(&delivered, &mut candidates)?;
        let apart;
        let timestamp = match &scheme.timestamp {
            Some(time) if time.place.is_some() => {
                apart = time.read(&delivered)?;
                apart.as_deref()
            }
            _ => in_list.as_deref(),
        };
        if scheme.timestamp.is_some() && timestamp.is_none() {
            return Err(VerifyError::MissingTimestamp);
        }
        let message = Message {
            parts: scheme.signed,
            delivered,
            timestamp,
        };

        let mut is_right = false;
        for key in self.keys.iter().flatten() {
            is_right |= key.is_any_right(&message, &candidates)?;
        }
        if !is_right {
            return Err(VerifyError::NoMatch);
        }
        match scheme.timestamp.as_ref().zip(timestamp) {
            Some((scheme, timestamp)) => scheme.check(timestamp, self.clock.now()),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Verifier {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Verifier")
            .field("scheme", &self.scheme)
            .field("secrets", &self.keys.len())
            .finish_non_exhaustive()
    }
}
