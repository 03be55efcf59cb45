//! Computing a signature.

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::{Sha256, Sha384, Sha512};

/// How a signature is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Algorithm {
    /// HMAC (RFC 2104) with SHA-1.
    HmacSha1,
    /// HMAC with SHA-256.
    HmacSha256,
    /// HMAC with SHA-384.
    HmacSha384,
    /// HMAC with SHA-512.
    HmacSha512,
}

impl Algorithm {
    /// The signature of a message that comes in pieces; `None` if the key cannot be one.
    pub(super) fn sign<'a>(
        self,
        key: &[u8],
        message: impl Iterator<Item = &'a [u8]>,
    ) -> Option<Vec<u8>> {
        match self {
            Self::HmacSha1 => sign::<Hmac<Sha1>>(key, message),
            Self::HmacSha256 => sign::<Hmac<Sha256>>(key, message),
            Self::HmacSha384 => sign::<Hmac<Sha384>>(key, message),
            Self::HmacSha512 => sign::<Hmac<Sha512>>(key, message),
        }
    }
}

fn sign<'a, M: Mac + KeyInit>(
    key: &[u8],
    message: impl Iterator<Item = &'a [u8]>,
) -> Option<Vec<u8>> {
    let mut mac = M::new_from_slice(key).ok()?;
    for piece in message {
        mac.update(piece);
    }
    Some(mac.finalize().into_bytes().to_vec())
}
