//! A file before it is text.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;

use super::Imports;
use super::docs;
use crate::api::Docs;

/// A file of a module: what it says at its top, what it brings into scope, and its items.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its path inside the module: `types.rs`.
    pub path: String,
    /// What it says of itself: the lines of its inner doc comment.
    pub docs: Vec<String>,
    /// What it brings into scope.
    pub imports: Imports,
    /// In their order: items, or calls of the runtime's macros.
    pub items: Vec<TokenStream>,
    /// Whether its only item is an `impl` that goes on with the one before it.
    pub goes_on: bool,
    /// What its users see of its modules: by module, the names.
    pub exports: BTreeMap<String, BTreeSet<String>>,
}

impl Source {
    /// An empty file.
    pub fn new(path: impl Into<String>, about: &str) -> Self {
        let about = Docs {
            description: Some(about.to_owned()),
            ..Docs::default()
        };
        Self {
            path: path.into(),
            docs: docs::lines(&about),
            imports: Imports::default(),
            items: Vec::new(),
            goes_on: false,
            exports: BTreeMap::new(),
        }
    }
}
