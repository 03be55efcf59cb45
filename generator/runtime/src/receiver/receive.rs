//! Receiving deliveries.

use std::fmt;
use std::marker::PhantomData;
use std::time::SystemTime;

use http::HeaderMap;

use super::{
    Deliveries, Discriminated, Discriminator, ReceiveError, UnfitEvent, UnknownEvent, Unverified,
    Verified,
};
use super::{Verifier, VerifyError};
use crate::Secret;

/// Receives the deliveries of one provider: verifies them, and says what they tell of.
///
/// `E` is an enum that [`events!`](crate::events!) was told of. If the description says how
/// deliveries are signed, a receiver begins with [`new`](Self::new) and a secret; if it does not,
/// with [`unverified`](Self::unverified): there is no way to forget the one or to get the other by
/// mistake.
///
/// A receiver is for many deliveries, and may be shared between threads.
pub struct Receiver<E> {
    verifier: Option<Verifier>,
    events: PhantomData<fn() -> E>,
}

impl<E: Verified> Receiver<E> {
    /// Takes deliveries that are signed with this secret. One that cannot be a key, because it is
    /// empty or not written as the provider does, makes every delivery fail with
    /// [`VerifyError::BadSecret`].
    #[must_use]
    pub fn new(secret: impl Into<Secret>) -> Self {
        let verifier = Verifier::new(E::VERIFICATION, secret);
        Self {
            verifier: Some(verifier),
            events: PhantomData,
        }
    }

    /// Also takes deliveries that are signed with another secret: with the one before, or the one
    /// to come, while they are changed. May be called any number of times.
    #[must_use]
    pub fn or_secret(mut self, secret: impl Into<Secret>) -> Self {
        self.verifier = self.verifier.map(|verifier| verifier.or_secret(secret));
        self
    }

    /// Is known to the provider by this URL, which some sign: as it was given to the provider, with
    /// its query. What a request says of it may be that of a proxy.
    #[must_use]
    pub fn at_url(mut self, url: impl Into<String>) -> Self {
        self.verifier = self.verifier.map(|verifier| verifier.at_url(url));
        self
    }

    /// Asks `now` for the time instead of the system.
    #[must_use]
    pub fn with_clock(mut self, now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.verifier = self.verifier.map(|verifier| verifier.with_clock(now));
        self
    }

    /// Whether a delivery is the provider's. `body` is what came, byte by byte.
    ///
    /// # Errors
    ///
    /// If it is not, says why.
    pub fn verify(&self, headers: &HeaderMap, body: &[u8]) -> Result<(), VerifyError> {
        self.verifier
            .as_ref()
            .map_or(Ok(()), |verifier| verifier.verify(headers, body))
    }
}

impl<E: Unverified> Receiver<E> {
    /// Takes any delivery: the description does not say how they are signed. What is told is not
    /// to be trusted, unless the caller verifies it, with a [`Verifier`] for example.
    #[must_use]
    pub fn unverified() -> Self {
        Self {
            verifier: None,
            events: PhantomData,
        }
    }
}

impl<E: Discriminated> Receiver<E> {
    /// Verifies a delivery, and says what it tells of. `body` is what came, byte by byte.
    ///
    /// # Errors
    ///
    /// If it is not the provider's, is not JSON, or does not say which event it is. An event that
    /// is not described, or does not fit its type, is none.
    pub fn receive(&self, headers: &HeaderMap, body: &[u8]) -> Result<E, ReceiveError> {
        self.check(headers, body)?;
        self.decode(headers, body)
    }

    /// Says what a delivery tells of, without verifying it.
    ///
    /// # Errors
    ///
    /// If it is not JSON, or does not say which event it is.
    pub fn decode(&self, headers: &HeaderMap, body: &[u8]) -> Result<E, ReceiveError> {
        self.named(E::DISCRIMINATOR, headers, body)
    }
}

impl<E: Deliveries> Receiver<E> {
    /// Verifies a delivery of the event `name`, and reads it: for deliveries that do not say
    /// themselves which event they are, each of which has a route of its own.
    ///
    /// # Errors
    ///
    /// If it is not the provider's. One that does not fit its type is none.
    pub fn receive_as(
        &self,
        name: impl AsRef<str>,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<E, ReceiveError> {
        self.check(headers, body)?;
        Ok(self.decode_as(name, body))
    }

    /// Reads a delivery of the event `name`, without verifying it.
    pub fn decode_as(&self, name: impl AsRef<str>, body: &[u8]) -> E {
        let name = name.as_ref();
        match E::decode(name, body) {
            Some(Ok(event)) => event,
            Some(Err(error)) => E::unfit(UnfitEvent::new(name, body, error)),
            None => E::unknown(UnknownEvent::new(name, body)),
        }
    }

    /// Reads what says itself which event it is.
    pub(super) fn named(
        &self,
        discriminator: Discriminator,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<E, ReceiveError> {
        // Nearly all are what they should be: then the payload's type has read all of the body, so
        // that the name need not have.
        let glance = discriminator.glance(body);
        if let Some(Ok(event)) = glance.and_then(|name| E::decode(name, body)) {
            return Ok(event);
        }
        let name = discriminator.name(headers, body)?;
        // An event may be described by what the first place says, whatever the others do.
        let first = name.first.map(|end| &name.full[..end]);
        let first = first.filter(|first| !E::knows(&name.full) && E::knows(first));
        Ok(self.decode_as(first.unwrap_or(&name.full), body))
    }

    pub(super) fn check(&self, headers: &HeaderMap, body: &[u8]) -> Result<(), ReceiveError> {
        match &self.verifier {
            Some(verifier) => Ok(verifier.verify(headers, body)?),
            None => Ok(()),
        }
    }
}

impl<E> Clone for Receiver<E> {
    fn clone(&self) -> Self {
        Self {
            verifier: self.verifier.clone(),
            events: PhantomData,
        }
    }
}

impl<E> fmt::Debug for Receiver<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Receiver")
            .field("verifier", &self.verifier)
            .finish()
    }
}
