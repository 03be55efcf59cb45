//! Objects: what has to be there, what may be, and what is not described.

use serde_json::{Map, Value};

use super::{Told, Walk};
use crate::api::{Constant, Object, Type};
use crate::fit::place::{Spot, Way};
use crate::fit::what::{JsonType, What};

impl<T: Told> Walk<'_, T> {
    pub(super) fn object(
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
}
