//! What came of deliveries, for a program.

use std::path::Path;

use hookgen::fit::{Example, Found, Mended, Report, Unreadable, What};
use serde_json::{Map, Value, json};

use crate::json::{members, place};

/// What came of holding deliveries against a description.
pub(super) fn described(report: &Report) -> Value {
    json!({
        "deliveries": report.deliveries,
        "fitting": report.fitting,
        "empty": report.empty,
        "misfits": report.misfits.iter().map(found).collect::<Vec<_>>(),
        "notes": report.notes.iter().map(found).collect::<Vec<_>>(),
        "unknown": report.unknown.iter().map(unreadable).collect::<Vec<_>>(),
        "unreadable": report.unreadable.iter().map(unreadable).collect::<Vec<_>>(),
    })
}

/// What became of the overlay.
pub(super) fn described_of(mended: &Mended, file: &Path) -> Map<String, Value> {
    members(json!({
        "file": file.display().to_string(),
        "actions": mended.actions.len(),
        "fitting": mended.report.fitting,
        "misfits": mended.report.misfits.iter().map(found).collect::<Vec<_>>(),
    }))
}

fn found(found: &Found) -> Value {
    let came = found.came.iter().map(|came| {
        let mut object = members(json!({
            "kind": came.what.name(),
            "times": came.times,
            "first": example(&came.first),
        }));
        match &came.what {
            What::Other { expected, found } => {
                object.insert("expected".to_owned(), json!(expected.name()));
                object.insert("found".to_owned(), json!(found.name()));
            }
            What::Constant { expected, found } => {
                object.insert("expected".to_owned(), json!(expected));
                object.insert("found".to_owned(), json!(found));
            }
            What::Unlisted(value) => {
                object.insert("found".to_owned(), json!(value));
            }
            What::UnknownTag(tag) => {
                object.insert("found".to_owned(), json!(tag));
            }
            What::NoVariant(kind) => {
                object.insert("found".to_owned(), json!(kind.name()));
            }
            _ => {}
        }
        Value::Object(object)
    });
    let came: Vec<_> = came.collect();
    let mut object = place(&found.location);
    object.insert("reference".to_owned(), json!(found.reference));
    object.insert("times".to_owned(), json!(found.times));
    object.insert("objects".to_owned(), json!(found.objects));
    object.insert("came".to_owned(), json!(came));
    Value::Object(object)
}

fn unreadable(unreadable: &Unreadable) -> Value {
    json!({
        "why": unreadable.why,
        "times": unreadable.times,
        "first": example(&unreadable.first),
    })
}

fn example(example: &Example) -> Value {
    json!({ "file": example.file, "number": example.number, "path": example.path })
}
