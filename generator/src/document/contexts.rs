//! The contexts of all files of a description.

use std::collections::{BTreeMap, BTreeSet};

use super::beyond::Beyond;
use super::cursor::{Beside, Context};
use super::files::{Files, Other};
use super::inner::Targets;
use super::packed::Packing;
use super::reference::Kind;
use super::selection::Selected;
use super::version::{self, Version};
use crate::diagnostics::{Diagnostics, FileId, Pointer};

/// A context for each file: that of the main one, and those of the others.
pub(super) struct Contexts<'a> {
    main: Context<'a>,
    others: BTreeMap<FileId, Context<'a>>,
}

/// The versions of files other than the main one: as that, unless they say otherwise.
pub(super) fn versions(main: Version, others: &[Other]) -> BTreeMap<FileId, Version> {
    let own = |other: &Other| version::of_part(&other.parsed.value).unwrap_or(main);
    others.iter().map(|other| (other.id, own(other))).collect()
}

impl<'a> Contexts<'a> {
    /// For a main file of this version, packed in that way, and others of those.
    pub(super) fn new(
        (version, packing): (Version, Packing),
        others: BTreeMap<FileId, Version>,
        files: &'a Files,
        selected: &'a Selected,
        targets: &'a Targets,
    ) -> Self {
        let context = |version| Context::new(version, files, selected, targets);
        Self {
            main: context(version).with_packing(packing),
            others: others
                .into_iter()
                .map(|(file, version)| (file, context(version)))
                .collect(),
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

    /// What has been found and reported in any of them.
    pub(super) fn into_parts(self) -> Read {
        let mut read = Read::default();
        for context in std::iter::once(self.main).chain(self.others.into_values()) {
            read.beside.append(&mut context.take_beside());
            let (mut beyond, diagnostics) = context.into_parts();
            read.beyond.operations.append(&mut beyond.operations);
            read.beyond.joints.append(&mut beyond.joints);
            read.beyond.callbacks.append(&mut beyond.callbacks);
            read.diagnostics.append(diagnostics);
        }
        read
    }
}

/// What is found on the way through all files, besides what they say.
#[derive(Default)]
pub(super) struct Read {
    pub(super) beside: Beside,
    pub(super) beyond: Beyond,
    pub(super) diagnostics: Diagnostics,
}
