//! One of several types.

use serde_json::Value;

use super::place::Goal;
use super::value::{Maker, Told};
use crate::api::{Tagging, Type, Union, Variant};
use crate::fit::fits;

impl Maker<'_> {
    /// The first member of which there is a value; where the goal says which one it is, that one.
    pub(super) fn union(
        &mut self,
        ty: &Type,
        union: &Union,
        told: &Told<'_>,
        goal: Option<Goal<'_>>,
    ) -> Option<Value> {
        let tag = match &union.tagging {
            Tagging::Untagged => None,
            Tagging::Declared(name) | Tagging::Inferred(name) => Some(name.as_str()),
        };
        let wanted = tag.and_then(|tag| goal?.member(tag));
        let is_wanted = |variant: &&Variant| {
            wanted.is_none_or(|text| variant.tags.iter().any(|tag| tag == text))
        };
        let mut first = None;
        for variant in union.variants.iter().filter(is_wanted) {
            let Some(value) = self.variant(tag, wanted, variant, told, goal) else {
                continue;
            };
            let is_met = goal.is_none_or(|goal| goal.is_met(&value));
            if is_met && fits(self.types, ty, &value) {
                return Some(value);
            }
            first = first.or(Some(value));
        }
        first
    }

    fn variant(
        &mut self,
        tag: Option<&str>,
        wanted: Option<&str>,
        variant: &Variant,
        told: &Told<'_>,
        goal: Option<Goal<'_>>,
    ) -> Option<Value> {
        let inside = Told {
            name: told.name,
            ..Told::default()
        };
        let mut value = self.value(&variant.ty, &inside, goal)?;
        let text = wanted.or(variant.tags.first().map(String::as_str));
        if let (Some(tag), Some(text), Value::Object(members)) = (tag, text, &mut value) {
            let is_known = members.get(tag).is_some_and(|given| match given {
                Value::String(given) => variant.tags.contains(given),
                other => variant.tags.contains(&other.to_string()),
            });
            if !is_known {
                members.insert(tag.to_owned(), Value::String(text.to_owned()));
            }
        }
        Some(value)
    }
}
