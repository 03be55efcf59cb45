//! Aliases: those that would be their own contents, and those that are any value.

use std::collections::{BTreeMap, BTreeSet};

use super::graph::{components, direct};
use crate::api::{Shape, Type, TypeId, Types};
use crate::diagnostics::{Diagnostics, Pointer};

/// Takes any value where an alias leads back to itself, or a union holds itself and nothing more.
///
/// An object may, for it is a type of its own: see [`recursion`](super::recursion).
pub(super) fn cut_cycles(types: &mut Types, places: &[Pointer], diagnostics: &mut Diagnostics) {
    cut(types, places, diagnostics, |shape| match shape {
        Shape::Alias(ty) => ty.mentioned(),
        _ => Vec::new(),
    });
    cut(types, places, diagnostics, |shape| match shape {
        Shape::Alias(ty) => direct(ty),
        Shape::Union(union) => {
            let variants = union.variants.iter();
            variants.flat_map(|variant| direct(&variant.ty)).collect()
        }
        Shape::Object(_) | Shape::Enum(_) => Vec::new(),
    });
}

/// Tells `null` from absence where a member may be absent and is any value, by whatever name.
pub fn keep_null(types: &mut Types) {
    let any = any(types);
    let is_any = |ty: &Type| match ty {
        Type::Named(id) => any.contains(id),
        ty => *ty == Type::Any,
    };
    for definition in &mut types.0 {
        if let Shape::Object(object) = &mut definition.shape {
            for field in &mut object.fields {
                field.nullable |= !field.required && is_any(&field.ty);
            }
        }
    }
}

/// The names of what is any value. From what that is to its names: there may be a long way of
/// aliases from a name to what it means.
fn any(types: &Types) -> BTreeSet<TypeId> {
    let mut names = BTreeMap::<TypeId, Vec<TypeId>>::new();
    let mut found = Vec::new();
    for (id, definition) in types.iter() {
        let Shape::Alias(ty) = &definition.shape else {
            continue;
        };
        let mut ty = ty;
        while let Type::Nullable(inner) = ty {
            ty = inner;
        }
        match ty {
            Type::Any => found.push(id),
            Type::Named(inner) => names.entry(*inner).or_default().push(id),
            _ => {}
        }
    }
    let mut any = BTreeSet::new();
    while let Some(id) = found.pop() {
        if any.insert(id) {
            found.extend(names.get(&id).into_iter().flatten());
        }
    }
    any
}

fn cut(
    types: &mut Types,
    places: &[Pointer],
    diagnostics: &mut Diagnostics,
    edges: impl Fn(&Shape) -> Vec<TypeId>,
) {
    let graph: Vec<_> = types.0.iter().map(|ty| edges(&ty.shape)).collect();
    let component_of = components(&graph);
    let same = |one: TypeId, other: TypeId| {
        component_of.get(one.0 as usize) == component_of.get(other.0 as usize)
    };
    let mut cyclic: Vec<_> = (0..)
        .map(TypeId)
        .zip(&graph)
        .filter(|(id, targets)| targets.iter().any(|target| same(*id, *target)))
        .map(|(id, _)| id)
        .collect();
    cyclic.sort_by_key(|id| types.0.get(id.0 as usize).map(|ty| ty.name.clone()));
    for id in cyclic {
        let Some(definition) = types.0.get_mut(id.0 as usize) else {
            continue;
        };
        let code = match &mut definition.shape {
            Shape::Alias(ty) => {
                let plain = !direct(ty).is_empty();
                replace(ty, &|target| same(id, target));
                if plain {
                    "cyclic-reference"
                } else {
                    "recursive-alias"
                }
            }
            Shape::Union(union) => {
                for variant in &mut union.variants {
                    if !direct(&variant.ty).is_empty() {
                        replace(&mut variant.ty, &|target| same(id, target));
                    }
                }
                "recursive-alias"
            }
            Shape::Object(_) | Shape::Enum(_) => continue,
        };
        if let Some(at) = places.get(id.0 as usize) {
            diagnostics
                .warning(
                    code,
                    at,
                    "this consists of itself and nothing more; any value is taken there",
                )
                .help("give it a member of its own: an object with properties");
        }
    }
}

fn replace(ty: &mut Type, is_cyclic: &dyn Fn(TypeId) -> bool) {
    match ty {
        Type::Named(id) if is_cyclic(*id) => *ty = Type::Any,
        Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => {
            replace(inner, is_cyclic);
            if matches!(ty, Type::Nullable(inner) if **inner == Type::Any) {
                *ty = Type::Any;
            }
        }
        Type::Tuple(tuple) => {
            for element in tuple.elements.iter_mut().chain(&mut tuple.rest) {
                replace(element, is_cyclic);
            }
        }
        _ => {}
    }
}
