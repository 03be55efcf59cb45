//! What is generated from one description.

use std::path::PathBuf;

use crate::api::Api;
use crate::finding::Finding;

/// A Rust module, generated from one description.
#[derive(Debug, Clone, PartialEq)]
pub struct Module {
    /// Its name in Rust: `sezzle`.
    pub name: String,
    /// Its files, `mod.rs` first, then in the order of their paths.
    pub files: Vec<File>,
    /// What the description says.
    pub api: Api,
    /// Which parts of the runtime its code stands on.
    pub needs: Needs,
    /// What could not be expressed. No errors.
    pub findings: Vec<Finding>,
    /// The files that the description consists of, the main one first.
    pub read: Vec<PathBuf>,
}

/// A generated file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path inside the module, with forward slashes: `types.rs`.
    pub path: String,
    /// All of it.
    pub text: String,
}

/// Which features of `hookgen-runtime` a module's code stands on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Needs {
    /// It has operations.
    pub client: bool,
    /// It has events.
    pub receiver: bool,
    /// It has UUIDs.
    pub uuid: bool,
}
