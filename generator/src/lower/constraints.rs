//! What holds of a value beside its type: how long a text is, which numbers fit.
//!
//! None of it changes a type: a bound that is added later must not, and what is received is not
//! refused for it. It is documented, and a sender can have it checked.

use openapiv3::{AnySchema, Schema};

use super::conditions::notes;
use super::context::Context;
use super::flat::{Flat, Rest};
use super::kind::Kind;
use super::reference::may_refer;
use super::spot::{Part, Spot};
use crate::api::{Bound, Constraints, Limits, Shape, TypeName};

/// How many lists may stand in one another for the elements of the innermost to be checked.
const MAX_NESTING: usize = 8;

impl<'a> Context<'a> {
    /// What `schema` says of its own, but for `enum`.
    pub(super) fn constraints_of_own(
        &mut self,
        schema: &'a Schema,
        any: &'a AnySchema,
        part: &Part<'a>,
        owner: &TypeName,
    ) -> Constraints {
        let document = self.document;
        let names = document
            .has_schemas_beside()
            .then(|| document.schema_beside(&part.at.member("propertyNames")))
            .flatten();
        let names = names.map(|names| {
            let there = Part::new(names, part.at.member("propertyNames"));
            let flat = self.deeper(&part.at, |context| context.flat_of(&there, owner));
            Box::new(with_values(&flat.unwrap_or_default()))
        });
        Constraints {
            length: limits(any.min_length, any.max_length),
            patterns: any.pattern.iter().cloned().collect(),
            minimum: any.minimum.map(|value| Bound {
                value,
                exclusive: any.exclusive_minimum == Some(true),
            }),
            maximum: any.maximum.map(|value| Bound {
                value,
                exclusive: any.exclusive_maximum == Some(true),
            }),
            multiple_of: any.multiple_of.filter(|step| *step > 0.0),
            items: limits(any.min_items, any.max_items),
            unique_items: any.unique_items == Some(true),
            members: limits(any.min_properties, any.max_properties),
            names: names.filter(|names| **names != Constraints::default()),
            notes: notes(schema, any),
            ..Constraints::default()
        }
    }

    /// What holds of a value at `spot` where it is used: nothing where its type has a name that
    /// says it, for an alias is no type of its own.
    ///
    /// `flat` is all that holds there.
    pub(super) fn constraints_at(&mut self, flat: &Flat<'a>) -> Constraints {
        self.constraints_within(flat, MAX_NESTING)
    }

    /// What holds of all values of a type that is called by its name and stands at `spot`.
    pub(super) fn constraints_of(&mut self, shape: &Shape, spot: &Spot<'a>) -> Constraints {
        if let Shape::Alias(_) = shape {
            // What it refers to says it.
            if spot.parts.iter().any(may_refer) {
                return Constraints::default();
            }
            let flat = self.flat(spot);
            return self.constraints_at(&flat);
        }
        let known = self.known.constrained.get(&spot.key()).cloned();
        let known = known.unwrap_or_default();
        match shape {
            Shape::Object(_) => for_kind(&known, Kind::Object),
            _ => Constraints {
                notes: known.notes,
                ..Constraints::default()
            },
        }
    }

    /// What `flat` says of a type, should it be one that has a name.
    pub(super) fn constraints_of_named(&mut self, flat: &Flat<'a>) -> Option<Constraints> {
        let conditions = self.conditions(flat);
        if conditions.is_empty() && flat.constraints == Constraints::default() {
            return None;
        }
        let mut found = flat.constraints.clone();
        found.notes.extend(conditions);
        Some(found)
    }

    fn constraints_within(&mut self, flat: &Flat<'a>, nesting: usize) -> Constraints {
        let Some(kind) = sole_kind(flat).filter(|_| nesting > 0) else {
            return Constraints::default();
        };
        let each = match kind {
            Kind::String if flat.texts().is_some() => return Constraints::default(),
            Kind::Object if !flat.properties.is_empty() => return Constraints::default(),
            Kind::Object => match &flat.rest {
                Rest::Closed => return Constraints::default(),
                Rest::Of(values) => Some(values),
                Rest::Unsaid | Rest::Open => None,
            },
            Kind::Array if flat.prefix.is_empty() => flat.items.as_ref(),
            _ => None,
        };
        let conditions = self.conditions(flat);
        let mut found = for_kind(&with_values(flat), kind);
        // A tuple's type says so itself.
        let typed = u64::try_from(flat.prefix.len()).unwrap_or(u64::MAX);
        found.items.least = found
            .items
            .least
            .filter(|least| typed == 0 || *least > typed);
        found.items.most = found.items.most.filter(|most| typed == 0 || *most > typed);
        if !conditions.is_empty() && flat.choices.len() > conditions.len() {
            return Constraints::default();
        }
        found.notes.extend(conditions);
        found.each = each
            .map(|each| {
                let flat = self.flat(each);
                self.constraints_within(&flat, nesting - 1)
            })
            .filter(|each| *each != Constraints::default())
            .map(Box::new);
        found
    }
}

