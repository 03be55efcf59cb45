//! `hookgen fit`: recorded deliveries, held against a description.

use std::io;
use std::path::Path;

use hookgen::Error;
use hookgen::fit::{self, Came, Deliveries, Example, Found, Mended, Report, Unreadable, What};
use hookgen::input::Input;
use serde_json::{Value, json};

use crate::answer::{Answer, Exit};
use crate::arguments::Fit;
use crate::inspect::words;
use crate::json::{members, place};
use crate::table::Table;

/// Holds deliveries against a description, and writes the overlay that is asked for.
pub(crate) fn run(asked: &Fit) -> Result<Answer, Error> {
    let mut input = Input::default();
    input.overlays.clone_from(&asked.overlay);
    let deliveries = deliveries(asked)?;
    let report = fit::fit(&asked.file, &input, &deliveries)?;
    let mut text = said(&report);
    let mut object = members(described(&report));
    let mut is_well = report.all_fit();
    if let Some(file) = &asked.write {
        let onto = onto(file, &asked.overlay)?;
        let mended = fit::mend(&asked.file, &input, &deliveries, file)?;
        if !mended.actions.is_empty() {
            fit::write(file, &mended, onto)?;
        }
        text.push('\n');
        text.push_str(&said_of(&mended, file));
        object.insert("overlay".to_owned(), described_of(&mended, file));
        is_well = mended.report.all_fit();
    }
    let mut answer = Answer::new(text, object);
    if !is_well {
        answer.exit = Exit::Wrong;
    }
    Ok(answer)
}

fn deliveries(asked: &Fit) -> Result<Deliveries, Error> {
    let mut deliveries = Deliveries::new();
    for path in &asked.payloads {
        deliveries = if path.as_os_str() == "-" {
            deliveries.reader("standard input", io::stdin().lock())?
        } else {
            deliveries.file(path)
        };
    }
    Ok(match &asked.event {
        Some(event) => deliveries.of_event(event),
        None => deliveries,
    })
}

/// Whether the overlay to write is one of those that are there: then it is the last, behind whose
/// actions there is nothing that more of them could depend on.
fn onto(file: &Path, overlays: &[std::path::PathBuf]) -> Result<bool, Error> {
    let place = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let file_place = place(file);
    match overlays.iter().position(|one| place(one) == file_place) {
        None => Ok(false),
        Some(index) if index + 1 == overlays.len() => Ok(true),
        Some(_) => Err(Error::Usage(format!(
            "`{}` can only be added to if it is the last of the overlays (help: name it last)",
            file.display()
        ))),
    }
}

/// For a person.
fn said(report: &Report) -> String {
    let others = report.deliveries - report.fitting;
    let mut text = match (report.deliveries, others) {
        (1, 0) => "1 delivery, which fits\n".to_owned(),
        (1, _) => "1 delivery, which does not fit\n".to_owned(),
        (all, 0) => format!("{all} deliveries, all of which fit\n"),
        (all, 1) => format!("{all} deliveries, 1 of which does not fit\n"),
        (all, others) => format!("{all} deliveries, {others} of which do not fit\n"),
    };
    let lists = [
        ("Does not fit", &report.misfits),
        ("Fits, and is not described", &report.notes),
    ];
    for (title, list) in lists {
        if !list.is_empty() {
            text.push('\n');
            text.push_str(&places(title, list));
        }
    }
    let lists = [
        ("Events that are not described", &report.unknown),
        ("Deliveries that cannot be read", &report.unreadable),
    ];
    for (title, list) in lists {
        if list.is_empty() {
            continue;
        }
        let mut table = Table::new(format!("{title} ({})", list.len()));
        for one in list {
            let times = times(one.times);
            let first = format!("first in {} #{}", one.first.file, one.first.number);
            table.row([words::line(&one.why), times, first]);
        }
        text.push('\n');
        text.push_str(&table.render());
    }
    text
}

/// A line for each place, and below it one for each kind of what came.
fn places(title: &str, list: &[Found]) -> String {
    let mut table = Table::new(format!("{title} ({})", list.len()));
    for found in list {
        table.line(&format!("{}  {}", found.reference, found.location));
        for came in &found.came {
            let first = &came.first;
            table.row([
                format!("  {}", words::line(&came.what.to_string())),
                often(found, came),
                format!(
                    "first in {} #{} at {}",
                    first.file,
                    first.number,
                    words::line(&first.path)
                ),
            ]);
        }
    }
    table.render()
}

/// How often something came, where it is known what that is out of.
fn often(found: &Found, came: &Came) -> String {
    match (&came.what, found.objects) {
        (What::Missing, Some(objects)) => format!("{} of {objects}", came.times),
        _ => times(came.times),
    }
}

fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        count => format!("{count} times"),
    }
}

fn said_of(mended: &Mended, file: &Path) -> String {
    let file = file.display();
    let report = &mended.report;
    let count = match mended.actions.len() {
        0 if report.all_fit() => {
            return format!("`{file}` is not written, as all fit without it\n");
        }
        0 => {
            return format!(
                "`{file}` is not written, as no change of the main file is known under which they fit\n"
            );
        }
        1 => "1 action".to_owned(),
        count => format!("{count} actions"),
    };
    if report.all_fit() {
        return format!("wrote {file}: {count}, under which all deliveries fit\n");
    }
    format!(
        "wrote {file}: {count}, but not everything fits under it:\n{}",
        said(report)
    )
}

/// For a program.
fn described(report: &Report) -> Value {
    json!({
        "deliveries": report.deliveries,
        "fitting": report.fitting,
        "misfits": report.misfits.iter().map(found).collect::<Vec<_>>(),
        "notes": report.notes.iter().map(found).collect::<Vec<_>>(),
        "unknown": report.unknown.iter().map(unreadable).collect::<Vec<_>>(),
        "unreadable": report.unreadable.iter().map(unreadable).collect::<Vec<_>>(),
    })
}

fn described_of(mended: &Mended, file: &Path) -> Value {
    json!({
        "file": file.display().to_string(),
        "actions": mended.actions.len(),
        "fitting": mended.report.fitting,
        "misfits": mended.report.misfits.iter().map(found).collect::<Vec<_>>(),
    })
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
