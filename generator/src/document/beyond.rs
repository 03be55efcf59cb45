//! What the model of 3.0 has no place for, and that is more than a value: by where it stands.

use std::collections::BTreeMap;

use openapiv3::{Operation, PathItem};

use super::Document;
use crate::diagnostics::Pointer;

/// What is collected on the way through a description.
#[derive(Debug, Default)]
pub(super) struct Beyond {
    /// The operations of a path item whose methods came with 3.2.
    pub(super) operations: BTreeMap<Pointer, Vec<OtherOperation>>,
    /// What those path items refer to that say something beside the reference.
    pub(super) joints: BTreeMap<Pointer, String>,
    /// What is called back, by the place of its path item.
    pub(super) callbacks: BTreeMap<Pointer, Callback>,
}

/// An operation whose method 3.0 does not know.
#[derive(Debug, Clone)]
pub struct OtherOperation {
    /// As the description writes it: `query`, or `COPY` of `additionalOperations`.
    pub method: String,
    /// What it does.
    pub operation: Operation,
    /// Where it stands.
    pub at: Pointer,
}

/// A path item that the server calls, at a URL that a request of the client's has given it.
#[derive(Debug)]
pub struct Callback {
    /// Its key in the `callbacks` of an operation.
    pub name: String,
    /// The runtime expression of the URL; often it is none.
    pub expression: String,
    /// What the server sends.
    pub item: PathItem,
    /// The operation that leads to it: one of them, where several do.
    pub operation: Pointer,
}

impl Document {
    /// The operations of the path item at `at` whose methods 3.0 does not know.
    #[must_use]
    pub fn other_operations(&self, at: &Pointer) -> &[OtherOperation] {
        let found = self.beyond.operations.get(at);
        found.map_or(&[], Vec::as_slice)
    }

    /// What operations have called back, each once, by where its path item stands.
    pub fn callbacks(&self) -> impl Iterator<Item = (&Pointer, &Callback)> {
        self.beyond.callbacks.iter()
    }
}
