//! Values without an inside: texts, numbers, `true` and `false`.

use super::kind::Kind;
use crate::api::Type;

/// The type of a value of `kind` that is about `format`; `None` for arrays and objects.
///
/// An integer's type is said by its format and never by its bounds, for those may change: up to 32
/// bits it is an `i32`, and where there is no format an `i64`. Only `uint64` has values that an
/// `i64` has not; whatever is smaller fits, and so costs a caller no conversion. Of a text's
/// formats, those are told apart that a crate can stand for (the OpenAPI Format Registry lists
/// them).
pub(super) fn scalar(kind: Kind, format: Option<&str>) -> Option<Type> {
    match kind {
        Kind::Boolean => Some(Type::Bool),
        Kind::Integer => Some(match format {
            Some("int8" | "uint8" | "int16" | "uint16" | "int32") => Type::I32,
            Some("uint64") => Type::U64,
            _ => Type::I64,
        }),
        Kind::Number => Some(Type::F64),
        Kind::String => Some(match format {
            Some("date-time") => Type::DateTime,
            Some("date") => Type::Date,
            Some("decimal") => Type::Decimal,
            Some("uri") => Type::Uri,
            Some("uuid") => Type::Uuid,
            Some("password") => Type::Secret,
            _ => Type::String,
        }),
        Kind::Array | Kind::Object => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_as_wide_as_their_format_may_need() {
        for format in ["int8", "uint8", "int16", "uint16", "int32"] {
            assert_eq!(scalar(Kind::Integer, Some(format)), Some(Type::I32));
        }
        assert_eq!(scalar(Kind::Integer, Some("uint64")), Some(Type::U64));
        for format in [None, Some("int64"), Some("uint32"), Some("numeric")] {
            assert_eq!(scalar(Kind::Integer, format), Some(Type::I64));
        }
    }

    #[test]
    fn texts_that_no_crate_can_stand_for_are_plain() {
        assert_eq!(scalar(Kind::String, Some("uuid")), Some(Type::Uuid));
        for format in [None, Some("byte"), Some("binary"), Some("email")] {
            assert_eq!(scalar(Kind::String, format), Some(Type::String));
        }
    }
}
