//! How a delivery is signed, whether it is, and signing one.

mod algorithm;
mod candidates;
mod delivered;
#[cfg(feature = "ecdsa-p256")]
mod ecdsa;
#[cfg(feature = "ed25519")]
mod ed25519;
mod encoding;
mod error;
mod header_names;
#[cfg(any(
    feature = "hmac-sha1",
    feature = "hmac-sha256",
    feature = "hmac-sha384",
    feature = "hmac-sha512"
))]
mod hmac;
mod key;
mod keys;
mod message;
mod scheme;
mod sign;
mod signature;
mod split;
mod timestamp;
mod verify;

pub use algorithm::Algorithm;
pub use error::VerifyError;
pub use key::Key;
pub use scheme::{Part, Verification, VerificationBuilder};
pub use sign::{SignError, Signer};
pub use signature::Signature;
pub use timestamp::Timestamp;
pub use verify::Verifier;
