//! What a type with a name of its own consists of.

use super::{Constraints, Docs, Type, TypeId};

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
