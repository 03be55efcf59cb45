//! Deliveries that are acknowledged first and worked on later, none of which is lost when the
//! application is killed in between.
//!
//! ```text
//! provider ─POST→ verify ─→ inbox (commit) ─200→ provider
//!                             │
//!                           worker ─→ what the event means, and that it is done (one commit)
//! ```
//!
//! What is guaranteed, wherever the process is killed (the tests do it with SIGKILL; that a commit
//! outlives a power cut is SQLite's promise, and the disk's):
//!
//! - **What is answered with 200 is in the inbox.** The answer is sent after the commit, and with
//!   `synchronous = FULL` a commit is on the disk. Killed before it, the provider has no answer and
//!   delivers again.
//! - **An event is in the inbox once**, by its id, however often it is delivered: the id is the key
//!   of the table, in the same commit as the event.
//! - **An event is worked on at least once.** A worker that starts takes up whatever is not done.
//! - **What the work writes to this database is there exactly once**, since it is in one commit with
//!   the mark that the event is done.
//! - **What the work does elsewhere may be done twice**: killed between that and the commit, it is
//!   done again. It has to be something that may be done twice, or to carry the event's id so that
//!   the other side can tell.
//!
//! The order in which events are worked on is that in which they came, but for those that failed
//! and are tried again; providers promise no order anyway.

mod inbox;
mod schema;
pub mod seen;
mod work;
mod worker;

pub use inbox::{Inbox, NotStored, Stored};
pub use seen::SeenInSqlite;
pub use worker::Worker;
