//! Showing an object, as a derived `Debug` does.

use std::fmt::{self, DebugStruct, Formatter};

use super::name::plain;
use super::walk::{Member, RestPair, Visit, Walker};
use super::{Members, Name, NamesLeft, Pairs};

/// Shows an object by its fields.
pub struct Show<'a, 'f>(pub &'a mut Formatter<'f>);

impl Visit for Show<'_, '_> {
    type Output = fmt::Result;

    fn visit(self, members: Members, pairs: impl Pairs, rest: impl RestPair) -> fmt::Result {
        let mut shown = self.0.debug_struct(members.object);
        pairs.walk(&mut NamesLeft(members.names), &mut shown);
        rest.walk(&mut shown);
        shown.finish()
    }
}

impl Walker for DebugStruct<'_, '_> {
    fn member<T: Member>(&mut self, name: Name, member: &T, _: &T) {
        self.field(plain(name.field), member);
    }
}
