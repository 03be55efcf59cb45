//! Comparing objects, as a derived `PartialEq` does.

use super::walk::{Member, RestPair, Visit, Walker};
use super::{Members, Name, NamesLeft, Pairs};

/// Whether all members of two objects are equal.
pub struct Compare;

impl Visit for Compare {
    type Output = bool;

    fn visit(self, members: Members, pairs: impl Pairs, rest: impl RestPair) -> bool {
        let mut equal = Equal(true);
        pairs.walk(&mut NamesLeft(members.names), &mut equal);
        rest.walk(&mut equal);
        equal.0
    }
}

struct Equal(bool);

impl Walker for Equal {
    fn member<T: Member>(&mut self, _: Name, member: &T, other: &T) {
        self.0 = self.0 && member == other;
    }
}
