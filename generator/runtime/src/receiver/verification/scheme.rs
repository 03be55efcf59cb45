//! How a provider signs its deliveries.

use super::{Algorithm, Key, Signature, Timestamp};

/// How a provider signs its deliveries, as a constant.
///
/// Standard Webhooks, for example:
///
/// ```
/// use hookgen_runtime::{Algorithm, Key, Part, Signature, Timestamp, Verification};
///
/// pub const VERIFICATION: Verification = Verification::new(Algorithm::HmacSha256)
///     .key(Key::base64().prefixes(&["whsec_"]))
///     .signature(Signature::in_header("webhook-signature").base64().list(" ", ",", &["v1"]))
///     .signed(&[
///         Part::Header("webhook-id"),
///         Part::Literal("."),
///         Part::Timestamp,
///         Part::Literal("."),
///         Part::Body,
///     ])
///     .timestamp(Timestamp::in_header("webhook-timestamp").seconds().tolerance(300));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verification {
    pub(super) algorithm: Algorithm,
    pub(super) key: Key,
    pub(super) each: Option<&'static str>,
    pub(super) signature: Signature,
    pub(super) signed: &'static [Part],
    pub(super) timestamp: Option<Timestamp>,
}

impl Verification {
    /// A scheme that computes its signature in this way. Where the signature is has to be said
    /// next, with [`VerificationBuilder::signature`].
    // A scheme without a signature must not be one: so the builder has another type.
    #[allow(clippy::new_ret_no_self)]
    #[must_use]
    pub const fn new(algorithm: Algorithm) -> VerificationBuilder {
        VerificationBuilder {
            algorithm,
            key: Key::utf8(),
        }
    }

    /// How the secret becomes a key; as it stands unless this says otherwise.
    #[must_use]
    pub const fn key(self, key: Key) -> Self {
        Self { key, ..self }
    }

    /// What is signed, piece by piece; the body alone unless this says otherwise.
    #[must_use]
    pub const fn signed(self, parts: &'static [Part]) -> Self {
        Self {
            signed: parts,
            ..self
        }
    }

    /// The items of an array are signed, each by itself: a pointer (RFC 6901) to it in the body,
    /// which is JSON. All of them have to be right, and there has to be one. What stands beside the
    /// array is not signed.
    #[must_use]
    pub const fn each(self, pointer: &'static str) -> Self {
        Self {
            each: Some(pointer),
            ..self
        }
    }

    /// When it was signed, and how long ago that may be; not looked at unless this says so.
    #[must_use]
    pub const fn timestamp(self, timestamp: Timestamp) -> Self {
        Self {
            timestamp: Some(timestamp),
            ..self
        }
    }
}

/// A [`Verification`] that does not say yet where the signature is.
#[derive(Debug, Clone, Copy)]
pub struct VerificationBuilder {
    algorithm: Algorithm,
    key: Key,
}

impl VerificationBuilder {
    /// How the secret becomes a key; as it stands unless this says otherwise.
    #[must_use]
    pub const fn key(self, key: Key) -> Self {
        Self { key, ..self }
    }

    /// Where the signature is, and how it is written.
    #[must_use]
    pub const fn signature(self, signature: Signature) -> Verification {
        Verification {
            algorithm: self.algorithm,
            key: self.key,
            each: None,
            signature,
            signed: &[Part::Body],
            timestamp: None,
        }
    }
}

/// A piece of what is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Part {
    /// As it stands.
    Literal(&'static str),
    /// The body, byte by byte.
    Body,
    /// The timestamp, as it was delivered.
    Timestamp,
    /// A header's value.
    Header(&'static str),
    /// A scalar in the body, which is JSON: a pointer (RFC 6901) to it. A string is signed without
    /// its quotes, a number or truth value as it is written, null and what is not there as nothing.
    Member(&'static str),
    /// The same in the item that is signed.
    Item(&'static str),
    /// What it was sent to, as the provider knows it: see
    /// [`Receiver::at_url`](crate::Receiver::at_url).
    Url,
    /// The names and values of the body, which is a form, in the order of their bytes, with nothing
    /// between them.
    SortedForm,
}
