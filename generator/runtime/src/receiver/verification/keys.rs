//! What a secret becomes before there is a delivery.

use super::VerifyError;
use super::candidates::Candidates;
use super::message::Message;

/// Says whether signatures are right.
pub(super) trait VerifyingKey: Send + Sync {
    /// Whether any of the signatures is right for the message. Takes as long for one that is nearly
    /// right as for one that is not.
    fn is_any_right(
        &self,
        message: &Message<'_>,
        signatures: &Candidates,
    ) -> Result<bool, VerifyError>;
}

/// Makes signatures.
pub(super) trait SigningKey: Send + Sync {
    /// The signature of a message.
    fn sign(&self, message: &Message<'_>) -> Result<Vec<u8>, VerifyError>;
}
