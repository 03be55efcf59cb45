//! A description, as it is read for this.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::api::Api;
use crate::diagnostics::{FileId, Pointer};
use crate::document::{self, Main, Reading, Sources};
use crate::error::Error;
use crate::finding::{Finding, Location};
use crate::input::Input;
use crate::lower;

/// A description: what it says, and how it is written.
pub(super) struct Described {
    pub(super) api: Api,
    /// The main file, with its overlays applied.
    pub(super) main: Value,
    /// Whether a type may be a list, in which `null` may be.
    pub(super) has_type_lists: bool,
    /// The other files, by what places in them are called by.
    files: BTreeMap<String, FileId>,
    sources: Sources,
}

impl Described {
    pub(super) fn read(path: &Path, input: &Input) -> Result<Self, Error> {
        let Reading {
            document,
            sources,
            mut diagnostics,
        } = document::read(path, input);
        let Some(document) = document else {
            return Err(Error::Description(sources.findings(&diagnostics)));
        };
        let (api, lowering) = lower::lower(&document);
        diagnostics.append(lowering);
        if diagnostics.has_errors() || !document.mistakes.is_empty() {
            let mut findings = sources.findings(&diagnostics);
            findings.extend(document.mistakes);
            return Err(Error::Description(findings));
        }
        let files = document
            .others()
            .map(|(name, file)| (name.to_owned(), file));
        let files = files.collect();
        drop(document);
        let findings = |found: Vec<Finding>| Error::Description(found);
        let Main {
            value,
            has_type_lists,
        } = document::main(path, input).map_err(findings)?;
        Ok(Self {
            api,
            main: value,
            has_type_lists,
            files,
            sources,
        })
    }

    /// Where a place in another file leads that is called so.
    pub(super) fn elsewhere(&self, origin: &str) -> Option<(&str, Pointer)> {
        let (name, path) = origin.split_once('#').unwrap_or((origin, ""));
        let (name, file) = self.files.get_key_value(name)?;
        Some((name, Pointer::at(*file, path)))
    }

    /// Where these are written.
    pub(super) fn locations(&self, pointers: &[Pointer]) -> Vec<Location> {
        self.sources.locations(pointers)
    }
}
