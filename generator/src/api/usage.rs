//! How a type is used.

use super::TypeId;

/// How a type is used.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
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
    /// One of [`Types`](super::Types).
    Named(TypeId),
    /// A type of someone's own, by the path under which they have it.
    Own(String),
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

/// An array whose first elements have a type each.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Tuple {
    /// The types of the first elements, all of which are there.
    pub elements: Vec<Type>,
    /// The type of what follows them; `None` where nothing does.
    pub rest: Option<Type>,
}
