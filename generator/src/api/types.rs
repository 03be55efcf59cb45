//! The types that a description names.

use std::ops::Index;

use super::{Constraints, Docs, Shape, Type};

/// Every type with a name of its own.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Types(pub Vec<TypeDef>);

/// Which one of [`Types`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub u32);

impl Types {
    /// Every type with its id, in order.
    pub fn iter(&self) -> impl Iterator<Item = (TypeId, &TypeDef)> {
        (0..).map(TypeId).zip(&self.0)
    }

    /// What a type consists of, to be changed.
    pub fn shape_mut(&mut self, id: TypeId) -> Option<&mut Shape> {
        Some(&mut self.0.get_mut(id.0 as usize)?.shape)
    }

    /// A type, seen through aliases and `null`.
    #[must_use]
    pub fn plain<'t>(&'t self, ty: &'t Type) -> &'t Type {
        let mut ty = ty;
        // While a description is read, an alias may lead back to itself.
        for _ in 0..=self.0.len() {
            match ty {
                Type::Nullable(inner) => ty = inner,
                Type::Named(id) => match &self[*id].shape {
                    Shape::Alias(inner) => ty = inner,
                    _ => break,
                },
                _ => break,
            }
        }
        ty
    }
}

impl Index<TypeId> for Types {
    type Output = TypeDef;

    fn index(&self, id: TypeId) -> &TypeDef {
        &self.0[id.0 as usize]
    }
}

/// A type with a name of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct TypeDef {
    /// Where it stands, which is what it is called by.
    pub name: TypeName,
    /// Where it stands, as a reference into the description: `#/components/schemas/Webhook`.
    pub origin: String,
    /// What the description says of it.
    pub docs: Docs,
    /// Who sends it.
    pub direction: Direction,
    /// What it consists of.
    pub shape: Shape,
    /// What holds of it besides: of an object itself, or of a value under an alias. In most cases
    /// nothing does.
    pub constraints: Option<Box<Constraints>>,
}

impl TypeDef {
    /// Whether it is nothing but another name for a type.
    #[must_use]
    pub fn is_alias(&self) -> bool {
        matches!(self.shape, Shape::Alias(_))
    }
}

/// What a type is called by: the nearest thing that has a name, and the way from there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeName {
    /// A component's key, an operation's id or a webhook's key.
    pub root: String,
    /// Empty for a component.
    pub steps: Vec<Step>,
}

/// A step from a named thing to what stands inside it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// A member of an object.
    Property(String),
    /// An array's element.
    Item,
    /// One of an array's first elements, which have a type each, from 0.
    Element(usize),
    /// A map's value.
    Entry,
    /// A union's member, by what it says of itself (a tag, a title) or by its kind.
    Member(String),
    /// A request's body.
    Body,
    /// A response's body, by its status: `200`, `4XX`, `default`.
    Response(String),
    /// The body of a response that is a component: of several statuses, perhaps.
    SharedResponse,
    /// A parameter.
    Parameter(String),
    /// A delivery's body.
    Payload,
}

/// Who sends a type: a client, a server, or both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Direction {
    /// A client sends it, in a request.
    pub sent: bool,
    /// A server sends it, in a response or a delivery.
    pub received: bool,
}
