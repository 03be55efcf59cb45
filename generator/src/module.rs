//! What is generated from one description.

use std::path::PathBuf;

use crate::api::{Algorithm, Api};
use crate::finding::Finding;
use crate::output::{Author, WantedFile};

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
    /// What was generated as it is described, and may be worth a thought.
    pub notes: Vec<Finding>,
    /// The files that the description consists of, the main one first.
    pub read: Vec<PathBuf>,
}

impl Module {
    /// Its files, in a folder of its own below `folder`.
    pub(crate) fn wanted(&self, folder: &str) -> impl Iterator<Item = WantedFile<'_>> {
        self.files.iter().map(move |file| WantedFile {
            path: format!("{folder}{}/{}", self.name, file.path),
            text: file.text.as_str().into(),
            author: Author::Hookgen,
        })
    }
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
    /// What events are signed with, and callbacks.
    pub algorithms: [Option<Algorithm>; 2],
    /// It has UUIDs, as `uuid` has them.
    pub uuid: bool,
    /// It has instants or days, as `chrono` has them.
    pub chrono: bool,
    /// It has instants or days, as `jiff` has them.
    pub jiff: bool,
    /// It has decimals, as `rust_decimal` has them.
    pub rust_decimal: bool,
    /// It has instants or days, as `time` has them.
    pub time: bool,
    /// It has URLs, as `url` has them.
    pub url: bool,
}

impl Needs {
    /// The features that the module stands on whatever is used of it, in order.
    #[must_use]
    pub fn features(&self) -> Vec<&'static str> {
        let signed_with = |algorithm| self.algorithms.contains(&Some(algorithm));
        let features = [
            ("chrono", self.chrono),
            ("ecdsa-p256", signed_with(Algorithm::EcdsaP256Sha256)),
            ("ed25519", signed_with(Algorithm::Ed25519)),
            ("hmac-sha1", signed_with(Algorithm::HmacSha1)),
            ("hmac-sha384", signed_with(Algorithm::HmacSha384)),
            ("hmac-sha512", signed_with(Algorithm::HmacSha512)),
            ("jiff", self.jiff),
            ("rust_decimal", self.rust_decimal),
            ("time", self.time),
            ("url", self.url),
            ("uuid", self.uuid),
        ];
        features
            .into_iter()
            .filter_map(|(feature, is_needed)| is_needed.then_some(feature))
            .collect()
    }
}
