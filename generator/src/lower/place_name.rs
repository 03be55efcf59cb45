//! What the place is called by that a reference leads to: the same as where the description
//! itself is read there.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use openapiv3::{AdditionalProperties, SchemaKind};

use super::context::Context;
use super::members::{all_of, choices};
use super::reference::Target;
use super::spot::{Node, Part, inside};
use crate::api::{Step, TypeName};
use crate::diagnostics::{FileId, Pointer};

/// The names that are known; `None` while one is being found out.
pub(super) type Names = HashMap<Pointer, Option<TypeName>>;

impl<'a> Context<'a> {
    /// All of `components.schemas`, in the order of their keys.
    pub(super) fn component_schemas(&self) -> Vec<Target> {
        let mut targets: Vec<_> = self
            .document
            .component_schemas()
            .map(|(key, at)| Target {
                at,
                name: TypeName {
                    root: key.to_owned(),
                    steps: Vec::new(),
                },
            })
            .collect();
        targets.sort_by(|one, other| one.name.cmp(&other.name));
        targets
    }

    /// What the schema at `at` is called by.
    pub(super) fn name_at(&mut self, at: &Pointer) -> TypeName {
        match self.known.names.entry(at.clone()) {
            Entry::Occupied(known) => {
                if let Some(name) = known.get() {
                    return name.clone();
                }
            }
            Entry::Vacant(place) => {
                place.insert(None);
            }
        }
        let steps: Vec<String> = at.steps().collect();
        let (mut name, taken) = match self.document.root_name(at) {
            Some((root, taken)) => {
                let steps = Vec::new();
                (TypeName { root, steps }, taken)
            }
            None => self.root_name(&steps),
        };
        let mut walk = self.walk_from(at, &steps, taken);
        for (index, step) in steps.iter().enumerate().skip(taken) {
            let keyword = index.checked_sub(1).and_then(|before| steps.get(before));
            if let Some(step) = self.step(&mut walk, keyword.map(String::as_str), step, &name) {
                name = inside(&name, step);
            }
        }
        self.known.names.insert(at.clone(), Some(name.clone()));
        name
    }

    /// What the thing is called by that `steps` lead into, and how many of them lead to it.
    fn root_name(&self, steps: &[String]) -> (TypeName, usize) {
        let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
        let named = |root: &str, steps: Vec<Step>, taken: usize| {
            let root = root.to_owned();
            (TypeName { root, steps }, taken)
        };
        match steps.as_slice() {
            ["components", "schemas", key, ..] => named(key, Vec::new(), 3),
            [
                "components",
                "requestBodies",
                key,
                "content",
                _,
                "schema",
                ..,
            ] => named(key, vec![Step::Body], 6),
            ["components", "responses", key, "content", _, "schema", ..] => {
                named(key, vec![Step::SharedResponse], 6)
            }
            ["components", "parameters", key, "schema", ..] => {
                named(key, vec![Step::Parameter((*key).to_owned())], 4)
            }
            [
                "paths",
                path,
                method,
                "requestBody",
                "content",
                _,
                "schema",
                ..,
            ] => named(&self.operation_id(path, method), vec![Step::Body], 7),
            [
                "paths",
                path,
                method,
                "responses",
                code,
                "content",
                _,
                "schema",
                ..,
            ] => {
                let step = Step::Response((*code).to_owned());
                named(&self.operation_id(path, method), vec![step], 8)
            }
            [
                "webhooks",
                key,
                _,
                "requestBody",
                "content",
                _,
                "schema",
                ..,
            ] => named(key, vec![Step::Payload], 7),
            ["paths", path, method, ..] => named(&self.operation_id(path, method), Vec::new(), 3),
            ["$defs" | "definitions", key, ..] => named(key, Vec::new(), 2),
            [first, ..] => named(first, Vec::new(), 1),
            [] => named("root", Vec::new(), 0),
        }
    }

    /// What the operation at `at` is called by.
    pub(super) fn called_by(&self, at: &Pointer) -> String {
        let steps: Vec<String> = at.steps().collect();
        match steps.as_slice() {
            [paths, path, method] if paths == "paths" => self.operation_id(path, method),
            other => other.join(" "),
        }
    }

    fn operation_id(&self, path: &str, method: &str) -> String {
        let own = self.document.operation_id(path, method);
        own.unwrap_or_else(|| format!("{method} {path}"))
    }

