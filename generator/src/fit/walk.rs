//! A delivery held against its type: what a receiver could not read, and what it could, but is not
//! described.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::nearest::{misfits, nearest};
use super::place::{Owner, Spot, Way};
use super::uuid::is_uuid;
use super::what::{JsonType, What};
use crate::api::{Constant, Object, Shape, StringEnum, Tagging, Type, TypeId, Types, Union};

/// Who is told.
pub(super) trait Told {
    /// Whether it is of interest what is not described, and yet can be read.
    const ALL: bool;

    /// An object of this type came.
    fn object(&mut self, _: TypeId) {}

    /// This came.
    fn came(&mut self, spot: &Spot<'_>, way: &Way<'_>, what: What);
}

/// Holds `value` against a type that stands at `owner`.
pub(super) fn walk(types: &Types, owner: Owner, ty: &Type, value: &Value, told: &mut impl Told) {
    let spot = Spot::Owner(owner);
    let here = Here {
        spot: &spot,
        inside: &spot,
        way: &Way::Root,
    };
    let mut walk = Walk {
        types,
        told,
        depth: 0,
    };
    walk.value(ty, value, here);
}

/// More than the nesting of a JSON text that can be read, each level of which leads through a few
/// types: no value is as deep as this.
const DEPTH: usize = 512;

struct Walk<'a, T> {
    types: &'a Types,
    told: &'a mut T,
    depth: usize,
}

/// Where a value is.
#[derive(Clone, Copy)]
struct Here<'a> {
    /// Where its type is used.
    spot: &'a Spot<'a>,
    /// From where what is inside it is found: its type, where that has a name of its own.
    inside: &'a Spot<'a>,
    way: &'a Way<'a>,
}

