//! The overlay under which all deliveries fit.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value, json};

use super::change::{Action, Change, element, json_path};
use super::deliveries::Deliveries;
use super::described::Described;
use super::overlay;
use super::place::{Place, Step};
use super::report::{Report, report};
use super::schema::{Schemas, member};
use super::tally::{Tally, tally};
use super::what::{JsonType, What};
use super::widen::{Changes, widen};
use crate::error::Error;
use crate::input::Input;

/// What has to be changed in a description, and what then comes of holding deliveries against it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Mended {
    /// In the order in which they are to be applied, behind the overlays that there were.
    pub actions: Vec<Action>,
    /// What came of the deliveries under them.
    pub report: Report,
    /// The description's title, and its version.
    pub of: (String, String),
}

/// Where one change leads to another: in a member of a union, say, once it is known which one it is.
const ROUNDS: usize = 8;

/// Finds the smallest changes under which all deliveries fit the description in the file at `path`,
/// and applies them, as an overlay that is to be written to `file`.
///
/// What is read although it is not described is described under them as well: `null`, and values
/// that are not listed. Members that are not described are not.
///
/// # Errors
///
/// If the description is wrong, or a file cannot be read.
pub fn mend(
    path: &Path,
    input: &Input,
    deliveries: &Deliveries,
    file: &Path,
) -> Result<Mended, Error> {
    let mut input = input.clone();
    let mut actions: Vec<Action> = Vec::new();
    let mut round = 0;
    loop {
        let described = Described::read(path, &input)?;
        let tally = tally(&described.api, deliveries)?;
        let mut more = changes(&described, &tally);
        more.retain(|action| !actions.contains(action));
        let of = (described.api.title.clone(), described.api.version.clone());
        if more.is_empty() || round == ROUNDS {
            let report = report(&described, &tally);
            return Ok(Mended {
                actions,
                report,
                of,
            });
        }
        actions.extend(more);
        let text = overlay::text(&of, &actions);
        input.unwritten = Some((file.to_owned(), text));
        round += 1;
    }
}

/// What is to be changed in a schema, and why.
#[derive(Default)]
struct Wanted {
    types: BTreeSet<JsonType>,
    values: BTreeSet<String>,
    /// JSON texts beside a constant.
    constants: BTreeSet<String>,
    without_format: bool,
    /// Names of members that are not required.
    optional: BTreeMap<String, BTreeSet<String>>,
    why: BTreeSet<String>,
}

/// What has to be changed for what has come.
fn changes(described: &Described, tally: &Tally) -> Vec<Action> {
    let schemas = Schemas {
        main: &described.main,
        api: &described.api,
    };
    let mut wanted = BTreeMap::<String, Wanted>::new();
    for (place, kinds) in &tally.came {
        for (what, count) in kinds {
            let mut why = format!("{what}: {}", count.times);
            if let (What::Missing | What::MissingNull, Some(objects)) =
                (what, tally.objects_of(place))
            {
                why.push_str(&format!(" of {objects}"));
            }
            want(schemas, place, what, &why, &mut wanted);
        }
    }
    let mut actions = Vec::new();
    for (at, wanted) in wanted {
        wanted.actions(described, &at, &mut actions);
    }
    actions
}

fn want(
    schemas: Schemas<'_>,
    place: &Place,
    what: &What,
    why: &str,
    wanted: &mut BTreeMap<String, Wanted>,
) {
    let mut at = |schema: String, change: &mut dyn FnMut(&mut Wanted)| {
        let wanted = wanted.entry(schema).or_default();
        wanted.why.insert(why.to_owned());
        change(wanted);
    };
    match what {
        What::Missing | What::MissingNull => {
            let Some(Step::Member(name)) = place.steps.last() else {
                return;
            };
            for schema in schemas.around(place) {
                let required = schemas.get(&member(&schema, "required"));
                let names = required.and_then(Value::as_array);
                if names.is_some_and(|names| names.iter().any(|one| one == name.as_str())) {
                    let wanted = wanted.entry(schema).or_default();
                    let known = wanted.optional.entry(name.clone()).or_default();
                    known.insert(why.to_owned());
                }
            }
        }
        What::Other { found, .. } => {
            for schema in schemas.at(place) {
                at(schema, &mut |wanted| _ = wanted.types.insert(*found));
            }
        }
        What::Null => {
            for schema in schemas.at(place) {
                at(schema, &mut |wanted| {
                    _ = wanted.types.insert(JsonType::Null)
                });
            }
        }
        What::Constant { found, .. } => {
            for schema in saying(schemas, place, &["const", "enum"]) {
                at(schema, &mut |wanted| {
                    _ = wanted.constants.insert(found.clone())
                });
            }
        }
        What::OutOfRange | What::NoUuid => {
            for schema in saying(schemas, place, &["format"]) {
                at(schema, &mut |wanted| wanted.without_format = true);
            }
        }
        What::Unlisted(value) => {
            for schema in saying(schemas, place, &["const", "enum", "oneOf"]) {
                at(schema, &mut |wanted| {
                    _ = wanted.values.insert(value.clone())
                });
            }
        }
        What::NoVariant(JsonType::Object) => {}
        What::NoVariant(found) => {
            for schema in schemas.at(place) {
                at(schema, &mut |wanted| _ = wanted.types.insert(*found));
            }
        }
        What::Length | What::UnknownTag(_) | What::Undescribed => {}
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

impl Wanted {
    fn actions(&self, described: &Described, at: &str, actions: &mut Vec<Action>) {
        let main = &described.main;
        let why = joined(&self.why);
        let mut changes = Changes::new();
        if self.without_format {
            changes.push((member(at, "format"), Change::Remove));
        }
        if !self.types.is_empty() {
            changes.extend(widen(main, at, &self.types, described.has_type_lists));
        }
        changes.extend(self.listed(main, at));
        for (at, change) in changes {
            actions.push(Action {
                target: json_path(main, &at),
                description: why.clone(),
                change,
            });
        }
        for (name, why) in &self.optional {
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
        let values: Vec<Value> = texts.chain(constants).collect();
        let Some(schema) = main.pointer(at).filter(|_| !values.is_empty()) else {
            return Changes::new();
        };
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

fn joined(why: &BTreeSet<String>) -> String {
    let why: Vec<&str> = why.iter().map(String::as_str).collect();
    why.join("; ")
}
