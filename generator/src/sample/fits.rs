//! Whether a value is one of a type, as what is generated for the type takes it.

use serde_json::Value;

use crate::api::{Object, Shape, Tagging, Type, Types, Union};

/// Whether what is generated for `ty` takes `value`, and knows what it is.
pub(super) fn fits(types: &Types, ty: &Type, value: &Value) -> bool {
    Fit { types }.ty(ty, value, 0)
}

#[derive(Clone, Copy)]
struct Fit<'a> {
    types: &'a Types,
}

impl Fit<'_> {
    fn ty(self, ty: &Type, value: &Value, depth: usize) -> bool {
        // A union that is one of its own members has no end.
        if depth > MOST_DEEP {
            return false;
        }
        let depth = depth + 1;
        match ty {
            Type::Any | Type::Own(_) => true,
            Type::Bool => value.is_boolean(),
            Type::I32 => value.as_i64().is_some_and(|it| i32::try_from(it).is_ok()),
            Type::I64 => value.is_i64(),
            Type::U64 => value.is_u64(),
            Type::F64 => value.is_number(),
            Type::String
            | Type::Secret
            | Type::DateTime
            | Type::Date
            | Type::Decimal
            | Type::Uri
            | Type::File => value.is_string(),
            Type::Uuid => value.as_str().is_some_and(is_uuid),
            Type::Array(inner) => {
                elements(value).is_some_and(|all| all.iter().all(|one| self.ty(inner, one, depth)))
            }
            Type::Tuple(tuple) => elements(value).is_some_and(|all| {
                let first = tuple.elements.len();
                let is_long = all.len() >= first && (tuple.rest.is_some() || all.len() == first);
                let types = tuple.elements.iter().chain(tuple.rest.iter().cycle());
                is_long
                    && all
                        .iter()
                        .zip(types)
                        .all(|(one, ty)| self.ty(ty, one, depth))
            }),
            Type::Map(inner) => value
                .as_object()
                .is_some_and(|all| all.values().all(|one| self.ty(inner, one, depth))),
            Type::Nullable(inner) => value.is_null() || self.ty(inner, value, depth),
            Type::Named(id) => match &self.types[*id].shape {
                Shape::Alias(alias) => self.ty(alias, value, depth),
                Shape::Enum(_) => value.is_string(),
                Shape::Object(object) => self.object(object, value, depth),
                Shape::Union(union) => self.union(union, value, depth),
            },
        }
    }

    fn object(self, object: &Object, value: &Value, depth: usize) -> bool {
        let Some(members) = value.as_object() else {
            return false;
        };
        let constants = object.constants.iter().all(|constant| {
            let fixed = serde_json::from_str::<Value>(&constant.json).ok();
            fixed.as_ref() == members.get(&constant.name)
        });
        let fields = object
            .fields
            .iter()
            .all(|field| match members.get(&field.name) {
                None => !field.required,
                Some(Value::Null) if field.nullable || !field.required => true,
                Some(value) => self.ty(&field.ty, value, depth),
            });
        let is_named = |name: &str| {
            object.fields.iter().any(|field| field.name == name)
                || object
                    .constants
                    .iter()
                    .any(|constant| constant.name == name)
        };
        let rest = object.rest.as_ref().is_none_or(|rest| {
            let mut others = members.iter().filter(|(name, _)| !is_named(name));
            others.all(|(_, value)| self.ty(rest, value, depth))
        });
        constants && fields && rest
    }

    fn union(self, union: &Union, value: &Value, depth: usize) -> bool {
        let mut variants = union.variants.iter();
        let tag = match &union.tagging {
            Tagging::Untagged => return variants.any(|one| self.ty(&one.ty, value, depth)),
            Tagging::Declared(name) | Tagging::Inferred(name) => value.get(name),
        };
        let tag = tag.map(|tag| tag.as_str().map_or_else(|| tag.to_string(), str::to_owned));
        let tagged = tag.and_then(|tag| variants.find(|one| one.tags.contains(&tag)));
        let otherwise = union.otherwise.and_then(|index| union.variants.get(index));
        tagged
            .or(otherwise)
            .is_some_and(|variant| self.ty(&variant.ty, value, depth))
    }
}

fn elements(value: &Value) -> Option<&Vec<Value>> {
    value.as_array()
}

/// Deeper than any value that could be read.
const MOST_DEEP: usize = 256;

/// `747cf28a-bb5c-46a8-a288-d9b006fd6113`
fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    let lengths = groups.iter().map(|group| group.len());
    lengths.eq([8, 4, 4, 4, 12])
        && groups
            .iter()
            .all(|group| group.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
