//! What decoding and verifying cost, beside what else there is.
//!
//! The members of a [`Contest`] do the same work on the same bytes: the first is the generated
//! receiver. `benches/decode.rs` and `benches/verify.rs` measure each by itself, with criterion;
//! `benches/turns.rs` lets them take turns, and says what the first takes of each other's time.

pub mod decoding;
pub mod payloads;
pub mod sezzle;
pub mod stripe;
pub mod verifying;

use std::hint::black_box;

/// Several ways to do one thing.
pub struct Contest {
    /// What is done.
    pub name: String,
    /// How many bytes it is done to.
    pub bytes: usize,
    /// The ways: first the generated one.
    pub members: Vec<Member>,
}

/// A way to do it.
pub struct Member {
    /// Which one.
    pub name: &'static str,
    /// Does it once.
    pub run: Box<dyn Fn()>,
}

impl Contest {
    fn new(name: impl Into<String>, bytes: usize) -> Self {
        Self {
            name: name.into(),
            bytes,
            members: Vec::new(),
        }
    }

    /// What comes out is dropped, and that is measured too.
    fn with<T>(mut self, name: &'static str, run: impl Fn() -> T + 'static) -> Self {
        let run = Box::new(move || drop(black_box(run())));
        self.members.push(Member { name, run });
        self
    }
}
