//! A schema with a `discriminator` and no `oneOf`: a value is one of the schemas that have it in
//! their `allOf` (OpenAPI 3.1, 4.8.25.3 "Models with Polymorphism Support").

use std::collections::BTreeSet;

use openapiv3::Discriminator;

use super::context::Context;
use super::flat::Choice;
use super::spot::{Node, Part};
use crate::api::TypeName;
use crate::diagnostics::Pointer;

const KEYWORD: &str = "discriminator";

impl<'a> Context<'a> {
    /// The union of the heirs of the schema at `at`; `None` if it has none.
    ///
    /// Those that the mapping names come first, in the order of its keys; then the others, which
    /// are told by the keys of their components, in the order of these.
    pub(super) fn heirs(
        &self,
        discriminator: &'a Discriminator,
        at: &Pointer,
        owner: &TypeName,
    ) -> Option<Choice<'a>> {
        let mut keys: Vec<_> = discriminator.mapping.iter().collect();
        keys.sort();
        let mapped = keys.into_iter().filter_map(|(_, value)| self.mapped(value));
        let mut seen = BTreeSet::from([at.clone()]);
        let mut references = Vec::new();
        let heirs = self.document.heirs(at).iter().map(String::as_str);
        for reference in mapped.chain(heirs) {
            let leads_to = self.document.schema_place(reference);
            if leads_to.is_some_and(|there| seen.insert(there)) {
                references.push(reference);
            }
        }
        let at = at.member(KEYWORD);
        let member = |reference: &'a str| Part {
            node: Node::Reference(reference),
            at: at.clone(),
            unions: true,
        };
        (!references.is_empty()).then(|| Choice {
            members: references.into_iter().map(member).collect(),
            at: at.clone(),
            owner: owner.clone(),
            discriminator: Some(discriminator),
        })
    }

    /// A value of a mapping as a reference: it is one, or the key of a component.
    fn mapped(&self, value: &'a str) -> Option<&'a str> {
        let component = self.document.component_reference(value);
        component.or_else(|| self.document.schema_place(value).is_some().then_some(value))
    }
}

impl Choice<'_> {
    /// Whether it is one of heirs: theirs is not to be one of themselves.
    pub(super) fn is_of_heirs(&self) -> bool {
        self.at.as_str().ends_with("/discriminator")
    }
}
