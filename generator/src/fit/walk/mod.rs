//! A delivery held against its type: what a receiver could not read, and what it could, but is not
//! described.

mod container;
mod object;
mod scalar;
mod union;

use serde_json::Value;

use super::place::{Owner, Spot, Way};
use super::uuid::is_uuid;
use super::what::{JsonType, What};
use crate::api::{Shape, StringEnum, Type, TypeId, Types};

pub(super) use union::tag;

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
                Value::Array(elements) => self.array(inner, elements, here),
                _ => self.other(JsonType::Array, value, here),
            },
            Type::Tuple(tuple) => match value {
                Value::Array(elements) => self.tuple(tuple, elements, here),
                _ => self.other(JsonType::Array, value, here),
            },
            Type::Map(values) => match value {
                Value::Object(members) => self.map(values, members, here),
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

    fn came(&mut self, here: Here<'_>, what: What) {
        self.told.came(here.spot, here.way, what);
    }
}
