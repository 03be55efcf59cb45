//! The deliveries that the documents show, received by what is generated from them: as they are
//! described, leniently, and under the overlay that `hookgen fit` writes from them.
//!
//! None may be lost, and what is typed must come out as it went in, but for what the description
//! does not know.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use hookgen::Module;
use hookgen::fit::Deliveries;
use hookgen::input::Input;
use serde_json::json;

use crate::document::{Document, Outcome};
use crate::payloads;

/// Receives them; whether all went well.
pub(crate) fn receive(documents: &[Document]) -> bool {
    run(documents).unwrap_or_else(|error| {
        println!("{error}");
        false
    })
}

fn run(documents: &[Document]) -> io::Result<bool> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("target/shown");
    if folder.join("crates").exists() {
        fs::remove_dir_all(folder.join("crates"))?;
    }
    fs::create_dir_all(&folder)?;
    let mut names = Vec::new();
    for document in documents {
        let Outcome::Generated(generated) = &document.outcome else {
            continue;
        };
        let shown = shown(&document.path, &generated.module)?;
        if shown.is_empty() {
            continue;
        }
        let file = folder.join(format!("{}.jsonl", document.name));
        fs::write(&file, shown)?;
        let deliveries = Deliveries::new().file(file);
        let (_, lines) = payloads::sorted(&generated.module, &deliveries)?;
        let crates = payloads::Crates {
            root,
            folder: &folder,
            prefix: &format!("{}_", document.name),
        };
        names.extend(crates.write(&document.path, &Input::default(), &deliveries, &lines)?);
    }
    if names.is_empty() {
        println!("no delivery is shown");
        return Ok(true);
    }
    payloads::workspace(root, &folder)?;
    payloads::decode(&folder, &names)
}

/// A line for each delivery that is shown, as recorded deliveries are written. What is shown of
/// several webhooks is one.
fn shown(path: &Path, module: &Module) -> io::Result<String> {
    let Some(webhooks) = &module.api.webhooks else {
        return Ok(String::new());
    };
    let description = hookgen::describe(path, &Input::default())
        .map_err(|_| io::Error::other(format!("{} is not read again", path.display())))?;
    let samples = description.samples();
    let mut lines = BTreeMap::new();
    for event in &webhooks.events {
        for body in samples.examples(event) {
            let line = json!({ "name": event.name, "headers": {}, "body": body });
            lines
                .entry(body.to_string())
                .or_insert_with(|| line.to_string());
        }
    }
    let lines: Vec<_> = lines.into_values().collect();
    Ok(lines.join("\n"))
}
