//! Values without an inside: texts, numbers, `true` and `false`.

use super::kind::Kind;
use crate::api::Type;

/// The type of a value of `kind` that is about `format`; `None` for arrays and objects.
///
/// Of an integer's formats only `int32` is smaller than 64 bits for sure. Of a text's, those are
/// told apart that a crate can stand for (the OpenAPI Format Registry lists them).
pub(super) fn scalar(kind: Kind, format: Option<&str>) -> Option<Type> {
    match kind {
        Kind::Boolean => Some(Type::Bool),
        Kind::Integer if format == Some("int32") => Some(Type::I32),
        Kind::Integer => Some(Type::I64),
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
        assert_eq!(scalar(Kind::Integer, Some("int32")), Some(Type::I32));
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
