//! HMAC (RFC 2104), with any hash.

use std::sync::Arc;

use hmac::digest::block_api::EagerHash;
use hmac::{Hmac, KeyInit, Mac};
use subtle::{Choice, ConstantTimeEq};

use super::keys::{Message, SigningKey, VerifyingKey};

/// A key of HMAC with the hash `D`, which verifies and signs; `None` if it cannot be one. What
/// depends on the key alone is computed once, here.
pub(super) fn key<D>(key: &[u8]) -> Option<Arc<Key<Hmac<D>>>>
where
    D: EagerHash,
    Hmac<D>: Mac + KeyInit,
{
    Hmac::<D>::new_from_slice(key)
        .ok()
        .map(|mac| Arc::new(Key(mac)))
}

/// An HMAC that has read its key.
pub(super) struct Key<M>(M);

impl<M: Mac + Clone> Key<M> {
    fn of(&self, message: &Message<'_>) -> impl AsRef<[u8]> + use<M> {
        let mut mac = self.0.clone();
        for piece in message {
            mac.update(piece);
        }
        mac.finalize().into_bytes()
    }
}

impl<M: Mac + Clone + Send + Sync> VerifyingKey for Key<M> {
    fn is_any_right(&self, message: &Message<'_>, signatures: &[Vec<u8>]) -> Choice {
        let expected = self.of(message);
        signatures.iter().fold(Choice::from(0), |right, signature| {
            right | signature.as_slice().ct_eq(expected.as_ref())
        })
    }
}

impl<M: Mac + Clone + Send + Sync> SigningKey for Key<M> {
    fn sign(&self, message: &Message<'_>) -> Vec<u8> {
        self.of(message).as_ref().to_vec()
    }
}
