//! Which of several places has the type.

use std::collections::BTreeSet;

use crate::api::{Step, TypeDef, TypeId, Types};

/// Which of the places that say the same has the type, for each other one.
///
/// It is one outside of what is only another name, so that what can be read in one place stands
/// together; of those the one that is called as its title says, then the one that is least deep, then
/// the first by name.
pub(super) fn firsts(types: &Types, mut same: Vec<Vec<TypeId>>) -> Vec<(TypeId, TypeId)> {
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
