//! Deliveries: verified by their signature, told apart by their event, and decoded.
//!
//! ```text
//! headers, body ─verify→ Ok(()) ─name→ "order.captured" ─decode→ Event::OrderCaptured(…)
//!                  │                │                      │
//!             VerifyError      ReceiveError        Event::Unknown, Event::Unfit
//! ```
//!
//! A delivery may have several events in it, each of which is decoded by itself: see [`Batched`].
//!
//! The signature is checked over the bytes as they came; nothing is parsed before.

mod batch;
mod delivery;
mod discriminator;
mod envelope;
mod error;
mod events;
mod receive;
mod verification;

pub use batch::{Batch, Batched, Item};
pub use delivery::{UnfitEvent, UnknownEvent};
pub use discriminator::{Discriminator, Source};
pub use envelope::{Envelope, Enveloped};
pub use error::ReceiveError;
pub use events::{Deliveries, Discriminated, Unverified, Verified, decode_event};
pub use receive::Receiver;
pub use verification::{
    Algorithm, Key, Part, SignError, Signature, Signer, Timestamp, Verification,
    VerificationBuilder, Verifier, VerifyError,
};
