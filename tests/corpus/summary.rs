//! What is told of the documents.

use std::process::ExitCode;

use crate::compile::Compiled;
use crate::document::{Document, Outcome};

/// A line a document.
pub(crate) fn print(document: &Document) {
    let path = document.path.display();
    let time = document.time.as_millis();
    match &document.outcome {
        Outcome::Generated(generated) => {
            let api = &generated.module.api;
            let events = api.webhooks.as_ref().map_or(0, |all| all.events.len());
            println!(
                "generated {:>4} operations {events:>3} events {:>4} types {:>3} degraded {:>6} lines {time:>4} ms  {path}",
                api.operations.len(),
                api.types.0.len(),
                generated.degraded,
                generated.lines,
            );
        }
        Outcome::Refused(reasons) => {
            println!("refused   {path}");
            for reason in reasons {
                println!("          {reason}");
            }
        }
        Outcome::Panicked => println!("panicked  {path}"),
    }
}

/// The sums, and whether all is well.
pub(crate) fn conclude(documents: &[Document], compiled: Compiled) -> ExitCode {
    let generated: Vec<_> = documents
        .iter()
        .filter_map(|document| match &document.outcome {
            Outcome::Generated(generated) => Some(generated),
            Outcome::Refused(_) | Outcome::Panicked => None,
        })
        .collect();
    let sum = |of: &dyn Fn(&crate::document::Generated) -> usize| -> usize {
        generated.iter().map(|one| of(one)).sum()
    };
    println!(
        "\n{} operations, {} types, {} places degraded, {} lines",
        sum(&|one| one.module.api.operations.len()),
        sum(&|one| one.module.api.types.0.len()),
        sum(&|one| one.degraded),
        sum(&|one| one.lines),
    );
    if let Compiled::Done { documents, .. } = &compiled {
        println!("{documents} documents compiled without a warning");
    }
    if let Compiled::Failed(why) = &compiled {
        println!("what was generated does not compile without a warning: {why}");
    }
    let failed = documents.len() - generated.len();
    println!("{} passed, {failed} failed", generated.len());
    if failed == 0 && !matches!(compiled, Compiled::Failed(_)) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
