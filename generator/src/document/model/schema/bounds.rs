//! `minimum` and `maximum`, and whether the bound itself is allowed.

use openapiv3::AnySchema;
use serde_json::Value;

use crate::document::cursor::{At, wrong_type};

/// The bounds of a number, while they are read.
#[derive(Default)]
pub(super) struct Bounds {
    pub(super) minimum: Option<f64>,
    pub(super) maximum: Option<f64>,
    exclusive_minimum: Option<Exclusive>,
    exclusive_maximum: Option<Exclusive>,
}

/// A boolean beside the bound in 3.0, a bound of its own from 3.1 on.
#[derive(Clone, Copy)]
enum Exclusive {
    Flag(bool),
    Bound(f64),
}

impl Bounds {
    pub(super) fn set_exclusive_minimum(&mut self, value: Value, at: &At<'_>) {
        self.exclusive_minimum = exclusive(value, at);
    }

    pub(super) fn set_exclusive_maximum(&mut self, value: Value, at: &At<'_>) {
        self.exclusive_maximum = exclusive(value, at);
    }

    /// Writes them as 3.0 does. Of two lower bounds the higher holds, of two upper ones the lower.
    pub(super) fn apply(&self, any: &mut AnySchema) {
        (any.minimum, any.exclusive_minimum) =
            one_bound(self.minimum, self.exclusive_minimum, |own, other| {
                own >= other
            });
        (any.maximum, any.exclusive_maximum) =
            one_bound(self.maximum, self.exclusive_maximum, |own, other| {
                own <= other
            });
    }
}

#[expect(clippy::needless_pass_by_value, reason = "the form of every reader")]
fn exclusive(value: Value, at: &At<'_>) -> Option<Exclusive> {
    let read = match &value {
        Value::Bool(flag) => Some(Exclusive::Flag(*flag)),
        Value::Number(number) => number.as_f64().map(Exclusive::Bound),
        _ => None,
    };
    if read.is_none() {
        wrong_type(&value, at, "a number");
    }
    read
}

fn one_bound(
    inclusive: Option<f64>,
    exclusive: Option<Exclusive>,
    is_tighter: fn(f64, f64) -> bool,
) -> (Option<f64>, Option<bool>) {
    match (inclusive, exclusive) {
        (inclusive, None) => (inclusive, None),
        (inclusive, Some(Exclusive::Flag(flag))) => (inclusive, Some(flag)),
        (Some(inclusive), Some(Exclusive::Bound(bound))) if !is_tighter(bound, inclusive) => {
            (Some(inclusive), None)
        }
        (_, Some(Exclusive::Bound(bound))) => (Some(bound), Some(true)),
    }
}
