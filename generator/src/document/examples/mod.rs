//! What a description shows of its values, for whoever makes one up.
//!
//! Examples are many and seldom asked for. So nothing of them is kept when a description is read:
//! it is parsed once more, and what is shown of a value is looked for where that is described.

mod delivery;
mod schema;
#[cfg(test)]
mod tests;

use std::path::Path;

use serde_json::Value;

use super::files::{Found, Loader};
use super::raw::Parts;
use super::sources::Sources;
use super::{anchors, file, overlay, parse};
use crate::diagnostics::{Diagnostics, FileId, Pointer};
use crate::input::Input;

pub use delivery::{Body, Delivery};
pub use schema::Schema;

/// All files of a description as they were parsed.
#[derive(Debug)]
pub struct Examples {
    main: Value,
    found: Found,
}

impl Examples {
    /// Those of the description in the file at `path`; `None` if it cannot be read, of which
    /// [`read`](super::read) says why.
    #[must_use]
    pub fn read(path: &Path, input: &Input) -> Option<Self> {
        let text = file::text(
            path,
            "description",
            FileId::default(),
            &mut Diagnostics::default(),
        )?;
        Self::parse(&text, Some(path), input)
    }

    fn parse(text: &str, path: Option<&Path>, input: &Input) -> Option<Self> {
        let mut diagnostics = Diagnostics::default();
        let mut sources = Sources::default();
        let mut parsed = parse::parse(text, FileId::default(), &mut diagnostics)?;
        overlay::apply(input, path, &mut parsed, &mut sources, &mut diagnostics)?;
        anchors::resolve(&mut parsed);
        let found = Loader::new(path, input.references).load(&parsed, &mut sources);
        Some(Self {
            main: parsed.value,
            found,
        })
    }

    /// The delivery that the api tells of by this origin.
    #[must_use]
    pub fn delivery(&self, origin: &str) -> Option<Delivery<'_>> {
        let (value, at) = self.at(origin)?;
        Delivery::new(self.parts(), value, at)
    }

    /// The schema that the api tells of by this origin.
    #[must_use]
    pub fn schema(&self, origin: &str) -> Option<Schema<'_>> {
        let (value, at) = self.at(origin)?;
        Some(Schema::new(self.parts(), value, at))
    }

    fn at(&self, origin: &str) -> Option<(&Value, Pointer)> {
        let at = self.found.files.told(origin)?;
        Some((self.parts().value(&at)?, at))
    }

    fn parts(&self) -> Parts<'_> {
        Parts {
            main: &self.main,
            others: &self.found.others,
            files: &self.found.files,
        }
    }
}
