//! `src/lib.rs`: a crate's documentation and its modules.

use super::About;
use super::overview::{overview, plain};
use crate::module::Module;
use crate::output::RUST_MARK;

/// The whole file.
pub(super) fn library(about: &About, command: &str, modules: &[Module]) -> String {
    let what = match &about.description {
        Some(description) => plain(description),
        None => "Webhook APIs: their types, events, clients and receivers.".to_owned(),
    };
    let docs = comment(&format!("{what}\n\n{}", overview(modules)));
    let declarations = modules
        .iter()
        .map(|module| format!("\n#[cfg(feature = \"{0}\")]\npub mod {0};\n", module.name))
        .collect::<Vec<_>>()
        .concat();
    format!(
        "{RUST_MARK}: change the descriptions and run `{command}`.

{docs}
#![forbid(unsafe_code)]

pub use hookgen_runtime as runtime;
{declarations}"
    )
}

/// Each line as one of a crate's documentation.
fn comment(text: &str) -> String {
    text.lines()
        .map(|line| format!("//! {line}").trim_end().to_owned() + "\n")
        .collect::<Vec<_>>()
        .concat()
}
