//! Findings and places for programs.

use hookgen::diagnostics::Severity;
use hookgen::{Finding, Location};
use serde_json::{Map, Value, json};

/// A finding as an object.
pub(crate) fn finding(finding: &Finding) -> Value {
    let severity = match finding.severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let related: Vec<_> = finding
        .related
        .iter()
        .map(|(location, how)| {
            let mut object = place(location);
            object.insert("message".to_owned(), json!(how));
            object
        })
        .collect();
    let mut object = place(&finding.location);
    object.insert("severity".to_owned(), json!(severity));
    object.insert("code".to_owned(), json!(finding.code));
    object.insert("message".to_owned(), json!(finding.message));
    object.insert("help".to_owned(), json!(finding.help));
    object.insert("related".to_owned(), json!(related));
    Value::Object(object)
}

pub(crate) fn place(location: &Location) -> Map<String, Value> {
    let (line, column) = location.position.unzip();
    members(json!({ "file": location.file, "line": line, "column": column }))
}

/// The members of what is an object.
pub(crate) fn members(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}
