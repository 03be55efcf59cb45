//! Ed25519 (RFC 8032).

use std::sync::Arc;

use ed25519_dalek::{Signature, Signer, SigningKey as Private, VerifyingKey as Public};

use super::VerifyError;
use super::candidates::Candidates;
use super::keys::{SigningKey, VerifyingKey};
use super::message::Message;

/// What stands before a key in a `SubjectPublicKeyInfo` (RFC 8410, section 4).
const SUBJECT_PUBLIC_KEY_INFO: [u8; 12] = [
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
];

/// A public key.
pub(super) fn verifying_key(key: &[u8]) -> Option<Arc<dyn VerifyingKey>> {
    let key = key.strip_prefix(&SUBJECT_PUBLIC_KEY_INFO).unwrap_or(key);
    let key = Public::from_bytes(key.try_into().ok()?).ok()?;
    // With one of the few weak keys there are signatures that are right for any message.
    (!key.is_weak()).then(|| Arc::new(key) as _)
}

/// A private key: its seed, alone or before the public key.
pub(super) fn signing_key(key: &[u8]) -> Option<Arc<dyn SigningKey>> {
    let key = match key.len() {
        64 => Private::from_keypair_bytes(key.try_into().ok()?).ok()?,
        _ => Private::from_bytes(key.try_into().ok()?),
    };
    Some(Arc::new(key))
}

impl VerifyingKey for Public {
    fn is_any_right(
        &self,
        message: &Message<'_>,
        signatures: &Candidates,
    ) -> Result<bool, VerifyError> {
        // Nothing of this is secret, so nothing has to take equally long.
        let message = message.to_bytes()?;
        Ok(signatures.iter().any(|signature| {
            Signature::from_slice(signature)
                .is_ok_and(|signature| self.verify_strict(&message, &signature).is_ok())
        }))
    }
}

impl SigningKey for Private {
    fn sign(&self, message: &Message<'_>) -> Result<Vec<u8>, VerifyError> {
        let signature = Signer::sign(self, &message.to_bytes()?);
        Ok(signature.to_bytes().to_vec())
    }
}
