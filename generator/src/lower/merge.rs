//! Two views of one value into one: what `allOf` means.

use std::collections::BTreeSet;

use super::constraints;
use super::flat::{Flat, Known, Rest};
use super::kind::Kind;
use super::spot::{Spot, inside};
use crate::api::{Step, TypeName};

/// No value can be both.
#[derive(Debug)]
pub(super) struct Conflict;

impl<'a> Flat<'a> {
    /// Adds what `other` says, which is the more specific of the two: its annotations win. What
    /// both say of a member holds at a place called by `owner` and the member.
    ///
    /// # Errors
    ///
    /// Nothing fits both. `self` is left as it was.
    pub(super) fn absorb(&mut self, other: Flat<'a>, owner: &TypeName) -> Result<(), Conflict> {
        let kinds = both_kinds(self.kinds.as_ref(), other.kinds.as_ref())?;
        let values = both_values(self.values.as_deref(), other.values.as_deref())?;
        self.kinds = kinds;
        self.values = values;
        self.constant |= other.constant;
        self.format = other.format.or(self.format);
        for (name, spot) in other.properties {
            let spot = match self.properties.remove(name) {
                Some(known) => known.and(spot, inside(owner, Step::Property(name.to_owned()))),
                None => spot,
            };
            self.properties.insert(name, spot);
        }
        for name in other.required {
            if !self.required.contains(&name) {
                self.required.push(name);
            }
        }
        self.rest = both_rests(std::mem::take(&mut self.rest), other.rest, owner);
        self.items = both_spots(self.items.take(), other.items, owner);
        self.prefix = both_prefixes(std::mem::take(&mut self.prefix), other.prefix, owner);
        for choice in other.choices {
            if !self.choices.iter().any(|known| known.at == choice.at) {
                self.choices.push(choice);
            }
        }
        self.default = other.default.or(self.default);
        self.read_only |= other.read_only;
        self.write_only |= other.write_only;
        self.never |= other.never;
        constraints::both(&mut self.constraints, other.constraints);
        Ok(())
    }
}

fn both_kinds(
    one: Option<&BTreeSet<Kind>>,
    other: Option<&BTreeSet<Kind>>,
) -> Result<Option<BTreeSet<Kind>>, Conflict> {
    let (Some(one), Some(other)) = (one, other) else {
        return Ok(one.or(other).cloned());
    };
    // `type: "null"` beside other schemas means that `null` fits too: so the `nullable` of 3.0 has
    // been turned into 3.1 by tools.
    if one.is_empty() || other.is_empty() {
        return Ok(Some(if one.is_empty() { other } else { one }.clone()));
    }
    let mut both = BTreeSet::new();
    for left in one {
        for right in other {
            if left.includes(*right) {
                both.insert(*right);
            } else if right.includes(*left) {
                both.insert(*left);
            }
        }
    }
    if both.is_empty() {
        return Err(Conflict);
    }
    Ok(Some(both))
}

fn both_values<'a>(
    one: Option<&[Known<'a>]>,
    other: Option<&[Known<'a>]>,
) -> Result<Option<Vec<Known<'a>>>, Conflict> {
    let (Some(one), Some(other)) = (one, other) else {
        return Ok(one.or(other).map(<[_]>::to_vec));
    };
    let mut both = Vec::new();
    for known in other {
        if let Some(same) = one.iter().find(|same| same.value == known.value) {
            let said = known.docs.summary.is_some() || known.docs.description.is_some();
            both.push(if said { known.clone() } else { same.clone() });
        }
    }
    if both.is_empty() {
        return Err(Conflict);
    }
    Ok(Some(both))
}

/// A schema says more than a yes or no, and a no more than a yes.
fn both_rests<'a>(one: Rest<'a>, other: Rest<'a>, owner: &TypeName) -> Rest<'a> {
    match (one, other) {
        (Rest::Of(one), Rest::Of(other)) => Rest::Of(one.and(other, inside(owner, Step::Entry))),
        (Rest::Of(spot), _) | (_, Rest::Of(spot)) => Rest::Of(spot),
        (Rest::Closed, _) | (_, Rest::Closed) => Rest::Closed,
        (Rest::Open, _) | (_, Rest::Open) => Rest::Open,
        (Rest::Unsaid, Rest::Unsaid) => Rest::Unsaid,
    }
}

fn both_spots<'a>(
    one: Option<Spot<'a>>,
    other: Option<Spot<'a>>,
    owner: &TypeName,
) -> Option<Spot<'a>> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.and(other, inside(owner, Step::Item))),
        (one, other) => one.or(other),
    }
}

/// What both say of an element holds of it.
fn both_prefixes<'a>(one: Vec<Spot<'a>>, other: Vec<Spot<'a>>, owner: &TypeName) -> Vec<Spot<'a>> {
    let mut others = other.into_iter();
    let mut both = Vec::new();
    for (index, spot) in one.into_iter().enumerate() {
        both.push(match others.next() {
            Some(other) => spot.and(other, inside(owner, Step::Element(index))),
            None => spot,
        });
    }
    both.extend(others);
    both
}
