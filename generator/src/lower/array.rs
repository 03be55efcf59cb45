//! Arrays: elements of one type, or of a type each.

use super::context::Context;
use super::flat::Flat;
use super::never::says_never;
use super::spot::Spot;
use crate::api::{Tuple, Type};

/// As many elements as a tuple may have in Rust for it to be compared and shown.
const LONGEST_TUPLE: usize = 12;

impl<'a> Context<'a> {
    /// The type of the array at `spot`.
    pub(super) fn array(&mut self, flat: &Flat<'a>, spot: &Spot<'a>) -> Type {
        let others = match &flat.items {
            Some(items) if says_never(items) => None,
            Some(items) => Some(self.type_at(items)),
            None => Some(Type::Any),
        };
        if flat.prefix.is_empty() {
            return list(others.unwrap_or(Type::Any));
        }
        self.tuple(flat, others, spot)
    }

    /// A tuple, if all of its elements are always there. JSON Schema would have that said with
    /// `minItems`, but whoever describes a tuple means it: so it is one where nothing is said, and
    /// a list only where fewer elements are allowed in so many words.
    fn tuple(&mut self, flat: &Flat<'a>, others: Option<Type>, spot: &Spot<'a>) -> Type {
        let limits = flat.constraints.items;
        let most = limits.most.and_then(|most| usize::try_from(most).ok());
        let mut elements: Vec<Type> = Vec::with_capacity(flat.prefix.len());
        for element in &flat.prefix {
            elements.push(self.type_at(element));
        }
        elements.truncate(most.unwrap_or(usize::MAX));
        let rest = others.filter(|_| most.is_none_or(|most| most > elements.len()));
        let fewer = limits
            .least
            .is_some_and(|least| usize::try_from(least).is_ok_and(|least| least < elements.len()));
        if !fewer && (1..=LONGEST_TUPLE).contains(&elements.len()) {
            return Type::Tuple(Box::new(Tuple { elements, rest }));
        }
        elements.extend(rest);
        let first = elements.first().cloned().unwrap_or(Type::Any);
        if elements.iter().all(|element| *element == first) {
            return list(first);
        }
        let message = if fewer {
            "elements of a tuple that may be missing cannot be expressed; they may be anything"
        } else {
            "a tuple of so many elements cannot be expressed; they may be anything"
        };
        if let Some(warning) = self.warn("unsupported-tuple", spot.at(), message) {
            warning.help("use an object, whose members have names");
        }
        list(Type::Any)
    }
}

fn list(elements: Type) -> Type {
    Type::Array(Box::new(elements))
}
