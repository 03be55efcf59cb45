//! The `hookgen` command: from OpenAPI descriptions of webhooks to a Rust crate.

mod answer;
mod arguments;
mod check;
mod completions;
mod diff;
mod findings;
mod generate;
mod inspect;
mod json;
mod table;
mod target;

use std::process::ExitCode;

use clap::Parser;

use answer::Answer;
use arguments::{Arguments, Command};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    arguments.color.apply();
    let result = match &arguments.command {
        Command::Generate(target) => generate::run(target, arguments.strict),
        Command::Check(target) => check::run(target, arguments.strict),
        Command::Inspect(inspect) => inspect::run(inspect, arguments.strict),
        Command::Completions(completions) => Ok(completions::run(completions)),
    };
    let answer = result.unwrap_or_else(Answer::failed);
    answer.print(arguments.format, arguments.command.name());
    answer.exit.into()
}
