//! Types that say the same in several places of one schema, operation or webhook, and are called the
//! same there: one place has the type, and the names of the others mean that one.
//!
//! GitHub describes a user wherever a pull request has one, eleven times, word by word; whoever writes
//! a function over users wants one type. Still each place has the name that comes from where it
//! stands, so what others say renames nothing, and once a place says something else, its name is a
//! type of its own again. Only what stands inside the same named thing is looked at: a change of one
//! schema moves nothing in another.
//!
//! Words do not count, so that a corrected description makes no type of its own: of the members, it is
//! those of the place that has the type that are generated.

mod alike;
mod equal;
mod first;

use std::collections::{BTreeMap, BTreeSet};

use super::Adapted;
use crate::api::{Api, Shape, Step, Type, TypeDef, TypeId, Types};
use crate::names::Named;
use equal::equal;
use first::firsts;

/// Makes types of `api` that say the same other names for one of them. One whose members someone has
/// named stays by itself.
pub(super) fn share(api: &mut Api, adapted: &mut Adapted) {
    let chosen = adapted.chosen.0.keys().filter_map(|named| match named {
        Named::Member(id, _) => Some(*id),
        _ => None,
    });
    let apart = chosen.collect();
    for places in neighbours(&api.types, &apart) {
        let same = equal(&api.types, places);
        for (place, first) in firsts(&api.types, same) {
            name(&mut api.types, place, first);
            adapted.extras.hand_on(place, first);
        }
    }
}

/// Makes the type at `place` another name for `first`, which goes wherever that goes.
fn name(types: &mut Types, place: TypeId, first: TypeId) {
    let definition = &mut types.0[place.0 as usize];
    definition.shape = Shape::Alias(Type::Named(first));
    definition.constraints = None;
    let direction = definition.direction;
    let first = &mut types.0[first.0 as usize].direction;
    first.sent |= direction.sent;
    first.received |= direction.received;
}

/// The types inside each named thing that has several.
fn neighbours(types: &Types, apart: &BTreeSet<TypeId>) -> Vec<Vec<TypeId>> {
    let mut neighbours = BTreeMap::<Surroundings<'_>, Vec<TypeId>>::new();
    for (id, definition) in types.iter() {
        if let Some(surroundings) = Surroundings::of(definition)
            && !definition.is_alias()
            && !apart.contains(&id)
        {
            neighbours.entry(surroundings).or_default().push(id);
        }
    }
    let mut neighbours: Vec<_> = neighbours.into_values().collect();
    neighbours.retain(|ids| ids.len() > 1);
    neighbours
}

/// A named thing that has types inside; of an operation the body, the parameters or the answers, for
/// not the same side sends them.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Surroundings<'t> {
    name: &'t str,
    part: Option<Part>,
    /// What has the same name may be a schema, a response or a path: `components/schemas`. In another
    /// file than the first, only the part tells them apart.
    section: Option<(&'t str, &'t str)>,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Body,
    Answer,
    SharedAnswer,
    Parameter,
    Payload,
}

impl<'t> Surroundings<'t> {
    /// None of what is a named thing itself.
    fn of(definition: &'t TypeDef) -> Option<Self> {
        let part = match definition.name.steps.first()? {
            Step::Body => Some(Part::Body),
            Step::Response(_) => Some(Part::Answer),
            Step::SharedResponse => Some(Part::SharedAnswer),
            Step::Parameter(_) => Some(Part::Parameter),
            Step::Payload => Some(Part::Payload),
            Step::Property(_) | Step::Item | Step::Element(_) | Step::Entry | Step::Member(_) => {
                None
            }
        };
        let mut pointer = definition
            .origin
            .strip_prefix("#/")
            .unwrap_or_default()
            .split('/');
        Some(Self {
            name: &definition.name.root,
            part,
            section: pointer.next().zip(pointer.next()),
        })
    }
}
