//! The names of an object's members.

use crate::same::is_same;

/// The names of an object's members, in the order of its fields: each is the field's name, and
/// before it stand [`MAY_BE_ABSENT`] where that holds, and [`ON_THE_WIRE`] with its name there where
/// the wire spells it otherwise.
///
/// One flat list: a list for each member costs a consumer's compiler several times as much.
pub type Names = &'static [&'static str];

/// Stands before the names of a member that may be absent. No field is called so.
pub const MAY_BE_ABSENT: &str = "?";

/// Stands before a member's name on the wire. No field is called so.
pub const ON_THE_WIRE: &str = "=";

/// The names of one member.
#[derive(Debug, Clone, Copy, Default)]
pub struct Name {
    /// Of the field, as Rust spells it.
    pub field: &'static str,
    /// On the wire.
    pub wire: &'static str,
    /// Whether the member may be absent.
    pub may_be_absent: bool,
}

/// The names of the members that are left of a list.
#[derive(Clone)]
pub struct NamesLeft(pub(crate) Names);

impl Iterator for NamesLeft {
    type Item = Name;

    #[inline]
    fn next(&mut self) -> Option<Name> {
        let (may_be_absent, names) = match self.0 {
            [MAY_BE_ABSENT, names @ ..] => (true, names),
            names => (false, names),
        };
        let (wire, names) = match names {
            [ON_THE_WIRE, wire, names @ ..] => (Some(wire), names),
            names => (None, names),
        };
        let (field, names) = names.split_first()?;
        self.0 = names;
        Some(Name {
            field,
            wire: wire.copied().unwrap_or_else(|| plain(field)),
            may_be_absent,
        })
    }
}

/// Tells the names of members that are absent, in their order, by their positions.
pub struct AbsentNames {
    left: NamesLeft,
    next: usize,
}

impl AbsentNames {
    pub(super) fn new(names: Names) -> Self {
        Self {
            left: NamesLeft(names),
            next: 0,
        }
    }

    /// The name at a position behind the last that was asked for.
    pub(super) fn at(&mut self, position: usize) -> Name {
        let skipped = position.saturating_sub(self.next);
        self.next = position + 1;
        self.left.nth(skipped).unwrap_or_default()
    }
}

/// A field's name without a raw identifier's `r#`.
pub(super) fn plain(field: &str) -> &str {
    field.strip_prefix("r#").unwrap_or(field)
}

/// Finds members by their names on the wire. Most writers keep to one order, and leave out some: so
/// one is looked for from behind the last that was found.
pub(super) struct Finder {
    names: Names,
    left: NamesLeft,
    position: usize,
}

impl Finder {
    pub(super) fn new(names: Names) -> Self {
        Self {
            names,
            left: NamesLeft(names),
            position: 0,
        }
    }

    /// Which member is called so, if it is the one behind the last that was found: nearly always.
    pub(super) fn next(&mut self, wire: &str) -> Option<usize> {
        let mut left = self.left.clone();
        let name = left.next()?;
        is_same(name.wire, wire).then(|| self.found(left, self.position))
    }

    /// Which member is called so.
    pub(super) fn any(&mut self, wire: &str) -> Option<usize> {
        let behind = find(self.left.clone(), self.position, wire);
        let (left, position) = behind.or_else(|| find(NamesLeft(self.names), 0, wire))?;
        Some(self.found(left, position))
    }

    fn found(&mut self, left: NamesLeft, position: usize) -> usize {
        self.left = left;
        self.position = position + 1;
        position
    }
}

/// The names behind the member that is called so, and its position.
fn find(mut left: NamesLeft, mut position: usize, wire: &str) -> Option<(NamesLeft, usize)> {
    while let Some(name) = left.next() {
        if is_same(name.wire, wire) {
            return Some((left, position));
        }
        position += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Name, NamesLeft};

    fn read(names: &'static [&'static str]) -> Vec<(&'static str, &'static str, bool)> {
        let told = |name: Name| (name.field, name.wire, name.may_be_absent);
        NamesLeft(names).map(told).collect()
    }

    #[test]
    fn wire_name_and_absence_stand_before_the_field() {
        let names = read(&[
            "url",
            "=",
            "createdAt",
            "created_at",
            "?",
            "note",
            "?",
            "=",
            "?",
            "ask",
        ]);
        assert_eq!(
            names,
            [
                ("url", "url", false),
                ("created_at", "createdAt", false),
                ("note", "note", true),
                ("ask", "?", true),
            ]
        );
    }

    #[test]
    fn raw_identifiers_are_plain() {
        assert_eq!(read(&[stringify!(r#type)]), [("r#type", "type", false)]);
    }
}
