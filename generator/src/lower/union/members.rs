//! The members of a union, and what each is called by.

use std::rc::Rc;

use super::collected::Collected;
use super::labels::Labels;
use crate::api::{Step, Tagging};
use crate::diagnostics::Pointer;
use crate::lower::context::Context;
use crate::lower::flat::{Choice, Flat};
use crate::lower::spot::{Node, Part, Spot, inside};

/// A member of a union, seen through references.
#[derive(Debug, Clone)]
pub(in crate::lower) struct Member<'a> {
    /// A component's key, a title, a tag, or its kind; no two members of a union have the same.
    pub(in crate::lower) label: String,
    /// Where it stands.
    pub(in crate::lower) spot: Spot<'a>,
    /// What it says.
    pub(in crate::lower) flat: Rc<Flat<'a>>,
    /// The reference that it is, and where that leads.
    pub(in crate::lower) reference: Option<(&'a str, Pointer)>,
}

impl<'a> Context<'a> {
    /// Those of `choice` but for `null`, each once. Where no `discriminator` tells them apart,
    /// those of a union among them stand for it.
    pub(super) fn members(&mut self, choice: &Choice<'a>) -> Vec<Member<'a>> {
        let mut collected = Collected::default();
        let nested = choice.discriminator.is_none();
        self.collect_members(choice, nested, &mut collected);
        let mut members = collected.members;
        let labels = Labels::new(&members).of_all();
        for (member, label) in members.iter_mut().zip(labels) {
            member.label = label;
        }
        members
    }

    /// One for each kind that `flat` allows and has a value of.
    pub(super) fn members_of_kinds(flat: &Flat<'a>, spot: &Spot<'a>) -> Vec<Member<'a>> {
        flat.kinds
            .iter()
            .flatten()
            .filter_map(|kind| {
                let label = kind.as_str().to_owned();
                Some(Member {
                    flat: flat.of_kind(*kind)?.into(),
                    spot: Spot {
                        name: inside(&spot.name, Step::Member(label.clone())),
                        parts: spot.parts.clone(),
                        only: Some(*kind),
                    },
                    label,
                    reference: None,
                })
            })
            .collect()
    }

    fn collect_members(
        &mut self,
        choice: &Choice<'a>,
        nested: bool,
        collected: &mut Collected<'a>,
    ) {
        if !collected.choices.insert(choice.at.clone()) {
            return;
        }
        for member in self.own_members(choice) {
            if member.flat.is_only_null() || member.flat.never || collected.has(&member) {
                continue;
            }
            match member.flat.choices.as_slice() {
                [inner] if nested && member.flat.is_mere_choice() => {
                    let at = member.spot.at().clone();
                    self.deeper(&at, |context| {
                        context.collect_members(inner, nested, collected);
                    });
                }
                [] if member
                    .flat
                    .kinds
                    .as_ref()
                    .is_some_and(|kinds| kinds.len() > 1) =>
                {
                    let members = Self::members_of_kinds(&member.flat, &member.spot);
                    collected.members.extend(members);
                }
                _ => collected.push(member),
            }
        }
    }

    /// Those that stand in `choice` itself, named without regard to where it is used.
    pub(in crate::lower) fn own_members(&mut self, choice: &Choice<'a>) -> Vec<Member<'a>> {
        let mut members: Vec<_> = choice
            .members
            .iter()
            .filter_map(|part| self.own_member(choice, part))
            .collect();
        let (property, tags) = match self.inferred_tags(&members) {
            Some((Tagging::Inferred(property), tags)) => (property, tags),
            _ => (String::new(), Vec::new()),
        };
        for (member, tags) in members.iter_mut().zip(tags) {
            if member.label.is_empty()
                && let [tag] = tags.as_slice()
            {
                let is_word = tag.parse::<i64>().is_err() && tag.parse::<bool>().is_err();
                member.label = if is_word {
                    tag.clone()
                } else {
                    format!("{property} {tag}")
                };
            }
        }
        for member in &mut members {
            if member.label.is_empty() {
                member.label = kind_label(&member.flat).to_owned();
            }
        }
        let labels = Labels::new(&members).of_all();
        for (member, label) in members.iter_mut().zip(labels) {
            if member.reference.is_none() {
                member.spot.name = inside(&choice.owner, Step::Member(label.clone()));
                // What is inside is called by it too.
                if let Some(part) = member.spot.parts.first() {
                    member.flat = self.flat_of(part, &member.spot.name);
                }
            }
            member.label = label;
        }
        members
    }

    /// A member with its label, if it has one of its own. `None`: it is the union itself.
    fn own_member(&mut self, choice: &Choice<'a>, part: &Part<'a>) -> Option<Member<'a>> {
        let flat = self
            .deeper(&part.at, |context| context.flat_of(part, &choice.owner))
            .unwrap_or_default();
        let (label, name, reference) = match part.node {
            Node::Inline(schema) => {
                let title = schema.schema_data.title.as_deref().map(str::trim);
                let label = title.unwrap_or_default().to_owned();
                (label, choice.owner.clone(), None)
            }
            Node::Reference(reference) => match self.target(reference, &part.at) {
                Some(target) => {
                    let itself = ["oneOf", "anyOf"]
                        .iter()
                        .any(|keyword| target.at.member(keyword) == choice.at);
                    if itself {
                        return None;
                    }
                    let label = match target.name.steps.last() {
                        None => target.name.root.clone(),
                        Some(Step::Property(name) | Step::Member(name)) => name.clone(),
                        Some(_) => String::new(),
                    };
                    (label, target.name, Some((reference, target.at)))
                }
                None => (String::new(), choice.owner.clone(), None),
            },
        };
        Some(Member {
            label,
            spot: Spot::new(name, part.clone()),
            flat,
            reference,
        })
    }
}

fn kind_label(flat: &Flat<'_>) -> &'static str {
    match flat
        .kinds
        .as_ref()
        .map(|kinds| kinds.iter().collect::<Vec<_>>())
    {
        Some(kinds) => match kinds.as_slice() {
            [only] => only.as_str(),
            _ => "value",
        },
        None => "value",
    }
}
