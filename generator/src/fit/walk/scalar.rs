//! Numbers, and whatever else a value can be of another kind than.

use serde_json::Value;

use super::{Here, Told, Walk};
use crate::api::Type;
use crate::fit::what::{JsonType, What};

impl<T: Told> Walk<'_, T> {
    pub(super) fn integer(&mut self, ty: &Type, value: &Value, here: Here<'_>) {
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

    pub(super) fn expect(&mut self, expected: JsonType, value: &Value, here: Here<'_>) {
        if JsonType::of(value) != expected {
            self.other(expected, value, here);
        }
    }

    pub(super) fn other(&mut self, expected: JsonType, value: &Value, here: Here<'_>) {
        let found = JsonType::of(value);
        self.came(here, What::Other { expected, found });
    }
}
