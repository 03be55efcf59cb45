//! The contexts of all files of a description.

use std::collections::{BTreeMap, BTreeSet};

use super::cursor::Context;
use super::files::{Files, Other};
use super::reference::Kind;
use super::selection::Selected;
use super::version::{self, Version};
use crate::diagnostics::{Diagnostics, FileId, Pointer};

/// A context for each file: that of the main one, and those of the others.
pub(super) struct Contexts<'a> {
    main: Context<'a>,
    others: BTreeMap<FileId, Context<'a>>,
}

impl<'a> Contexts<'a> {
    /// For a main file of this version. Others are in the same, unless they say otherwise.
    pub(super) fn new(
        version: Version,
        others: &[Other],
        files: &'a Files,
        selected: &'a Selected,
    ) -> Self {
        let context = |other: &Other| {
            let own = version::of_part(&other.parsed.value).unwrap_or(version);
            (other.id, Context::new(own, files, selected))
        };
        Self {
            main: Context::new(version, files, selected),
            others: others.iter().map(context).collect(),
        }
    }

    /// The one of `file`.
    pub(super) fn of(&self, file: FileId) -> &Context<'a> {
        self.others.get(&file).unwrap_or(&self.main)
    }

    /// The places that have been referred to since this was last asked.
    pub(super) fn take_wanted(&self) -> BTreeSet<(Kind, Pointer)> {
        let mut wanted = self.main.take_wanted();
        for context in self.others.values() {
            wanted.append(&mut context.take_wanted());
        }
        wanted
    }

    /// What has been reported in any of them.
    pub(super) fn into_diagnostics(self) -> Diagnostics {
        let mut diagnostics = self.main.into_diagnostics();
        for context in self.others.into_values() {
            diagnostics.append(context.into_diagnostics());
        }
        diagnostics
    }
}
