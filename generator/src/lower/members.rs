//! What stands inside a schema, each with its place and its name.

use std::collections::{BTreeMap, BTreeSet};

use openapiv3::{AnySchema, Schema, SchemaKind};

use super::flat::Choice;
use super::spot::{Part, Spot, inside};
use crate::api::{Step, TypeName};
use crate::diagnostics::Pointer;

/// The members of the `allOf` of `schema`, which stands where `part` does.
///
/// A `$ref` with other keywords beside it has become the first of them.
pub(super) fn all_of<'a>(
    schema: &'a Schema,
    part: &Part<'a>,
) -> impl Iterator<Item = Part<'a>> + use<'a> {
    let members: &'a [_] = match &schema.schema_kind {
        SchemaKind::Any(any) => &any.all_of,
        _ => &[],
    };
    let unions = part.unions;
    // Nearly none has any, and then nobody needs to know where they would stand.
    let places = (!members.is_empty()).then(|| (part.at.clone(), part.at.member("allOf")));
    let beside = usize::from(!members.is_empty() && keeps(schema, "ref"));
    places.into_iter().flat_map(move |(parent, at)| {
        members.iter().enumerate().map(move |(index, member)| Part {
            node: member.into(),
            at: match index.checked_sub(beside) {
                Some(index) => at.element(index),
                None => parent.member("$ref"),
            },
            unions,
        })
    })
}

/// Its properties, each called by `owner` and its name.
pub(super) fn properties<'a>(
    any: &'a AnySchema,
    at: &Pointer,
    owner: &TypeName,
) -> BTreeMap<&'a str, Spot<'a>> {
    let at = at.member("properties");
    any.properties
        .iter()
        .map(|(name, schema)| {
            let part = Part::new(schema, at.member(name));
            let name_inside = inside(owner, Step::Property(name.clone()));
            (name.as_str(), Spot::new(name_inside, part))
        })
        .collect()
}

/// Each name once, in their order.
pub(super) fn unique(names: &[String]) -> Vec<&str> {
    let mut seen = BTreeSet::new();
    names
        .iter()
        .map(String::as_str)
        .filter(|name| seen.insert(*name))
        .collect()
}

/// Whether the pass that made 3.0 of it kept `keyword`, which that does not have.
pub(super) fn keeps(schema: &Schema, keyword: &str) -> bool {
    // Nearly none has any.
    let extensions = &schema.schema_data.extensions;
    !extensions.is_empty() && extensions.contains_key(&format!("x-hookgen-{keyword}"))
}

/// Its `oneOf` and its `anyOf`, those that it has.
pub(super) fn choices<'a>(
    schema: &'a Schema,
    any: &'a AnySchema,
    at: &Pointer,
    owner: &TypeName,
) -> Vec<Choice<'a>> {
    [("oneOf", &any.one_of), ("anyOf", &any.any_of)]
        .into_iter()
        .filter(|(_, members)| !members.is_empty())
        .map(|(keyword, members)| {
            let at = at.member(keyword);
            Choice {
                members: members
                    .iter()
                    .enumerate()
                    .map(|(index, member)| Part::new(member, at.element(index)))
                    .collect(),
                at,
                owner: owner.clone(),
                discriminator: schema.schema_data.discriminator.as_ref(),
            }
        })
        .collect()
}
