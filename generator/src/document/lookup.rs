//! Following a `$ref`.

use indexmap::IndexMap;
use openapiv3::{
    Components, Example, Header, Parameter, PathItem, ReferenceOr, RequestBody, Response, Schema,
    SecurityScheme,
};

use super::Document;
use super::files::Failure;
use super::inner::key;
use super::reference::{Kind, component};
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

    /// How `place` is told of: `#/paths/~1hooks`, `schemas/pet.yaml`.
    #[must_use]
    pub fn origin(&self, place: &Pointer) -> String {
        self.refers.origin(place)
    }

    /// The files other than the main one, by what [`origin`](Self::origin) calls them.
    pub fn others(&self) -> impl Iterator<Item = (&str, FileId)> {
        self.refers.others()
    }

    /// Why `reference` leads nowhere, where more is known of that than that it does.
    #[must_use]
    pub fn failure(&self, reference: &str) -> Option<Failure> {
        let known = self.refers.failure(reference).cloned();
        known.or_else(|| self.meant_for_main(reference))
    }

    /// Many tools take `#/components/…` for a place in the main file wherever it stands.
    fn meant_for_main(&self, reference: &str) -> Option<Failure> {
        let place = self.refers.place(reference)?;
        let file = place.file();
        let main = place
            .steps()
            .fold(Pointer::default(), |at, step| at.member(&step));
        let components = self.openapi.components.as_ref()?;
        let is_there = |kind| component(&main, kind).filter(|_| file != FileId::default());
        let has_schema = |it: String| {
            components.schemas.contains_key(&it) || self.packed.schemas.contains_key(&it)
        };
        let meant = is_there(Kind::Schema).is_some_and(has_schema)
            || is_there(Kind::Parameter).is_some_and(|it| components.parameters.contains_key(&it))
            || is_there(Kind::Response).is_some_and(|it| components.responses.contains_key(&it));
        meant.then(|| Failure {
            code: "dangling-reference",
            message: format!("there is nothing at `{reference}`"),
            help: format!(
                "if that of the main file is meant, write `{}`",
                self.refers.to_main(&main, file)
            ),
            related: None,
        })
    }

    /// Where the schema stands that `reference` leads to, which may be another reference; `None` if
    /// it leads nowhere, as for all of these.
    #[must_use]
    pub fn schema_place(&self, reference: &str) -> Option<Pointer> {
        let pointer = self.refers.place(reference)?;
        let key = component(&pointer, Kind::Schema);
        if let Some(moved) = key.as_ref().and_then(|key| self.names.moved(key)) {
            return self.schema_at(moved).is_some().then(|| moved.clone());
        }
        let is_packed = key.is_some_and(|key| self.packed.schemas.contains_key(&key));
        (is_packed || self.schema_at(&pointer).is_some()).then_some(pointer)
    }

    /// The schema that stands at `place`, as a component or where something refers to it; `None`
    /// also for one that is [kept as text](Self::packed_schema).
    #[must_use]
    pub fn schema_at(&self, place: &Pointer) -> Option<&ReferenceOr<Schema>> {
        let components = self.openapi.components.as_ref();
        match component(place, Kind::Schema) {
            Some(name) => components?.schemas.get(&name),
            None => self.inner.components.schemas.get(&key(place)),
        }
    }

    /// The keys of all of `components.schemas`, and where these stand.
    pub fn component_schemas(&self) -> impl Iterator<Item = (&str, Pointer)> {
        let components = self.openapi.components.as_ref();
        let read = components.into_iter().flat_map(|it| it.schemas.keys());
        let at = Pointer::default().member("components").member("schemas");
        let keys = read.chain(self.packed.schemas.keys());
        keys.map(move |key| {
            let moved = self.names.moved(key).cloned();
            let moved = moved.filter(|place| self.schema_at(place).is_some());
            (key.as_str(), moved.unwrap_or_else(|| at.member(key)))
        })
    }

    /// What is at `place`, in a file other than the main one, is called by, and how many steps of
    /// it lead to what is called so.
    #[must_use]
    pub fn root_name(&self, place: &Pointer) -> Option<(String, usize)> {
        let file = self.refers.name(place.file())?;
        Some(self.names.root(file, place))
    }

    /// References to the schemas that have the one at `place` in their `allOf`, if that has a
    /// `discriminator`.
    #[must_use]
    pub fn heirs(&self, place: &Pointer) -> &[String] {
        self.heirs.at(place)
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

    /// Whether there is [any such schema](Self::schema_beside) at all: most descriptions have none.
    #[must_use]
    pub fn has_schemas_beside(&self) -> bool {
        !self.beside.is_empty()
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
            self.once(Kind::PathItem, reference, Some(main), inner)
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
        chain(reference, |reference| {
            self.once(kind, reference, main, inner)
        })
    }

    /// What `reference` leads to in one step: a component, or what stands anywhere else.
    fn once<'a, T>(
        &self,
        kind: Kind,
        reference: &str,
        components: Option<&'a IndexMap<String, T>>,
        inner: &'a IndexMap<String, T>,
    ) -> Found<'a, T> {
        let pointer = self.refers.place(reference)?;
        let found = match component(&pointer, kind) {
            Some(name) => components?.get(&name)?,
            None => inner.get(&key(&pointer))?,
        };
        Some((found, pointer))
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
