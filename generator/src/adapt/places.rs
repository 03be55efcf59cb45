//! What a key means: something in the description, by its name there or by a reference.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::discriminant;
use std::path::Path;

use super::mistake::mistake;
use crate::api::{Api, Operation, ParameterPlace, Shape, TypeDef, Webhooks};
use crate::choices::Choice;
use crate::finding::Finding;
use crate::json_pointer;
use crate::names::Named;
use crate::settings::nearest;

/// Everything in a description that a choice may be for, by each of the names that it goes by.
pub(super) struct Places<'a> {
    api: &'a Api,
    by_name: BTreeMap<String, Vec<Named>>,
}

/// What may be named for a purpose.
#[derive(Clone, Copy)]
pub(super) struct Purpose {
    /// What then happens to it: `renamed`.
    pub done: &'static str,
    /// Whether that can be done to a thing.
    pub takes: fn(&Api, Named) -> bool,
}

impl<'a> Places<'a> {
    /// Everything in `api`.
    pub(super) fn of(api: &'a Api) -> Self {
        let mut places = Self {
            api,
            by_name: BTreeMap::new(),
        };
        for (id, definition) in api.types.iter() {
            for name in names(definition) {
                for (index, member) in members(&definition.shape).enumerate() {
                    places.add(format!("{name}.{member}"), Named::Member(id, index));
                }
                places.add(name, Named::Type(id));
            }
        }
        for (index, operation) in api.operations.iter().enumerate() {
            places.add_operation(index, operation);
        }
        places.add_events(api.webhooks.as_ref(), Named::Event);
        places.add_events(api.callbacks.as_ref(), Named::Callback);
        places
    }

    fn add_operation(&mut self, index: usize, operation: &Operation) {
        let parameters = &operation.parameters;
        for name in [&operation.id, &operation.origin] {
            self.add(name.clone(), Named::Operation(index));
            for (number, parameter) in parameters.iter().enumerate() {
                let named = Named::Parameter(index, number);
                self.add(format!("{name}.{}", parameter.name), named);
                let same = parameters.iter().filter(|one| one.name == parameter.name);
                if same.count() > 1 {
                    let place = place(parameter.place);
                    self.add(format!("{name}.{place}.{}", parameter.name), named);
                }
            }
        }
    }

    fn add_events(&mut self, webhooks: Option<&Webhooks>, named: fn(usize) -> Named) {
        let events = webhooks.into_iter().flat_map(|webhooks| &webhooks.events);
        for (index, event) in events.enumerate() {
            self.add(event.name.clone(), named(index));
            self.add(event.origin.clone(), named(index));
        }
    }

    fn add(&mut self, name: String, named: Named) {
        let known = self.by_name.entry(name).or_default();
        if !known.contains(&named) {
            known.push(named);
        }
    }

    /// The property at a reference, where its type has no name of its own.
    pub(super) fn add_properties(&mut self) {
        for (id, definition) in self.api.types.iter() {
            for (index, member) in members(&definition.shape).enumerate() {
                let properties = format!("{}/properties", definition.origin);
                let reference = json_pointer::member(&properties, member);
                let entry = self.by_name.entry(reference);
                entry.or_insert_with(|| vec![Named::Member(id, index)]);
            }
        }
    }

    /// The one thing that a choice is for.
    pub(super) fn find(
        &self,
        choice: &Choice,
        purpose: Purpose,
        findings: &mut Vec<Finding>,
    ) -> Option<Named> {
        let key = &choice.key;
        let found = self.by_name.get(key).map(Vec::as_slice).unwrap_or_default();
        let fitting = self.fitting(found, purpose);
        let done = purpose.done;
        let (code, message, help) = match (fitting.as_slice(), found.first()) {
            ([one], _) => return Some(*one),
            ([], Some(other)) => (
                "no-such-name",
                format!("`{key}` is {}, which cannot be {done}", self.kind(*other)),
                "name something else, or take this out".to_owned(),
            ),
            ([], None) => (
                "no-such-name",
                format!("nothing in the description that can be {done} is called `{key}`"),
                self.suggestion(key, purpose),
            ),
            (several, _) => (
                "ambiguous-name",
                self.kinds(key, several),
                self.spellings(several),
            ),
        };
        findings.push(mistake(code, &choice.key_at, message, Some(help)));
        None
    }

