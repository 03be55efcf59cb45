//! `$ref`: where one leads, and the places that are nothing but one.

use std::rc::Rc;

use openapiv3::SchemaKind;

use super::context::Context;
use super::flat::Flat;
use super::members::all_of;
use super::spot::{Node, Part, Spot};
use crate::api::{Type, TypeName};
use crate::diagnostics::Pointer;

/// Where a reference leads.
#[derive(Debug, Clone)]
pub(super) struct Target {
    pub(super) at: Pointer,
    /// What it is called by there.
    pub(super) name: TypeName,
}

/// How many references of one place are tried as the one that says it all.
const CANDIDATES: usize = 8;

impl<'a> Context<'a> {
    /// Where `reference`, which stands at `from`, leads.
    pub(super) fn target(&mut self, reference: &str, from: &Pointer) -> Option<Target> {
        let Some(at) = self.document.schema_place(reference) else {
            self.report_dangling(reference, &written_at(from));
            return None;
        };
        let name = self.name_at(&at);
        Some(Target { at, name })
    }

    /// All that the schema at `place` says, if there is one.
    pub(super) fn part_at(&self, place: &Pointer) -> Option<Part<'a>> {
        Some(Part::new(self.document.schema_at(place)?, place.clone()))
    }

    fn report_dangling(&mut self, reference: &str, at: &Pointer) {
        if let Some(failure) = self.document.failure(reference) {
            let message = format!("{}; any value is taken", failure.message);
            if let Some(warning) = self.warn(failure.code, at, message) {
                failure.explain(warning);
            }
            return;
        }
        let message = format!("there is nothing at `{reference}`; any value is taken");
        if let Some(warning) = self.warn("dangling-reference", at, message) {
            warning.help("correct the reference, or describe what it refers to");
        }
    }

    /// The type of a place that says nothing more than one reference in it: `allOf` with only that
    /// and a description, or a member described twice in the same way.
    pub(super) fn sole_reference(&mut self, spot: &Spot<'a>) -> Option<Type> {
        if spot.only.is_some() {
            return None;
        }
        if let [part] = spot.parts.as_slice()
            && let (Node::Reference(reference), true) = (part.node, part.unions)
        {
            return Some(self.type_of_reference(reference, &part.at));
        }
        let mut atoms = Vec::new();
        for part in &spot.parts {
            self.collect_atoms(part, &mut atoms);
        }
        let references = atoms
            .iter()
            .filter(|atom| atom.unions && matches!(atom.node, Node::Reference(_)));
        let candidates: Vec<_> = references.take(CANDIDATES).cloned().collect();
        if candidates.is_empty() {
            return None;
        }
        let views: Vec<_> = atoms
            .iter()
            .map(|atom| self.flat_of_atom(atom, spot))
            .collect();
        for candidate in candidates {
            let whole = self.flat_of(&candidate, &spot.name);
            let says_it_all = views
                .iter()
                .all(|view| view.adds_nothing_to(&whole) && !view.narrows_inside(&whole))
                && !whole.choices.iter().any(|choice| {
                    let mut parts = spot.parts.iter();
                    parts.any(|part| self.has_member(choice, &part.at))
                });
            if says_it_all && let Node::Reference(reference) = candidate.node {
                if views.iter().any(|view| view.is_mere_contradiction(&whole)) {
                    // Reports it.
                    self.flat(spot);
                }
                return Some(self.type_of_reference(reference, &candidate.at));
            }
        }
        None
    }

    fn type_of_reference(&mut self, reference: &'a str, from: &Pointer) -> Type {
        match self.target(reference, from) {
            Some(target) => self.type_of_target(target),
            None => Type::Any,
        }
    }

    /// Takes `part` apart into references and what is said beside them.
    fn collect_atoms(&mut self, part: &Part<'a>, atoms: &mut Vec<Part<'a>>) {
        if let Node::Inline(schema) = part.node {
            for member in all_of(schema, part) {
                self.deeper(&member.at, |context| context.collect_atoms(&member, atoms));
            }
        }
        atoms.push(part.clone());
    }

    fn flat_of_atom(&mut self, atom: &Part<'a>, spot: &Spot<'a>) -> Rc<Flat<'a>> {
        match atom.node {
            Node::Reference(_) => self.flat_of(atom, &spot.name),
            Node::Inline(schema) => self.flat_of_own(schema, atom, &spot.name).into(),
        }
    }
}

/// Where the text of the reference stands that the schema at `at` is. One with other keywords
/// beside it is taken apart by its `$ref` already.
pub(super) fn written_at(at: &Pointer) -> Pointer {
    if at.as_str().ends_with("/$ref") {
        at.clone()
    } else {
        at.member("$ref")
    }
}

/// Whether `part` is a reference, or merged from what may be some.
pub(super) fn may_refer(part: &Part<'_>) -> bool {
    match part.node {
        Node::Inline(schema) => {
            matches!(&schema.schema_kind, SchemaKind::Any(any) if !any.all_of.is_empty())
        }
        Node::Reference(_) => true,
    }
}
