//! What the generated receivers are measured against: the same events by hand, with serde's derives.

pub mod payloads;
pub mod sezzle;
pub mod stripe;
