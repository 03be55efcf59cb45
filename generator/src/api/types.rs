//! The types that a description names, and how one is used.

use std::ops::Index;

use super::{Constraints, Docs};

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
}

impl Types {
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

impl TypeDef {
    /// Whether it is nothing but another name for a type.
    #[must_use]
    pub fn is_alias(&self) -> bool {
        matches!(self.shape, Shape::Alias(_))
    }
}

impl Type {
    /// Whether it is of no other types, nor of someone's own.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        !matches!(
            self,
            Self::Array(_)
                | Self::Tuple(_)
                | Self::Map(_)
                | Self::Nullable(_)
                | Self::Named(_)
                | Self::Own(_)
        )
    }

    /// The named types that this mentions, at whatever depth.
    #[must_use]
    pub fn mentioned(&self) -> Vec<TypeId> {
        match self {
            Self::Named(id) => vec![*id],
            Self::Array(inner) | Self::Map(inner) | Self::Nullable(inner) => inner.mentioned(),
            Self::Tuple(tuple) => {
                let all = tuple.elements.iter().chain(&tuple.rest);
                all.flat_map(Self::mentioned).collect()
            }
            _ => Vec::new(),
        }
    }
}

impl Shape {
    /// The named types that this consists of.
    #[must_use]
    pub fn mentioned(&self) -> Vec<TypeId> {
        match self {
            Self::Object(object) => {
                let fields = object.fields.iter().map(|field| &field.ty);
                let all = fields.chain(&object.rest);
                all.flat_map(Type::mentioned).collect()
            }
            Self::Union(union) => {
                let variants = union.variants.iter();
                variants.flat_map(|one| one.ty.mentioned()).collect()
            }
            Self::Alias(ty) => ty.mentioned(),
            Self::Enum(_) => Vec::new(),
        }
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

/// What a named type consists of.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Named members.
    Object(Object),
    /// One of several strings, or another that is not known yet.
    Enum(StringEnum),
    /// One of several types.
    Union(Union),
    /// Another name for a type. Never leads back to itself.
    Alias(Type),
}

/// An object with named members.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Object {
    /// Required members whose value is fixed, in the order of their names.
    pub constants: Vec<Constant>,
    /// The required ones in the order of `required`, then the others in the order of their names.
    pub fields: Vec<Field>,
    /// The type of members that are not named (`additionalProperties`), where they are described.
    pub rest: Option<Type>,
}

/// A required member whose value is fixed by `const`.
#[derive(Debug, Clone, PartialEq)]
pub struct Constant {
    /// The member's name on the wire.
    pub name: String,
    /// A string, a number or a boolean, as JSON text.
    pub json: String,
}

/// A member of an object.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The name on the wire.
    pub name: String,
    /// What the description says of it.
    pub docs: Docs,
    /// Without [`Type::Nullable`] on the outside: that is `nullable`.
    pub ty: Type,
    /// Always there: also where it is received, if its object is.
    pub required: bool,
    /// Whoever sends the object has to say it. The same as `required`, but for what goes in one
    /// direction only: see `read_only` and `write_only`.
    pub demanded: bool,
    /// May be `null`.
    pub nullable: bool,
    /// Contains itself, so that it takes a box.
    pub recursive: bool,
    /// `default`, as JSON text.
    pub default: Option<String>,
    /// `readOnly`: a server sends it, a client does not.
    pub read_only: bool,
    /// `writeOnly`: a client sends it, a server does not.
    pub write_only: bool,
    /// What holds of its value besides, where anything does.
    pub constraints: Option<Box<Constraints>>,
}

/// A string that is one of several, or one that is not known yet.
#[derive(Debug, Clone, PartialEq)]
pub struct StringEnum {
    /// In the description's order, each once.
    pub values: Vec<EnumValue>,
}

/// A value of a [`StringEnum`].
#[derive(Debug, Clone, PartialEq)]
pub struct EnumValue {
    /// The value on the wire.
    pub value: String,
    /// What the description says of it.
    pub docs: Docs,
}

/// One of several types.
#[derive(Debug, Clone, PartialEq)]
pub struct Union {
    /// How a value says which it is.
    pub tagging: Tagging,
    /// Tagged: in the description's order. Untagged: whoever demands most comes first.
    pub variants: Vec<Variant>,
    /// Which of them is tried where the tag is missing or not known.
    pub otherwise: Option<usize>,
}

/// How a value says which member of a union it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tagging {
    /// A member of the object, by the description's `discriminator`.
    Declared(String),
    /// A member of the object whose constants are pairwise distinct.
    Inferred(String),
    /// It does not: the members are tried in order.
    Untagged,
}

/// A member of a [`Union`].
#[derive(Debug, Clone, PartialEq)]
pub struct Variant {
    /// What it is called by: a component's key, a title, a tag, or its kind (`string`).
    pub name: String,
    /// What the description says of it.
    pub docs: Docs,
    /// The tag's values that mean this one; empty when untagged.
    pub tags: Vec<String>,
    /// Never [`Type::Nullable`].
    pub ty: Type,
}

/// How a type is used.
#[derive(Debug, Clone, PartialEq)]
pub enum Type {
    /// Any JSON value: the description does not say, or could not be expressed.
    Any,
    /// `true` or `false`.
    Bool,
    /// A whole number of 32 bits.
    I32,
    /// A whole number of 64 bits.
    I64,
    /// A whole number of 64 bits that is not negative (`format: uint64`).
    U64,
    /// A number.
    F64,
    /// Text.
    String,
    /// Text that must not be shown (`format: password`).
    Secret,
    /// An instant (`format: date-time`), as RFC 3339 writes it.
    DateTime,
    /// A day (`format: date`).
    Date,
    /// A number in text, exactly as it is written (`format: decimal`).
    Decimal,
    /// A URI (`format: uri`).
    Uri,
    /// A UUID (`format: uuid`).
    Uuid,
    /// A file, as a form carries it (`format: binary`).
    File,
    /// Elements of one type.
    Array(Box<Type>),
    /// Elements with a type each.
    Tuple(Box<Tuple>),
    /// Members of one type, by any name.
    Map(Box<Type>),
    /// Or `null`.
    Nullable(Box<Type>),
    /// One of [`Types`].
    Named(TypeId),
    /// A type of someone's own, by the path under which they have it.
    Own(String),
}

/// An array whose first elements have a type each.
#[derive(Debug, Clone, PartialEq)]
pub struct Tuple {
    /// The types of the first elements, all of which are there.
    pub elements: Vec<Type>,
    /// The type of what follows them; `None` where nothing does.
    pub rest: Option<Type>,
}
