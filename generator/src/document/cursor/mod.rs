//! What every reader of a part of a description is given: a value, and where it stands.
//!
//! A reader has the form `fn(Value, &At<'_>) -> Option<T>`: it takes the value apart instead of
//! copying it, reports what does not fit through [`At`], and gives `None` where nothing is left.

mod object;
mod references;
mod values;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use openapiv3::{ReferenceOr, Schema};

use super::beyond::Beyond;
use super::files::Files;
use super::inner::Targets;
use super::packed::Packing;
use super::reference::Kind;
use super::selection::Selected;
use super::version::Version;
use crate::diagnostics::{Diagnostics, FileId, Pointer};

pub(super) use object::{Object, is_extension};
pub(super) use references::{BESIDE, reference_or};
pub(super) use values::{
    anything, count, each, flag, list, named, number, scalar_text, text, wrong_type,
};

/// Schemas by where they stand.
pub(super) type Beside = BTreeMap<Pointer, ReferenceOr<Schema>>;

/// What is the same everywhere in a file.
#[derive(Debug)]
pub(super) struct Context<'a> {
    pub(super) version: Version,
    packing: Packing,
    files: &'a Files,
    selected: &'a Selected,
    pub(super) targets: &'a Targets,
    diagnostics: RefCell<Diagnostics>,
    /// Places that are referred to and are no component, with what is expected there.
    wanted: RefCell<BTreeSet<(Kind, Pointer)>>,
    pub(super) beyond: RefCell<Beyond>,
    /// Whether what is read is called back: there is no end to callbacks of callbacks.
    pub(super) called_back: Cell<bool>,
    /// The schemas of keywords that `openapiv3` has no place for.
    beside: RefCell<Beside>,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        version: Version,
        files: &'a Files,
        selected: &'a Selected,
        targets: &'a Targets,
    ) -> Self {
        Self {
            version,
            packing: Packing::Never,
            files,
            selected,
            targets,
            diagnostics: RefCell::default(),
            wanted: RefCell::default(),
            beyond: RefCell::default(),
            called_back: Cell::default(),
            beside: RefCell::default(),
        }
    }

    /// The same of a file that is packed in this way.
    pub(super) fn with_packing(self, packing: Packing) -> Self {
        Self { packing, ..self }
    }

    /// What has been collected, and what has been reported.
    pub(super) fn into_parts(self) -> (Beyond, Diagnostics) {
        (self.beyond.into_inner(), self.diagnostics.into_inner())
    }

    /// The schemas of keywords that `openapiv3` has no place for.
    pub(super) fn take_beside(&self) -> Beside {
        self.beside.take()
    }

    /// The places that have been referred to since this was last asked.
    pub(super) fn take_wanted(&self) -> BTreeSet<(Kind, Pointer)> {
        self.wanted.take()
    }
}

/// Where a value stands. Becomes a [`Pointer`] only if there is something to report.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) context: &'a Context<'a>,
    way: Way<'a>,
}

#[derive(Clone, Copy)]
enum Way<'a> {
    Start(&'a Pointer),
    Member(&'a At<'a>, &'a str),
    Element(&'a At<'a>, usize),
}

impl<'a> At<'a> {
    /// The place that `pointer` leads to.
    pub(super) fn start(context: &'a Context<'a>, pointer: &'a Pointer) -> Self {
        Self {
            context,
            way: Way::Start(pointer),
        }
    }

    /// The member `name` of the object here.
    pub(super) fn member(&'a self, name: &'a str) -> At<'a> {
        At {
            context: self.context,
            way: Way::Member(self, name),
        }
    }

    /// The element `index` of the list here.
    pub(super) fn element(&'a self, index: usize) -> At<'a> {
        At {
            context: self.context,
            way: Way::Element(self, index),
        }
    }

    pub(super) fn pointer(&self) -> Pointer {
        match self.way {
            Way::Start(pointer) => pointer.clone(),
            Way::Member(parent, name) => parent.pointer().member(name),
            Way::Element(parent, index) => parent.pointer().element(index),
        }
    }

    /// What the value here is called: `responses`, or `an element of tags`.
    pub(super) fn name(&self) -> String {
        match self.way {
            Way::Start(pointer) => match pointer.steps().last() {
                Some(name) => format!("`{name}`"),
                None if pointer.file() == FileId::default() => "the description".to_owned(),
                None => "this file".to_owned(),
            },
            Way::Member(_, name) => format!("`{name}`"),
            Way::Element(parent, _) => format!("an element of {}", parent.name()),
        }
    }

    /// The name of the member here; none for an element.
    pub(super) fn last_name(&self) -> Option<String> {
        match self.way {
            Way::Member(_, name) => Some(name.to_owned()),
            Way::Start(_) | Way::Element(..) => None,
        }
    }

    /// Reports something here that was taken in another way than it was written.
    pub(super) fn warning(
        &self,
        code: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.context
            .diagnostics
            .borrow_mut()
            .warning(code, self.pointer(), message)
            .help(help);
    }

    /// Keeps the schema here, for which `openapiv3` has no place.
    pub(super) fn keep_beside(&self, schema: ReferenceOr<Schema>) {
        self.context
            .beside
            .borrow_mut()
            .insert(self.pointer(), schema);
    }

    /// When what is read here becomes text.
    pub(super) fn packing(&self) -> Packing {
        self.context.packing
    }

    /// Whether everything in the main file is wanted.
    pub(super) fn is_all_wanted(&self) -> bool {
        !self.context.selected.is_selective
    }

    /// Whether what stands here is not wanted.
    pub(super) fn is_dropped(&self) -> bool {
        let dropped = &self.context.selected.dropped;
        !dropped.is_empty() && dropped.contains(&self.pointer())
    }

    fn file(&self) -> FileId {
        match self.way {
            Way::Start(pointer) => pointer.file(),
            Way::Member(parent, _) | Way::Element(parent, _) => parent.file(),
        }
    }
}
