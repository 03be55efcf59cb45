//! Where a place stands in the description.
//!
//! What holds of a value may be said in several schemas: in one that is referred to, and in each of
//! an `allOf`. A place is found by all of them.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::place::{Owner, Place, Step};
use crate::api::Api;
use crate::json_pointer::{member, unescaped};

/// The description as it is written: its main file, with the overlays applied.
#[derive(Clone, Copy)]
pub(super) struct Schemas<'a> {
    pub(super) main: &'a Value,
    pub(super) api: &'a Api,
}

impl<'a> Schemas<'a> {
    /// JSON pointers to all schemas that say what holds at `place` right there; what they refer to
    /// is not among them. None for what is not in the main file.
    pub(super) fn at(self, place: &Place) -> Vec<String> {
        let owner = self.owner(place.owner);
        let mut schemas = owner.map_or_else(Vec::new, |at| self.beside(&at));
        for step in &place.steps {
            let mut inside = Vec::new();
            for outer in &schemas {
                inside.extend(self.inside(outer, step));
            }
            schemas = inside;
        }
        schemas
    }

    /// The schema `at`, and those that say something of the same member in what holds together with
    /// the schema around it: a type that is in no component stands in one of them.
    fn beside(self, at: &str) -> Vec<String> {
        let mut all = vec![at.to_owned()];
        let way = at.rsplit_once('/').and_then(|(way, name)| {
            let outer = way.strip_suffix("/properties");
            let member = outer.map(|outer| (outer, Step::Member(unescaped(name))));
            member.or_else(|| (name == "items").then_some((way, Step::Items)))
        });
        if let Some((outer, step)) = way
            && self.get(outer).is_some_and(Value::is_object)
        {
            let outer = self.beside(outer).into_iter();
            for found in outer.flat_map(|outer| self.inside(&outer, &step)) {
                if !all.contains(&found) {
                    all.push(found);
                }
            }
        }
        all
    }

    /// JSON pointers to the schemas that the last step of `place` leads from.
    pub(super) fn around(self, place: &Place) -> Vec<String> {
        let mut outer = place.clone();
        outer.steps.pop();
        let schemas = self.at(&outer);
        schemas.iter().flat_map(|at| self.with_outer(at)).collect()
    }

    /// What the description calls the place of something that has a name of its own.
    pub(super) fn origin(self, owner: Owner) -> &'a str {
        let (webhooks, index) = match owner {
            Owner::Type(id) => return &self.api.types[id].origin,
            Owner::Event(index) => (&self.api.webhooks, index),
            Owner::Callback(index) => (&self.api.callbacks, index),
        };
        let events = webhooks.as_ref().map(|webhooks| &webhooks.events);
        let event = events.and_then(|events| events.get(index));
        event.map_or("", |event| &event.origin)
    }

    fn owner(self, owner: Owner) -> Option<String> {
        let pointer = self.origin(owner).strip_prefix('#')?.to_owned();
        match owner {
            Owner::Event(_) | Owner::Callback(_) => self.payload(pointer),
            Owner::Type(_) => self.get(&pointer).is_some().then_some(pointer),
        }
    }

    /// The schema of what is delivered to a path item, or to one of its operations.
    fn payload(self, item: String) -> Option<String> {
        let item = self.follow(item)?;
        let members = self.get(&item)?.as_object()?;
        let operation = if members.contains_key("requestBody") {
            item
        } else {
            let mut names = members.keys();
            let method = names.find(|name| members[*name].get("requestBody").is_some())?;
            member(&item, method)
        };
        let body = self.follow(member(&operation, "requestBody"))?;
        let content = member(&body, "content");
        let types = self.get(&content)?.as_object()?;
        let is_json = |name: &&String| name.contains("json");
        let media = types.keys().find(is_json).or_else(|| types.keys().next())?;
        let schema = member(&member(&content, media), "schema");
        self.get(&schema).is_some().then_some(schema)
    }

    fn inside(self, outer: &str, step: &Step) -> Vec<String> {
        let way: &[&str] = match step {
            Step::Member(name) => &["properties", name],
            Step::Items => &["items"],
            Step::Element(index) => &["prefixItems", &index.to_string()],
            Step::Values => &["additionalProperties"],
        };
        let schemas = self.with_outer(outer).into_iter();
        let found = schemas.map(|at| way.iter().fold(at, |at, name| member(&at, name)));
        found
            .filter(|at| self.get(at).is_some_and(Value::is_object))
            .collect()
    }

    /// All schemas that hold where this one does; also, of a member of a union, those beside it.
    fn with_outer(self, at: &str) -> Vec<String> {
        let mut all = self.all(at);
        let mut outer = at;
        while let Some((union, index)) = outer.rsplit_once('/')
            && index.parse::<usize>().is_ok()
            && let Some((schema, "oneOf" | "anyOf" | "allOf")) = union.rsplit_once('/')
        {
            for more in self.all(schema) {
                if !all.contains(&more) {
                    all.push(more);
                }
            }
            outer = schema;
        }
        all
    }

    /// This schema, what it refers to, and all of its `allOf`.
    pub(super) fn all(self, at: &str) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let mut all = Vec::new();
        let mut open = vec![at.to_owned()];
        while let Some(at) = open.pop() {
            let Some(Value::Object(schema)) = self.get(&at) else {
                continue;
            };
            if !seen.insert(at.clone()) {
                continue;
            }
            if let Some(Value::Array(members)) = schema.get("allOf") {
                let places = (0..members.len()).rev();
                open.extend(places.map(|index| format!("{at}/allOf/{index}")));
            }
            open.extend(target(schema));
            all.push(at);
        }
        all
    }

    /// Where references from here lead in the end.
    fn follow(self, mut at: String) -> Option<String> {
        for _ in 0..64 {
            match self.get(&at)? {
                Value::Object(members) if members.contains_key("$ref") => at = target(members)?,
                _ => return Some(at),
            }
        }
        None
    }

    pub(super) fn get(self, at: &str) -> Option<&'a Value> {
        self.main.pointer(at)
    }
}

/// Where a reference leads in the same file.
fn target(members: &Map<String, Value>) -> Option<String> {
    let reference = members.get("$ref")?.as_str()?;
    let fragment = reference.strip_prefix('#')?;
    Some(decoded(fragment))
}

/// Without percent-encoding, which a fragment of a URI may be in.
fn decoded(fragment: &str) -> String {
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        let code = behind
            .get(..2)
            .and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) if first == b'%' => {
                bytes.push(byte);
                rest = &behind[2..];
            }
            _ => {
                bytes.push(first);
                rest = behind;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| fragment.to_owned())
}