    /// The schema that the walk to `at` begins with, where it is one that can be looked into.
    fn walk_from(&self, at: &Pointer, steps: &[String], taken: usize) -> Option<Part<'a>> {
        let is_main = at.file() == FileId::default();
        if is_main
            && (taken != 3
                || !matches!(steps, [first, second, ..] if first == "components" && second == "schemas"))
        {
            return None;
        }
        let at = steps
            .iter()
            .take(taken)
            .fold(Pointer::root(at.file()), |at, step| at.member(step));
        let schema = self.document.schema_at(&at)?;
        Some(Part::new(schema, at))
    }

    /// What a step of a pointer adds to a name, after the step `keyword`. `walk` goes along.
    fn step(
        &mut self,
        walk: &mut Option<Part<'a>>,
        keyword: Option<&str>,
        step: &str,
        name: &TypeName,
    ) -> Option<Step> {
        match (keyword, step) {
            (Some("properties"), key) => {
                *walk = walk.take().and_then(|part| child(&part, "properties", key));
                Some(Step::Property(key.to_owned()))
            }
            (Some("$defs" | "definitions"), key) => {
                *walk = None;
                Some(Step::Property(key.to_owned()))
            }
            (Some("allOf"), index) => {
                *walk = walk.take().and_then(|part| child(&part, "allOf", index));
                None
            }
            (Some(keyword @ ("oneOf" | "anyOf")), index) => {
                let part = walk.take();
                *walk = part.as_ref().and_then(|part| child(part, keyword, index));
                let label = part.and_then(|part| self.label(&part, keyword, index, name));
                Some(Step::Member(label.unwrap_or_else(|| index.to_owned())))
            }
            (Some("prefixItems"), index) => {
                *walk = None;
                Some(match index.parse() {
                    Ok(index) => Step::Element(index),
                    Err(_) => Step::Item,
                })
            }
            (Some("patternProperties"), _) => {
                *walk = None;
                Some(Step::Entry)
            }
            (_, "items") => {
                *walk = walk.take().and_then(|part| child(&part, "items", ""));
                Some(Step::Item)
            }
            (_, "additionalProperties") => {
                *walk = walk.take().and_then(|part| child(&part, step, ""));
                Some(Step::Entry)
            }
            (
                _,
                "properties" | "allOf" | "oneOf" | "anyOf" | "prefixItems" | "patternProperties"
                | "$defs" | "definitions",
            ) => None,
            (_, other) => Some(Step::Property(other.to_owned())),
        }
    }

    /// What the member `index` of the union in `part` is called by.
    fn label(
        &mut self,
        part: &Part<'a>,
        keyword: &str,
        index: &str,
        owner: &TypeName,
    ) -> Option<String> {
        let Node::Inline(schema) = part.node else {
            return None;
        };
        let SchemaKind::Any(any) = &schema.schema_kind else {
            return None;
        };
        let at = part.at.member(keyword);
        let mut choices = choices(schema, any, &part.at, owner).into_iter();
        let choice = choices.find(|choice| choice.at == at)?;
        let member = at.member(index);
        let labelled = self.deeper(&member, |context| context.own_members(&choice))?;
        labelled
            .into_iter()
            .find(|labelled| *labelled.spot.at() == member)
            .map(|labelled| labelled.label)
    }
}

/// What stands inside `part` under `keyword` and `key`.
fn child<'a>(part: &Part<'a>, keyword: &str, key: &str) -> Option<Part<'a>> {
    let Node::Inline(schema) = part.node else {
        return None;
    };
    let SchemaKind::Any(any) = &schema.schema_kind else {
        return None;
    };
    let at = part.at.member(keyword);
    match keyword {
        "properties" => Some(Part::new(any.properties.get(key)?, at.member(key))),
        "items" => Some(Part::new(any.items.as_ref()?, at)),
        "additionalProperties" => match any.additional_properties.as_ref()? {
            AdditionalProperties::Schema(schema) => Some(Part::new(schema.as_ref(), at)),
            AdditionalProperties::Any(_) => None,
        },
        "allOf" => all_of(schema, part).find(|member| member.at == at.member(key)),
        "oneOf" => Some(Part::new(
            any.one_of.get(key.parse::<usize>().ok()?)?,
            at.member(key),
        )),
        _ => Some(Part::new(
            any.any_of.get(key.parse::<usize>().ok()?)?,
            at.member(key),
        )),
    }
}
