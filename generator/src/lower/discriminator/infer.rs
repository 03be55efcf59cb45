//! The place that tells deliveries apart, found by what their descriptions say.

use std::collections::{BTreeMap, BTreeSet};

use super::candidates::{Place, Says, member};
use super::says::{constant, distinct, key_among, key_as_text};
use super::{Name, at};
use crate::api::{Discriminator, Rule};
use crate::diagnostics::Pointer;
use crate::lower::context::Context;
use crate::lower::delivery::Delivery;

/// The deliveries, and what each says of its places.
pub(super) struct Table<'t, 'a> {
    pub(super) deliveries: &'t [Delivery<'a>],
    pub(super) says: Vec<BTreeMap<Place, Says>>,
}

/// A name for each delivery, where one is known.
pub(super) type Names = Vec<Option<Name>>;

/// Names of members that are about an event's kind rather than about anything else: of several
/// places that would do, these win in this order.
const PREFERRED: [&str; 5] = ["type", "event", "event_type", "eventType", "action"];

/// How many of them are sure enough to be taken without a value being listed anywhere.
const SURE: usize = 4;

impl<'a> Table<'_, 'a> {
    /// Also looks into these places, which may be deeper than names are looked for.
    pub(super) fn look(&mut self, context: &mut Context<'a>, places: &[Place]) {
        for (delivery, says) in self.deliveries.iter().zip(&mut self.says) {
            for place in places {
                if let Place::Body(path) = place {
                    says.remove(place);
                    let found = member(context, delivery, path);
                    says.extend(found.map(|found| (place.clone(), found)));
                }
            }
        }
    }
}

impl Table<'_, '_> {
    /// The place, and the events' names. What was tried is reported where there is none.
    pub(super) fn infer(&self, context: &mut Context<'_>) -> Option<(Discriminator, Names)> {
        let places = self.places();
        if let [only] = self.deliveries {
            return Some(self.single(&places).unwrap_or_else(|| {
                let name = only.key.to_owned();
                (Discriminator::Single, vec![Some(name.into())])
            }));
        }
        let found = self
            .distinct_constants(&places)
            .or_else(|| self.keys_among_values(&places))
            .or_else(|| self.header_and_member(&places))
            .or_else(|| self.pairs(&places))
            .or_else(|| self.mostly_distinct_constants(&places))
            .or_else(|| self.keys_as_texts(&places, context));
        if found.is_none() {
            self.report(&places, context);
        }
        found
    }

    /// The same by what is sure only, and of all deliveries or none.
    pub(super) fn infer_surely(&self) -> Option<(Discriminator, Names)> {
        let places = self.places();
        if let [only] = self.deliveries {
            let name = only.called.clone();
            return self
                .single(&places)
                .or_else(|| Some((Discriminator::Single, vec![Some(name.into())])));
        }
        self.distinct_constants(&places)
            .or_else(|| self.keys_among_values(&places))
            .or_else(|| self.pairs(&places))
    }

    /// All places, the preferred ones first.
    fn places(&self) -> Vec<&Place> {
        let places: BTreeSet<_> = self.says.iter().flat_map(BTreeMap::keys).collect();
        let mut places: Vec<_> = places.into_iter().collect();
        places.sort_by_key(|place| match place {
            Place::Body(path) => (path.len(), rank(path), *place),
            Place::Header(_) => (usize::MAX, 0, *place),
        });
        places
    }

    /// A single event has many constants: only one that is called like it counts.
    fn single(&self, places: &[&Place]) -> Option<(Discriminator, Names)> {
        let mut places = places.iter().filter(|place| match place {
            Place::Body(path) => path.len() == 1 && rank(path) < PREFERRED.len(),
            Place::Header(_) => false,
        });
        places.find_map(|place| {
            let constants = self.names(place, constant);
            if let [Some(_)] = &constants[..] {
                let place = at((*place).clone(), Rule::DistinctConstants);
                return Some((place, plain(constants)));
            }
            let keys = self.names(place, key_among);
            let is_one = matches!(&keys[..], [Some(_)]);
            is_one.then(|| (at((*place).clone(), Rule::KeysAsValues), plain(keys)))
        })
    }

    /// A place where every delivery has one value, and each another.
    fn distinct_constants(&self, places: &[&Place]) -> Option<(Discriminator, Names)> {
        self.first(places, Rule::DistinctConstants, |place| {
            self.names(place, constant)
        })
    }

    /// A place where every delivery may have several values, its key among them.
    fn keys_among_values(&self, places: &[&Place]) -> Option<(Discriminator, Names)> {
        self.first(places, Rule::KeysAsValues, |place| {
            self.names(place, key_among)
        })
    }

