//! How a delivery is signed, and whether it is.

mod error;
mod key;
mod mac;
mod scheme;
mod signature;
mod timestamp;
mod verify;

pub use error::VerifyError;
pub use key::Key;
pub use mac::Algorithm;
pub use scheme::{Part, Verification, VerificationBuilder};
pub use signature::Header;
pub use timestamp::Timestamp;
pub use verify::Verifier;
