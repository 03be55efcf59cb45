//! The description, with as much of it as is looked at for now.
//!
//! Most schemas are looked at where they are made types of, and a few times by what they are merged
//! into. So they are read where they are needed, and are let go of together, before they take much
//! room: the passes go on with another view.

use std::cell::{Cell, OnceCell};
use std::ops::Deref;

use openapiv3::{ReferenceOr, Schema};

use crate::diagnostics::Pointer;
use crate::document::Document;

/// The description, with as much of it as is looked at for now.
pub(super) struct View<'d> {
    document: &'d Document,
    /// Those that are kept as text, as far as they were looked at.
    schemas: Vec<OnceCell<Option<Box<ReferenceOr<Schema>>>>>,
    /// How much text these were read from.
    read: Cell<usize>,
}

/// From how many bytes of text on a view is full. In memory they are twenty times as many.
const FULL: usize = 1 << 17;

impl<'d> View<'d> {
    /// Nothing looked at yet.
    pub(super) fn new(document: &'d Document) -> Self {
        let mut schemas = Vec::new();
        schemas.resize_with(document.packed_schemas(), OnceCell::new);
        Self {
            document,
            schemas,
            read: Cell::new(0),
        }
    }

    /// Another one of the same description.
    pub(super) fn another(&self) -> Self {
        Self::new(self.document)
    }

    /// Whether so much was looked at that the passes should go on with another view.
    pub(super) fn is_full(&self) -> bool {
        self.read.get() >= FULL
    }

    /// The schema that `reference` leads to, which may be another reference, and where that stands.
    pub(super) fn schema(&self, reference: &str) -> Option<(&ReferenceOr<Schema>, Pointer)> {
        let place = self.schema_place(reference)?;
        Some((self.schema_at(&place)?, place))
    }

    /// The schema that stands at `place`, as a component or where something refers to it.
    pub(super) fn schema_at(&self, place: &Pointer) -> Option<&ReferenceOr<Schema>> {
        let Some((index, length)) = self.packed_schema(place) else {
            return self.document.schema_at(place);
        };
        let schema = self.schemas.get(index)?.get_or_init(|| {
            self.read.set(self.read.get() + length);
            self.unpacked_schema(index).map(Box::new)
        });
        schema.as_deref()
    }
}

/// How much may be read again, so that there is room for something else.
///
/// Where every schema refers to all others, each would have all others read again: once the whole
/// has been read some times over, all that is looked at is kept.
pub(super) struct Budget {
    left: usize,
}

/// How many times over that is.
const TIMES: usize = 10;

impl Budget {
    pub(super) fn new(document: &Document) -> Self {
        Self {
            left: TIMES * document.packed_length(),
        }
    }

    /// Whether the passes may go on with this view, as it is not full or all is kept.
    pub(super) fn allows(&self, view: &View<'_>) -> bool {
        self.left == 0 || !view.is_full()
    }

    /// Counts what was read for a view that is let go of.
    pub(super) fn spend(&mut self, view: &View<'_>) {
        self.left = self.left.saturating_sub(view.read.get());
    }
}

impl Deref for View<'_> {
    type Target = Document;

    fn deref(&self) -> &Document {
        self.document
    }
}
