//! Schemas into one flat view of what they say: references followed, `allOf` merged.

use std::collections::hash_map::Entry;
use std::rc::Rc;

use openapiv3::{AnySchema, Schema, SchemaKind};

use super::context::Context;
use super::enumeration;
use super::flat::{Choice, Flat};
use super::kind;
use super::members::{all_of, choices, keeps, properties, unique};
use super::never::is_never;
use super::reference::written_at;
use super::spot::{Node, Part, Spot};
use crate::api::TypeName;
use crate::diagnostics::Pointer;

/// Keywords that say what a value is, and are not made use of. What only narrows it is documented:
/// see [`constraints`](super::constraints).
const NOT_MODELLED: [&str; 2] = ["$dynamicRef", "$recursiveRef"];

impl<'a> Context<'a> {
    /// All that holds at `spot`. Where two of its parts contradict each other the later counts.
    pub(super) fn flat(&mut self, spot: &Spot<'a>) -> Rc<Flat<'a>> {
        let flat = match &spot.parts[..] {
            // Most have one, and nothing is to be merged.
            [only] => self.flat_of(only, &spot.name),
            parts => self.flat_of_all(parts, &spot.name).into(),
        };
        match spot.only {
            Some(kind) => flat.of_kind(kind).unwrap_or_default().into(),
            None => flat,
        }
    }

    fn flat_of_all(&mut self, parts: &[Part<'a>], owner: &TypeName) -> Flat<'a> {
        let mut flat = Flat::default();
        for part in parts {
            let more = Rc::unwrap_or_clone(self.flat_of(part, owner));
            if flat.absorb(more.clone(), owner).is_err() {
                let message = "this contradicts what is said of the same value elsewhere; \
                    that was left out";
                if let Some(warning) = self.warn("conflicting-members", &part.at, message) {
                    warning.help("describe the value alike in both places, or narrower here");
                    if let Some(first) = parts.first() {
                        warning.related(&first.at, "the same value, described otherwise");
                    }
                }
                flat = more;
            }
        }
        flat
    }

    /// All that `part` says, with what is inside it called by `owner`.
    ///
    /// It is shared, for what much refers to may say much.
    pub(super) fn flat_of(&mut self, part: &Part<'a>, owner: &TypeName) -> Rc<Flat<'a>> {
        match part.node {
            Node::Inline(schema) => self.flat_of_schema(schema, part, owner).into(),
            Node::Reference(reference) => self.flat_of_reference(reference, part),
        }
    }

    /// What `schema` says of its own: without its `allOf`.
    pub(super) fn flat_of_own(
        &mut self,
        schema: &'a Schema,
        part: &Part<'a>,
        owner: &TypeName,
    ) -> Flat<'a> {
        let SchemaKind::Any(any) = &schema.schema_kind else {
            return Flat::default();
        };
        self.report_not_modelled(schema, &part.at);
        let data = &schema.schema_data;
        let (values, constant) = enumeration::values(schema, any);
        Flat {
            kinds: kind::kinds(schema, any),
            format: any.format.as_deref(),
            values,
            constant,
            properties: properties(any, &part.at, owner),
            required: unique(&any.required),
            rest: self.rest(schema, any, &part.at, owner),
            prefix: self.prefix(&part.at, owner),
            items: self.items(any, &part.at, owner),
            choices: self.choices_of_own(schema, any, part, owner),
            default: data.default.as_ref(),
            read_only: data.read_only,
            write_only: data.write_only,
            never: is_never(any),
            constraints: self.constraints_of_own(schema, any, part, owner),
        }
    }

    fn choices_of_own(
        &self,
        schema: &'a Schema,
        any: &'a AnySchema,
        part: &Part<'a>,
        owner: &TypeName,
    ) -> Vec<Choice<'a>> {
        if !part.unions {
            return Vec::new();
        }
        let choices = choices(schema, any, &part.at, owner);
        match &schema.schema_data.discriminator {
            Some(discriminator) if choices.is_empty() => {
                let heirs = self.heirs(discriminator, &part.at, owner);
                heirs.into_iter().collect()
            }
            _ => choices,
        }
    }

    fn flat_of_schema(
        &mut self,
        schema: &'a Schema,
        part: &Part<'a>,
        owner: &TypeName,
    ) -> Flat<'a> {
        let own = self.flat_of_own(schema, part, owner);
        let members: Vec<_> = all_of(schema, part).collect();
        let mut flat = if members.is_empty() {
            own
        } else {
            self.merged(own, &members, part, owner)
        };
        self.drop_parents_choices(&mut flat, &part.at);
        flat
    }

    /// What the `members` of an `allOf` say, and `own` beside it.
    fn merged(
        &mut self,
        mut own: Flat<'a>,
        members: &[Part<'a>],
        part: &Part<'a>,
        owner: &TypeName,
    ) -> Flat<'a> {
        let mut flat = Flat::default();
        for member in members {
            let more = self
                .deeper(&member.at, |context| context.flat_of(member, owner))
                .unwrap_or_default();
            if flat.absorb(Rc::unwrap_or_clone(more), owner).is_err() {
                return self.unmergeable(&member.at);
            }
        }
        if own.is_mere_contradiction(&flat) {
            let message = "this contradicts the `allOf` beside it; it was left out";
            if let Some(warning) = self.warn("contradictory-type", &part.at.member("type"), message)
            {
                warning.help("leave `type` out, or give it the type of what is merged");
            }
            own.kinds = None;
        }
        if flat.absorb(own, owner).is_err() {
            return self.unmergeable(&part.at);
        }
        flat
    }

    /// What the target of `reference` says, which is found out once.
    fn flat_of_reference(&mut self, reference: &'a str, part: &Part<'a>) -> Rc<Flat<'a>> {
        let Some(target) = self.target(reference, &part.at) else {
            return Rc::default();
        };
        match self.flats.entry((target.at.clone(), part.unions)) {
            Entry::Occupied(known) => {
                if let Some(flat) = known.get() {
                    return Rc::clone(flat);
                }
                let message = format!("`{reference}` leads back here; it was left out");
                if let Some(warning) = self.warn("cyclic-reference", &written_at(&part.at), message)
                {
                    warning.help("take out one of the references on the way");
                }
                return Rc::default();
            }
            Entry::Vacant(place) => {
                place.insert(None);
            }
        }
        let there = self.part_at(&target.at).map(|there| Part {
            unions: part.unions,
            ..there
        });
        let flat = there
            .and_then(|there| {
                self.deeper(&part.at, |context| context.flat_of(&there, &target.name))
            })
            .unwrap_or_default();
        self.flats
            .insert((target.at, part.unions), Some(Rc::clone(&flat)));
        flat
    }

