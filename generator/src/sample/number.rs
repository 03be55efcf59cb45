//! Numbers that keep to what is said of them.

use serde_json::{Number, Value};

use crate::api::{Bound, Constraints};

/// A whole number: 1 where that fits.
pub(super) fn whole(constraints: &Constraints) -> Value {
    let step = constraints.multiple_of.filter(|step| *step >= 1.0);
    let value = within(constraints, step.unwrap_or(1.0), 1.0).round();
    let text = format!("{value:.0}");
    let number = text.parse::<i64>().map(Number::from).ok();
    number
        .or_else(|| text.parse::<u64>().map(Number::from).ok())
        .map_or(Value::from(1), Value::Number)
}

/// Any number: 1 where that fits.
pub(super) fn any(constraints: &Constraints) -> Value {
    let step = constraints.multiple_of.filter(|step| *step > 0.0);
    let between = match (constraints.minimum, constraints.maximum) {
        (Some(low), Some(high)) => (high.value - low.value) / 2.0,
        _ => 1.0,
    };
    let value = within(constraints, step.unwrap_or(0.0), between.min(1.0));
    // As a person would write it.
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return whole(&Constraints {
            minimum: Some(inclusive(value)),
            maximum: Some(inclusive(value)),
            ..Constraints::default()
        });
    }
    Number::from_f64(value).map_or(Value::from(1), Value::Number)
}

fn inclusive(value: f64) -> Bound {
    Bound {
        value,
        exclusive: false,
    }
}

/// The number nearest to 1 within the bounds that is a multiple of `step`, if that is not 0; what
/// lies beyond an exclusive bound is `beyond` away from it.
fn within(constraints: &Constraints, step: f64, beyond: f64) -> f64 {
    let inner = |bound: Bound, sign: f64| match bound.exclusive {
        true => bound.value + sign * beyond,
        false => bound.value,
    };
    let low = constraints.minimum.map(|bound| inner(bound, 1.0));
    let high = constraints.maximum.map(|bound| inner(bound, -1.0));
    let mut value = 1.0_f64;
    value = low.map_or(value, |low| value.max(low));
    value = high.map_or(value, |high| value.min(high));
    if step == 0.0 {
        return value;
    }
    let above = (value / step).ceil() * step;
    match high {
        Some(high) if above > high => (high / step).floor() * step,
        _ => above,
    }
}