    /// A place where more than half of the deliveries have a value of their own, or their key among
    /// several: a mistake in a few must not cost the others.
    fn mostly_distinct_constants(&self, places: &[&Place]) -> Option<(Discriminator, Names)> {
        let mut best: Option<(usize, &Place, Vec<Option<String>>)> = None;
        for place in places {
            let names = self.names(place, |delivery, says| {
                constant(delivery, says).or_else(|| key_among(delivery, says))
            });
            let count = distinct(&names);
            if count * 2 > names.len() && best.as_ref().is_none_or(|(most, _, _)| count > *most) {
                best = Some((count, place, names));
            }
        }
        let (_, place, names) = best?;
        Some((at(place.clone(), Rule::DistinctConstants), plain(names)))
    }

    /// A place called like an event's name where any text may stand, if no example says that the
    /// keys are not the names.
    fn keys_as_texts(
        &self,
        places: &[&Place],
        context: &mut Context<'_>,
    ) -> Option<(Discriminator, Names)> {
        let likely: Vec<_> = places
            .iter()
            .copied()
            .filter(|place| match place {
                Place::Body(path) => path.len() == 1 && rank(path) < SURE,
                Place::Header(name) => ["event", "topic", "type"]
                    .iter()
                    .any(|word| name.contains(word)),
            })
            .collect();
        let found = self.first(&likely, Rule::KeysAsValues, |place| {
            self.names(place, key_as_text)
        })?;
        let delivery = self.deliveries.first()?;
        context
            .known
            .diagnostics
            .warning(
                "assumed-discriminator",
                &delivery.at,
                format!(
                    "nothing lists the events' names; they are taken to be the keys of the webhooks, in {}",
                    super::shown(&found.0, super::batch(&found.0).as_ref())
                ),
            )
            .help("say so by x-webhook-discriminator: { from: $request.body#/type } at the root, or give each payload a `const`");
        Some(found)
    }

    /// The first place by which every delivery has a name, and each another.
    fn first(
        &self,
        places: &[&Place],
        rule: Rule,
        names: impl Fn(&Place) -> Vec<Option<String>>,
    ) -> Option<(Discriminator, Names)> {
        let is_everywhere =
            |place: &&&Place| self.says.iter().all(|says| says.contains_key(**place));
        places.iter().filter(is_everywhere).find_map(|place| {
            let names = names(place);
            let is_sound = distinct(&names) == names.len();
            is_sound.then(|| (at((*place).clone(), rule), plain(names)))
        })
    }

    pub(super) fn names<T>(
        &self,
        place: &Place,
        name: impl Fn(&Delivery<'_>, &Says) -> Option<T>,
    ) -> Vec<Option<T>> {
        self.deliveries
            .iter()
            .zip(&self.says)
            .map(|(delivery, says)| name(delivery, says.get(place)?))
            .collect()
    }

    /// Says what was tried.
    fn report(&self, places: &[&Place], context: &mut Context<'_>) {
        let mut tried: Vec<_> = places
            .iter()
            .map(|place| (distinct(&self.names(place, constant)), place))
            .filter(|(count, _)| *count > 0)
            .collect();
        tried.sort_by_key(|(count, _)| usize::MAX - count);
        let tried: Vec<_> = tried
            .into_iter()
            .take(3)
            .map(|(count, place)| {
                let place = at((*place).clone(), Rule::DistinctConstants);
                let values = if count == 1 { "value" } else { "values" };
                format!(
                    "{} has {count} {values}",
                    super::shown(&place, super::batch(&place).as_ref())
                )
            })
            .collect();
        let tried = match &tried[..] {
            [] => "no member of theirs has a constant, nor their keys as values".to_owned(),
            some => some.join(", "),
        };
        let Some(delivery) = self.deliveries.first() else {
            return;
        };
        let count = self.deliveries.len();
        let section = delivery.item_at.steps().next().unwrap_or_default();
        context
            .known
            .diagnostics
            .warning(
                "no-discriminator",
                Pointer::default().member(&section),
                format!(
                    "nothing tells the {count} webhooks apart, so a receiver has to be told which one a delivery is: {tried}"
                ),
            )
            .help("say where a delivery has its event's name, by x-webhook-discriminator: { from: $request.body#/type } at the root, or give each payload a `const` of its own");
    }
}

/// Names that are said in one place.
fn plain(names: Vec<Option<String>>) -> Names {
    let names = names.into_iter();
    names.map(|name| name.map(Name::from)).collect()
}

/// Whether a member's name is among those.
pub(super) fn is_preferred(name: &str) -> bool {
    PREFERRED.contains(&name)
}

/// Where a member's name comes in [`PREFERRED`].
fn rank(path: &[String]) -> usize {
    let place = path
        .last()
        .and_then(|name| PREFERRED.iter().position(|known| known == name));
    place.unwrap_or(PREFERRED.len())
}
