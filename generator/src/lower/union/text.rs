//! Unions of texts: an open enum, or plain text.

use std::collections::BTreeSet;

use super::Member;
use crate::api::{Shape, Step, Type, Variant};
use crate::lower::context::Context;
use crate::lower::flat::{Flat, Known};
use crate::lower::kind::Kind;
use crate::lower::scalar::scalar;
use crate::lower::spot::{Spot, inside};

impl<'a> Context<'a> {
    /// What a value consists of that is a text whichever member it is; `None` where it need not
    /// be one.
    ///
    /// An enum is open, so that it also is what a union of an enum and any text comes to.
    pub(super) fn shape_of_texts(
        &mut self,
        members: &[Member<'a>],
        spot: &Spot<'a>,
    ) -> Option<Shape> {
        if !members
            .iter()
            .all(|member| member.flat.is_only(Kind::String))
        {
            return None;
        }
        let mut listing = members.iter().filter(|member| member.flat.values.is_some());
        Some(match (listing.next(), listing.next()) {
            (None, _) => Shape::Alias(common_text(members)),
            (Some(only), None) if only.reference.is_some() => {
                Shape::Alias(self.plain_type_at(&only.spot))
            }
            _ => self.merged_enum(members, spot),
        })
    }

    /// The one variant that stands for all the members that are texts.
    pub(super) fn variant_of_texts(&mut self, texts: &[Member<'a>], spot: &Spot<'a>) -> Variant {
        let kind = Kind::String.as_str();
        let mut listing = texts.iter().filter(|member| member.flat.values.is_some());
        let label = match (listing.next(), listing.next()) {
            (Some(only), None) => only.label.clone(),
            _ => kind.to_owned(),
        };
        let there = Spot {
            name: inside(&spot.name, Step::Member(kind.to_owned())),
            ..spot.clone()
        };
        let shape = self.shape_of_texts(texts, &there);
        Variant {
            name: label,
            docs: crate::api::Docs::default(),
            tags: Vec::new(),
            ty: match shape {
                Some(shape) => self.named(shape, &there),
                None => Type::String,
            },
        }
    }

    fn merged_enum(&mut self, members: &[Member<'a>], spot: &Spot<'a>) -> Shape {
        let mut values: Vec<Known<'_>> = Vec::new();
        let mut texts = BTreeSet::new();
        for member in members {
            let known = member.flat.values.iter().flatten();
            let mut known: Vec<_> = known.cloned().collect();
            if let [only] = known.as_mut_slice()
                && only.docs.description.is_none()
                && only.docs.summary.is_none()
            {
                only.docs = self.docs_at(&member.spot);
            }
            for value in known {
                let is_new = match value.value.as_str() {
                    Some(text) => texts.insert(text),
                    None => !values.iter().any(|seen| seen.value == value.value),
                };
                if is_new {
                    values.push(value);
                }
            }
        }
        let mut flat = Flat {
            kinds: Some([Kind::String].into()),
            values: Some(values),
            ..Flat::default()
        };
        self.enumeration(&mut flat, spot)
            .unwrap_or(Shape::Alias(Type::Any))
    }
}

/// The type that all the texts have, or else plain text: hidden if any is to be.
fn common_text(members: &[Member<'_>]) -> Type {
    let mut types = members
        .iter()
        .filter_map(|member| scalar(Kind::String, member.flat.format));
    let first = types.next().unwrap_or(Type::String);
    let mut common = first;
    for ty in types {
        if ty != common {
            let secret = ty == Type::Secret || common == Type::Secret;
            common = if secret { Type::Secret } else { Type::String };
        }
    }
    common
}
