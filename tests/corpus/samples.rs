//! A delivery of every event that the documents describe, made up from the description alone.

use hookgen::input::Input;
use hookgen::sample::Source;

use crate::document::{Document, Outcome};

/// Makes them, and says of how many the body is one of its event.
pub(crate) fn make(documents: &[Document]) {
    let mut totals = Totals::default();
    for document in documents {
        if matches!(document.outcome, Outcome::Generated(_)) {
            of_document(document, &mut totals);
        }
    }
    println!(
        "\n{} samples of events, {} of them shown in the description; {} fit; {} of {} with all that may be in them",
        totals.made, totals.shown, totals.fit, totals.full_fit, totals.made
    );
}

#[derive(Default)]
struct Totals {
    made: usize,
    shown: usize,
    fit: usize,
    full_fit: usize,
}

fn of_document(document: &Document, totals: &mut Totals) {
    let Ok(description) = hookgen::describe(&document.path, &Input::default()) else {
        println!("{} is not read again", document.path.display());
        return;
    };
    let (usual, full) = (description.samples(), description.samples().full(true));
    let api = &description.api;
    for webhooks in api.webhooks.iter().chain(&api.callbacks) {
        for event in &webhooks.events {
            let sample = usual.of(webhooks, event);
            totals.made += 1;
            totals.shown += usize::from(sample.source == Source::Example);
            totals.fit += usize::from(sample.fits);
            let full = full.of(webhooks, event);
            totals.full_fit += usize::from(full.fits);
            for one in [&sample, &full] {
                let notes = one.notes.iter().map(String::as_str);
                let unfit = (!one.fits).then_some("it does not fit");
                for note in notes.chain(unfit) {
                    println!("{} {}: {note}", document.path.display(), event.name);
                }
            }
        }
    }
}
