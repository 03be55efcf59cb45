//! A delivery of every event that the documents describe, made up from the description alone.

use std::path::Path;
use std::{fs, io};

use hookgen::Description;
use hookgen::api::{Webhooks, pointer};
use hookgen::input::Input;
use hookgen::sample::{Sample, Source};
use serde_json::{Value, json};

use crate::document::{Document, Generated, Outcome};

/// What every program that decodes samples does; the types that it does it for are generated.
const PROGRAM: &str = include_str!("samples_program.rs");

/// Makes them, and says of how many the body is one of its event.
pub(crate) fn make(documents: &[Document]) {
    let mut totals = Totals::default();
    for document in documents {
        if matches!(document.outcome, Outcome::Generated(_)) {
            of_document(&document.path, &mut totals);
        }
    }
    println!(
        "\n{} samples of events, {} of them shown in the description; {} fit; {} with all that may be in them fit",
        totals.made, totals.shown, totals.fit, totals.full_fit
    );
}

#[derive(Default)]
struct Totals {
    made: usize,
    shown: usize,
    fit: usize,
    full_fit: usize,
}

fn of_document(path: &Path, totals: &mut Totals) {
    let shown_as = path.display();
    let Ok(description) = hookgen::describe(path, &Input::default()) else {
        println!("{shown_as} is not read again");
        return;
    };
    each(&description, |is_full, _, _, event, sample| {
        let count = match is_full {
            true => &mut totals.full_fit,
            false => {
                totals.made += 1;
                totals.shown += usize::from(sample.source == Source::Example);
                &mut totals.fit
            }
        };
        *count += usize::from(sample.fits);
        let notes = sample.notes.iter().map(String::as_str);
        let unfit = (!sample.fits).then_some("it does not fit");
        for note in notes.chain(unfit) {
            println!("{shown_as} {event}: {note}");
        }
    });
}

/// Calls `seen` for each event, with what is told in it and with all of it.
fn each(description: &Description, mut seen: impl FnMut(bool, bool, &Webhooks, &str, &Sample)) {
    let api = &description.api;
    let webhooks = api.webhooks.iter().map(|all| (false, all));
    let callbacks = api.callbacks.iter().map(|all| (true, all));
    let all: Vec<(bool, &Webhooks)> = webhooks.chain(callbacks).collect();
    for is_full in [false, true] {
        let samples = description.samples().full(is_full);
        for (is_callback, webhooks) in &all {
            for event in &webhooks.events {
                let sample = samples.of(webhooks, event);
                seen(is_full, *is_callback, webhooks, &event.name, &sample);
            }
        }
    }
}

/// The event itself in a delivery of one: an item, where a delivery may have several.
pub(crate) fn own<'a>(webhooks: &Webhooks, body: &'a Value) -> &'a Value {
    let batch = webhooks.batch.as_ref();
    let item = batch.and_then(|batch| body.pointer(&pointer(&batch.first())));
    item.unwrap_or(body)
}

/// Writes the program into the crate in `folder` that decodes samples for `documents`.
pub(crate) fn write(folder: &Path, documents: &[(&str, &Path, &Generated)]) -> io::Result<()> {
    let data = folder.join("samples");
    fs::create_dir_all(&data)?;
    let mut calls = String::new();
    for (name, path, generated) in documents {
        let Ok(description) = hookgen::describe(path, &Input::default()) else {
            continue;
        };
        let mut lines = String::new();
        each(&description, |_, is_callback, webhooks, event, sample| {
            let body = own(webhooks, &sample.body);
            let line = json!({ "callback": is_callback, "event": event, "body": body });
            lines.push_str(&format!("{line}\n"));
        });
        fs::write(data.join(format!("{name}.jsonl")), lines)?;
        let api = &generated.module.api;
        let decode = |is_there: bool, module: &str| match is_there {
            true => format!("Some(decode::<part::{name}{module}::Event>)"),
            false => "None".to_owned(),
        };
        calls.push_str(&format!(
            "    totals.document({name:?}, include_str!(\"../../samples/{name}.jsonl\"), {}, {});\n",
            decode(api.webhooks.is_some(), ""),
            decode(api.callbacks.is_some(), "::callbacks"),
        ));
    }
    let program = PROGRAM.replace("    // Each document is called here.\n", &calls);
    fs::create_dir_all(folder.join("src/bin"))?;
    fs::write(folder.join("src/bin/decode_samples.rs"), program)
}
