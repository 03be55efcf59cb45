//! Which types say the same.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::alike::Alike;
use crate::api::{Docs, Shape, Step, TypeDef, TypeId, Types};

/// Those of `places` that say the same.
pub(super) fn equal(types: &Types, mut places: Vec<TypeId>) -> Vec<Vec<TypeId>> {
    // What is inside a type stands deeper than it, and is compared before it.
    places.sort_by_key(|id| Reverse(types[*id].name.steps.len()));
    let mut alike = BTreeMap::<Likeness<'_>, Alike<'_>>::new();
    for id in &places {
        alike.entry(Likeness::of(&types[*id])).or_default().expect();
    }
    let mut firsts = BTreeMap::new();
    for id in places {
        let definition = &types[id];
        if let Some(alike) = alike.get_mut(&Likeness::of(definition))
            && alike.may_be_several()
        {
            let mut shape = without_words(&definition.shape);
            shape.change_ids(|inner| firsts.get(&inner).copied().unwrap_or(inner));
            firsts.insert(id, alike.add(id, shape, definition.constraints.as_deref()));
        }
    }
    alike.into_values().flat_map(Alike::into_places).collect()
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
