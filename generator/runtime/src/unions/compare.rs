//! Showing and comparing unions, as the derives of `Debug` and `PartialEq` do.

use std::fmt;

use super::Union;

/// Shows a union by its variant.
///
/// # Errors
///
/// If the formatter fails.
pub fn show(union: &impl Union, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (variant, member) = union.inside();
    formatter.debug_tuple(variant).field(&member).finish()
}

/// Whether two unions are of the same variant, and what is in it is equal.
pub fn is_equal<T: Union>(one: &T, other: &T) -> bool {
    let ((variant, member), (other_variant, other_member)) = (one.inside(), other.inside());
    variant == other_variant && member.is_same(other_member)
}
