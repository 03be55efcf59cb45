//! Input that nobody should write: what comes of it is an error that says what is wrong, or Rust
//! that parses. Never a panic, never an exhausted stack, never code that the input brought along.

mod depth;
mod many;
mod mutations;
mod references;
mod texts;
mod words;

use std::fmt::Write as _;

use hookgen::diagnostics::Severity;
use hookgen::{Finding, Module, Options, generate_text};
use serde_json::{Map, Value, json};

/// What is generated, which is Rust, or the codes of the errors.
fn outcome(text: &str) -> Result<Module, Vec<&'static str>> {
    let options = Options {
        name: "hostile".to_owned(),
        shown_as: "hostile.yaml\n*/ fn injected() {}".to_owned(),
        command: "run `me` \"now\"\nfn injected() {}".to_owned(),
        features: true,
        choices: hookgen::Choices::default(),
        input: hookgen::input::Input::default(),
    };
    match generate_text(text, &options) {
        Ok(module) => {
            for file in &module.files {
                if let Err(error) = syn::parse_file(&file.text) {
                    panic!("{} does not parse: {error}\n{}", file.path, file.text);
                }
            }
            Ok(module)
        }
        Err(findings) => Err(errors(&findings)),
    }
}

fn errors(findings: &[Finding]) -> Vec<&'static str> {
    let errors = findings
        .iter()
        .filter(|one| one.severity == Severity::Error);
    let codes: Vec<_> = errors.map(|one| one.code).collect();
    assert!(!codes.is_empty(), "a refusal has a reason");
    codes
}

fn refused(text: &str) -> Vec<&'static str> {
    outcome(text).expect_err("nothing can be made of this")
}

fn generated(text: &str) -> Module {
    outcome(text).unwrap_or_else(|codes| panic!("{codes:?}"))
}

fn warnings(module: &Module) -> Vec<&'static str> {
    module.findings.iter().map(|one| one.code).collect()
}

/// A description with these schemas.
fn with_schemas(schemas: Value) -> String {
    let api = json!({
        "openapi": "3.1.0",
        "info": { "title": "Parcels", "version": "1" },
        "components": { "schemas": schemas },
    });
    api.to_string()
}
