//! `oneOf`, `anyOf` and several types: one of several.
//!
//! In this order: a value that may be `null`, a single member, an open enum of texts, a tagged
//! union (by the `discriminator`, or by a member whose constants differ), and else members that
//! are tried in turn.

mod collected;
mod labels;
mod members;
mod order;
mod tags;
#[cfg(test)]
mod tests;
mod text;

pub(super) use members::Member;

use super::context::Context;
use super::flat::{Choice, Flat};
use super::kind::Kind;
use super::spot::{Part, Spot, inside};
use crate::api::{Shape, Step, Tagging, Type, Union, Variant};

impl<'a> Context<'a> {
    /// What a value at `spot` consists of that is one of the members of `choice`, each of which
    /// has what `shared` says besides.
    pub(super) fn union(
        &mut self,
        shared: Flat<'a>,
        mut choice: Choice<'a>,
        spot: &Spot<'a>,
    ) -> Shape {
        let mut members = self.members(&choice);
        self.share(&shared, &mut members, spot);
        match members.as_slice() {
            [] => return self.shape_of_kinds(shared, spot),
            // Of heirs there may be another tomorrow.
            [only] if !choice.is_of_heirs() => return self.only_member(only, spot),
            _ => {}
        }
        if let Some(shape) = self.shape_of_texts(&members, spot) {
            return shape;
        }
        let tagged = match choice.discriminator {
            None => self.inferred_tags(&members),
            Some(discriminator) => {
                let Some(tags) = self.declared_tags(discriminator, &choice.at, &members) else {
                    choice.discriminator = None;
                    return self.union(shared, choice, spot);
                };
                let property = discriminator.property_name.clone();
                Some((Tagging::Declared(property), tags))
            }
        };
        let otherwise = choice
            .discriminator
            .and_then(|discriminator| tags::otherwise(discriminator, &members));
        match self.assemble(members, tagged, spot) {
            Shape::Union(union) => Shape::Union(Union {
                otherwise: union
                    .variants
                    .iter()
                    .position(|variant| otherwise.as_ref() == Some(&variant.name)),
                ..union
            }),
            shape => shape,
        }
    }

    /// A value that may be of several kinds.
    pub(super) fn union_of_kinds(&mut self, flat: &Flat<'a>, spot: &Spot<'a>) -> Shape {
        let members = Self::members_of_kinds(flat, spot);
        match members.as_slice() {
            [] => Shape::Alias(Type::Any),
            [only] => self.shape_of_kinds(only.flat.as_ref().clone(), spot),
            _ => self.assemble(members, None, spot),
        }
    }

    /// Gives each member what all share, if it does not say so itself. A member that contradicts
    /// it is none, for it cannot occur.
    fn share(&mut self, shared: &Flat<'a>, members: &mut Vec<Member<'a>>, spot: &Spot<'a>) {
        let fits = |member: &Member<'a>| {
            let mut both = shared.clone();
            both.absorb(member.flat.as_ref().clone(), &spot.name)
                .is_ok()
        };
        if members.iter().any(fits) {
            members.retain(fits);
        }
        for member in members {
            if shared.adds_nothing_to(&member.flat) {
                continue;
            }
            let mut parts: Vec<_> = spot.parts.iter().map(Part::without_unions).collect();
            parts.append(&mut member.spot.parts);
            member.spot.parts = parts;
            member.spot.name = inside(&spot.name, Step::Member(member.label.clone()));
            member.flat = self.flat(&member.spot);
        }
    }

    /// With a single member there is no union: the place is the member's.
    fn only_member(&mut self, member: &Member<'a>, spot: &Spot<'a>) -> Shape {
        let there = Spot {
            name: spot.name.clone(),
            ..member.spot.clone()
        };
        self.deeper(there.at(), |context| context.shape_at(&there))
            .unwrap_or(Shape::Alias(Type::Any))
    }

    /// The union of `members`, or the one type that all of them turn out to be.
    fn assemble(
        &mut self,
        members: Vec<Member<'a>>,
        tagged: Option<(Tagging, Vec<Vec<String>>)>,
        spot: &Spot<'a>,
    ) -> Shape {
        let (tagging, tags) = tagged.unwrap_or((Tagging::Untagged, Vec::new()));
        let mut members = members;
        if tagging == Tagging::Untagged {
            order::most_demanding_first(&mut members);
        }
        let mut tags = tags.into_iter();
        let mut variants: Vec<Variant> = Vec::with_capacity(members.len());
        let mut texts: Vec<_> = members
            .iter()
            .filter(|member| member.flat.is_only(Kind::String))
            .cloned()
            .collect();
        for member in members {
            let variant = if member.flat.is_only(Kind::String) {
                let texts = std::mem::take(&mut texts);
                match texts.as_slice() {
                    [] => continue,
                    [only] => self.variant(only),
                    several => self.variant_of_texts(several, spot),
                }
            } else {
                self.variant(&member)
            };
            let tags = tags.next().unwrap_or_default();
            match variants.iter_mut().find(|known| known.ty == variant.ty) {
                Some(known) => known.tags.extend(tags),
                None => variants.push(Variant { tags, ..variant }),
            }
        }
        if variants.iter().any(|variant| variant.ty == Type::I64) {
            variants.retain(|variant| variant.ty != Type::I32);
        }
        match variants.as_slice() {
            [only] => Shape::Alias(only.ty.clone()),
            _ => Shape::Union(Union {
                tagging,
                variants,
                otherwise: None,
            }),
        }
    }

    fn variant(&mut self, member: &Member<'a>) -> Variant {
        Variant {
            name: member.label.clone(),
            docs: self.docs_at(&member.spot),
            tags: Vec::new(),
            ty: self.plain_type_at(&member.spot),
        }
    }
}
