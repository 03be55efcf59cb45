//! Following a `$ref`.

use indexmap::IndexMap;
use openapiv3::{
    Components, Example, Header, Parameter, PathItem, ReferenceOr, RequestBody, Response, Schema,
    SecurityScheme,
};

use super::Document;
use super::reference::{Kind, component, target};
use crate::diagnostics::{FileId, Pointer};

/// What a reference leads to, and where that stands.
type Found<'a, T> = Option<(&'a T, Pointer)>;

impl Document {
    /// Where the path item of the webhook `name` stands: under `webhooks`, `x-webhooks` or
    /// `components.pathItems`.
    #[must_use]
    pub fn webhook_pointer(&self, name: &str) -> Pointer {
        let found = self.webhook_places.get(name).cloned();
        found.unwrap_or_else(|| Pointer::default().member("webhooks").member(name))
    }

    /// The schema that `reference` leads to, which may be another reference; `None` if it leads
    /// nowhere, as for all of these.
    #[must_use]
    pub fn schema(&self, reference: &str) -> Found<'_, ReferenceOr<Schema>> {
        let components = self.openapi.components.as_ref();
        let main = components.map(|components| &components.schemas);
        once(
            Kind::Schema,
            reference,
            main,
            &self.inner.components.schemas,
        )
    }

    /// The reference to the component `components.schemas.<key>`, if there is one.
    #[must_use]
    pub fn component_reference(&self, key: &str) -> Option<&str> {
        self.component_references.get(key).map(String::as_str)
    }

    /// The schema at `pointer`, of a keyword that `openapiv3` has no place for: an element of
    /// `prefixItems`, a member of `patternProperties`.
    #[must_use]
    pub fn schema_beside(&self, pointer: &Pointer) -> Option<&ReferenceOr<Schema>> {
        self.beside.get(pointer)
    }

    /// The parameter that `reference` leads to, at the end of a chain of references.
    #[must_use]
    pub fn parameter(&self, reference: &str) -> Found<'_, Parameter> {
        self.follow(Kind::Parameter, reference, |parts| &parts.parameters)
    }

    /// The response that `reference` leads to, at the end of a chain of references.
    #[must_use]
    pub fn response(&self, reference: &str) -> Found<'_, Response> {
        self.follow(Kind::Response, reference, |parts| &parts.responses)
    }

    /// The request body that `reference` leads to, at the end of a chain of references.
    #[must_use]
    pub fn request_body(&self, reference: &str) -> Found<'_, RequestBody> {
        self.follow(Kind::RequestBody, reference, |parts| &parts.request_bodies)
    }

    /// The security scheme that `reference` leads to, at the end of a chain of references.
    #[must_use]
    pub fn security_scheme(&self, reference: &str) -> Found<'_, SecurityScheme> {
        self.follow(Kind::SecurityScheme, reference, |parts| {
            &parts.security_schemes
        })
    }

    /// The header that `reference` leads to, at the end of a chain of references.
    #[must_use]
    pub fn header(&self, reference: &str) -> Found<'_, Header> {
        self.follow(Kind::Header, reference, |parts| &parts.headers)
    }

    /// The example that `reference` leads to, at the end of a chain of references.
    #[must_use]
    pub fn example(&self, reference: &str) -> Found<'_, Example> {
        self.follow(Kind::Example, reference, |parts| &parts.examples)
    }

    /// The path item that `reference` leads to, at the end of a chain of references.
    #[must_use]
    pub fn path_item(&self, reference: &str) -> Found<'_, PathItem> {
        chain(reference, |reference| {
            let (main, inner) = (&self.path_items, &self.inner.path_items);
            once(Kind::PathItem, reference, Some(main), inner)
        })
    }

    fn follow<T>(
        &self,
        kind: Kind,
        reference: &str,
        section: impl Fn(&Components) -> &IndexMap<String, ReferenceOr<T>>,
    ) -> Found<'_, T> {
        let main = self.openapi.components.as_ref().map(&section);
        let inner = section(&self.inner.components);
        chain(reference, |reference| once(kind, reference, main, inner))
    }
}

/// The end of a chain of references that begins with `reference`; `None` if it has none, or is
/// so long that it can only be a circle.
fn chain<'a, T>(reference: &str, step: impl Fn(&str) -> Found<'a, ReferenceOr<T>>) -> Found<'a, T> {
    let mut next = step(reference);
    for _ in 0..LONGEST_CHAIN {
        match next? {
            (ReferenceOr::Item(item), pointer) => return Some((item, pointer)),
            (ReferenceOr::Reference { reference }, _) => next = step(reference),
        }
    }
    None
}

const LONGEST_CHAIN: usize = 64;

/// What `reference` leads to in one step: a component, or what stands anywhere else.
fn once<'a, T>(
    kind: Kind,
    reference: &str,
    components: Option<&'a IndexMap<String, T>>,
    inner: &'a IndexMap<String, T>,
) -> Found<'a, T> {
    let pointer = target(reference, FileId::default())?;
    let found = match component(&pointer, kind) {
        Some(name) => components?.get(&name)?,
        None => inner.get(pointer.as_str())?,
    };
    Some((found, pointer))
}
