//! Objects that contain themselves.

use super::graph::{components, direct};
use crate::api::{Shape, Type, TypeId, Types};

/// Marks the members through which an object contains itself, so that they need a box.
///
/// Lists and maps hold what is in them elsewhere, and so does a union the objects that are its
/// members: such a way is no containment.
pub(super) fn mark(types: &mut Types) {
    let graph: Vec<Vec<TypeId>> = types
        .iter()
        .map(|(_, definition)| contained(types, &definition.shape))
        .collect();
    let component_of = components(&graph);
    for (index, definition) in types.0.iter_mut().enumerate() {
        let Shape::Object(object) = &mut definition.shape else {
            continue;
        };
        for field in &mut object.fields {
            field.recursive = direct(&field.ty)
                .is_some_and(|target| component_of[target.0 as usize] == component_of[index]);
        }
    }
}

fn contained(types: &Types, shape: &Shape) -> Vec<TypeId> {
    match shape {
        Shape::Object(object) => {
            let fields = object.fields.iter();
            fields.filter_map(|field| direct(&field.ty)).collect()
        }
        Shape::Alias(ty) => direct(ty).into_iter().collect(),
        Shape::Union(union) => {
            let variants = union.variants.iter();
            variants
                .filter(|variant| !is_object(types, &variant.ty))
                .filter_map(|variant| direct(&variant.ty))
                .collect()
        }
        Shape::Enum(_) => Vec::new(),
    }
}

/// Whether `ty` is an object, by whatever name.
fn is_object(types: &Types, ty: &Type) -> bool {
    let mut next = direct(ty);
    // Aliases do not lead back to themselves by now.
    while let Some(id) = next {
        match &types[id].shape {
            Shape::Object(_) => return true,
            Shape::Alias(ty) => next = direct(ty),
            Shape::Enum(_) | Shape::Union(_) => return false,
        }
    }
    false
}
