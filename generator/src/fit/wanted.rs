//! What has to be changed in which schema, for what has come.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::change::{Action, Change, element, json_path};
use super::described::Described;
use super::place::{Owner, Place, Step};
use super::schema::Schemas;
use super::tally::Tally;
use super::what::{JsonType, What};
use super::widen::{Changes, widen};
use crate::api::Apart;
use crate::json_pointer::member;

/// What has to be changed, in the order of where it stands.
pub(super) fn wanted(described: &Described, tally: &Tally) -> Vec<Action> {
    let schemas = Schemas {
        main: &described.main,
        api: &described.api,
    };
    let apart = Apart::of_events(&described.api);
    let mut all = All::new();
    for (place, kinds) in &tally.came {
        // Under an overlay that changed this, nobody would know any more which event it is.
        let member = match place.steps.as_slice() {
            [] => Some(""),
            [Step::Member(name)] => Some(name.as_str()),
            _ => None,
        };
        if let (Owner::Type(id), Some(member)) = (place.owner, member)
            && apart.tells(id, member)
        {
            continue;
        }
        for (what, count) in kinds {
            let often = match (what, tally.objects_of(place)) {
                (What::Missing, Some(objects)) => format!("{} of {objects}", count.times),
                _ => count.times.to_string(),
            };
            want(schemas, place, what, &format!("{what}: {often}"), &mut all);
        }
    }
    let mut actions = Vec::new();
    let mut moved: Vec<String> = Vec::new();
    for (at, wanted) in all {
        // What is inside of what has been put elsewhere is found there the next time.
        let is_inside = |outer: &String| {
            let rest = at.strip_prefix(&**outer);
            rest.is_some_and(|rest| rest.starts_with('/'))
        };
        if moved.iter().any(is_inside) {
            continue;
        }
        let changes = wanted.changes(described, &at);
        if is_moved(&at, &changes) {
            moved.push(at.clone());
        }
        wanted.actions(&described.main, &at, changes, &mut actions);
    }
    actions
}

/// By JSON pointers to the schemas.
type All = BTreeMap<String, Wanted>;

/// What is to be changed in a schema, and why.
#[derive(Default)]
struct Wanted {
    /// Types that it does not allow for.
    types: BTreeSet<JsonType>,
    /// Values that it does not list.
    values: BTreeSet<String>,
    /// The same as JSON texts, beside a constant.
    constants: BTreeSet<String>,
    without_format: bool,
    why: BTreeSet<String>,
    /// Names of members that are not always there, each with why.
    optional: BTreeMap<String, BTreeSet<String>>,
}

fn want(schemas: Schemas<'_>, place: &Place, what: &What, why: &str, all: &mut All) {
    let saying = |keywords: &[&str]| saying(schemas, place, keywords);
    let places = match what {
        What::Missing => return optional(schemas, place, why, all),
        What::Other { .. } | What::Null | What::NoVariant(_) => schemas.at(place),
        What::Constant { .. } => saying(&["const", "enum"]),
        What::OutOfRange => formatted(schemas, place, &NARROW),
        What::NoUuid => formatted(schemas, place, &["uuid"]),
        What::Unlisted(_) => saying(&["const", "enum", "oneOf"]),
        What::Length | What::UnknownTag(_) | What::Undescribed => return,
    };
    for at in places {
        let wanted = all.entry(at).or_default();
        wanted.why.insert(why.to_owned());
        match what {
            What::Other { found, .. } | What::NoVariant(found) => _ = wanted.types.insert(*found),
            What::Null => _ = wanted.types.insert(JsonType::Null),
            What::Constant { found, .. } => _ = wanted.constants.insert(found.clone()),
            What::Unlisted(value) => _ = wanted.values.insert(value.clone()),
            _ => wanted.without_format = true,
        }
    }
}

/// A member is not always there, whichever schema says that it is.
fn optional(schemas: Schemas<'_>, place: &Place, why: &str, all: &mut All) {
    let Some(Step::Member(name)) = place.steps.last() else {
        return;
    };
    for schema in schemas.around(place) {
        let required = schemas.get(&member(&schema, "required"));
        let mut names = required.and_then(Value::as_array).into_iter().flatten();
        if names.any(|one| one == name.as_str()) {
            let optional = &mut all.entry(schema).or_default().optional;
            let known = optional.entry(name.clone()).or_default();
            known.insert(why.to_owned());
        }
    }
}

