//! How many members there may be in all objects of a description together.
//!
//! A description is short where many schemas have the members of one by `allOf`, and each of their
//! types has them all: a megabyte could become more than there is memory for.

use super::context::{Context, Known};
use super::spot::Spot;

/// Ten times as many as in the largest descriptions that are known: rustc would not take them.
const MOST: usize = 1_000_000;

impl Known {
    /// Whether there are more already: then nothing is generated, and nothing has to be looked at.
    pub(super) fn is_full(&self) -> bool {
        self.members > MOST
    }
}

impl<'a> Context<'a> {
    /// Whether there may be an object with so many members more at `spot`.
    pub(super) fn has_room(&mut self, members: usize, spot: &Spot<'a>) -> bool {
        if self.known.is_full() {
            return false;
        }
        self.known.members += members;
        if !self.known.is_full() {
            return true;
        }
        let message =
            format!("with this, the types of the description have more than {MOST} members");
        let diagnostics = &mut self.known.diagnostics;
        diagnostics.error("too-many-members", spot.at(), message).help(
            "refer by a property to what many schemas have, instead of by `allOf`, or `include` \
             only what is needed",
        );
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::TypeName;
    use crate::diagnostics::Pointer;
    use crate::lower::testing::{codes, document};
    use crate::lower::view::View;

    #[test]
    fn what_is_too_much_is_told_once() {
        let document = document("components: { schemas: { A: { properties: { a: {} } } } }");
        let view = View::new(&document);
        let mut context = Context::new(&view, Known::default());
        context.known.members = MOST - 1;
        let schemas = Pointer::default().member("components").member("schemas");
        let part = context.part_at(&schemas.member("A")).expect("a schema");
        let name = TypeName {
            root: "A".to_owned(),
            steps: Vec::new(),
        };
        let spot = Spot::new(name, part);
        assert!(context.has_room(1, &spot));
        assert!(!context.has_room(1, &spot));
        assert!(!context.has_room(1, &spot));
        assert!(context.known.is_full());
        assert_eq!(
            codes(&context.known.diagnostics),
            ["too-many-members /components/schemas/A"]
        );
    }
}
