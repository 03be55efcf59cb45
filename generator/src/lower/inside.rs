//! What may stand inside a value, but for what has a name: elements, and members without one.

use openapiv3::{AdditionalProperties, AnySchema, Schema};
use serde_json::Value;

use super::context::Context;
use super::flat::Rest;
use super::never::says_never;
use super::spot::{Part, Spot, inside};
use crate::api::{Step, TypeName};
use crate::diagnostics::Pointer;

impl<'a> Context<'a> {
    /// An array's first elements.
    pub(super) fn prefix(&self, at: &Pointer, owner: &TypeName) -> Vec<Spot<'a>> {
        if !self.document.has_schemas_beside() {
            return Vec::new();
        }
        // A list under `items` is the older way to write them.
        ["prefixItems", "items"]
            .iter()
            .flat_map(|keyword| {
                let at = at.member(keyword);
                (0..).map_while(move |index| {
                    let at = at.element(index);
                    let schema = self.document.schema_beside(&at)?;
                    let name = inside(owner, Step::Element(index));
                    Some(Spot::new(name, Part::new(schema, at)))
                })
            })
            .collect()
    }

    /// An array's elements, but for those.
    pub(super) fn items(
        &self,
        any: &'a AnySchema,
        at: &Pointer,
        owner: &TypeName,
    ) -> Option<Spot<'a>> {
        let part = match &any.items {
            Some(items) => Part::new(items, at.member("items")),
            None if !self.document.has_schemas_beside() => return None,
            None => {
                // Only behind the older way to write the first ones.
                let older = self.beside(&at.member("items").element(0));
                let others = older.and_then(|_| self.beside(&at.member("additionalItems")));
                others.or_else(|| self.beside(&at.member("unevaluatedItems")))?
            }
        };
        Some(Spot::new(inside(owner, Step::Item), part))
    }

    /// The members without a name of their own. Those of `patternProperties` are of one type if
    /// nothing else is said of any member, for so a map is described whose keys are of a form.
    /// Otherwise nothing holds of all of them.
    pub(super) fn rest(
        &self,
        schema: &'a Schema,
        any: &'a AnySchema,
        at: &Pointer,
        owner: &TypeName,
    ) -> Rest<'a> {
        let entry = |part| Rest::Of(Spot::new(inside(owner, Step::Entry), part));
        let others = match &any.additional_properties {
            None if !self.document.has_schemas_beside() => return Rest::Unsaid,
            None => match self.beside(&at.member("unevaluatedProperties")) {
                Some(part) => entry(part),
                None => Rest::Unsaid,
            },
            Some(AdditionalProperties::Any(true)) => Rest::Open,
            Some(AdditionalProperties::Any(false)) => Rest::Closed,
            Some(AdditionalProperties::Schema(schema)) => entry(Part::new(
                schema.as_ref(),
                at.member("additionalProperties"),
            )),
        };
        let others = match others {
            Rest::Of(spot) if says_never(&spot) => Rest::Closed,
            others => others,
        };
        if !self.document.has_schemas_beside() {
            return others;
        }
        let at = at.member("patternProperties");
        let kept = schema
            .schema_data
            .extensions
            .get("x-hookgen-patternProperties");
        let patterns = kept.and_then(Value::as_array).into_iter().flatten();
        let mut parts = patterns
            .filter_map(Value::as_str)
            .filter_map(|pattern| self.beside(&at.member(pattern)))
            .collect::<Vec<_>>()
            .into_iter();
        let Some(first) = parts.next() else {
            return others;
        };
        let alike = parts.all(|part| part.node == first.node);
        let alone = match &others {
            Rest::Unsaid => any.properties.is_empty(),
            Rest::Closed => true,
            Rest::Open => false,
            Rest::Of(spot) => spot.parts.iter().all(|part| part.node == first.node),
        };
        if alike && alone {
            entry(first)
        } else {
            Rest::Open
        }
    }

    fn beside(&self, at: &Pointer) -> Option<Part<'a>> {
        let schema = self.document.schema_beside(at)?;
        Some(Part::new(schema, at.clone()))
    }
}
