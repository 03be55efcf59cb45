//! What came instead of what is described.

use std::fmt;

use serde_json::Value;

/// What came instead of what is described.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum What {
    /// Nothing, where the member is required.
    Missing,
    /// A value of another type.
    Other {
        /// What is described.
        expected: JsonType,
        /// What came.
        found: JsonType,
    },
    /// Another value than the one that is described, both as JSON texts.
    Constant {
        /// What is described.
        expected: String,
        /// What came.
        found: String,
    },
    /// A number that its format has no room for.
    OutOfRange,
    /// A text that is no UUID.
    NoUuid,
    /// An array of another length than is described.
    Length,
    /// `null`, where the member may be absent: it is read as that.
    Null,
    /// A text that is none of those that are listed: it is kept.
    Unlisted(String),
    /// What no member of a `oneOf` or an `anyOf` is of a type with: it is kept, as it came.
    NoVariant(JsonType),
    /// A tag that no member of a `oneOf` or an `anyOf` has: it is kept, as it came.
    UnknownTag(String),
    /// A member that is not described: it is passed over.
    Undescribed,
}

impl What {
    /// Whether it keeps a receiver from reading what it is a part of as that. What does not is told
    /// all the same.
    #[must_use]
    pub fn is_misfit(&self) -> bool {
        match self {
            Self::Missing
            | Self::Other { .. }
            | Self::Constant { .. }
            | Self::OutOfRange
            | Self::NoUuid
            | Self::Length
            | Self::NoVariant(_) => true,
            Self::Null | Self::Unlisted(_) | Self::UnknownTag(_) | Self::Undescribed => false,
        }
    }

    /// A word for programs.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Other { .. } => "other-type",
            Self::Constant { .. } => "other-value",
            Self::OutOfRange => "out-of-range",
            Self::NoUuid => "no-uuid",
            Self::Length => "other-length",
            Self::Null => "null",
            Self::Unlisted(_) => "unlisted",
            Self::NoVariant(_) => "no-variant",
            Self::UnknownTag(_) => "unknown-tag",
            Self::Undescribed => "undescribed",
        }
    }
}

impl fmt::Display for What {
    /// As it goes on behind a place: `a number where text is described`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("missing, and required"),
            Self::Other { expected, found } => write!(f, "{found} where {expected} is described"),
            Self::Constant { expected, found } => {
                write!(f, "{found} where it is always {expected}")
            }
            Self::OutOfRange => f.write_str("a number beyond its format"),
            Self::NoUuid => f.write_str("text that is no UUID"),
            Self::Length => f.write_str("an array of another length"),
            Self::Null => f.write_str("null, and not nullable"),
            Self::Unlisted(value) => write!(f, "{value:?}, which is not listed"),
            Self::NoVariant(found) => write!(f, "{found} where none is described"),
            Self::UnknownTag(tag) => write!(f, "the tag {tag:?}, which no variant has"),
            Self::Undescribed => f.write_str("not described"),
        }
    }
}

/// What a JSON value is, as schemas have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JsonType {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// Text.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

impl JsonType {
    /// What `value` is.
    #[must_use]
    pub fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(_) => Self::Boolean,
            Value::Number(number) if number.is_f64() => Self::Number,
            Value::Number(_) => Self::Integer,
            Value::String(_) => Self::String,
            Value::Array(_) => Self::Array,
            Value::Object(_) => Self::Object,
        }
    }

    /// As a schema's `type` says it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::String => "string",
            Self::Array => "array",
            Self::Object => "object",
        }
    }
}

impl fmt::Display for JsonType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Integer => "an integer",
            Self::Number => "a number",
            Self::String => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
        })
    }
}
