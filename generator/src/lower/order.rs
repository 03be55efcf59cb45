//! The final order of the types, which is that of their names.

use crate::api::{Api, EventNames, Media, Shape, Type, TypeDef, TypeId};

/// Sorts the types by name, so that the order in which they were found has no influence, and
/// changes every id in `api` accordingly.
pub(super) fn sort(api: &mut Api) {
    let mut sorted: Vec<(usize, TypeDef)> = std::mem::take(&mut api.types.0)
        .into_iter()
        .enumerate()
        .collect();
    sorted.sort_by(|(_, one), (_, other)| {
        (&one.name, &one.origin).cmp(&(&other.name, &other.origin))
    });
    let mut ids = vec![TypeId(0); sorted.len()];
    for (new, (old, _)) in (0..).zip(&sorted) {
        ids[*old] = TypeId(new);
    }
    api.types.0 = sorted
        .into_iter()
        .map(|(_, definition)| definition)
        .collect();
    every_id(api, |id| *id = ids[id.0 as usize]);
}

fn every_id(api: &mut Api, mut change: impl FnMut(&mut TypeId)) {
    let mut ty = |ty: &mut Type| in_type(ty, &mut change);
    for definition in &mut api.types.0 {
        in_shape(&mut definition.shape, &mut ty);
    }
    for operation in &mut api.operations {
        for parameter in &mut operation.parameters {
            ty(&mut parameter.ty);
        }
        if let Some(content) = operation.body.as_mut().and_then(|body| body.media.ty_mut()) {
            ty(content);
        }
        for response in &mut operation.responses {
            if let Some(content) = response.body.as_mut().and_then(Media::ty_mut) {
                ty(content);
            }
            if let Some(item) = response.stream.as_mut().and_then(|one| one.item.as_mut()) {
                ty(item);
            }
        }
    }
    for token in api
        .security
        .iter_mut()
        .filter_map(|scheme| scheme.token.as_mut())
    {
        ty(&mut token.body);
    }
    for webhooks in api.webhooks.iter_mut().chain(&mut api.callbacks) {
        for event in &mut webhooks.events {
            ty(&mut event.payload);
        }
    }
    if let Some(EventNames::Component(id)) = api.webhooks.as_mut().map(|it| &mut it.names) {
        change(id);
    }
}

fn in_shape(shape: &mut Shape, ty: &mut impl FnMut(&mut Type)) {
    match shape {
        Shape::Object(object) => {
            for field in &mut object.fields {
                ty(&mut field.ty);
            }
            if let Some(rest) = &mut object.rest {
                ty(rest);
            }
        }
        Shape::Union(union) => {
            for variant in &mut union.variants {
                ty(&mut variant.ty);
            }
        }
        Shape::Alias(alias) => ty(alias),
        Shape::Enum(_) => {}
    }
}

fn in_type(ty: &mut Type, change: &mut impl FnMut(&mut TypeId)) {
    match ty {
        Type::Named(id) => change(id),
        Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => in_type(inner, change),
        Type::Tuple(tuple) => {
            for element in tuple.elements.iter_mut().chain(&mut tuple.rest) {
                in_type(element, change);
            }
        }
        _ => {}
    }
}
