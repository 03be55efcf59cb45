//! Two places that tell deliveries apart together, where none does alone.

use super::candidates::{Place, Says};
use super::infer::{Names, Table};
use super::says::{constant, distinct};
use super::{Name, several};
use crate::api::{Discriminator, Rule};

/// How words are joined where an `operationId` says the same as a delivery.
const SPELLINGS: [fn(&str) -> String; 3] = [
    |text| text.to_owned(),
    |text| text.replace('-', "_"),
    |text| text.replace('_', "-"),
];

impl Table<'_, '_> {
    /// A header whose values are what the `operationId`s begin with, and a member of the body that
    /// is what they end in: `issues/opened`. That they are is told by the members' constants.
    pub(super) fn header_and_member(&self, places: &[&Place]) -> Option<(Discriminator, Names)> {
        let mut pairs =
            headers(places).flat_map(|header| members(places).map(move |member| (header, member)));
        pairs.find_map(|(header, member)| {
            let spelling = self.spelling(header, member)?;
            let places = [header.clone(), member.clone()];
            let names = self.by_operation_id(&places, spelling);
            let is_sound = distinct(&names) == names.len();
            is_sound.then(|| (several(&places, Rule::OperationIds), names))
        })
    }

    /// Two members of the body in which every delivery has a constant, and each another pair.
    pub(super) fn pairs(&self, places: &[&Place]) -> Option<(Discriminator, Names)> {
        let mut likely: Vec<_> = members(places)
            .filter(|place| self.names(place, constant).iter().all(Option::is_some))
            .filter_map(|place| {
                let count = distinct(&self.names(place, constant));
                Some(((count, about_events(place)?), place))
            })
            .collect();
        // The more general one comes first.
        likely.sort_by_key(|(generality, _)| *generality);
        let mut pairs = likely.iter().enumerate().flat_map(|(index, (_, first))| {
            let others = likely[index + 1..].iter();
            others.map(move |(_, second)| [(*first).clone(), (*second).clone()])
        });
        pairs.find_map(|places| {
            let names = self.joined(&places);
            let is_sound = distinct(&names) == names.len();
            is_sound.then(|| (several(&places, Rule::DistinctConstants), names))
        })
    }

    /// What each delivery has in places that are declared: constants, and else what its
    /// `operationId` says, if it does for others.
    pub(super) fn declared(&self, places: &[Place]) -> Names {
        let spelling = match places {
            [header, member] => self.spelling(header, member),
            _ => None,
        };
        match spelling {
            Some(spelling) => self.by_operation_id(places, spelling),
            None => self.joined(places),
        }
    }

    /// What each delivery has in these places, as far as it has constants.
    pub(super) fn joined(&self, places: &[Place]) -> Names {
        self.deliveries
            .iter()
            .zip(&self.says)
            .map(|(delivery, says)| {
                let values = places
                    .iter()
                    .map_while(|place| constant(delivery, says.get(place)?));
                Name::joined(values.collect())
            })
            .collect()
    }

    /// What each delivery has in a header and in a member, by its `operationId` where nothing else
    /// says it.
    pub(super) fn by_operation_id(&self, places: &[Place], spelling: Spelling) -> Names {
        let [header, member] = places else {
            return self.joined(places);
        };
        self.deliveries
            .iter()
            .zip(&self.says)
            .map(|(delivery, says)| {
                let (head, tail) = parts(delivery.operation.operation_id.as_deref()?);
                let head = match says.get(header) {
                    Some(Says::Texts(texts)) if texts.len() == 1 => texts[0].clone(),
                    _ => spelling(head),
                };
                let tail = match says.get(member) {
                    Some(Says::Texts(texts)) if texts.len() == 1 => Some(texts[0].clone()),
                    // Any value will do.
                    Some(_) => None,
                    None => tail.map(spelling),
                };
                Name::joined([head].into_iter().chain(tail).collect())
            })
            .collect()
    }

    /// How the `operationId`s spell what deliveries say; `None` if they do not say that. The
    /// members' constants have to agree.
    pub(super) fn spelling(&self, header: &Place, member: &Place) -> Option<Spelling> {
        let constants = self.names(member, constant);
        let known = constants.iter().flatten().count();
        if known * 2 <= constants.len() {
            return None;
        }
        let ids: Option<Vec<_>> = self
            .deliveries
            .iter()
            .map(|delivery| delivery.operation.operation_id.as_deref().map(parts))
            .collect();
        let ids = ids?;
        SPELLINGS.into_iter().find(|spelling| {
            let agrees = constants.iter().zip(&ids).all(|(constant, (_, tail))| {
                let said = tail.map(spelling);
                constant.is_none() || *constant == said
            });
            let heads: Vec<_> = ids.iter().map(|(head, _)| spelling(head)).collect();
            agrees && self.is_shown(header, &heads)
        })
    }

    /// Whether a header may hold each of these texts. If it is not called like an event, most of its
    /// examples have to be among them; else they may be copied from one webhook to all.
    fn is_shown(&self, header: &Place, texts: &[String]) -> bool {
        let is_event = matches!(header, Place::Header(name) if name.contains("event"));
        let (mut shown, mut known) = (0, 0);
        for says in &self.says {
            let Some(Says::Any(examples)) = says.get(header) else {
                return false;
            };
            shown += examples.len();
            known += examples.iter().filter(|one| texts.contains(one)).count();
        }
        is_event || shown == 0 || known * 2 > shown
    }
}

/// Writes a part of an `operationId` as deliveries have it.
pub(super) type Spelling = fn(&str) -> String;

/// The part of an `operationId` before the first slash, and that behind it.
fn parts(id: &str) -> (&str, Option<&str>) {
    match id.split_once('/') {
        Some((head, tail)) => (head, Some(tail)),
        None => (id, None),
    }
}

/// The headers that are called like an event's name, the likeliest ones first.
fn headers<'p>(places: &'p [&'p Place]) -> impl Iterator<Item = &'p Place> {
    ["event", "topic", "type"].into_iter().flat_map(|word| {
        places.iter().copied().filter(move |place| match place {
            Place::Header(name) => name.contains(word),
            Place::Body(_) => false,
        })
    })
}

fn members<'p>(places: &'p [&'p Place]) -> impl Iterator<Item = &'p Place> + Clone {
    let is_member = |place: &&Place| matches!(place, Place::Body(_));
    places.iter().copied().filter(is_member)
}

/// Where a member's name comes among those that could tell events apart, the general ones first.
fn about_events(place: &Place) -> Option<usize> {
    let Place::Body(path) = place else {
        return None;
    };
    let name = path.last()?.to_lowercase();
    let mut words = ["type", "topic", "resource", "event", "code", "action"].iter();
    words.position(|word| name.contains(word))
}