/// Adds what `more` says: of two bounds the tighter one holds.
pub(super) fn both(known: &mut Constraints, more: Constraints) {
    known.length = tighter(known.length, more.length);
    known.items = tighter(known.items, more.items);
    known.members = tighter(known.members, more.members);
    for pattern in more.patterns {
        if !known.patterns.contains(&pattern) {
            known.patterns.push(pattern);
        }
    }
    known.minimum = bound(known.minimum, more.minimum, |one, other| one > other);
    known.maximum = bound(known.maximum, more.maximum, |one, other| one < other);
    known.multiple_of = more.multiple_of.or(known.multiple_of);
    known.unique_items |= more.unique_items;
    known.names = match (known.names.take(), more.names) {
        (Some(mut names), Some(more)) => {
            both(&mut names, *more);
            Some(names)
        }
        (names, more) => names.or(more),
    };
    for note in more.notes {
        if !known.notes.contains(&note) {
            known.notes.push(note);
        }
    }
}

fn limits(least: Option<usize>, most: Option<usize>) -> Limits {
    let number = |count: Option<usize>| count.and_then(|count| u64::try_from(count).ok());
    Limits {
        least: number(least),
        most: number(most),
    }
}

fn tighter(one: Limits, other: Limits) -> Limits {
    let both = |pick: fn(u64, u64) -> u64, one: Option<u64>, other: Option<u64>| match (one, other)
    {
        (Some(one), Some(other)) => Some(pick(one, other)),
        (one, other) => one.or(other),
    };
    Limits {
        least: both(u64::max, one.least, other.least),
        most: both(u64::min, one.most, other.most),
    }
}

fn bound(
    one: Option<Bound>,
    other: Option<Bound>,
    is_tighter: fn(f64, f64) -> bool,
) -> Option<Bound> {
    let (Some(left), Some(right)) = (one, other) else {
        return one.or(other);
    };
    let left_holds = is_tighter(left.value, right.value)
        || (!is_tighter(right.value, left.value) && left.exclusive);
    Some(if left_holds { left } else { right })
}

/// The one kind that a value is of which no union tells apart.
fn sole_kind(flat: &Flat<'_>) -> Option<Kind> {
    let mut kinds = flat.kinds.iter().flatten();
    match (kinds.next(), kinds.next()) {
        (Some(only), None) => Some(*only),
        _ => None,
    }
}

/// With the values that `enum` or `const` lists, for they are in no type here.
fn with_values(flat: &Flat<'_>) -> Constraints {
    let values = flat.values.iter().flatten();
    let values = values.filter(|known| !known.value.is_null());
    Constraints {
        values: values.map(|known| known.value.to_string()).collect(),
        ..flat.constraints.clone()
    }
}

/// What of it is about values of `kind`.
fn for_kind(all: &Constraints, kind: Kind) -> Constraints {
    let all = all.clone();
    let nothing = Constraints {
        values: all.values,
        notes: all.notes,
        ..Constraints::default()
    };
    match kind {
        Kind::Boolean => nothing,
        Kind::Integer | Kind::Number => Constraints {
            minimum: all.minimum,
            maximum: all.maximum,
            multiple_of: all.multiple_of,
            ..nothing
        },
        Kind::String => Constraints {
            length: all.length,
            patterns: all.patterns,
            ..nothing
        },
        Kind::Array => Constraints {
            items: all.items,
            unique_items: all.unique_items,
            ..nothing
        },
        Kind::Object => Constraints {
            members: all.members,
            names: all.names,
            ..nothing
        },
    }
}

#[cfg(test)]
mod tests;
