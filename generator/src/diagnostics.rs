//! What is wrong with a description, or could not be expressed: where, what and what to do.

use std::fmt;

use crate::json_pointer;

/// Every [`Diagnostic`] of a run, in the order in which they were found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Adds something without which nothing can be generated.
    pub fn error(
        &mut self,
        code: &'static str,
        place: impl Into<Place>,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        self.add(Severity::Error, code, place.into(), message.into())
    }

    /// Adds something that was generated in another way than asked for, or not at all.
    pub fn warning(
        &mut self,
        code: &'static str,
        place: impl Into<Place>,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        self.add(Severity::Warning, code, place.into(), message.into())
    }

    /// Adds something that was generated as it is described, and that may be worth a thought.
    pub fn note(
        &mut self,
        code: &'static str,
        place: impl Into<Place>,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        self.add(Severity::Note, code, place.into(), message.into())
    }

    /// Every place that is pointed to.
    pub(crate) fn places_mut(&mut self) -> impl Iterator<Item = &mut Place> {
        self.0.iter_mut().flat_map(|one| {
            let related = one.related.iter_mut().map(|(place, _)| place);
            related.chain([&mut one.place])
        })
    }

    /// Adds those of another stage.
    pub fn append(&mut self, other: Diagnostics) {
        self.0.extend(other.0);
    }

    /// Forgets those of which this does not hold.
    pub(crate) fn retain(&mut self, holds: impl FnMut(&Diagnostic) -> bool) {
        self.0.retain(holds);
    }

    /// Whether any is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.iter().any(|one| one.severity == Severity::Error)
    }

    /// In the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }

    fn add(
        &mut self,
        severity: Severity,
        code: &'static str,
        place: Place,
        message: String,
    ) -> &mut Diagnostic {
        let index = self.0.len();
        self.0.push(Diagnostic {
            severity,
            code,
            place,
            message,
            help: None,
            related: Vec::new(),
        });
        &mut self.0[index]
    }
}

/// One thing that is wrong, or could not be expressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether anything can be generated all the same.
    pub severity: Severity,
    /// What kind it is, in words joined by hyphens: `dangling-reference`. Stable.
    pub code: &'static str,
    /// Where it is.
    pub place: Place,
    /// What is wrong, and what was done instead: a sentence without a full stop.
    pub message: String,
    /// What to do about it: a sentence without a full stop.
    pub help: Option<String>,
    /// Other places that have to do with it, and how.
    pub related: Vec<(Place, String)>,
}

impl Diagnostic {
    /// Says what to do about it.
    pub fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into());
        self
    }

    /// Points to another place that has to do with it.
    pub fn related(&mut self, place: impl Into<Place>, how: impl Into<String>) -> &mut Self {
        self.related.push((place.into(), how.into()));
        self
    }
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It was generated as it is described, and may be worth a thought. Never an error, however
    /// strictly it is taken.
    Note,
    /// Something was generated in another way than asked for, or not at all.
    Warning,
    /// Nothing can be generated.
    Error,
}

/// Which file of a description; the main one is the first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// Where something stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// A whole file.
    File(FileId),
    /// A place in a text that could not be parsed: line and column count from 1, columns in
    /// characters.
    Position(FileId, usize, usize),
    /// A value in a file that was parsed.
    Pointer(Pointer),
}

impl From<Pointer> for Place {
    fn from(pointer: Pointer) -> Self {
        Self::Pointer(pointer)
    }
}

impl From<&Pointer> for Place {
    fn from(pointer: &Pointer) -> Self {
        Self::Pointer(pointer.clone())
    }
}

/// The way to a value in a file: a JSON Pointer (RFC 6901). By default the root of the main file.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer {
    file: FileId,
    path: String,
}

impl Pointer {
    /// The root of `file`.
    #[must_use]
    pub fn root(file: FileId) -> Self {
        Self {
            file,
            path: String::new(),
        }
    }

    /// The place in `file` that the JSON Pointer `path` leads to.
    #[must_use]
    pub fn at(file: FileId, path: &str) -> Self {
        Self {
            file,
            path: path.to_owned(),
        }
    }

    /// The member `name` of the object that this one points to.
    #[must_use]
    pub fn member(&self, name: &str) -> Self {
        Self {
            file: self.file,
            path: json_pointer::member(&self.path, name),
        }
    }

    /// The element `index` of the array that this one points to.
    #[must_use]
    pub fn element(&self, index: usize) -> Self {
        Self {
            file: self.file,
            path: format!("{}/{index}", self.path),
        }
    }

    /// Which file it leads into.
    #[must_use]
    pub fn file(&self) -> FileId {
        self.file
    }

    /// The names on the way, unescaped.
    pub fn steps(&self) -> impl Iterator<Item = String> {
        json_pointer::names(&self.path)
    }

    /// As it stands in a description: `/paths/~1v2~1webhooks/get`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for Pointer {
    /// As a reference: `#/paths/~1v2~1webhooks/get`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.path)
    }
}
