//! Every place in which a type is used.

use super::{Api, EventNames, Media, Shape, Type, TypeId};

impl Api {
    /// Gives every named type the id that `change` says.
    pub fn change_ids(&mut self, mut change: impl FnMut(TypeId) -> TypeId) {
        self.each_type(&mut renamed(&mut change));
        for webhooks in self.webhooks.iter_mut().chain(&mut self.callbacks) {
            if let EventNames::Component(id) = &mut webhooks.names {
                *id = change(*id);
            }
        }
    }

    /// Calls `change` for every type that is used anywhere, what is inside one after the outside.
    pub fn each_type(&mut self, change: &mut impl FnMut(&mut Type)) {
        for definition in &mut self.types.0 {
            definition.shape.each_type(change);
        }
        for operation in &mut self.operations {
            for parameter in &mut operation.parameters {
                parameter.ty.each(change);
            }
            if let Some(ty) = operation.body.as_mut().and_then(|body| body.media.ty_mut()) {
                ty.each(change);
            }
            for response in &mut operation.responses {
                if let Some(ty) = response.body.as_mut().and_then(Media::ty_mut) {
                    ty.each(change);
                }
                if let Some(item) = response.stream.as_mut().and_then(|one| one.item.as_mut()) {
                    item.each(change);
                }
            }
        }
        for token in self
            .security
            .iter_mut()
            .filter_map(|scheme| scheme.token.as_mut())
        {
            token.body.each(change);
        }
        let delivered = self.webhooks.iter_mut().chain(&mut self.callbacks);
        for event in delivered.flat_map(|one| &mut one.events) {
            event.payload.each(change);
            event.body.each(change);
        }
    }
}

impl Shape {
    /// Gives every named type inside the id that `change` says.
    pub fn change_ids(&mut self, mut change: impl FnMut(TypeId) -> TypeId) {
        self.each_type(&mut renamed(&mut change));
    }

    fn each_type(&mut self, change: &mut impl FnMut(&mut Type)) {
        match self {
            Self::Object(object) => {
                for field in &mut object.fields {
                    field.ty.each(change);
                }
                if let Some(rest) = &mut object.rest {
                    rest.each(change);
                }
            }
            Self::Union(union) => {
                for variant in &mut union.variants {
                    variant.ty.each(change);
                }
            }
            Self::Alias(alias) => alias.each(change),
            Self::Enum(_) => {}
        }
    }
}

/// Gives a type that has a name the id that `change` says.
fn renamed(change: &mut impl FnMut(TypeId) -> TypeId) -> impl FnMut(&mut Type) {
    |ty| {
        if let Type::Named(id) = ty {
            *id = change(*id);
        }
    }
}

impl Type {
    fn each(&mut self, change: &mut impl FnMut(&mut Type)) {
        change(self);
        match self {
            Self::Array(inner) | Self::Map(inner) | Self::Nullable(inner) => inner.each(change),
            Self::Tuple(tuple) => {
                for element in tuple.elements.iter_mut().chain(&mut tuple.rest) {
                    element.each(change);
                }
            }
            _ => {}
        }
    }
}
