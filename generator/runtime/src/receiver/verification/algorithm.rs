//! Which algorithm signs.

use std::sync::Arc;

#[cfg(any(
    feature = "hmac-sha1",
    feature = "hmac-sha256",
    feature = "hmac-sha384",
    feature = "hmac-sha512"
))]
use super::hmac;
use super::keys::{SigningKey, VerifyingKey};

/// How a signature is computed. Each is there with the feature of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Algorithm {
    /// HMAC (RFC 2104) with SHA-1.
    #[cfg(feature = "hmac-sha1")]
    HmacSha1,
    /// HMAC with SHA-256.
    #[cfg(feature = "hmac-sha256")]
    HmacSha256,
    /// HMAC with SHA-384.
    #[cfg(feature = "hmac-sha384")]
    HmacSha384,
    /// HMAC with SHA-512.
    #[cfg(feature = "hmac-sha512")]
    HmacSha512,
    /// Ed25519 (RFC 8032). A key is its 32 bytes, or those in a `SubjectPublicKeyInfo` (RFC 8410);
    /// what signs is the seed of 32 bytes, or that and the key.
    #[cfg(feature = "ed25519")]
    Ed25519,
    /// ECDSA with the curve P-256 and SHA-256 (FIPS 186-5). A key is a point (SEC 1, 2.3.3), or a
    /// `SubjectPublicKeyInfo` (RFC 5480); what signs is a scalar of 32 bytes, or PKCS #8. A signature
    /// is DER (RFC 3279, 2.2.3) or the two numbers of 32 bytes; what is signed here is DER.
    #[cfg(feature = "ecdsa-p256")]
    EcdsaP256Sha256,
}

impl Algorithm {
    /// A key that verifies; `None` if the bytes cannot be one.
    pub(super) fn verifying_key(self, key: &[u8]) -> Option<Arc<dyn VerifyingKey>> {
        match self {
            #[cfg(feature = "ed25519")]
            Self::Ed25519 => super::ed25519::verifying_key(key),
            #[cfg(feature = "ecdsa-p256")]
            Self::EcdsaP256Sha256 => super::ecdsa::verifying_key(key),
            #[cfg(feature = "hmac-sha1")]
            Self::HmacSha1 => hmac::key::<sha1::Sha1>(key).map(|key| key as _),
            #[cfg(feature = "hmac-sha256")]
            Self::HmacSha256 => hmac::key::<sha2::Sha256>(key).map(|key| key as _),
            #[cfg(feature = "hmac-sha384")]
            Self::HmacSha384 => hmac::key::<sha2::Sha384>(key).map(|key| key as _),
            #[cfg(feature = "hmac-sha512")]
            Self::HmacSha512 => hmac::key::<sha2::Sha512>(key).map(|key| key as _),
        }
    }

    /// A key that signs; `None` if the bytes cannot be one.
    pub(super) fn signing_key(self, key: &[u8]) -> Option<Arc<dyn SigningKey>> {
        match self {
            #[cfg(feature = "ed25519")]
            Self::Ed25519 => super::ed25519::signing_key(key),
            #[cfg(feature = "ecdsa-p256")]
            Self::EcdsaP256Sha256 => super::ecdsa::signing_key(key),
            #[cfg(feature = "hmac-sha1")]
            Self::HmacSha1 => hmac::key::<sha1::Sha1>(key).map(|key| key as _),
            #[cfg(feature = "hmac-sha256")]
            Self::HmacSha256 => hmac::key::<sha2::Sha256>(key).map(|key| key as _),
            #[cfg(feature = "hmac-sha384")]
            Self::HmacSha384 => hmac::key::<sha2::Sha384>(key).map(|key| key as _),
            #[cfg(feature = "hmac-sha512")]
            Self::HmacSha512 => hmac::key::<sha2::Sha512>(key).map(|key| key as _),
        }
    }
}
