//! A rule, and whether a value keeps to it.

use std::fmt;

use serde_json::Value;

use super::{View, pattern};

/// What a description says of a value beside its type. A rule that is about another kind of value
/// holds.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Rule {
    /// `minLength`: a text has that many characters or more.
    MinLength(u64),
    /// `maxLength`: a text has no more characters.
    MaxLength(u64),
    /// `pattern`: a regular expression matches somewhere in a text. One that only ECMA-262 has, for
    /// it looks around or back, is not checked.
    Pattern(&'static str),
    /// `minimum`: a number is not smaller.
    Minimum(f64),
    /// `exclusiveMinimum`: a number is greater.
    MoreThan(f64),
    /// `maximum`: a number is not greater.
    Maximum(f64),
    /// `exclusiveMaximum`: a number is smaller.
    LessThan(f64),
    /// `multipleOf`: a number is a whole multiple.
    MultipleOf(f64),
    /// `enum` or `const`: it is one of these JSON texts.
    OneOf(&'static [&'static str]),
    /// `enum` of texts: one that is not listed has been found already.
    Listed,
    /// `minItems`: an array has that many elements or more.
    MinItems(u64),
    /// `maxItems`: an array has no more elements.
    MaxItems(u64),
    /// `uniqueItems`: no two elements of an array are equal.
    UniqueItems,
    /// `minProperties`: an object has that many members or more.
    MinMembers(u64),
    /// `maxProperties`: an object has no more members.
    MaxMembers(u64),
    /// `propertyNames`: these hold of the name of each member of an object.
    Names(&'static [Rule]),
    /// These hold of each element of an array, or of each value of a map.
    Each(&'static [Rule]),
}

/// What a rule is held against.
pub(super) struct Subject<'a> {
    pub(super) view: &'a View<'a>,
    /// How many elements or members there are.
    pub(super) count: u64,
    /// How many more there may be, of which nothing is known.
    pub(super) unsure: u64,
    /// The value as JSON.
    pub(super) json: &'a dyn Fn() -> Value,
}

impl Rule {
    /// Whether `subject` keeps to it. What is inside is looked at elsewhere.
    pub(super) fn holds(self, subject: &Subject<'_>) -> bool {
        match subject.view {
            View::Text(text) => self.holds_of_text(text, subject),
            View::Written(text) => self.holds_of_text(text, subject),
            #[allow(
                clippy::cast_precision_loss,
                reason = "a bound is no more exact than that itself"
            )]
            View::Integer(number) => match self {
                Self::MultipleOf(step) if step.fract() == 0.0 && step.abs() < 1e15 => {
                    #[allow(
                        clippy::cast_possible_truncation,
                        reason = "it is a small whole number"
                    )]
                    let step = step as i128;
                    step == 0 || number % step == 0
                }
                _ => self.holds_of_number(*number as f64, subject),
            },
            View::Float(number) => self.holds_of_number(*number, subject),
            View::Array => match self {
                Self::MinItems(least) => subject.count + subject.unsure >= least,
                Self::MaxItems(most) => subject.count <= most,
                Self::UniqueItems => all_differ(&(subject.json)()),
                _ => self.holds_of_any(subject),
            },
            View::Object => match self {
                Self::MinMembers(least) => subject.count + subject.unsure >= least,
                Self::MaxMembers(most) => subject.count <= most,
                _ => self.holds_of_any(subject),
            },
            View::Bool(_) => self.holds_of_any(subject),
            View::Absent | View::Null | View::Opaque => true,
        }
    }

    fn holds_of_text(self, text: &str, subject: &Subject<'_>) -> bool {
        let longer_than = |count: u64| {
            let count = usize::try_from(count).unwrap_or(usize::MAX);
            text.chars().nth(count).is_some()
        };
        match self {
            Self::MinLength(least) => least == 0 || longer_than(least - 1),
            Self::MaxLength(most) => !longer_than(most),
            Self::Pattern(pattern) => pattern::matches(pattern, text),
            Self::Listed => false,
            _ => self.holds_of_any(subject),
        }
    }

    fn holds_of_number(self, number: f64, subject: &Subject<'_>) -> bool {
        match self {
            Self::Minimum(bound) => number >= bound,
            Self::MoreThan(bound) => number > bound,
            Self::Maximum(bound) => number <= bound,
            Self::LessThan(bound) => number < bound,
            Self::MultipleOf(step) => {
                let times = number / step;
                // `0.3` is no exact multiple of `0.1` in binary.
                (times - times.round()).abs() <= times.abs().max(1.0) * 1e-9
            }
            _ => self.holds_of_any(subject),
        }
    }

    fn holds_of_any(self, subject: &Subject<'_>) -> bool {
        match self {
            Self::OneOf(values) => {
                let json = (subject.json)();
                let mut values = values.iter();
                values.any(|value| {
                    serde_json::from_str::<Value>(value).is_ok_and(|value| same(&value, &json))
                })
            }
            _ => true,
        }
    }
}

fn all_differ(array: &Value) -> bool {
    let elements = array.as_array().map(Vec::as_slice).unwrap_or_default();
    elements.iter().enumerate().all(|(index, element)| {
        !elements[..index]
            .iter()
            .any(|earlier| same(earlier, element))
    })
}

/// JSON has one kind of number, so `1` and `1.0` are the same.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(left), Value::Number(right)) => {
            left == right
                || (left.as_f64())
                    .zip(right.as_f64())
                    .is_some_and(|(left, right)| left.total_cmp(&right).is_eq())
        }
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .zip(right)
                    .all(|(left, right)| same(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .all(|(name, left)| right.get(name).is_some_and(|right| same(left, right)))
        }
        _ => one == other,
    }
}

/// What must be, as it stands behind a path.
impl fmt::Display for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = |formatter: &mut fmt::Formatter<'_>, count: u64, what: &str, or: &str| {
            let plural = if count == 1 { "" } else { "s" };
            write!(formatter, "must have {count} {what}{plural} or {or}")
        };
        match self {
            Self::MinLength(least) => count(formatter, *least, "character", "more"),
            Self::MaxLength(most) => count(formatter, *most, "character", "fewer"),
            Self::Pattern(pattern) => write!(formatter, "must match `{pattern}`"),
            Self::Minimum(bound) => write!(formatter, "must be {bound} or more"),
            Self::MoreThan(bound) => write!(formatter, "must be more than {bound}"),
            Self::Maximum(bound) => write!(formatter, "must be {bound} or less"),
            Self::LessThan(bound) => write!(formatter, "must be less than {bound}"),
            Self::MultipleOf(step) => write!(formatter, "must be a multiple of {step}"),
            Self::OneOf([only]) => write!(formatter, "must be {only}"),
            Self::OneOf(values) => write!(formatter, "must be one of {}", values.join(", ")),
            Self::Listed => formatter.write_str("must be one of the listed values"),
            Self::MinItems(least) => count(formatter, *least, "element", "more"),
            Self::MaxItems(most) => count(formatter, *most, "element", "fewer"),
            Self::UniqueItems => formatter.write_str("must have no two equal elements"),
            Self::MinMembers(least) => count(formatter, *least, "member", "more"),
            Self::MaxMembers(most) => count(formatter, *most, "member", "fewer"),
            Self::Names(_) | Self::Each(_) => formatter.write_str("must fit inside"),
        }
    }
}
