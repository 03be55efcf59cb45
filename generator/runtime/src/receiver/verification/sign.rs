//! Signing a delivery, as the provider would.

mod body;

use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;

use self::body::Edit;
use super::delivered::{Delivered, Place};
use super::header_names::HeaderNames;
use super::keys::SigningKey;
use super::message::Message;
use super::{Verification, VerifyError};
use crate::Secret;
use crate::clock::Clock;

/// Signs deliveries as a provider would: for tests of what receives them, and for tools.
///
/// ```
/// use hookgen_runtime::http::HeaderMap;
/// use hookgen_runtime::{Algorithm, Signature, Signer, Verification, Verifier};
///
/// const VERIFICATION: Verification = Verification::new(Algorithm::HmacSha256)
///     .signature(Signature::in_header("Example-Signature").hex());
///
/// let mut headers = HeaderMap::new();
/// let body = Signer::new(VERIFICATION, "secret").sign(&mut headers, br#"{"event":"paid"}"#)?;
/// assert!(Verifier::new(VERIFICATION, "secret").verify(&headers, &body).is_ok());
/// # Ok::<(), hookgen_runtime::SignError>(())
/// ```
#[derive(Clone)]
pub struct Signer {
    scheme: Verification,
    header_names: HeaderNames,
    /// `None` where the secret cannot be a key.
    key: Option<Arc<dyn SigningKey>>,
    url: Option<String>,
    clock: Clock,
}

impl Signer {
    /// Signs with this secret: the one that a [`Verifier`](super::Verifier) has, or, with an
    /// asymmetric algorithm, the private key.
    #[must_use]
    pub fn new(scheme: Verification, secret: impl Into<Secret>) -> Self {
        let key = scheme.key.decode(&secret.into());
        Self {
            scheme,
            header_names: HeaderNames::of(&scheme),
            key: key.and_then(|key| scheme.algorithm.signing_key(&key)),
            url: None,
            clock: Clock::default(),
        }
    }

    /// Sends to this URL, which some sign.
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

    /// Signs a delivery now: sets the headers of the signature and of its time, and gives the body
    /// to send. That is `body` as it is, unless the scheme has the signature or its time in there.
    /// Other headers that are signed, such as an id, have to be there.
    ///
    /// # Errors
    ///
    /// If the secret cannot be a key, or if something is missing or malformed that is signed.
    pub fn sign(&self, headers: &mut HeaderMap, body: &[u8]) -> Result<Bytes, SignError> {
        let key = self.key.as_deref().ok_or(VerifyError::BadSecret)?;
        let mut edit = Edit::new(body);
        let timestamp = self.stamp(headers, &mut edit)?;
        match self.scheme.each {
            None => self.sign_one(key, headers, &mut edit, None, timestamp.as_deref())?,
            Some(items) => {
                for index in 0..edit.count(items)? {
                    let item = format!("{items}/{index}");
                    self.sign_one(key, headers, &mut edit, Some(&item), timestamp.as_deref())?;
                }
            }
        }
        Ok(edit.into_bytes())
    }

    /// Says when it is, where the scheme says when a delivery was signed.
    fn stamp(
        &self,
        headers: &mut HeaderMap,
        edit: &mut Edit<'_>,
    ) -> Result<Option<String>, SignError> {
        let Some(timestamp) = self.scheme.timestamp else {
            return Ok(None);
        };
        let now = timestamp.write(self.clock.now());
        match timestamp.place {
            None => {}
            Some(Place::Header(name)) => insert(headers, name, &now)?,
            Some(Place::Body(pointer)) => edit.set_time(pointer, &now)?,
            Some(Place::Item(pointer)) => {
                let items = self.scheme.each.unwrap_or_default();
                for index in 0..edit.count(items)? {
                    edit.set_time(&format!("{items}/{index}{pointer}"), &now)?;
                }
            }
        }
        Ok(Some(now))
    }

    /// Signs a delivery, or the item of it at a pointer.
    fn sign_one(
        &self,
        key: &dyn SigningKey,
        headers: &mut HeaderMap,
        edit: &mut Edit<'_>,
        item: Option<&str>,
        timestamp: Option<&str>,
    ) -> Result<(), SignError> {
        let body = edit.bytes();
        let json = item.map(|item| edit.json_at(item)).transpose()?;
        let delivered = Delivered {
            headers,
            header_names: &self.header_names,
            body: &body,
            url: self.url.as_deref(),
            item: json.as_deref(),
        };
        let message = Message {
            parts: self.scheme.signed,
            delivered,
            timestamp,
        };
        let text = self.written(&key.sign(&message)?, timestamp);
        match self.scheme.signature.place {
            Place::Header(name) => insert(headers, name, &text),
            Place::Body(pointer) => edit.set(pointer, Value::String(text)),
            Place::Item(pointer) => {
                let at = format!("{}{pointer}", item.unwrap_or_default());
                edit.set(&at, Value::String(text))
            }
        }
    }

    /// A signature as it is delivered: `t=1492774577,v1=5257a8`.
    fn written(&self, signature: &[u8], timestamp: Option<&str>) -> String {
        let scheme = self.scheme.signature;
        let signature = format!("{}{}", scheme.prefix, scheme.encoding.encode(signature));
        let Some(list) = scheme.list else {
            return signature;
        };
        let pair = |name: &str, value: &str| format!("{name}{}{value}", list.pair);
        let time = list.timestamp.zip(timestamp);
        let time = time.map(|(name, time)| pair(name, time));
        let name = list.signatures.first().copied().unwrap_or_default();
        let pairs: Vec<_> = time.into_iter().chain([pair(name, &signature)]).collect();
        pairs.join(list.separator)
    }
}

fn insert(headers: &mut HeaderMap, name: &'static str, value: &str) -> Result<(), SignError> {
    let malformed = || SignError(VerifyError::MalformedHeader(name));
    let value = HeaderValue::from_str(value).map_err(|_| malformed())?;
    let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| malformed())?;
    headers.insert(name, value);
    Ok(())
}

/// Why a delivery cannot be signed: for what reason one like it would not be received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignError(VerifyError);

impl SignError {
    /// What is wrong.
    #[must_use]
    pub fn reason(&self) -> &VerifyError {
        &self.0
    }
}

impl From<VerifyError> for SignError {
    fn from(error: VerifyError) -> Self {
        Self(error)
    }
}

impl fmt::Display for SignError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            VerifyError::BadSecret => formatter.write_str("the secret cannot be a key"),
            error => write!(formatter, "the delivery cannot be signed: {error}"),
        }
    }
}

impl std::error::Error for SignError {}

impl fmt::Debug for Signer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Signer")
            .field("scheme", &self.scheme)
            .finish_non_exhaustive()
    }
}
