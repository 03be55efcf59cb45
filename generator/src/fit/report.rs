//! What has come, place by place.

use super::described::Described;
use super::place::{Place, Step};
use super::schema::Schemas;
use super::tally::{Count, Tally};
use super::what::What;
use crate::diagnostics::{FileId, Pointer};
use crate::finding::Location;

/// What came of holding deliveries against a description.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// How many deliveries there were.
    pub deliveries: usize,
    /// How many of them a receiver could read as what they are.
    pub fitting: usize,
    /// Files in which there is none: whoever recorded them may have failed.
    pub empty: Vec<String>,
    /// Where others do not fit, by how often that is.
    pub misfits: Vec<Found>,
    /// What can be read, and is not described.
    pub notes: Vec<Found>,
    /// Events that are not described, by how often they came.
    pub unknown: Vec<Unreadable>,
    /// Deliveries that are no JSON, or do not say which event they are.
    pub unreadable: Vec<Unreadable>,
}

impl Report {
    /// Whether a receiver could read all of them.
    #[must_use]
    pub fn all_fit(&self) -> bool {
        self.fitting == self.deliveries
    }
}

/// A place of the description, and what came there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Found {
    /// `#/components/schemas/Order/properties/total`
    pub reference: String,
    /// Where that is written.
    pub location: Location,
    /// How often something else came.
    pub times: usize,
    /// How many objects came that this is a member of, where it is one.
    pub objects: Option<usize>,
    /// What came, by how often.
    pub came: Vec<Came>,
}

/// What came instead of what is described.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Came {
    /// What it is.
    pub what: What,
    /// How often.
    pub times: usize,
    /// Where it came first.
    pub first: Example,
}

/// A place in a delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Example {
    /// The file.
    pub file: String,
    /// Which of the deliveries in it, from 1.
    pub number: usize,
    /// As a JSON path: `$.order.total`.
    pub path: String,
}

/// Deliveries of which nothing more can be said.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unreadable {
    /// The name of the event, or why not.
    pub why: String,
    /// How many there are.
    pub times: usize,
    /// The first of them.
    pub first: Example,
}

/// What is in `tally`, with where it is written.
pub(super) fn report(described: &Described, tally: &Tally) -> Report {
    let schemas = Schemas {
        main: &described.main,
        api: &described.api,
    };
    let places: Vec<(&Place, Written)> = tally
        .came
        .keys()
        .map(|place| (place, written(described, schemas, place)))
        .collect();
    let pointers: Vec<Pointer> = places.iter().map(|(_, one)| one.pointer.clone()).collect();
    let locations = described.locations(&pointers);
    let (mut misfits, mut notes) = (Vec::new(), Vec::new());
    for ((place, written), location) in places.into_iter().zip(locations) {
        let Some(kinds) = tally.came.get(place) else {
            continue;
        };
        let found = |is_misfit: bool| {
            let came = kinds
                .iter()
                .filter(|(what, _)| what.is_misfit() == is_misfit);
            let mut came: Vec<Came> = came.map(|(what, count)| Came::new(what, count)).collect();
            came.sort_by(|one, other| (other.times, &one.what).cmp(&(one.times, &other.what)));
            let is_member = matches!(place.steps.as_slice(), [Step::Member(_)]);
            Some(Found {
                reference: written.reference.clone(),
                location: location.clone(),
                times: came.iter().map(|one| one.times).sum(),
                objects: is_member.then(|| tally.objects_of(place)).flatten(),
                came,
            })
            .filter(|found| !found.came.is_empty())
        };
        misfits.extend(found(true));
        notes.extend(found(false));
    }
    for list in [&mut misfits, &mut notes] {
        list.sort_by(|one, other| {
            (other.times, &one.reference).cmp(&(one.times, &other.reference))
        });
    }
    Report {
        deliveries: tally.deliveries,
        fitting: tally.fitting,
        empty: tally.empty.clone(),
        misfits,
        notes,
        unknown: unreadable(&tally.unknown),
        unreadable: unreadable(&tally.unreadable),
    }
}

fn unreadable<'a>(counts: impl IntoIterator<Item = (&'a String, &'a Count)>) -> Vec<Unreadable> {
    let counts = counts.into_iter();
    let mut list: Vec<Unreadable> = counts
        .map(|(why, count)| Unreadable {
            why: why.clone(),
            times: count.times,
            first: count.first(),
        })
        .collect();
    list.sort_by(|one, other| (other.times, &one.why).cmp(&(one.times, &other.why)));
    list
}

impl Came {
    fn new(what: &What, count: &Count) -> Self {
        Self {
            what: what.clone(),
            times: count.times,
            first: count.first(),
        }
    }
}

impl Count {
    fn first(&self) -> Example {
        Example {
            file: self.delivered.file.clone(),
            number: self.delivered.number,
            path: self.path.clone(),
        }
    }
}

/// Where a place is written, or would be if it were.
struct Written {
    reference: String,
    pointer: Pointer,
}

fn written(described: &Described, schemas: Schemas<'_>, place: &Place) -> Written {
    if let Some(first) = schemas.at(place).into_iter().next() {
        return Written {
            reference: format!("#{first}"),
            pointer: Pointer::at(FileId::default(), &first),
        };
    }
    let origin = schemas.origin(place.owner);
    let (file, start) = match origin.strip_prefix('#') {
        Some(path) => ("", Pointer::at(FileId::default(), path)),
        None => described.elsewhere(origin).unwrap_or_default(),
    };
    let pointer = place.steps.iter().fold(start, |at, step| match step {
        Step::Member(name) => at.member("properties").member(name),
        Step::Items => at.member("items"),
        Step::Element(index) => at.member("prefixItems").element(*index),
        Step::Values => at.member("additionalProperties"),
    });
    Written {
        reference: format!("{file}{pointer}"),
        pointer,
    }
}