impl<T: Told> Walk<'_, T> {
    fn value(&mut self, ty: &Type, value: &Value, here: Here<'_>) {
        if self.depth > DEPTH {
            return;
        }
        self.depth += 1;
        match ty {
            Type::Any | Type::Own(_) => {}
            Type::Bool => self.expect(JsonType::Boolean, value, here),
            Type::I32 | Type::I64 | Type::U64 => self.integer(ty, value, here),
            Type::F64 => {
                if !value.is_number() {
                    self.other(JsonType::Number, value, here);
                }
            }
            Type::Uuid => match value {
                Value::String(text) if !is_uuid(text) => self.came(here, What::NoUuid),
                _ => self.expect(JsonType::String, value, here),
            },
            Type::String
            | Type::Secret
            | Type::DateTime
            | Type::Date
            | Type::Decimal
            | Type::Uri
            | Type::File => self.expect(JsonType::String, value, here),
            Type::Array(inner) => match value {
                Value::Array(elements) => {
                    for (index, element) in elements.iter().enumerate() {
                        self.inside(
                            inner,
                            element,
                            &Spot::Items(here.inside),
                            &Way::Element(here.way, index),
                        );
                    }
                }
                _ => self.other(JsonType::Array, value, here),
            },
            Type::Tuple(tuple) => match value {
                Value::Array(elements) => {
                    let count = tuple.elements.len();
                    let is_open = tuple.rest.is_some();
                    if elements.len() < count || (elements.len() > count && !is_open) {
                        self.came(here, What::Length);
                    }
                    for (index, element) in elements.iter().enumerate() {
                        let way = Way::Element(here.way, index);
                        match (tuple.elements.get(index), &tuple.rest) {
                            (Some(ty), _) => {
                                self.inside(ty, element, &Spot::Element(here.inside, index), &way);
                            }
                            (None, Some(ty)) => {
                                self.inside(ty, element, &Spot::Items(here.inside), &way);
                            }
                            (None, None) => {}
                        }
                    }
                }
                _ => self.other(JsonType::Array, value, here),
            },
            Type::Map(values) => match value {
                Value::Object(members) => {
                    for (name, value) in members {
                        let way = Way::Member(here.way, name);
                        self.inside(values, value, &Spot::Values(here.inside), &way);
                    }
                }
                _ => self.other(JsonType::Object, value, here),
            },
            Type::Nullable(inner) => {
                if !value.is_null() {
                    self.value(inner, value, here);
                }
            }
            Type::Named(id) => self.named(*id, value, here),
        }
        self.depth -= 1;
    }

    /// A value in another one, where its type is used.
    fn inside(&mut self, ty: &Type, value: &Value, spot: &Spot<'_>, way: &Way<'_>) {
        let inside = spot;
        self.value(ty, value, Here { spot, inside, way });
    }

    fn named(&mut self, id: TypeId, value: &Value, here: Here<'_>) {
        let own = Spot::Owner(Owner::Type(id));
        let types = self.types;
        match &types[id].shape {
            Shape::Alias(inner) => {
                let inside = &own;
                self.value(inner, value, Here { inside, ..here });
            }
            Shape::Enum(listed) => match value {
                Value::String(text) => self.text(listed, text, &own, here.way),
                _ => self.other(JsonType::String, value, here),
            },
            Shape::Object(object) => match value {
                Value::Object(members) => {
                    self.told.object(id);
                    self.object(object, members, &own, here.way);
                }
                _ => self.other(JsonType::Object, value, here),
            },
            Shape::Union(union) => {
                let inside = &own;
                self.union(union, value, Here { inside, ..here });
            }
        }
    }

    fn text(&mut self, listed: &StringEnum, text: &str, own: &Spot<'_>, way: &Way<'_>) {
        if T::ALL && !listed.values.iter().any(|known| known.value == text) {
            self.told.came(own, way, What::Unlisted(text.to_owned()));
        }
    }

    fn object(
        &mut self,
        object: &Object,
        members: &Map<String, Value>,
        own: &Spot<'_>,
        way: &Way<'_>,
    ) {
        for constant in &object.constants {
            let spot = Spot::Member(own, &constant.name);
            match members.get(&constant.name) {
                None => self.told.came(&spot, way, What::Missing),
                Some(value) => {
                    let way = Way::Member(way, &constant.name);
                    self.constant(constant, value, &spot, &way);
                }
            }
        }
        for field in &object.fields {
            let spot = Spot::Member(own, &field.name);
            match members.get(&field.name) {
                None if field.required => self.told.came(&spot, way, What::Missing),
                None => {}
                Some(Value::Null) if field.nullable => {}
                Some(Value::Null) if !field.required && field.ty != Type::Any => {
                    let way = Way::Member(way, &field.name);
                    self.told.came(&spot, &way, What::Null);
                }
                Some(value) => {
                    self.inside(&field.ty, value, &spot, &Way::Member(way, &field.name));
                }
            }
        }
        if object.rest.is_none() && !T::ALL {
            return;
        }
        for (name, value) in members {
            let is_known = object.fields.iter().any(|field| field.name == *name)
                || object.constants.iter().any(|one| one.name == *name);
            let way = Way::Member(way, name);
            match &object.rest {
                _ if is_known => {}
                Some(ty) => self.inside(ty, value, &Spot::Values(own), &way),
                None => self
                    .told
                    .came(&Spot::Member(own, name), &way, What::Undescribed),
            }
        }
    }

    fn constant(&mut self, constant: &Constant, value: &Value, spot: &Spot<'_>, way: &Way<'_>) {
        let expected: Value = serde_json::from_str(&constant.json).unwrap_or_default();
        let is_same = match (&expected, value) {
            // JSON has one kind of number.
            (Value::Number(one), Value::Number(other)) => {
                one == other || one.as_f64() == other.as_f64()
            }
            (expected, found) => expected == found,
        };
        if is_same {
            return;
        }
        let (expected, found) = (JsonType::of(&expected), JsonType::of(value));
        let what = if expected == found {
            What::Constant {
                expected: constant.json.clone(),
                found: value.to_string(),
            }
        } else {
            What::Other { expected, found }
        };
        self.told.came(spot, way, what);
    }

    fn union(&mut self, union: &Union, value: &Value, here: Here<'_>) {
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
                let tag = value.get(tag).and_then(text).unwrap_or_default();
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

    fn integer(&mut self, ty: &Type, value: &Value, here: Here<'_>) {
        let Value::Number(number) = value else {
            return self.other(JsonType::Integer, value, here);
        };
        let has_room = match ty {
            Type::I32 => number
                .as_i64()
                .is_some_and(|one| i32::try_from(one).is_ok()),
            Type::U64 => number.is_u64(),
            _ => number.is_i64(),
        };
        if number.is_f64() {
            self.other(JsonType::Integer, value, here);
        } else if !has_room {
            self.came(here, What::OutOfRange);
        }
    }

    fn expect(&mut self, expected: JsonType, value: &Value, here: Here<'_>) {
        if JsonType::of(value) != expected {
            self.other(expected, value, here);
        }
    }

    fn other(&mut self, expected: JsonType, value: &Value, here: Here<'_>) {
        let found = JsonType::of(value);
        self.came(here, What::Other { expected, found });
    }

    fn came(&mut self, here: Here<'_>, what: What) {
        self.told.came(here.spot, here.way, what);
    }
}

/// What a tag says.
pub(super) fn text(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => Some(Cow::Borrowed(text)),
        Value::Number(number) => Some(Cow::Owned(number.to_string())),
        Value::Bool(truth) => Some(Cow::Owned(truth.to_string())),
        _ => None,
    }
}
