//! Whether a delivery is the provider's.

use std::fmt;
use std::time::SystemTime;

use http::HeaderMap;
use subtle::{Choice, ConstantTimeEq};

use super::{Part, Verification, VerifyError};
use crate::Secret;
use crate::clock::Clock;

/// Says whether a delivery is the provider's, by its signature.
///
/// [`Receiver`](crate::Receiver) has one; alone it serves where deliveries are decoded elsewhere, or
/// where the description does not say how they are signed and the caller knows.
#[derive(Clone)]
pub struct Verifier {
    scheme: Verification,
    /// `None` where a secret cannot be a key.
    keys: Vec<Option<Vec<u8>>>,
    clock: Clock,
}

impl Verifier {
    /// Verifies with this secret.
    #[must_use]
    pub fn new(scheme: Verification, secret: impl Into<Secret>) -> Self {
        Self {
            scheme,
            keys: Vec::new(),
            clock: Clock::default(),
        }
        .or_secret(secret)
    }

    /// Also takes signatures of another secret: of the one before, or the one to come, while they
    /// are changed. May be called any number of times.
    #[must_use]
    pub fn or_secret(mut self, secret: impl Into<Secret>) -> Self {
        self.keys.push(self.scheme.key.decode(&secret.into()));
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
        let keys: Option<Vec<&[u8]>> = self.keys.iter().map(Option::as_deref).collect();
        let keys = keys.ok_or(VerifyError::BadSecret)?;
        let signatures = self.scheme.signature.read(headers)?;
        let timestamp = match self.scheme.timestamp {
            Some(timestamp) => Some(timestamp.read(headers, signatures.timestamp)?),
            None => signatures.timestamp,
        };
        let message = self.message(headers, timestamp, body)?;

        let mut right = Choice::from(0);
        for key in keys {
            let pieces = message.iter().copied();
            let expected = self
                .scheme
                .algorithm
                .sign(key, pieces)
                .ok_or(VerifyError::BadSecret)?;
            for candidate in &signatures.candidates {
                right |= candidate.ct_eq(&expected);
            }
        }
        if !bool::from(right) {
            return Err(VerifyError::NoMatch);
        }
        match self.scheme.timestamp.zip(timestamp) {
            Some((scheme, timestamp)) => scheme.check(timestamp, self.clock.now()),
            None => Ok(()),
        }
    }

    /// What is signed, piece by piece.
    fn message<'a>(
        &self,
        headers: &'a HeaderMap,
        timestamp: Option<&'a str>,
        body: &'a [u8],
    ) -> Result<Vec<&'a [u8]>, VerifyError> {
        let piece = |part: &Part| match *part {
            Part::Literal(text) => Ok(text.as_bytes()),
            Part::Body => Ok(body),
            Part::Timestamp => timestamp
                .map(str::as_bytes)
                .ok_or(VerifyError::MissingTimestamp),
            Part::Header(name) => match headers.get(name) {
                Some(value) => Ok(value.as_bytes()),
                None => Err(VerifyError::MissingHeader(name)),
            },
        };
        self.scheme.signed.iter().map(piece).collect()
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
