//! Events that come more than once, and are dealt with once.
//!
//! Providers deliver again whatever they have no answer for, so the same event may come twice, and
//! two deliveries of it may come at the same time. Its id tells.
//!
//! ```text
//! claim ──→ Ours ──work──→ done     the event is never dealt with again
//!   │                └───→ failed   the next delivery is ours again
//!   ├─────→ InWork                  someone is at it: ask for it later
//!   └─────→ Done                    say that it is received
//! ```
//!
//! Nothing is lost when the process dies between a claim and its end: a claim lapses after a while,
//! and the next delivery of the event is claimed again. So the work is done once unless a process
//! dies, or a claim lapses, in the middle of it; then it is done again. Who cannot bear that marks
//! an event as done in the transaction that the work is.

mod memory;
mod once;

pub use memory::{Full, SeenInMemory};
pub use once::{Once, OnceError, once};

/// Which events have been dealt with, by their ids: in a database, say.
///
/// [`SeenInMemory`] serves where there is one process, which may forget. [`once()`] claims, works, and
/// says how it ended.
pub trait SeenEvents {
    /// Why it cannot be told.
    type Error;

    /// Claims an event, for whoever is the first to ask. Of any number that ask at the same time,
    /// one is told [`Claim::Ours`].
    ///
    /// The claim lapses after a while if it is never ended, longer than the work ever takes.
    fn claim(&self, id: &str) -> impl Future<Output = Result<Claim, Self::Error>> + Send;

    /// The event is dealt with, even if the claim has lapsed meanwhile: it is not claimed again.
    fn done(&self, id: &str) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// The event is not dealt with, and may be claimed again. Does nothing where the claim with this
    /// ticket has lapsed and somebody else has the event.
    fn failed(
        &self,
        id: &str,
        ticket: Ticket,
    ) -> impl Future<Output = Result<(), Self::Error>> + Send;
}

/// What becomes of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub enum Claim {
    /// The event is the caller's to deal with, who then says [`done`](SeenEvents::done) or
    /// [`failed`](SeenEvents::failed).
    Ours(Ticket),
    /// Somebody else is dealing with it, and may yet fail: it is not received.
    InWork,
    /// It is dealt with already.
    Done,
}

/// Which claim of an event one is: no two have the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ticket(pub u64);
