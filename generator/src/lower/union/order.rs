//! The order in which the members of a union are tried that nothing tells apart.

use std::cmp::Reverse;

use super::Member;
use crate::lower::flat::Flat;
use crate::lower::kind::Kind;

/// Puts first whoever demands most, so that no member takes what is meant for a later one. Those
/// that demand alike stay in the description's order.
pub(super) fn most_demanding_first(members: &mut [Member<'_>]) {
    members.sort_by_key(|member| rank(&member.flat));
}

fn rank(flat: &Flat<'_>) -> (u8, Reverse<usize>) {
    let mut kinds = flat.kinds.iter().flatten();
    let (Some(kind), None) = (kinds.next(), kinds.next()) else {
        return (9, Reverse(0));
    };
    match kind {
        Kind::Object if !flat.properties.is_empty() => (0, Reverse(flat.required.len())),
        Kind::Boolean => (1, Reverse(0)),
        Kind::Integer => (2, Reverse(0)),
        Kind::Number => (3, Reverse(0)),
        // A UUID is checked when it is read; every other text fits.
        Kind::String if flat.format == Some("uuid") => (4, Reverse(0)),
        Kind::String => (5, Reverse(0)),
        Kind::Array if flat.items.is_some() || !flat.prefix.is_empty() => (6, Reverse(0)),
        Kind::Array => (7, Reverse(0)),
        Kind::Object => (8, Reverse(0)),
    }
}
