//! Unions: which of the variants a value is held against.

use std::borrow::Cow;

use serde_json::Value;

use super::{Here, Told, Walk};
use crate::api::{Tagging, Union};
use crate::fit::nearest::{misfits, nearest};
use crate::fit::what::{JsonType, What};

impl<T: Told> Walk<'_, T> {
    pub(super) fn union(&mut self, union: &Union, value: &Value, here: Here<'_>) {
        match &union.tagging {
            // What fits none is kept.
            Tagging::Untagged if !T::ALL => {}
            Tagging::Untagged => match nearest(self.types, union, value) {
                Some(variant) => self.value(&variant.ty, value, here),
                None => {
                    let what = What::NoVariant(JsonType::of(value));
                    self.told.came(here.inside, here.way, what);
                }
            },
            Tagging::Declared(tag) | Tagging::Inferred(tag) => {
                let tag = value.get(tag).and_then(self::tag).unwrap_or_default();
                let mut variants = union.variants.iter();
                let known = variants.find(|one| one.tags.iter().any(|known| *known == *tag));
                let otherwise = || {
                    let other = union.variants.get(union.otherwise?)?;
                    (misfits(self.types, &other.ty, value) == 0).then_some(other)
                };
                match known.or_else(otherwise) {
                    Some(variant) => self.value(&variant.ty, value, here),
                    None => {
                        let what = What::UnknownTag(tag.into_owned());
                        self.told.came(here.inside, here.way, what);
                    }
                }
            }
        }
    }
}

/// What a tag says.
pub(in crate::fit) fn tag(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => Some(Cow::Borrowed(text)),
        Value::Number(number) => Some(Cow::Owned(number.to_string())),
        Value::Bool(truth) => Some(Cow::Owned(truth.to_string())),
        _ => None,
    }
}
