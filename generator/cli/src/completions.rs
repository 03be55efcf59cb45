//! `hookgen completions`

use clap::CommandFactory;
use serde_json::json;

use crate::answer::Answer;
use crate::arguments::{Arguments, Completions};
use crate::json::members;

/// Makes a script for a shell.
pub(crate) fn run(completions: &Completions) -> Answer {
    let mut script = Vec::new();
    clap_complete::generate(
        completions.shell,
        &mut Arguments::command(),
        "hookgen",
        &mut script,
    );
    let script = String::from_utf8_lossy(&script).into_owned();
    let object = members(json!({ "script": script }));
    Answer::new(script, object)
}
