//! The `hookgen` command: from OpenAPI descriptions of webhooks to a Rust crate.

mod answer;
mod arguments;
mod check;
mod completions;
mod diff;
mod early;
mod findings;
mod fit;
mod generate;
mod inspect;
mod json;
mod mend;
mod send;
mod table;
mod target;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use answer::Answer;
use arguments::{Arguments, Command};
use early::Early;

fn main() -> ExitCode {
    let early = Early::of(std::env::args_os().skip(1));
    let arguments = match parse(early) {
        Ok(arguments) => arguments,
        Err(error) => return early.refuse(&error),
    };
    arguments.color.apply();
    let command = arguments.command.name();
    let answer = run(&arguments).unwrap_or_else(|error| Answer::failed(error, command));
    answer.print(arguments.format, Some(command));
    answer.exit.into()
}

fn parse(early: Early) -> Result<Arguments, clap::Error> {
    let matches = Arguments::command()
        .color(early.color.into())
        .try_get_matches()?;
    Arguments::from_arg_matches(&matches)
}

fn run(arguments: &Arguments) -> Result<Answer, hookgen::Error> {
    match &arguments.command {
        Command::Generate(target) => generate::run(target, arguments.strict),
        Command::Check(target) => check::run(target, arguments.strict),
        Command::Inspect(inspect) => inspect::run(inspect, arguments.strict),
        Command::Send(send) => send::run(send, arguments.format, arguments.strict),
        Command::Fit(asked) => fit::run(asked, arguments.strict),
        Command::Completions(completions) => Ok(completions::run(completions)),
    }
}