    /// A union that a schema has from its parent and is itself a member of is fulfilled by the
    /// schema: `Pet` is `oneOf` `Cat`, and `Cat` is `allOf` `Pet`.
    fn drop_parents_choices(&mut self, flat: &mut Flat<'a>, at: &Pointer) {
        if flat.choices.is_empty() {
            return;
        }
        let own = format!("{}/", at.as_str());
        flat.choices.retain(|choice| {
            let is_own = choice.at.as_str().starts_with(&own);
            is_own || !choice.is_of_heirs() && !self.has_member(choice, at)
        });
    }

    /// Whether a member of `choice` is a reference to `at`. Each of them may ask.
    pub(super) fn has_member(&mut self, choice: &Choice<'a>, at: &Pointer) -> bool {
        if !self.members.contains_key(&choice.at) {
            let places = choice
                .members
                .iter()
                .filter_map(|member| match member.node {
                    Node::Reference(reference) => self.document.schema_place(reference),
                    Node::Inline(_) => None,
                });
            let places = places.collect();
            self.members.insert(choice.at.clone(), places);
        }
        let members = self.members.get(&choice.at);
        members.is_some_and(|members| members.contains(at))
    }

    fn unmergeable(&mut self, at: &Pointer) -> Flat<'a> {
        let message = "no value fits this and what it is merged with; any value is taken";
        if let Some(warning) = self.warn("unmergeable", at, message) {
            warning.help("use `oneOf` where a value is one of several, or give all the same type");
        }
        Flat::default()
    }

    fn report_not_modelled(&mut self, schema: &Schema, at: &Pointer) {
        for keyword in NOT_MODELLED {
            if keeps(schema, keyword) {
                let message = format!("`{keyword}` cannot be expressed; it was left out");
                self.warn_unchecked(&at.member(keyword), message);
            }
        }
    }

    fn warn_unchecked(&mut self, at: &Pointer, message: String) {
        if let Some(warning) = self.warn("not-modelled", at, message) {
            warning.help("check it in your own code, where it matters");
        }
    }
}
