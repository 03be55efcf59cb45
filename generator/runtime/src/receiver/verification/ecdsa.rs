//! ECDSA with the curve P-256 and SHA-256 (FIPS 186-5).

use std::sync::Arc;

use p256::ecdsa::signature::{Signer, Verifier};
use p256::ecdsa::{DerSignature, Signature, SigningKey as Private, VerifyingKey as Public};
use p256::pkcs8::{DecodePrivateKey, DecodePublicKey};

use super::VerifyError;
use super::candidates::Candidates;
use super::keys::{SigningKey, VerifyingKey};
use super::message::Message;

/// A public key: a point, or a `SubjectPublicKeyInfo`.
pub(super) fn verifying_key(key: &[u8]) -> Option<Arc<dyn VerifyingKey>> {
    let found = Public::from_sec1_bytes(key)
        .ok()
        .or_else(|| Public::from_public_key_der(key).ok());
    found.map(|key| Arc::new(key) as _)
}

/// A private key: a scalar, or PKCS #8.
pub(super) fn signing_key(key: &[u8]) -> Option<Arc<dyn SigningKey>> {
    let found = Private::from_slice(key)
        .ok()
        .or_else(|| Private::from_pkcs8_der(key).ok());
    found.map(|key| Arc::new(key) as _)
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
                .or_else(|_| Signature::from_der(signature))
                .is_ok_and(|signature| self.verify(&message, &signature).is_ok())
        }))
    }
}

impl SigningKey for Private {
    fn sign(&self, message: &Message<'_>) -> Result<Vec<u8>, VerifyError> {
        let signature: DerSignature = Signer::sign(self, &message.to_bytes()?);
        Ok(signature.as_bytes().to_vec())
    }
}
