//! What every reader of a part of a description is given: a value, and where it stands.
//!
//! A reader has the form `fn(Value, &At<'_>) -> Option<T>`: it takes the value apart instead of
//! copying it, reports what does not fit through [`At`], and gives `None` where nothing is left.

mod object;
mod values;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use openapiv3::{ReferenceOr, Schema};
use serde_json::{Map, Value};

use super::beyond::Beyond;
use super::files::Files;
use super::inner::Targets;
use super::packed::Packing;
use super::reference::{Kind, component};
use super::selection::Selected;
use super::version::Version;
use crate::diagnostics::{Diagnostics, FileId, Pointer};

pub(super) use object::{Object, is_extension};
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

    /// Takes note that `reference` is expected to lead to a `kind`, and gives it as it would be
    /// written in the main file.
    pub(super) fn refers(&self, reference: &str, kind: Kind) -> String {
        let reference = self.rewritten(reference);
        if let Some(target) = self.context.files.place(&reference)
            && (self.context.selected.is_selective || component(&target, kind).is_none())
        {
            self.context.wanted.borrow_mut().insert((kind, target));
        }
        reference
    }

    /// Takes note that the component of this name is needed here.
    pub(super) fn needs(&self, kind: Kind, name: &str) {
        if self.context.selected.is_selective {
            let section = Pointer::default()
                .member("components")
                .member(kind.section());
            let mut wanted = self.context.wanted.borrow_mut();
            wanted.insert((kind, section.member(name)));
        }
    }

    /// The component of this name that is meant here, which is needed then: one of this file
    /// before one of the main file, which is told by its name alone.
    pub(super) fn component(&self, kind: Kind, name: &str) -> Option<String> {
        let root = Pointer::root(self.file());
        let place = root.member("components").member(kind.section());
        let place = place.member(name);
        if self.file() != FileId::default() && self.context.targets.get(&place).is_some() {
            let here = place.to_string().replace('%', "%25");
            return Some(self.refers(&here, kind));
        }
        self.needs(kind, name);
        None
    }

    /// Reports the members `names` beside a reference, which OpenAPI ignores, but for those of which
    /// nothing is made anyway.
    pub(super) fn ignores_beside_reference<'n>(
        &self,
        names: impl Iterator<Item = &'n String>,
        help: &str,
    ) {
        let counts = |name: &&String| !UNREAD.contains(&name.as_str()) && !name.starts_with("x-");
        let names: Vec<_> = names
            .filter(counts)
            .map(|name| format!("`{name}`"))
            .collect();
        if !names.is_empty() {
            let names = names.join(", ");
            self.warning(
                "beside-reference",
                format!("what stands beside `$ref` is ignored, as OpenAPI has it: {names}"),
                help,
            );
        }
    }

    /// What stands at the end of a chain of references that begins with `reference`, and where.
    /// One that leads nowhere is reported.
    pub(super) fn referred(&self, reference: &str) -> Option<(Value, Pointer)> {
        let mut next = self.rewritten(reference);
        for _ in 0..LONGEST_CHAIN {
            let found = self.context.files.place(&next);
            let found = found.and_then(|at| Some((self.context.targets.get(&at)?, at)));
            let Some((value, at)) = found else {
                break;
            };
            match value.get("$ref").and_then(Value::as_str) {
                Some(further) => next = self.context.files.rewritten(further, at.file()),
                None => return Some((value.clone(), at)),
            }
        }
        self.member("$ref").warning(
            "dangling-reference",
            format!("`{reference}` leads nowhere, so this is left out"),
            "correct the reference, or add what it is to lead to",
        );
        None
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

    /// `reference`, which stands here, as it would be written in the main file.
    pub(super) fn rewritten(&self, reference: &str) -> String {
        self.context.files.rewritten(reference, self.file())
    }

    fn file(&self) -> FileId {
        match self.way {
            Way::Start(pointer) => pointer.file(),
            Way::Member(parent, _) | Way::Element(parent, _) => parent.file(),
        }
    }
}

const LONGEST_CHAIN: usize = 64;

/// What to do about what stands beside a reference.
pub(super) const BESIDE: &str =
    "write it where the reference leads to, or here instead of the reference";

/// What beside a reference changes nothing that is generated.
const UNREAD: [&str; 9] = [
    "$comment",
    "$ref",
    "deprecated",
    "description",
    "example",
    "examples",
    "externalDocs",
    "summary",
    "xml",
];

/// Reads a Reference Object (OpenAPI 3.0, 4.7.23), or what `read` reads.
pub(super) fn reference_or<T>(
    kind: Kind,
    read: impl FnOnce(Value, &At<'_>) -> Option<T>,
) -> impl FnOnce(Value, &At<'_>) -> Option<ReferenceOr<T>> {
    move |value, at| {
        if let Some(Value::String(reference)) = value.get("$ref") {
            at.ignores_beside_reference(value.as_object().into_iter().flat_map(Map::keys), BESIDE);
            let reference = at.refers(reference, kind);
            return Some(ReferenceOr::Reference { reference });
        }
        read(value, at).map(ReferenceOr::Item)
    }
}
