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

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::Adapted;
use crate::api::{Api, Constraints, Docs, Shape, Step, Type, TypeDef, TypeId, Types};
use crate::names::Named;

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

/// Those of `places` that say the same.
fn equal(types: &Types, mut places: Vec<TypeId>) -> Vec<Vec<TypeId>> {
    // What is inside a type stands deeper than it, and is compared before it.
    places.sort_by_key(|id| Reverse(types[*id].name.steps.len()));
    let mut alike = BTreeMap::<Likeness<'_>, Alike<'_>>::new();
    for id in &places {
        alike.entry(Likeness::of(&types[*id])).or_default().count += 1;
    }
    let mut firsts = BTreeMap::new();
    for id in places {
        let definition = &types[id];
        if let Some(alike) = alike.get_mut(&Likeness::of(definition))
            && alike.count > 1
        {
            let mut shape = without_words(&definition.shape);
            shape.change_ids(|inner| firsts.get(&inner).copied().unwrap_or(inner));
            firsts.insert(id, alike.add(id, shape, definition.constraints.as_deref()));
        }
    }
    let classes = alike.into_values().flat_map(|alike| alike.classes);
    classes.map(|class| class.places).collect()
}

/// A shape without what is said of its members in words.
fn without_words(shape: &Shape) -> Shape {
    let mut shape = shape.clone();
    let forget = |docs: &mut Docs| {
        *docs = Docs {
            deprecated: docs.deprecated,
            ..Docs::default()
        }
    };
    match &mut shape {
        Shape::Object(object) => object
            .fields
            .iter_mut()
            .for_each(|one| forget(&mut one.docs)),
        Shape::Enum(list) => list.values.iter_mut().for_each(|one| forget(&mut one.docs)),
        Shape::Union(union) => union
            .variants
            .iter_mut()
            .for_each(|one| forget(&mut one.docs)),
        Shape::Alias(_) => {}
    }
    shape
}

/// What two types have to have in common, so that it is worth while to compare them: what the
/// description calls them, and how much is in them.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Likeness<'t> {
    called: Called<'t>,
    members: usize,
}

/// What the description calls a type: its title, or else the property that leads to it. Of an enum
/// that is not enough: a milestone's state is not an issue's, though both are open or closed. What is
/// said of them has to be the same too.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Called<'t> {
    Title(&'t str),
    Enum(&'t [Step], Option<&'t str>),
    Other(&'t [Step]),
}

impl<'t> Likeness<'t> {
    fn of(definition: &'t TypeDef) -> Self {
        let Docs {
            summary,
            description,
            ..
        } = &definition.docs;
        let steps = last_named(&definition.name.steps);
        let (members, called) = match &definition.shape {
            Shape::Object(object) => (object.fields.len(), Called::Other(steps)),
            Shape::Enum(list) => (
                list.values.len(),
                Called::Enum(steps, description.as_deref()),
            ),
            Shape::Union(union) => (union.variants.len(), Called::Other(steps)),
            Shape::Alias(_) => (0, Called::Other(steps)),
        };
        Self {
            called: summary.as_deref().map_or(called, Called::Title),
            members,
        }
    }
}

/// The last step that has a name, and what is behind it.
fn last_named(steps: &[Step]) -> &[Step] {
    let named = |step: &Step| matches!(step, Step::Property(_) | Step::Parameter(_));
    &steps[steps.iter().rposition(named).unwrap_or(0)..]
}

/// Types that may be the same.
#[derive(Default)]
struct Alike<'t> {
    count: usize,
    classes: Vec<Class<'t>>,
}

/// Types that are the same.
struct Class<'t> {
    /// With the first of its class for every type inside.
    shape: Shape,
    constraints: Option<&'t Constraints>,
    places: Vec<TypeId>,
}

impl<'t> Alike<'t> {
    /// Adds a type, and says which is the first that is the same.
    fn add(&mut self, id: TypeId, shape: Shape, constraints: Option<&'t Constraints>) -> TypeId {
        let mut classes = self.classes.iter_mut();
        let same =
            |class: &&mut Class<'_>| class.shape == shape && class.constraints == constraints;
        if let Some(class) = classes.find(same) {
            class.places.push(id);
            return class.places[0];
        }
        self.classes.push(Class {
            shape,
            constraints,
            places: vec![id],
        });
        id
    }
}

/// Which of the places that say the same has the type, for each other one.
///
/// It is one outside of what is only another name, so that what can be read in one place stands
/// together; of those the one that is called as its title says, then the one that is least deep, then
/// the first by name.
fn firsts(types: &Types, mut same: Vec<Vec<TypeId>>) -> Vec<(TypeId, TypeId)> {
    let steps = |id: TypeId| types[id].name.steps.as_slice();
    same.sort_by_key(|places| places.iter().map(|id| steps(*id).len()).min());
    let mut firsts = Vec::new();
    let mut others = BTreeSet::<&[Step]>::new();
    for places in &same {
        let rank = |id: &TypeId| {
            let way = steps(*id);
            let is_inside_other = (1..way.len()).any(|end| others.contains(&way[..end]));
            (is_inside_other, !is_titled(&types[*id]), way.len(), *id)
        };
        let Some(first) = places.iter().copied().min_by_key(rank) else {
            continue;
        };
        for place in places.iter().copied().filter(|place| *place != first) {
            others.insert(steps(place));
            firsts.push((place, first));
        }
    }
    firsts
}

/// Whether the title is the name of the property: `User`, and `user`.
fn is_titled(definition: &TypeDef) -> bool {
    match (&definition.docs.summary, definition.name.steps.last()) {
        (Some(title), Some(Step::Property(name))) => title.eq_ignore_ascii_case(name),
        _ => false,
    }
}
