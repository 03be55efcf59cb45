//! What is decoded.

/// Stripe's event of 2018 from which its description here is made.
pub const STRIPE_2018: &str = include_str!("../../spec/stripe.recorded.jsonl");

/// The same event as it would be delivered today. async-stripe takes nothing older.
pub const STRIPE_TODAY: &str = include_str!("../payloads/charge.dispute.closed.json");

/// An event of Sezzle's, small and flat.
pub const SEZZLE: &str = include_str!("../payloads/order.authorized.json");
