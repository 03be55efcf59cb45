//! How a body is written.

use super::{Style, Type};

/// How a body is written.
#[derive(Debug, Clone, PartialEq)]
pub enum Media {
    /// JSON, under this content type.
    Json {
        /// `application/json` or one that ends in `+json`.
        content_type: String,
        /// What it says.
        ty: Type,
    },
    /// A form as a query has it: `application/x-www-form-urlencoded`.
    Form {
        /// What it says: an object, or any value.
        ty: Type,
        /// How its members are written.
        layout: FormLayout,
    },
    /// A form of several parts: `multipart/form-data`.
    Multipart {
        /// What it says: an object, or any value.
        ty: Type,
        /// How its members are written, where the description says, by their names.
        members: Vec<FormMember>,
    },
    /// Text, under this content type.
    Text {
        /// `text/plain`, say.
        content_type: String,
    },
    /// Items, one after another.
    Stream(Stream),
    /// Anything else, as bytes.
    Bytes {
        /// `application/octet-stream`, say.
        content_type: String,
    },
}

impl Media {
    /// The type of what it says, where it is of one.
    #[must_use]
    pub fn ty(&self) -> Option<&Type> {
        match self {
            Self::Json { ty, .. } | Self::Form { ty, .. } | Self::Multipart { ty, .. } => Some(ty),
            Self::Stream(stream) => stream.item.as_ref(),
            Self::Text { .. } | Self::Bytes { .. } => None,
        }
    }

    /// The same, to be changed.
    pub fn ty_mut(&mut self) -> Option<&mut Type> {
        match self {
            Self::Json { ty, .. } | Self::Form { ty, .. } | Self::Multipart { ty, .. } => Some(ty),
            Self::Stream(stream) => stream.item.as_mut(),
            Self::Text { .. } | Self::Bytes { .. } => None,
        }
    }
}

/// How the members of a form are written that are no plain values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormLayout {
    /// The description says nothing.
    Usual,
    /// All alike.
    Alike(Layout),
    /// Some as the description says, by their names; the others as usual.
    Members(Vec<FormMember>),
}

/// How a member of a form is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormMember {
    /// Its name.
    pub name: String,
    /// How it is written.
    pub written: Written,
}

/// How a value in a form is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// As a parameter of the query is.
    Layout(Layout),
    /// As this content type.
    ContentType(String),
}

/// How a value becomes text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// In which style.
    pub style: Style,
    /// Whether arrays and objects are spread over several pairs.
    pub explode: bool,
    /// Whether reserved characters are left as they are.
    pub allow_reserved: bool,
}

/// Items, one after another.
#[derive(Debug, Clone, PartialEq)]
pub struct Stream {
    /// `text/event-stream`, say.
    pub content_type: String,
    /// How they are told apart.
    pub framing: Framing,
    /// What an item says; `None`: text.
    pub item: Option<Type>,
}

/// How the items of a stream are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Framing {
    /// Server-sent events: an item is what an event's `data` says.
    Events,
    /// JSON, a line each, or each behind a separator (RFC 7464).
    Json,
}
