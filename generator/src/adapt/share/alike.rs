//! Types of one likeness, sorted by what they say.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::api::{Constraints, Shape, TypeId};

/// Types that may be the same.
#[derive(Default)]
pub(super) struct Alike<'t> {
    count: usize,
    classes: Vec<Class<'t>>,
    /// Which of them have this hash. A description may have thousands that are alike and not the
    /// same, too many to compare each with all.
    by_hash: HashMap<u64, Vec<usize>>,
}

/// Types that are the same.
struct Class<'t> {
    /// With the first of its class for every type inside.
    shape: Shape,
    constraints: Option<&'t Constraints>,
    places: Vec<TypeId>,
}

impl<'t> Alike<'t> {
    /// Tells that one more will be added.
    pub(super) fn expect(&mut self) {
        self.count += 1;
    }

    /// Whether there is more than one.
    pub(super) fn may_be_several(&self) -> bool {
        self.count > 1
    }

    /// Adds a type, and says which is the first that is the same.
    pub(super) fn add(
        &mut self,
        id: TypeId,
        shape: Shape,
        constraints: Option<&'t Constraints>,
    ) -> TypeId {
        let candidates = self.by_hash.entry(hash(&shape, constraints)).or_default();
        for index in candidates.iter() {
            if let Some(class) = self.classes.get_mut(*index)
                && class.shape == shape
                && class.constraints == constraints
            {
                class.places.push(id);
                return class.places[0];
            }
        }
        candidates.push(self.classes.len());
        self.classes.push(Class {
            shape,
            constraints,
            places: vec![id],
        });
        id
    }

    /// Those that are the same.
    pub(super) fn into_places(self) -> impl Iterator<Item = Vec<TypeId>> {
        self.classes.into_iter().map(|class| class.places)
    }
}

/// The same for what is the same, and hardly ever for what is not.
fn hash(shape: &Shape, constraints: Option<&Constraints>) -> u64 {
    let mut hasher = DefaultHasher::new();
    match shape {
        Shape::Object(object) => {
            for field in &object.fields {
                field.name.hash(&mut hasher);
                field.ty.hash(&mut hasher);
                field.default.hash(&mut hasher);
                let flags = [field.required, field.nullable, field.read_only];
                flags.hash(&mut hasher);
                hash_constraints(field.constraints.as_deref(), &mut hasher);
            }
            for constant in &object.constants {
                constant.name.hash(&mut hasher);
                constant.json.hash(&mut hasher);
            }
            object.rest.hash(&mut hasher);
        }
        Shape::Enum(list) => {
            for value in &list.values {
                value.value.hash(&mut hasher);
            }
        }
        Shape::Union(union) => {
            for variant in &union.variants {
                variant.tags.hash(&mut hasher);
                variant.ty.hash(&mut hasher);
            }
        }
        Shape::Alias(ty) => ty.hash(&mut hasher),
    }
    hash_constraints(constraints, &mut hasher);
    hasher.finish()
}

/// Their numbers have no hash, but a text that is their own.
fn hash_constraints(constraints: Option<&Constraints>, hasher: &mut DefaultHasher) {
    if let Some(constraints) = constraints {
        format!("{constraints:?}").hash(hasher);
    }
}
