//! Types that say the same in several places of one schema, operation or webhook, and are called the
//! same there: one place has the type, and the names of the others mean that one.
//!
//! GitHub describes a user wherever a pull request has one, eleven times, word by word; whoever writes
//! a function over users wants one type. Still each place has the name that comes from where it
//! stands, so what others say renames nothing, and once a place says something else, its name is a
//! type of its own again. Only what stands inside the same named thing is looked at: a change of one
//! schema moves nothing in another.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::Adapted;
use crate::api::{Api, Constraints, Shape, Step, Type, TypeDef, TypeId, Types};
use crate::names::Named;

/// Makes types of `api` that say the same other names for one of them. What something is chosen for
/// stays by itself.
pub(super) fn share(api: &mut Api, adapted: &Adapted) {
    let chosen = adapted.chosen.0.keys().filter_map(|named| match named {
        Named::Member(id, _) => Some(*id),
        _ => None,
    });
    let apart = chosen.chain(adapted.extras.types.keys().copied()).collect();
    for places in neighbours(&api.types, &apart) {
        let same = equal(&api.types, places);
        for (place, first) in firsts(&api.types, same) {
            let definition = &mut api.types.0[place.0 as usize];
            definition.shape = Shape::Alias(Type::Named(first));
            definition.constraints = None;
        }
    }
}

/// The types inside each named thing that has several.
fn neighbours(types: &Types, apart: &BTreeSet<TypeId>) -> Vec<Vec<TypeId>> {
    let mut neighbours = BTreeMap::<(&str, &str), Vec<TypeId>>::new();
    for (id, definition) in types.iter() {
        let (name, origin) = (&definition.name, &definition.origin);
        if !name.steps.is_empty() && !definition.is_alias() && !apart.contains(&id) {
            let inside = (name.root.as_str(), named_thing(origin));
            neighbours.entry(inside).or_default().push(id);
        }
    }
    let mut neighbours: Vec<_> = neighbours.into_values().collect();
    neighbours.retain(|ids| ids.len() > 1);
    neighbours
}

/// How a reference begins, up to what has a name: `#/components/schemas/Order`,
/// `#/webhooks/order.captured/post`.
fn named_thing(origin: &str) -> &str {
    let end = origin.match_indices('/').nth(3);
    &origin[..end.map_or(origin.len(), |(at, _)| at)]
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
            let mut shape = definition.shape.clone();
            shape.change_ids(|inner| firsts.get(&inner).copied().unwrap_or(inner));
            firsts.insert(id, alike.add(id, shape, definition.constraints.as_deref()));
        }
    }
    let classes = alike.into_values().flat_map(|alike| alike.classes);
    classes.map(|class| class.places).collect()
}

/// What two types have to have in common, so that it is worth while to compare them: who sends them;
/// what the description calls them, which is their title or else the last step that leads to them; and
/// how much is in them.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Likeness<'t> {
    sent: bool,
    received: bool,
    title: Option<&'t str>,
    steps: &'t [Step],
    members: usize,
}

impl<'t> Likeness<'t> {
    fn of(definition: &'t TypeDef) -> Self {
        let title = definition.docs.summary.as_deref();
        Self {
            sent: definition.direction.sent,
            received: definition.direction.received,
            title,
            steps: match title {
                Some(_) => &[],
                None => last_named(&definition.name.steps),
            },
            members: match &definition.shape {
                Shape::Object(object) => object.fields.len(),
                Shape::Enum(list) => list.values.len(),
                Shape::Union(union) => union.variants.len(),
                Shape::Alias(_) => 0,
            },
        }
    }
}

/// The last step that has a name, and what is behind it.
fn last_named(steps: &[Step]) -> &[Step] {
    let named = |step: &Step| !matches!(step, Step::Item | Step::Element(_) | Step::Entry);
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
