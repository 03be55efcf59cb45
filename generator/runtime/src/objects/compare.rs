//! Showing and comparing objects, as the derives of `Debug` and `PartialEq` do.
//!
//! Of each object only a list of its members is made for that, so that a consumer's program has the
//! code for it once and not once a struct.

use std::fmt;

use super::name::plain;
use super::walk::{Member, RestRef, Visit, Walker};
use super::{Members, Name, NamesLeft, Object, Refs};
use crate::inside::Inside;

/// Shows an object by its fields.
///
/// # Errors
///
/// If the formatter fails.
pub fn show<T: Object>(object: &T, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    show_fields(formatter, T::MEMBERS.object, &object.visit(Fields))
}

/// Whether all members of two objects are equal.
pub fn is_equal<T: Object>(one: &T, other: &T) -> bool {
    are_equal(&one.visit(Fields), &other.visit(Fields))
}

fn show_fields(
    formatter: &mut fmt::Formatter<'_>,
    object: &str,
    fields: &[Field<'_>],
) -> fmt::Result {
    let mut shown = formatter.debug_struct(object);
    for (name, value) in fields {
        shown.field(name, value);
    }
    shown.finish()
}

fn are_equal(fields: &[Field<'_>], others: &[Field<'_>]) -> bool {
    let mut both = fields.iter().zip(others);
    both.all(|((_, value), (_, other))| value.is_same(*other))
}

/// A field's name, and what is in it.
type Field<'a> = (&'static str, &'a dyn Inside);

/// Lists an object's fields.
struct Fields;

impl<'a> Visit<'a> for Fields {
    type Output = Vec<Field<'a>>;

    fn visit(self, members: Members, refs: impl Refs<'a>, rest: impl RestRef<'a>) -> Self::Output {
        let mut list = List(Vec::new());
        refs.walk(&mut NamesLeft(members.names), &mut list);
        rest.walk(&mut list);
        list.0
    }
}

struct List<'a>(Vec<Field<'a>>);

impl<'a> Walker<'a> for List<'a> {
    fn member<T: Member>(&mut self, name: Name, member: &'a T) {
        self.0.push((plain(name.field), member));
    }
}
