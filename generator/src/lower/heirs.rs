//! A schema with a `discriminator` and no `oneOf`: a value is one of the schemas that have it in
//! their `allOf` (OpenAPI 3.1, 4.8.25.3 "Models with Polymorphism Support").

use openapiv3::{Discriminator, ReferenceOr, Schema, SchemaKind};

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
        let mut seen = vec![at.clone()];
        let mut references = Vec::new();
        for reference in mapped.chain(self.children(at)) {
            let leads_to = self.document.schema(reference).map(|(_, there)| there);
            if let Some(there) = leads_to.filter(|there| !seen.contains(there)) {
                seen.push(there);
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
        component.or_else(|| self.document.schema(value).is_some().then_some(value))
    }

    /// References to the components that have the schema at `at` in their `allOf`.
    fn children(&self, at: &Pointer) -> impl Iterator<Item = &'a str> {
        let components = self.document.openapi.components.as_ref();
        let schemas = components.into_iter().flat_map(|all| &all.schemas);
        let children = schemas.filter(|(_, schema)| self.inherits(schema, at));
        let mut keys: Vec<_> = children.map(|(key, _)| key.as_str()).collect();
        keys.sort_unstable();
        keys.into_iter()
            .filter_map(|key| self.document.component_reference(key))
    }

    fn inherits(&self, schema: &ReferenceOr<Schema>, at: &Pointer) -> bool {
        let ReferenceOr::Item(schema) = schema else {
            return false;
        };
        let SchemaKind::Any(any) = &schema.schema_kind else {
            return false;
        };
        any.all_of.iter().any(|member| match member {
            ReferenceOr::Reference { reference } => self.points_to(reference, at),
            ReferenceOr::Item(_) => false,
        })
    }
}

impl Choice<'_> {
    /// Whether it is one of heirs: theirs is not to be one of themselves.
    pub(super) fn is_of_heirs(&self) -> bool {
        self.at.as_str().ends_with("/discriminator")
    }
}