    /// Those of `found` that may be meant: whatever a purpose takes, and what is of one sort with
    /// that, for who names a type need not know that another one is no more than a name for it.
    fn fitting(&self, found: &[Named], purpose: Purpose) -> Vec<Named> {
        let takes = |named: &&Named| (purpose.takes)(self.api, **named);
        let taken: Vec<_> = found.iter().filter(takes).map(discriminant).collect();
        let fits = |named: &&Named| taken.contains(&discriminant(*named));
        found.iter().filter(fits).copied().collect()
    }

    fn kinds(&self, key: &str, several: &[Named]) -> String {
        let mut kinds: Vec<_> = several.iter().map(|one| self.kind(*one)).collect();
        kinds.dedup();
        match kinds.as_slice() {
            [kind] => format!("`{key}` is {kind} in more than one place"),
            kinds => format!("`{key}` is {} too", kinds.join(", and ")),
        }
    }

    fn spellings(&self, several: &[Named]) -> String {
        let spellings = several.iter().map(|one| self.reference(*one));
        let spellings: Vec<_> = spellings.map(|one| format!("`{one}`")).collect();
        format!("write which is meant: {}", spellings.join(" or "))
    }

    fn suggestion(&self, key: &str, purpose: Purpose) -> String {
        let fitting = self.by_name.iter().filter(|(_, things)| {
            let mut things = things.iter();
            things.any(|named| (purpose.takes)(self.api, *named))
        });
        match nearest(key, fitting.map(|(name, _)| name.as_str())) {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                "write it as the description does: `Order`, `Order.createdAt`, an operationId, \
                     the name of an event, or a reference such as `#/components/schemas/Order`"
                    .to_owned()
            }
        }
    }

    fn kind(&self, named: Named) -> &'static str {
        match named {
            Named::Type(id) if self.api.types[id].is_alias() => "another name for a type",
            Named::Type(_) => "a type",
            Named::Member(id, _) => match self.api.types[id].shape {
                Shape::Enum(_) => "a value",
                Shape::Union(_) => "a variant",
                Shape::Object(_) | Shape::Alias(_) => "a property",
            },
            Named::Operation(_) => "an operation",
            Named::Parameter(..) => "a parameter",
            Named::Event(_) => "an event",
            Named::Callback(_) => "a callback",
        }
    }

    /// The longest name that a thing has for itself, which is a reference.
    pub(super) fn reference(&self, named: Named) -> &str {
        let names = self
            .by_name
            .iter()
            .filter(|(_, things)| things.as_slice() == [named]);
        let longest = names.map(|(name, _)| name).max_by_key(|name| name.len());
        longest.map_or("", String::as_str)
    }
}

/// What a type goes by: where it stands, and the key of a schema, by itself as well as with its file
/// where another one has that key.
fn names(definition: &TypeDef) -> BTreeSet<String> {
    let mut names = BTreeSet::from([definition.origin.clone()]);
    if definition.name.steps.is_empty() {
        names.insert(definition.name.root.clone());
        names.insert(key(&definition.origin));
    }
    names
}

/// The key of the schema at a reference; of one that is a file of its own, the file's name.
fn key(origin: &str) -> String {
    let (file, path) = origin.split_once('#').unwrap_or((origin, ""));
    json_pointer::names(path).last().unwrap_or_else(|| {
        let stem = Path::new(file).file_stem().unwrap_or_default();
        stem.to_string_lossy().into_owned()
    })
}

/// Where a parameter goes, as `in` says it.
fn place(place: ParameterPlace) -> &'static str {
    match place {
        ParameterPlace::Path => "path",
        ParameterPlace::Query => "query",
        ParameterPlace::Header => "header",
        ParameterPlace::Cookie => "cookie",
    }
}

/// The names that the members of a type go by on the wire.
fn members(shape: &Shape) -> impl Iterator<Item = &str> {
    let (fields, values, variants) = match shape {
        Shape::Object(object) => (Some(&object.fields), None, None),
        Shape::Enum(list) => (None, Some(&list.values), None),
        Shape::Union(union) => (None, None, Some(&union.variants)),
        Shape::Alias(_) => (None, None, None),
    };
    let fields = fields.into_iter().flatten().map(|one| one.name.as_str());
    let values = values.into_iter().flatten().map(|one| one.value.as_str());
    let variants = variants.into_iter().flatten().map(|one| one.name.as_str());
    fields.chain(values).chain(variants)
}
