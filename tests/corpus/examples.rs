//! The examples of the documents, decoded into what was generated and encoded again: the same JSON
//! must come out, but for what the description does not know.
//!
//! Which examples fit their own schemas, and may be asked of, is told by `examples.py`, which a
//! validator of JSON Schema stands behind; `spec/validate` installs that.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::{env, fs, io};

use crate::document::Generated;

/// What every program that checks examples does; the types that it does it for are generated.
const PROGRAM: &str = include_str!("examples_program.rs");

/// Writes the program into the crate in `folder` that checks the examples of `documents`.
pub(crate) fn write(
    root: &Path,
    folder: &Path,
    documents: &[(&str, &Path, &Generated)],
) -> io::Result<()> {
    let data = folder.join("examples");
    fs::create_dir_all(&data)?;
    let mut program = PROGRAM.to_owned();
    let mut calls = String::new();
    for (name, path, generated) in documents {
        let lines = fitting_examples(root, path)?;
        fs::write(data.join(format!("{name}.jsonl")), lines)?;
        let arms: String = names_by_origin(generated)
            .iter()
            .map(|(origin, ty)| format!("        {origin:?} => check::<types::{ty}>(value),\n"))
            .collect();
        program.push_str(&format!(
            "
fn {name}(pointer: &str, value: &Value) -> Option<Vec<String>> {{
    use part::{name}::types;
    Some(match pointer {{
{arms}        _ => return None,
    }})
}}
"
        ));
        calls.push_str(&format!(
            "    totals.document({name:?}, include_str!(\"../../examples/{name}.jsonl\"), {name});\n"
        ));
    }
    program = program.replace("    // Each document is called here.\n", &calls);
    fs::create_dir_all(folder.join("src/bin"))?;
    fs::write(folder.join("src/bin/decode_examples.rs"), program)
}

/// Runs the programs of all crates in the workspace in `folder`.
pub(crate) fn run(folder: &Path, crates: &[String]) -> io::Result<bool> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut is_well = true;
    for name in crates {
        let status = Command::new(&cargo)
            .args(["run", "--quiet", "--offline", "--package", name])
            .current_dir(folder)
            .status()?;
        is_well &= status.success();
    }
    Ok(is_well)
}

fn fitting_examples(root: &Path, path: &Path) -> io::Result<String> {
    let python = root.join("target/validate/bin/python");
    let output = Command::new(&python)
        .arg(root.join("tests/corpus/examples.py"))
        .arg(path)
        .output()
        .map_err(|error| {
            let python = python.display();
            io::Error::other(format!("{python}: {error} (help: run spec/validate)"))
        })?;
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr);
        return Err(io::Error::other(format!("{}: {told}", path.display())));
    }
    String::from_utf8(output.stdout).map_err(io::Error::other)
}

/// What each type is called, by where it stands in the description: its documentation says both.
fn names_by_origin(generated: &Generated) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for file in &generated.module.files {
        if !file.path.starts_with("types") {
            continue;
        }
        let mut origin = None;
        for line in file.text.lines() {
            let line = line.trim_start();
            if let Some(text) = line.strip_prefix("/// `#/") {
                origin = text.strip_suffix('`').map(|text| format!("#/{text}"));
            } else if let Some(rest) = line.strip_prefix("pub ") {
                let mut words = rest.split([' ', '<', '(']);
                if matches!(words.next(), Some("struct" | "enum" | "type"))
                    && let (Some(origin), Some(name)) = (origin.take(), words.next())
                {
                    names.insert(origin, name.to_owned());
                }
            }
        }
    }
    names
}
