//! `hookgen inspect`: what a description says, as hookgen understands it.

mod api;
mod deliveries;
mod pages;
mod signature;
mod types;
pub(crate) mod words;

use hookgen::input::Input;
use hookgen::{Choices, Error, Finding, Module, Options};
use serde_json::{Map, Value, json};

use crate::answer::Answer;
use crate::arguments::Inspect;
use crate::json::{self, members};
use crate::table::Table;

/// Reads a description, and writes nothing.
pub(crate) fn run(inspect: &Inspect, strict: bool) -> Result<Answer, Error> {
    let mut input = Input::default();
    input.overlays.clone_from(&inspect.overlay);
    let options = Options {
        name: "inspected".to_owned(),
        shown_as: inspect.file.display().to_string(),
        command: String::new(),
        features: false,
        choices: Choices::default(),
        input,
    };
    let module = hookgen::generate(&inspect.file, &options).map_err(Error::Description)?;
    if strict && !module.findings.is_empty() {
        return Err(Error::strict(module.findings));
    }
    Ok(answer(&module))
}

fn answer(module: &Module) -> Answer {
    let api = &module.api;
    let mut sections = vec![api::servers(api), api::security(api), api::operations(api)];
    sections.extend(pages::pages(api));
    sections.push(deliveries::events(api));
    sections.extend(deliveries::envelope(api));
    sections.extend([
        deliveries::verification(api),
        types::types(api),
        not_expressed(&module.findings),
    ]);
    sections.extend(deliveries::callbacks(api));
    let title = words::line(&api.title);
    let version = words::line(&api.version);
    let mut text = format!("{title}, version {version}\n");
    let mut object = members(json!({ "title": api.title, "version": api.version }));
    for section in sections {
        text.push('\n');
        text.push_str(&section.table.render());
        object.extend(section.members);
    }
    Answer::new(text, object)
}

/// A part of the answer, for both formats.
struct Section {
    table: Table,
    members: Map<String, Value>,
}

impl Section {
    /// One that is a list for a program.
    fn list(table: Table, member: &str, list: Vec<Value>) -> Self {
        Self {
            table,
            members: Map::from_iter([(member.to_owned(), Value::Array(list))]),
        }
    }
}

/// What could not be expressed: one line each, as the tables above are what was asked for.
fn not_expressed(findings: &[Finding]) -> Section {
    let title = match findings.len() {
        0 => "Everything could be expressed".to_owned(),
        count => format!("Could not be expressed ({count})"),
    };
    let mut table = Table::new(title);
    for finding in findings {
        table.row([
            finding.location.to_string(),
            finding.code.to_owned(),
            words::line(&finding.message),
        ]);
    }
    let list = findings.iter().map(json::finding).collect();
    Section::list(table, "findings", list)
}
