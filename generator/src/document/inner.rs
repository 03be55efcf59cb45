//! What is referred to and is no component: `#/paths/~1pets/get/responses/200`.
//!
//! Its value is copied before the description is taken apart, and read as what is expected where
//! it is referred to. So it has been read twice in the end, with the same pointers.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;
use openapiv3::{Components, PathItem, ReferenceOr};
use serde_json::Value;

use super::cursor::{At, Context, reference_or};
use super::model::{
    example, header, parameter, path_item, request_body, response, schema, security_scheme,
};
use super::parse::Parsed;
use super::reference::{Kind, target};
use crate::diagnostics::{FileId, Pointer};

/// What is referred to and is no component, by its pointer's text.
#[derive(Debug, Default)]
pub(super) struct Inner {
    pub(super) components: Components,
    pub(super) path_items: IndexMap<String, ReferenceOr<PathItem>>,
}

/// The values of all places that any `$ref` leads to, components aside that are read as such.
#[derive(Debug)]
pub(super) struct Targets(BTreeMap<Pointer, Value>);

impl Targets {
    /// Those of `parsed`, the file `file`.
    pub(super) fn of(parsed: &Parsed, file: FileId) -> Self {
        let pointers: BTreeSet<Pointer> = parsed
            .references
            .iter()
            .filter_map(|reference| target(reference, file))
            .filter(|pointer| !is_component(pointer))
            .collect();
        let values = pointers.into_iter().filter_map(|pointer| {
            let value = parsed.value.pointer(pointer.as_str())?.clone();
            Some((pointer, value))
        });
        Self(values.collect())
    }

    /// What stands at `pointer`.
    pub(super) fn get(&self, pointer: &Pointer) -> Option<&Value> {
        self.0.get(pointer)
    }
}

fn is_component(pointer: &Pointer) -> bool {
    let mut steps = pointer.steps();
    steps.next().as_deref() == Some("components")
        && steps
            .next()
            .is_some_and(|section| !READ_WHERE_USED.contains(&section.as_str()))
        && steps.count() == 1
}

/// The members of `components` that are read each time they are referred to, a path item by what
/// is called back.
const READ_WHERE_USED: [&str; 3] = ["callbacks", "mediaTypes", "pathItems"];

impl Inner {
    /// Reads what is referred to from where a part of a description is expected, and what that
    /// refers to in turn.
    pub(super) fn read(context: &Context) -> Self {
        let mut inner = Self::default();
        let mut done = BTreeSet::new();
        loop {
            let mut wanted = context.take_wanted();
            wanted.retain(|one| !done.contains(one));
            if wanted.is_empty() {
                return inner;
            }
            for (kind, pointer) in &wanted {
                if let Some(value) = context.targets.get(pointer) {
                    inner.add(*kind, value.clone(), &At::start(context, pointer));
                }
            }
            done.extend(wanted);
        }
    }

    fn add(&mut self, kind: Kind, value: Value, at: &At<'_>) {
        let key = at.pointer().as_str().to_owned();
        let parts = &mut self.components;
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
                let read = reference_or(kind, path_item)(value, at);
                put(&mut self.path_items, key, read);
            }
        }
    }
}

fn put<T>(map: &mut IndexMap<String, T>, key: String, read: Option<T>) {
    map.extend(read.map(|read| (key, read)));
}
