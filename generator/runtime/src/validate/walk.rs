//! The walk through a value, by which its rules are held against it.

use serde_json::{Map, Number, Value};

use super::rule::Subject;
use super::{Rule, Step, Validate, View, Violation, Violations};
use crate::json::Path;

/// Finds all that `value` does not keep to.
pub(super) fn walk(value: &dyn Validate) -> Result<(), Violations> {
    let mut found = Vec::new();
    check(value, &[], &Path::default(), &mut found);
    if found.is_empty() {
        Ok(())
    } else {
        Err(Violations(found))
    }
}

/// Holds `value`, to which `path` leads, against `rules` and against those of its type.
fn check(value: &dyn Validate, rules: &[&'static [Rule]], path: &Path, found: &mut Vec<Violation>) {
    let view = value.view();
    let (mut count, mut unsure) = (0, 0);
    value.inside(&mut |inside| match inside.value.view() {
        View::Absent => {}
        View::Opaque => unsure += 1,
        _ => count += 1,
    });
    let subject = Subject {
        view: &view,
        count,
        unsure,
        json: &|| json(value),
    };
    let own = value.rules();
    let all = || rules.iter().copied().flatten().chain(own);
    for rule in all().filter(|rule| !rule.holds(&subject)) {
        found.push(violation(path, *rule, false));
    }
    let each: Vec<&'static [Rule]> = all()
        .filter_map(|rule| match rule {
            Rule::Each(rules) => Some(*rules),
            _ => None,
        })
        .collect();
    let names: Vec<&'static [Rule]> = all()
        .filter_map(|rule| match rule {
            Rule::Names(rules) => Some(*rules),
            _ => None,
        })
        .collect();
    value.inside(&mut |inside| {
        if inside.value.view() == View::Absent {
            return;
        }
        let mut there = path.clone();
        match inside.step {
            Step::Member(name) => {
                there.member(name);
                check_name(name, &names, &there, found);
            }
            Step::Element(index) => there.element(index),
        }
        let mut rules = vec![inside.rules];
        rules.extend(&each);
        check(inside.value, &rules, &there, found);
    });
}

fn check_name(name: &str, rules: &[&'static [Rule]], path: &Path, found: &mut Vec<Violation>) {
    let view = View::Text(name);
    let subject = Subject {
        view: &view,
        count: 0,
        unsure: 0,
        json: &|| name.into(),
    };
    for rule in rules.iter().copied().flatten() {
        if !rule.holds(&subject) {
            found.push(violation(path, *rule, true));
        }
    }
}

fn violation(path: &Path, rule: Rule, of_name: bool) -> Violation {
    Violation {
        path: format!("${}", path.as_str()),
        rule,
        of_name,
    }
}

/// The value as JSON, as far as it is known.
fn json(value: &dyn Validate) -> Value {
    match value.view() {
        View::Absent | View::Null | View::Opaque => Value::Null,
        View::Bool(value) => value.into(),
        View::Integer(number) => Number::from_i128(number).map_or(Value::Null, Value::Number),
        View::Float(number) => number.into(),
        View::Text(text) => text.into(),
        View::Written(text) => text.into(),
        View::Array => {
            let mut elements = Vec::new();
            value.inside(&mut |inside| elements.push(json(inside.value)));
            elements.into()
        }
        View::Object => {
            let mut members = Map::new();
            value.inside(&mut |inside| {
                if let Step::Member(name) = inside.step
                    && inside.value.view() != View::Absent
                {
                    members.insert(name.to_owned(), json(inside.value));
                }
            });
            members.into()
        }
    }
}
