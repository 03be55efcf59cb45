//! Decodes examples and encodes them again. Made by the corpus test.

use std::process::ExitCode;

use hookgen_runtime::serde::Serialize;
use hookgen_runtime::serde::de::DeserializeOwned;
use hookgen_runtime::serde_json::{self, Value};

fn main() -> ExitCode {
    let mut totals = Totals::default();
    // Each document is called here.
    println!(
        "{} examples come out as they went in, {} do not, {} are of types without a name",
        totals.same, totals.different, totals.unnamed,
    );
    if totals.different == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[derive(Default)]
struct Totals {
    same: usize,
    different: usize,
    unnamed: usize,
}

impl Totals {
    fn document(
        &mut self,
        name: &str,
        lines: &str,
        check: fn(&str, &Value) -> Option<Vec<String>>,
    ) {
        for line in lines.lines() {
            let line: Value = serde_json::from_str(line).expect("JSON");
            let pointer = line["pointer"].as_str().expect("text");
            match check(pointer, &line["value"]) {
                None => self.unnamed += 1,
                Some(differences) if differences.is_empty() => self.same += 1,
                Some(differences) => {
                    self.different += 1;
                    println!("{name} {pointer}");
                    for difference in differences.iter().take(5) {
                        println!("    {difference}");
                    }
                }
            }
        }
    }
}

/// How what comes out differs from what went in.
fn check<T: DeserializeOwned + Serialize>(value: &Value) -> Vec<String> {
    let text = value.to_string();
    let decoded: T = match hookgen_runtime::decode(text.as_bytes()) {
        Ok(decoded) => decoded,
        Err(error) => return vec![format!("does not decode: {error}")],
    };
    let mut differences = Vec::new();
    match serde_json::to_value(&decoded) {
        Ok(encoded) => compare(value, &encoded, "$", &mut differences),
        Err(error) => differences.push(format!("does not encode: {error}")),
    }
    differences
}

fn compare(before: &Value, after: &Value, path: &str, out: &mut Vec<String>) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            for (name, value) in before {
                match after.get(name) {
                    Some(other) => compare(value, other, &format!("{path}.{name}"), out),
                    None => out.push(format!("{path}.{name} is lost")),
                }
            }
            for name in after.keys().filter(|name| !before.contains_key(*name)) {
                out.push(format!("{path}.{name} is made up"));
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
