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
mod events;
mod extras;
mod format;
mod given;
mod imports;
mod object;
mod operation;
mod responses;
mod root;
mod security;
mod server;
mod source;
mod types;
mod union;
mod usage;
mod verification;

pub use extras::{Extra, Extras};
pub use given::{is_attribute, is_path, is_type};
pub use imports::Imports;
pub use source::Source;

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

/// Emits the files of a module, `mod.rs` first.
#[must_use]
pub fn emit(input: Input<'_>) -> Vec<Source> {
    let parts = [
        events::callbacks(input),
        client::emit(input),
        events::emit(input),
        operation::emit(input),
        server::emit(input),
    ];
    let mut parts: Vec<Source> = parts.into_iter().flatten().collect();
    parts.extend(types::emit(input));
    let mut sources = vec![root::emit(input, &parts)];
    sources.extend(parts);
    sources
}
