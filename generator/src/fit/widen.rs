//! Schemas that say less than what comes, made to say as little more as will do.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::change::Change;
use super::what::JsonType;
use crate::json_pointer::{member, unescaped};

/// Changes, each of what a JSON pointer leads to.
pub(super) type Changes = Vec<(String, Change)>;

/// Has the schema at `at` allow for values of these types as well; none if it says nothing of types,
/// or cannot be changed. As it is to be otherwise, it is `schema`. Whether a type may be a list says
/// `has_type_lists`.
pub(super) fn widen(
    main: &Value,
    at: &str,
    schema: &Value,
    types: &BTreeSet<JsonType>,
    has_type_lists: bool,
) -> Changes {
    let Value::Object(schema) = schema else {
        return Vec::new();
    };
    if !TYPING.iter().any(|keyword| schema.contains_key(*keyword)) {
        return Vec::new();
    }
    let types = &lacking(schema, types);
    if types.is_empty() {
        return Vec::new();
    }
    let widening = Widening {
        main,
        at,
        schema,
        types,
    };
    if types.iter().eq(&[JsonType::Number]) && is_integer(schema) {
        return widening.to_numbers();
    }
    let changes = if has_type_lists {
        widening.by_list()
    } else {
        widening.by_nullable()
    };
    changes.unwrap_or_else(|| widening.replaced(has_type_lists))
}

/// The keywords that say of which type a value is.
const TYPING: [&str; 7] = ["$ref", "allOf", "anyOf", "const", "enum", "oneOf", "type"];

/// Those of `types` that a schema does not allow for yet: of several that hold in one place, another
/// may be the narrow one.
fn lacking(schema: &Map<String, Value>, types: &BTreeSet<JsonType>) -> BTreeSet<JsonType> {
    let mut lacking = types.clone();
    let others = TYPING.iter().filter(|keyword| **keyword != "type");
    if others
        .into_iter()
        .any(|keyword| schema.contains_key(*keyword))
    {
        return lacking;
    }
    let known: Vec<&str> = match schema.get("type") {
        Some(Value::Array(known)) => known.iter().filter_map(Value::as_str).collect(),
        known => known.and_then(Value::as_str).into_iter().collect(),
    };
    lacking.retain(|one| {
        let is_whole = *one == JsonType::Integer && known.contains(&JsonType::Number.name());
        !known.contains(&one.name()) && !is_whole
    });
    if schema.get("nullable") == Some(&Value::Bool(true)) {
        lacking.remove(&JsonType::Null);
    }
    lacking
}

/// What stays outside when a schema becomes one of several.
const ABOUT: [&str; 5] = [
    "deprecated",
    "description",
    "readOnly",
    "title",
    "writeOnly",
];

struct Widening<'a> {
    main: &'a Value,
    at: &'a str,
    schema: &'a Map<String, Value>,
    types: &'a BTreeSet<JsonType>,
}

impl Widening<'_> {
    /// Whole numbers become numbers.
    fn to_numbers(&self) -> Changes {
        let mut changes = vec![(
            self.at.to_owned(),
            Change::Update(json!({ "type": "number" })),
        )];
        if self.schema.contains_key("format") {
            changes.insert(0, (member(self.at, "format"), Change::Remove));
        }
        changes
    }

    /// As OpenAPI 3.0 has it: of `null` only.
    fn by_nullable(&self) -> Option<Changes> {
        if !self.types.iter().eq(&[JsonType::Null]) {
            return None;
        }
        if let Some(reference) = self.schema.get("$ref") {
            let update = json!({ "allOf": [{ "$ref": reference }], "nullable": true });
            return Some(self.instead_of("$ref", update));
        }
        let update = json!({ "nullable": true });
        let mut changes = vec![(self.at.to_owned(), Change::Update(update))];
        changes.extend(self.null_listed());
        Some(changes)
    }

    /// As OpenAPI 3.1 has it.
    fn by_list(&self) -> Option<Changes> {
        let only_null = self.types.iter().eq(&[JsonType::Null]);
        if let Some(reference) = self.schema.get("$ref") {
            if self.schema.contains_key("anyOf") {
                return None;
            }
            let mut members = vec![json!({ "$ref": reference })];
            members.extend(self.members());
            return Some(self.instead_of("$ref", json!({ "anyOf": members })));
        }
        let lists = self.schema.contains_key("enum") && !only_null;
        if self.schema.contains_key("const") || lists {
            return None;
        }
        let names = self.types.iter().map(|one| json!(one.name()));
        let mut changes = match self.schema.get("type") {
            Some(Value::String(known)) => {
                let mut all = vec![json!(known)];
                all.extend(names);
                self.instead_of("type", json!({ "type": all }))
            }
            Some(Value::Array(_)) => {
                let update = Value::Array(names.collect());
                vec![(member(self.at, "type"), Change::Update(update))]
            }
            Some(_) => return None,
            None => Vec::new(),
        };
        for keyword in ["anyOf", "oneOf"] {
            if self.schema.get(keyword).is_some_and(Value::is_array) {
                let update = Value::Array(self.members());
                changes.push((member(self.at, keyword), Change::Update(update)));
            }
        }
        if changes.is_empty() && self.schema.contains_key("allOf") {
            return None;
        }
        changes.extend(self.null_listed());
        Some(changes)
    }

    /// Where values are listed, `null` has to be one of them.
    fn null_listed(&self) -> Option<(String, Change)> {
        let listed = self.schema.get("enum")?.as_array()?;
        let is_needed = self.types.contains(&JsonType::Null) && !listed.contains(&Value::Null);
        is_needed.then(|| (member(self.at, "enum"), Change::Update(Value::Null)))
    }

    /// One of several: what it was, or one of these types. In as many words as it takes.
    fn replaced(&self, has_type_lists: bool) -> Changes {
        let Some((outer, name)) = self.at.rsplit_once('/') else {
            return Vec::new();
        };
        if !self.main.pointer(outer).is_some_and(Value::is_object) {
            return Vec::new();
        }
        let (about, said): (Map<_, _>, Map<_, _>) = self
            .schema
            .clone()
            .into_iter()
            .partition(|(name, _)| ABOUT.contains(&name.as_str()));
        let mut members = vec![Value::Object(said)];
        members.extend(self.members());
        let mut schema = about;
        if !has_type_lists && self.types.contains(&JsonType::Null) {
            members.retain(|one| *one != json!({ "type": "null" }));
            schema.insert("nullable".to_owned(), json!(true));
        }
        schema.insert("anyOf".to_owned(), Value::Array(members));
        let name = unescaped(name);
        let update = Map::from_iter([(name, Value::Object(schema))]);
        vec![
            (self.at.to_owned(), Change::Remove),
            (outer.to_owned(), Change::Update(Value::Object(update))),
        ]
    }

    /// A keyword is taken out, and this put in its place: what is there and what is to be there need
    /// not be of one kind.
    fn instead_of(&self, keyword: &str, update: Value) -> Changes {
        vec![
            (member(self.at, keyword), Change::Remove),
            (self.at.to_owned(), Change::Update(update)),
        ]
    }

    fn members(&self) -> Vec<Value> {
        let types = self.types.iter();
        types
            .map(|one| match one {
                JsonType::Array => json!({ "type": "array", "items": {} }),
                other => json!({ "type": other.name() }),
            })
            .collect()
    }
}

fn is_integer(schema: &Map<String, Value>) -> bool {
    schema.get("type").is_some_and(|known| known == "integer") && !schema.contains_key("enum")
}
