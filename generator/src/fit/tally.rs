//! How often something comes.

use std::collections::{BTreeMap, HashMap};

use super::deliveries::{Delivered, Deliveries};
use super::event::{Which, events, refuse_ambiguous, which};
use super::place::{Item, Owner, Place, Spot, Way};
use super::record::Record;
use super::walk::{Told, walk};
use super::what::What;
use crate::api::{Api, TypeId};
use crate::error::Error;

/// What has come.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) deliveries: usize,
    pub(super) fitting: usize,
    /// Files that have none.
    pub(super) empty: Vec<String>,
    /// By place and kind.
    pub(super) came: HashMap<Place, BTreeMap<What, Count>>,
    /// How many objects there were of each type.
    pub(super) objects: HashMap<TypeId, usize>,
    /// The names of events that are not described, with how often they came.
    pub(super) unknown: BTreeMap<String, Count>,
    /// Deliveries that do not say which event they are, or are no JSON: the reasons.
    pub(super) unreadable: BTreeMap<String, Count>,
    /// How many kinds are told apart in each place; what would be too many is not told.
    kinds: HashMap<Place, usize>,
}

/// How often something came, and where for the first time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) times: usize,
    pub(super) delivered: Delivered,
    pub(super) path: String,
}

/// Whoever sends names and values without end must not fill the memory.
const KINDS: usize = 200;

/// Holds all deliveries against what is described.
pub(super) fn tally(api: &Api, deliveries: &Deliveries) -> Result<Tally, Error> {
    if let Some(name) = deliveries.event() {
        refuse_ambiguous(api, name)?;
    }
    let mut tally = Tally::default();
    let empty = deliveries.each(|delivered, record| match record {
        Ok(record) => {
            for event in events(api, record) {
                tally.event(api, deliveries, &delivered, &event);
            }
        }
        Err(why) => {
            tally.deliveries += 1;
            count(&mut tally.unreadable, why, &delivered);
        }
    })?;
    tally.empty = empty;
    Ok(tally)
}

impl Tally {
    /// Holds one event against what is described.
    fn event(&mut self, api: &Api, deliveries: &Deliveries, delivered: &Delivered, event: &Record) {
        self.deliveries += 1;
        match which(api, event, deliveries.event()) {
            Which::Unsaid(why) => count(&mut self.unreadable, why, delivered),
            Which::Unknown(name) => count(&mut self.unknown, name, delivered),
            Which::Known(owner, payload) => {
                let mut told = Telling {
                    tally: self,
                    delivered,
                    item: event.item.as_ref(),
                    is_fit: true,
                };
                walk(&api.types, owner, payload, &event.body, &mut told);
                let is_fit = told.is_fit;
                self.fitting += usize::from(is_fit);
            }
        }
    }
}

fn count(counts: &mut BTreeMap<String, Count>, what: String, delivered: &Delivered) {
    let what = if counts.len() < KINDS || counts.contains_key(&what) {
        what
    } else {
        "and others".to_owned()
    };
    let first = || Count {
        times: 0,
        delivered: delivered.clone(),
        path: "$".to_owned(),
    };
    counts.entry(what).or_insert_with(first).times += 1;
}

struct Telling<'a> {
    tally: &'a mut Tally,
    delivered: &'a Delivered,
    item: Option<&'a Item>,
    is_fit: bool,
}

impl Told for Telling<'_> {
    const ALL: bool = true;

    fn object(&mut self, id: TypeId) {
        *self.tally.objects.entry(id).or_default() += 1;
    }

    fn came(&mut self, spot: &Spot<'_>, way: &Way<'_>, what: What) {
        self.is_fit &= !what.is_misfit();
        let place = spot.place();
        let is_known = self
            .tally
            .came
            .get(&place)
            .is_some_and(|kinds| kinds.contains_key(&what));
        if !is_known {
            // Only names and values can be without end: of a misfit of a type there are few.
            let counted = match &what {
                What::Undescribed => Place {
                    owner: place.owner,
                    steps: Vec::new(),
                },
                _ => place.clone(),
            };
            let kinds = self.tally.kinds.entry(counted).or_default();
            if *kinds >= KINDS {
                return;
            }
            *kinds += 1;
        }
        let kinds = self.tally.came.entry(place).or_default();
        let first = || Count {
            times: 0,
            delivered: self.delivered.clone(),
            path: way.path(self.item),
        };
        kinds.entry(what).or_insert_with(first).times += 1;
    }
}

impl Tally {
    /// How many objects of its type a place's member could have been in.
    pub(super) fn objects_of(&self, place: &Place) -> Option<usize> {
        match place.owner {
            Owner::Type(id) => self.objects.get(&id).copied(),
            Owner::Event(_) | Owner::Callback(_) => None,
        }
    }
}
