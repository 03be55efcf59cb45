//! The files that a description consists of, and how they refer to one another.
//!
//! A file is called by the way to it from the folder of the main one: `schemas/pet.yaml`. So it is
//! the same on every machine, whoever refers to it and in whatever order. While a description is
//! read, each `$ref` is written anew in these terms, so that nobody needs to know later in which
//! file it stood.

mod failure;
mod load;
#[cfg(test)]
mod tests;
mod way;

use std::collections::BTreeMap;

use crate::diagnostics::{FileId, Pointer};

use super::reference::{percent_decoded, target};
pub use failure::Failure;
pub(super) use load::{Found, Loader, Other};
pub(super) use way::{Way, split};

/// The files that a description consists of.
#[derive(Debug, Default)]
pub struct Files {
    /// `$self` of the main one (OpenAPI 3.2, 4.1.1): a URI that stands for it.
    own: Option<String>,
    /// What the main one is called in its folder.
    main: String,
    /// By all that they are called, as a reference spells it.
    ids: BTreeMap<String, FileId>,
    /// What each is called in the end.
    names: BTreeMap<FileId, String>,
    /// Where the anchors of each are, by their names.
    anchors: BTreeMap<FileId, BTreeMap<String, Pointer>>,
    /// Files and URLs that are referred to and were not read, by the same spelling.
    failures: BTreeMap<String, Failure>,
}

impl Files {
    /// What the file is called, from the folder of the main one: nothing at all for that itself.
    pub(super) fn name(&self, file: FileId) -> Option<&str> {
        self.names.get(&file).map(String::as_str)
    }

    /// The files other than the main one, by what [`origin`](Self::origin) calls them.
    pub(super) fn others(&self) -> impl Iterator<Item = (&str, FileId)> {
        self.names.iter().map(|(file, name)| (name.as_str(), *file))
    }

    /// `reference`, which stands in `from`, as it would be written in the main file.
    pub(super) fn rewritten(&self, reference: &str, from: FileId) -> String {
        if from == FileId::default() && reference.starts_with('#') {
            return reference.to_owned();
        }
        let (file, fragment) = split(reference);
        let name = self.name(from).unwrap_or_default();
        let spelled = match self.way(file, name) {
            Way::Same => way::spelled(name),
            Way::File(name) => way::spelled(&name),
            Way::Url(url) => url,
        };
        match (self.ids.get(&spelled), fragment) {
            (Some(id), fragment) if *id == FileId::default() => {
                format!("#{}", fragment.unwrap_or_default())
            }
            (_, Some(fragment)) if !fragment.is_empty() => format!("{spelled}#{fragment}"),
            _ => spelled,
        }
    }

    /// The place that `reference` leads to, which is written as in the main file.
    pub(super) fn place(&self, reference: &str) -> Option<Pointer> {
        let (file, fragment) = split(reference);
        let file = match file {
            "" => FileId::default(),
            name => *self.ids.get(name)?,
        };
        match fragment {
            Some(name) if !name.is_empty() && !name.starts_with('/') => {
                let place = self.anchors.get(&file)?.get(&percent_decoded(name))?;
                Some(Pointer::at(file, place.as_str()))
            }
            _ => target(fragment.unwrap_or_default(), file),
        }
    }

    /// Why there is no such file as `reference` names; it is written as in the main file.
    pub(super) fn failure(&self, reference: &str) -> Option<&Failure> {
        self.failures.get(split(reference).0)
    }

    /// The reference to `place`, as it would be written in the main file.
    pub(super) fn reference_to(&self, place: &Pointer) -> String {
        let file = self.name(place.file()).map(way::spelled);
        let fragment = place.as_str().replace('%', "%25");
        format!("{}#{fragment}", file.unwrap_or_default())
    }

    /// The reference to `place` in the main file, as it would be written in `file`.
    pub(super) fn to_main(&self, place: &Pointer, file: FileId) -> String {
        let folders = self.name(file).unwrap_or_default().matches('/').count();
        let main = way::spelled(&self.main);
        format!("{}{main}#{}", "../".repeat(folders), place.as_str())
    }

    /// How `place` is told of: `#/paths/~1hooks`, `schemas/pet.yaml`.
    pub(super) fn origin(&self, place: &Pointer) -> String {
        match self.name(place.file()) {
            None => place.to_string(),
            Some(name) if place.as_str().is_empty() => name.to_owned(),
            Some(name) => format!("{name}{place}"),
        }
    }

    /// The place that is told of in this way: what [`origin`](Self::origin) makes of it.
    pub(super) fn told(&self, origin: &str) -> Option<Pointer> {
        let (name, path) = origin.split_once('#').unwrap_or((origin, ""));
        if name.is_empty() {
            return Some(Pointer::at(FileId::default(), path));
        }
        let mut names = self.names.iter();
        let (file, _) = names.find(|(_, known)| *known == name)?;
        Some(Pointer::at(*file, path))
    }

    /// Where a reference to `file` leads that stands in the file called `from`.
    fn way(&self, file: &str, from: &str) -> Way {
        if self.own.as_deref() == Some(file) {
            return Way::File(String::new());
        }
        Way::new(file, from)
    }
}
