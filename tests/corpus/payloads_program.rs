//! Decodes deliveries and encodes them again. Made by the corpus test.

use std::collections::BTreeSet;
use std::mem;
use std::process::ExitCode;

use hookgen_runtime::receiver::Deliveries;
use hookgen_runtime::serde::Serialize;
use hookgen_runtime::serde::de::DeserializeOwned;
use hookgen_runtime::serde_json::{self, Value};
use part::described::{Event, types};

fn main() -> ExitCode {
    let (mut typed, mut open, mut unfit, mut unknown, mut different) = (0, 0, 0, 0, 0);
    for line in include_str!("../../deliveries.jsonl").lines() {
        let line: Value = serde_json::from_str(line).expect("JSON");
        let name = line["event"].as_str().unwrap_or_default();
        let body = line["body"].to_string();
        match Event::decode(name, body.as_bytes()) {
            None => unknown += 1,
            Some(Err(error)) => {
                unfit += 1;
                println!("    {name}: {error}");
            }
            Some(Ok(_)) => {
                let passed_over = line["passed_over"].as_array().expect("paths").iter();
                let passed_over = passed_over.filter_map(Value::as_str).collect();
                let (is_open, mut differences) = event(name, &line["body"], &passed_over);
                let delivered = line["delivered"].to_string();
                let said = received(delivered.as_bytes());
                let is_other = |said: &String| !is_same_event(said, name, body.as_bytes());
                differences.extend(said.filter(is_other));
                typed += 1;
                open += usize::from(is_open);
                different += usize::from(!differences.is_empty());
                for difference in differences.iter().take(5) {
                    println!("    {name}: {difference}");
                }
            }
        }
    }
    println!(
        "{}: {typed} typed ({open} of them of no variant that is described, {different} not as they went in), {unfit} unfit, {unknown} unknown",
        env!("CARGO_PKG_NAME"),
    );
    if different == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What the receiver has of a delivery, where that says itself which event it is.
fn received(body: &[u8]) -> Option<String> {
    // The receiver is asked here.
    let _ = body;
    None
}

/// Whether both names are of one event, which may have several.
fn is_same_event(one: &str, other: &str, body: &[u8]) -> bool {
    let variant = |name: &str| match Event::decode(name, body) {
        Some(Ok(event)) => Some(mem::discriminant(&event)),
        _ => None,
    };
    one == other || (variant(one).is_some() && variant(one) == variant(other))
}

type Checked = (bool, Vec<String>);

fn event(name: &str, value: &Value, passed_over: &BTreeSet<&str>) -> Checked {
    let (is_open, mut differences): Checked = match name {
        // Each event is checked here.
        _ => (false, vec!["it is typed, and not known".to_owned()]),
    };
    differences.retain(|one| {
        let lost = one.strip_suffix(" is lost");
        !lost.is_some_and(|path| passed_over.contains(path))
    });
    (is_open, differences)
}

/// Whether it is of no known variant, and how what comes out differs from what went in.
fn check<T: DeserializeOwned + Serialize + std::fmt::Debug>(value: &Value) -> Checked {
    let text = value.to_string();
    let decoded: T = match hookgen_runtime::decode(text.as_bytes()) {
        Ok(decoded) => decoded,
        Err(error) => return (false, vec![format!("does not decode: {error}")]),
    };
    let mut differences = Vec::new();
    match serde_json::to_value(&decoded) {
        Ok(encoded) => compare(value, &encoded, "$", &mut differences),
        Err(error) => differences.push(format!("does not encode: {error}")),
    }
    (format!("{decoded:?}").starts_with("Unknown("), differences)
}

fn compare(before: &Value, after: &Value, path: &str, out: &mut Vec<String>) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            for (name, value) in before {
                match after.get(name) {
                    Some(other) => compare(value, other, &member(path, name), out),
                    None => out.push(format!("{} is lost", member(path, name))),
                }
            }
            for name in after.keys().filter(|name| !before.contains_key(*name)) {
                out.push(format!("{} is made up", member(path, name)));
            }
        }
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            for (index, (before, after)) in before.iter().zip(after).enumerate() {
                compare(before, after, &format!("{path}[{index}]"), out);
            }
        }
        (Value::Number(before), Value::Number(after)) if before.as_f64() == after.as_f64() => {}
        _ if before == after => {}
        _ => out.push(format!("{path} is {after}, and was {before}")),
    }
}

/// As `hookgen fit` writes a path.
fn member(path: &str, name: &str) -> String {
    let is_plain = |one: char| one.is_ascii_alphanumeric() || one == '_';
    if name.chars().all(is_plain) && !name.is_empty() {
        format!("{path}.{name}")
    } else {
        format!("{path}[{name:?}]")
    }
}
