//! From what a description says, and what that is called, to tokens: a construct a file.
//!
//! Nothing here can fail, and nothing decides what a thing means or is called: that is settled in
//! `lower` and `names`. What every generated crate does alike is in the runtime; what is emitted
//! only says what differs.

mod body;
mod call;
mod client;
mod constraints;
mod docs;
mod enumeration;
mod envelope;
mod events;
mod extras;
mod format;
mod given;
mod imports;
mod object;
mod operation;
mod order;
mod pagination;
mod responses;
mod root;
mod security;
mod server;
mod source;
mod types;
mod union;
mod usage;
mod verification;

pub use docs::LINE_BREAK;
pub use extras::{Extra, Extras};
pub use given::{is_attribute, is_path, is_type};
pub use imports::Imports;
pub use order::version_order;
pub use source::Source;
pub use types::Stretch;

use std::ops::Range;

use crate::Options;
use crate::api::Api;
use crate::choices::Formats;
use crate::names::Names;

/// What the emitters look at.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// What the description says.
    pub api: &'a Api,
    /// What it is called.
    pub names: &'a Names,
    /// What types have besides what they are generated with.
    pub extras: &'a Extras,
    /// What stands for each format.
    pub formats: &'a Formats,
    /// How it was asked for.
    pub options: &'a Options,
}

/// What is emitted by itself: a file, or a stretch of one. Tokens are many times as large as the
/// text that they become, and stay on the thread that made them: so a part is emitted and printed
/// before the next, and several at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// `mod.rs`.
    Root,
    /// `callbacks.rs`.
    Callbacks,
    /// The methods of these operations in `client.rs`.
    Client(Range<usize>),
    /// `events.rs`.
    Events,
    /// These of the operations in `operations.rs`.
    Operations(Vec<usize>),
    /// `server.rs`.
    Server,
    /// These of the types.
    Types(Stretch),
}

/// How many operations or types are emitted at a time.
const STRETCH: usize = 16;

/// The parts of a module, `mod.rs` first; those of one file stand together, in its order.
#[must_use]
pub fn parts(input: Input<'_>) -> Vec<Part> {
    let mut parts = vec![Part::Root, Part::Callbacks];
    parts.extend(client::stretches(input).into_iter().map(Part::Client));
    parts.push(Part::Events);
    parts.extend(
        operation::stretches(input)
            .into_iter()
            .map(Part::Operations),
    );
    parts.push(Part::Server);
    parts.extend(types::stretches(input).into_iter().map(Part::Types));
    parts
}

/// Emits a part of a module; `None` if a module has no such part.
#[must_use]
pub fn emit(input: Input<'_>, part: &Part) -> Option<Source> {
    match part {
        Part::Root => Some(root::emit(input)),
        Part::Callbacks => events::callbacks(input),
        Part::Client(some) => Some(client::emit(input, some)),
        Part::Events => events::emit(input),
        Part::Operations(some) => Some(operation::emit(input, some)),
        Part::Server => server::emit(input),
        Part::Types(stretch) => Some(types::emit(input, stretch)),
    }
}
