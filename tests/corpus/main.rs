//! Generates from every description in a folder, and says what came of each.
//!
//! ```sh
//! cargo test --release --test corpus -- --folder ../descriptions
//! cargo test --release --test corpus -- --folder ../descriptions --compile all
//! ```
//!
//! Without `--folder` the fixtures serve, and `--only TEXT` takes the documents with this in their
//! path. `--compile N` also compiles what was generated for N of the documents, warnings denied;
//! of those `--style` asks rustfmt, and `--examples` decodes and encodes the examples, and leaves
//! out documents without. `--samples` makes up a delivery of every event, says how many fit, and
//! decodes those of what is compiled. `--shown` has the deliveries that the documents show received by
//! what is generated from them, and `--payloads FILE` recorded ones of one document, which `--only`
//! has to choose.
//!
//! It fails where generating panics, where an operation is neither generated nor reported, where a
//! document is refused that is a description, and where generated code has a warning.

mod arguments;
mod compile;
mod document;
mod examples;
mod find;
mod payloads;
mod samples;
mod shown;
mod style;
mod summary;

use std::process::ExitCode;

use arguments::Arguments;

fn main() -> ExitCode {
    let Some(arguments) = Arguments::read(std::env::args().skip(1)) else {
        return ExitCode::SUCCESS;
    };
    let documents: Vec<_> = find::descriptions(&arguments)
        .iter()
        .map(|path| document::generate(path))
        .inspect(summary::print)
        .collect();
    if arguments.samples {
        samples::make(&documents);
    }
    let compiled = compile::compile(&documents, &arguments);
    let measured = payloads::measure(&documents, &arguments)
        && (!arguments.shown || shown::receive(&documents));
    let concluded = summary::conclude(&documents, compiled);
    if measured {
        concluded
    } else {
        ExitCode::FAILURE
    }
}
