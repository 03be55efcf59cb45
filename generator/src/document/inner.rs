//! What is referred to and is no component of the main file: `#/paths/~1pets/get/responses/200`,
//! and whatever stands in other files.
//!
//! In the main file its value is copied before the description is taken apart, and read as what is
//! expected where it is referred to. So it has been read twice in the end, with the same pointers.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;
use openapiv3::{Components, PathItem, ReferenceOr};
use serde_json::Value;

use super::contexts::Contexts;
use super::cursor::{At, reference_or};
use super::files::{Files, Other};
use super::heirs::Heirs;
use super::model::{
    example, header, parameter, path_item_or_reference, request_body, response, schema,
    security_scheme,
};
use super::parse::Parsed;
use super::reference::{Kind, component};
use crate::diagnostics::{FileId, Pointer};

/// What is referred to and is no component of the main file, by its [`key`].
#[derive(Debug, Default)]
pub(super) struct Inner {
    pub(super) components: Components,
    pub(super) path_items: IndexMap<String, ReferenceOr<PathItem>>,
    /// Components of the main file, where these are read only if something needs them.
    pub(super) needed: Components,
    pub(super) needed_path_items: IndexMap<String, ReferenceOr<PathItem>>,
    /// Where the schemas stand that are in other files.
    pub(super) schemas: BTreeSet<Pointer>,
    /// Where everything else stands that is in other files.
    pub(super) parts: BTreeSet<Pointer>,
}

/// The values of all places that any `$ref` leads to, components of the main file aside that are
/// read as such.
#[derive(Debug, Default)]
pub(super) struct Targets {
    main: BTreeMap<Pointer, Value>,
    /// The components of the main file, where only those are read that something needs.
    components: Option<Value>,
    others: BTreeMap<FileId, Value>,
}

impl Targets {
    /// Those of a main file and others, which refer to one another as `files` knows.
    ///
    /// Where not everything is wanted, components are targets like any other, and no part of the
    /// main file any more.
    pub(super) fn of(
        main: &mut Parsed,
        others: Vec<Other>,
        referred: BTreeMap<Pointer, Value>,
        is_selective: bool,
    ) -> Self {
        Self {
            main: referred,
            components: main
                .value
                .as_object_mut()
                .filter(|_| is_selective)
                .and_then(|members| members.remove(COMPONENTS)),
            others: others
                .into_iter()
                .map(|other| (other.id, other.parsed.value))
                .collect(),
        }
    }

    /// What in the main file is referred to, components aside. It is taken before anything of the
    /// file is left out, for what is wanted may refer to what is not.
    pub(super) fn referred(
        main: &Parsed,
        others: &[Other],
        files: &Files,
        is_selective: bool,
    ) -> BTreeMap<Pointer, Value> {
        let main_id = FileId::default();
        let everywhere = others
            .iter()
            .map(|other| (other.id, &other.parsed.references));
        let pointers: BTreeSet<Pointer> = everywhere
            .chain([(main_id, &main.references)])
            .flat_map(|(file, references)| references.iter().map(move |one| (file, one)))
            .filter_map(|(file, reference)| files.place(&files.rewritten(reference, file)))
            .filter(|pointer| pointer.file() == main_id)
            .filter(|pointer| !is_component(pointer))
            .filter(|pointer| !is_selective || !is_in_components(pointer))
            .collect();
        let values = pointers.into_iter().filter_map(|pointer| {
            let value = main.value.pointer(pointer.as_str())?.clone();
            Some((pointer, value))
        });
        values.collect()
    }

    /// What stands at `pointer`.
    pub(super) fn get(&self, pointer: &Pointer) -> Option<&Value> {
        match self.others.get(&pointer.file()) {
            Some(file) => file.pointer(pointer.as_str()),
            None => self.get_in_main(pointer),
        }
    }

    fn get_in_main(&self, pointer: &Pointer) -> Option<&Value> {
        match &self.components {
            Some(components) if is_in_components(pointer) => {
                let (_, rest) = pointer.as_str().split_once(COMPONENTS)?;
                components.pointer(rest)
            }
            _ => self.main.get(pointer),
        }
    }
}

