//! Receiving in an application: a request with a body still to come in, a delivery or a refusal out.
//!
//! ```text
//! request ─read, within bounds→ bytes ─Receiver→ Delivery
//!                 │                       │
//!              Refusal                 Refusal
//! ```
//!
//! Whoever delivers is not known before the last byte is there, since the signature is over all of
//! them: so what may be sent, and for how long, is bounded.

mod alarm;
mod body;
mod delivery;
#[cfg(feature = "axum")]
mod extract;
mod intake;
mod refusal;
#[cfg(feature = "tower")]
mod service;

pub use delivery::Delivery;
pub use intake::Endpoint;
pub use refusal::Refusal;
#[cfg(feature = "tower")]
pub use service::ReceiveService;