/// The schemas that hold at `place` and say something by any of these keywords.
fn saying(schemas: Schemas<'_>, place: &Place, keywords: &[&str]) -> Vec<String> {
    let all = schemas.at(place).into_iter();
    let all = all.flat_map(|at| schemas.all(&at)).filter(|at| {
        let schema = schemas.get(at);
        schema.is_some_and(|schema| keywords.iter().any(|one| schema.get(one).is_some()))
    });
    all.collect()
}

/// Formats of integers that have less room than one without a format.
const NARROW: [&str; 6] = ["int16", "int32", "int8", "uint16", "uint64", "uint8"];

/// The schemas that hold at `place` and say that it has one of these formats.
fn formatted(schemas: Schemas<'_>, place: &Place, formats: &[&str]) -> Vec<String> {
    let mut all = saying(schemas, place, &["format"]);
    all.retain(|at| {
        let format = schemas.get(at).and_then(|schema| schema["format"].as_str());
        format.is_some_and(|format| formats.contains(&format))
    });
    all
}

impl Wanted {
    fn changes(&self, described: &Described, at: &str) -> Changes {
        let mut changes = Changes::new();
        if !self.types.is_empty() {
            let mut schema = described.main.pointer(at).cloned().unwrap_or_default();
            if let Some(schema) = schema.as_object_mut().filter(|_| self.without_format) {
                schema.remove("format");
            }
            let main = &described.main;
            let has_type_lists = described.has_type_lists;
            changes = widen(main, at, &schema, &self.types, has_type_lists);
        }
        if is_moved(at, &changes) {
            return changes;
        }
        if self.without_format {
            changes.insert(0, (member(at, "format"), Change::Remove));
        }
        changes.extend(self.listed(&described.main, at));
        changes
    }

    fn actions(&self, main: &Value, at: &str, changes: Changes, actions: &mut Vec<Action>) {
        let why = joined(&self.why);
        let is_moved = is_moved(at, &changes);
        for (at, change) in changes {
            actions.push(Action {
                target: json_path(main, &at),
                description: why.clone(),
                change,
            });
        }
        for (name, why) in self.optional.iter().filter(|_| !is_moved) {
            let list = json_path(main, &member(at, "required"));
            actions.push(Action {
                target: element(&list, name),
                description: joined(why),
                change: Change::Remove,
            });
        }
    }

    /// Values beside those that are listed, in whichever way they are.
    fn listed(&self, main: &Value, at: &str) -> Changes {
        let texts = self.values.iter().map(|text| json!(text));
        let constants = self.constants.iter();
        let constants = constants.filter_map(|json| serde_json::from_str(json).ok());
        let mut values: Vec<Value> = texts.chain(constants).collect();
        let Some(schema) = main.pointer(at) else {
            return Changes::new();
        };
        // Another schema that holds here may list fewer.
        values.retain(|value| !lists(schema, value));
        if values.is_empty() {
            return Changes::new();
        }
        if let Some(fixed) = schema.get("const") {
            let mut all = vec![fixed.clone()];
            all.extend(values);
            return vec![
                (member(at, "const"), Change::Remove),
                (at.to_owned(), Change::Update(json!({ "enum": all }))),
            ];
        }
        if schema.get("enum").is_some_and(Value::is_array) {
            return vec![(member(at, "enum"), Change::Update(Value::Array(values)))];
        }
        let members = schema.get("oneOf").and_then(Value::as_array);
        if members.is_some_and(|all| all.iter().all(|one| one.get("const").is_some())) {
            let members = values.into_iter().map(|value| json!({ "const": value }));
            let update = Value::Array(members.collect());
            return vec![(member(at, "oneOf"), Change::Update(update))];
        }
        Changes::new()
    }
}

/// Whether a schema is put elsewhere: what else is to be changed in it is found there, the next time.
fn is_moved(at: &str, changes: &Changes) -> bool {
    changes.contains(&(at.to_owned(), Change::Remove))
}

/// Whether a schema has this among its values.
fn lists(schema: &Value, value: &Value) -> bool {
    let members = |keyword: &str| schema[keyword].as_array().into_iter().flatten();
    schema.get("const") == Some(value)
        || members("enum").any(|one| one == value)
        || members("oneOf").any(|one| one.get("const") == Some(value))
}

fn joined(why: &BTreeSet<String>) -> String {
    let why: Vec<&str> = why.iter().map(String::as_str).collect();
    why.join("; ")
}