const COMPONENTS: &str = "components";

fn is_in_components(pointer: &Pointer) -> bool {
    raw_steps(pointer).next() == Some(COMPONENTS)
}

fn is_component(pointer: &Pointer) -> bool {
    let mut steps = raw_steps(pointer);
    steps.next() == Some(COMPONENTS)
        && steps
            .next()
            .is_some_and(|section| !READ_WHERE_USED.contains(&section))
        && steps.count() == 1
}

/// The steps as they are written: what they are compared with has nothing to escape.
fn raw_steps(pointer: &Pointer) -> impl Iterator<Item = &str> {
    pointer.as_str().split('/').skip(1)
}

/// The members of `components` that are read each time they are referred to, a path item by what
/// is called back.
const READ_WHERE_USED: [&str; 3] = ["callbacks", "mediaTypes", "pathItems"];

impl Inner {
    /// Reads what is referred to from where a part of a description is expected, and what that
    /// refers to in turn.
    pub(super) fn read(contexts: &Contexts<'_>, heirs: &Heirs, is_selective: bool) -> Self {
        let mut inner = Self::default();
        let mut done = BTreeSet::new();
        let root = Pointer::default();
        let main = At::start(contexts.of(root.file()), &root);
        if !is_selective {
            // Their parents are components, and read whether or not anything needs them.
            for heir in heirs.in_main() {
                main.refers(heir, Kind::Schema);
            }
        }
        loop {
            let mut wanted = contexts.take_wanted();
            wanted.retain(|one| !done.contains(one));
            if wanted.is_empty() {
                return inner;
            }
            for (kind, pointer) in &wanted {
                let context = contexts.of(pointer.file());
                if let Some(value) = context.targets.get(pointer) {
                    inner.add(*kind, value.clone(), &At::start(context, pointer));
                }
                let heirs = heirs.at(pointer).iter().filter(|_| *kind == Kind::Schema);
                heirs.for_each(|heir| drop(main.refers(heir, Kind::Schema)));
            }
            done.extend(wanted);
        }
    }

    fn add(&mut self, kind: Kind, value: Value, at: &At<'_>) {
        let pointer = at.pointer();
        if pointer.file() != FileId::default() {
            match kind {
                Kind::Schema => self.schemas.insert(pointer.clone()),
                _ => self.parts.insert(pointer.clone()),
            };
        }
        let name = component(&pointer, kind);
        let (parts, path_items) = match name {
            Some(_) => (&mut self.needed, &mut self.needed_path_items),
            None => (&mut self.components, &mut self.path_items),
        };
        let key = name.unwrap_or_else(|| key(&pointer));
        match kind {
            Kind::Schema => put(&mut parts.schemas, key, schema(value, at)),
            Kind::Parameter => {
                let read = reference_or(kind, parameter)(value, at);
                put(&mut parts.parameters, key, read);
            }
            Kind::Response => {
                let read = reference_or(kind, response)(value, at);
                put(&mut parts.responses, key, read);
            }
            Kind::RequestBody => {
                let read = reference_or(kind, request_body)(value, at);
                put(&mut parts.request_bodies, key, read);
            }
            Kind::Header => {
                let read = reference_or(kind, header)(value, at);
                put(&mut parts.headers, key, read);
            }
            Kind::SecurityScheme => {
                let read = reference_or(kind, security_scheme)(value, at);
                put(&mut parts.security_schemes, key, read);
            }
            Kind::Example => {
                let read = reference_or(kind, example)(value, at);
                put(&mut parts.examples, key, read);
            }
            Kind::PathItem => {
                put(path_items, key, path_item_or_reference(value, at));
            }
        }
    }
}

/// What something goes by that stands there.
pub(super) fn key(pointer: &Pointer) -> String {
    format!("{}{pointer}", pointer.file().0)
}

fn put<T>(map: &mut IndexMap<String, T>, key: String, read: Option<T>) {
    map.extend(read.map(|read| (key, read)));
}
