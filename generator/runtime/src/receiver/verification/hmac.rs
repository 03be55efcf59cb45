//! HMAC (RFC 2104), with any hash.

use std::sync::Arc;

use hmac::digest::block_api::EagerHash;
use hmac::digest::{CtOutput, Output};
use hmac::{Hmac, KeyInit, Mac};

use super::VerifyError;
use super::candidates::Candidates;
use super::keys::{SigningKey, VerifyingKey};
use super::message::Message;

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
    fn of(&self, message: &Message<'_>) -> Result<CtOutput<M>, VerifyError> {
        let mut mac = self.0.clone();
        message.each(|piece| mac.update(piece))?;
        Ok(mac.finalize())
    }
}

impl<M: Mac + Clone + Send + Sync> VerifyingKey for Key<M> {
    fn is_any_right(
        &self,
        message: &Message<'_>,
        signatures: &Candidates,
    ) -> Result<bool, VerifyError> {
        let expected = self.of(message)?;
        let is_right = |signature: &[u8]| {
            let signature = Output::<M>::try_from(signature);
            signature.is_ok_and(|signature| expected == CtOutput::new(signature))
        };
        let mut is_any_right = false;
        for signature in signatures.iter() {
            is_any_right |= is_right(signature);
        }
        Ok(is_any_right)
    }
}

impl<M: Mac + Clone + Send + Sync> SigningKey for Key<M> {
    fn sign(&self, message: &Message<'_>) -> Result<Vec<u8>, VerifyError> {
        Ok(self.of(message)?.into_bytes().to_vec())
    }
}
