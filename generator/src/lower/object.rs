//! Objects: named members, fixed ones and the rest.

use serde_json::Value;

use super::context::Context;
use super::docs::with_values;
use super::flat::{Flat, Rest};
use super::never::says_never;
use super::spot::Spot;
use crate::api::{Constant, Docs, Field, Object, Shape, Type};

impl<'a> Context<'a> {
    /// An object with named members, or a map where no member is named.
    pub(super) fn object(&mut self, flat: &Flat<'a>, spot: &Spot<'a>) -> Shape {
        if flat.properties.is_empty() {
            return match &flat.rest {
                Rest::Closed => Shape::Object(Object::default()),
                Rest::Of(values) => Shape::Alias(Type::Map(Box::new(self.type_at(values)))),
                Rest::Unsaid | Rest::Open => Shape::Alias(Type::Map(Box::new(Type::Any))),
            };
        }
        if !self.has_room(flat.properties.len(), spot) {
            return Shape::Alias(Type::Any);
        }
        let rest = match &flat.rest {
            Rest::Unsaid | Rest::Closed => None,
            Rest::Open => Some(Type::Any),
            Rest::Of(values) => Some(self.type_at(values)),
        };
        let mut object = Object::default();
        for name in &flat.required {
            match flat.properties.get(name) {
                Some(member) => self.member(name, member, true, &mut object),
                None => {
                    let field = self.undescribed(name, rest.as_ref(), spot);
                    object.fields.push(field);
                }
            }
        }
        for (name, member) in &flat.properties {
            if !flat.required.contains(name) {
                self.member(name, member, false, &mut object);
            }
        }
        object
            .constants
            .sort_by(|one, other| one.name.cmp(&other.name));
        object.rest = rest;
        object.fields.shrink_to_fit();
        Shape::Object(object)
    }

    /// A member: a fixed one if it is always there with the one value that `const` says.
    ///
    /// Not if it goes in one direction only: what is not always there cannot be demanded. A member
    /// that nothing fits is never there, and has no field.
    fn member(&mut self, name: &str, spot: &Spot<'a>, required: bool, object: &mut Object) {
        if says_never(spot) && !required {
            return;
        }
        let flat = self.flat(spot);
        let (read_only, write_only) = self.access(&flat, spot);
        let nullable = self.is_nullable(spot);
        if required
            && !nullable
            && !read_only
            && !write_only
            && let Some(json) = fixed(&flat)
        {
            object.constants.push(Constant {
                name: name.to_owned(),
                json,
            });
            return;
        }
        let ty = self.plain_type_of(spot, Some(&flat));
        object.fields.push(Field {
            name: name.to_owned(),
            docs: with_values(self.docs_at(spot), &flat, spot),
            // Any value may be `null`: where it is always there, that is one like any other, and
            // elsewhere absence has to be told apart from it.
            nullable: if ty == Type::Any { !required } else { nullable },
            constraints: self.constraints_at(&flat).if_any(),
            ty,
            required,
            demanded: required,
            recursive: false,
            default: flat.default.map(Value::to_string),
            read_only,
            write_only,
        });
    }

    /// A member that is required without being described.
    fn undescribed(&mut self, name: &str, rest: Option<&Type>, spot: &Spot<'a>) -> Field {
        if rest.is_none_or(|rest| *rest == Type::Any) {
            let message =
                format!("`{name}` is required, but not described; any value is taken for it");
            let at = spot.at().member("required");
            if let Some(warning) = self.warn("required-not-described", &at, message) {
                warning.help("add it to `properties`, or take it out of `required`");
            }
        }
        let (ty, nullable) = match rest {
            Some(Type::Nullable(inner)) => (inner.as_ref().clone(), true),
            Some(ty) => (ty.clone(), false),
            None => (Type::Any, false),
        };
        Field {
            name: name.to_owned(),
            docs: Docs::default(),
            ty,
            required: true,
            demanded: true,
            nullable,
            recursive: false,
            default: None,
            read_only: false,
            write_only: false,
            constraints: None,
        }
    }

    /// Whether a member is `readOnly` and whether it is `writeOnly`: it cannot be both.
    fn access(&mut self, flat: &Flat<'a>, spot: &Spot<'a>) -> (bool, bool) {
        if flat.read_only && flat.write_only {
            let message = "nobody could send this: it is `readOnly` and `writeOnly`; \
                both were left out";
            if let Some(warning) = self.warn("contradictory-access", spot.at(), message) {
                warning.help("leave `readOnly` or `writeOnly` out");
            }
            return (false, false);
        }
        (flat.read_only, flat.write_only)
    }
}

/// The value that `const` says, as JSON text, if it is a text, a number, `true` or `false`.
fn fixed(flat: &Flat<'_>) -> Option<String> {
    let [known] = flat.values.as_deref()? else {
        return None;
    };
    let plain = match known.value {
        Value::Null | Value::Array(_) | Value::Object(_) => false,
        // What the generated code cannot write as a number of Rust is no constant in it.
        Value::Number(number) => number.is_i64() || number.is_f64(),
        Value::Bool(_) | Value::String(_) => true,
    };
    (flat.constant && plain).then(|| known.value.to_string())
}
