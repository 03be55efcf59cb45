//! The examples of the documents, decoded into what was generated and encoded again: the same JSON
//! must come out, but for what the description does not know.
//!
//! Which examples fit their own schemas, and may be asked of, is told by `examples.py`, which a
//! validator of JSON Schema stands behind; `spec/validate` installs that.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::{env, fs, io};

use serde_json::Value;

use crate::document::Generated;

/// What every program that checks examples does; the types that it does it for are generated.
const PROGRAM: &str = include_str!("examples_program.rs");

/// The examples that fit their schemas: of each document, what stands at which schema.
pub(crate) struct Examples(BTreeMap<String, Vec<Example>>);

struct Example {
    pointer: String,
    /// The example with its pointer, as a line of JSON.
    line: String,
}

impl Examples {
    /// Asks for those of the documents at `paths`.
    pub(crate) fn find<'a>(root: &Path, paths: impl Iterator<Item = &'a Path>) -> io::Result<Self> {
        let python = root.join("target/validate/bin/python");
        let output = Command::new(&python)
            .arg(root.join("tests/corpus/examples.py"))
            .args(paths)
            .output()
            .map_err(|error| {
                let python = python.display();
                io::Error::other(format!("{python}: {error} (help: run spec/validate)"))
            })?;
        if !output.status.success() {
            return Err(io::Error::other(String::from_utf8_lossy(&output.stderr)));
        }
        let mut found: BTreeMap<String, Vec<Example>> = BTreeMap::new();
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            let example: Value = serde_json::from_str(line)?;
            let text = |name: &str| example[name].as_str().unwrap_or_default().to_owned();
            found.entry(text("description")).or_default().push(Example {
                pointer: text("pointer"),
                line: line.to_owned(),
            });
        }
        Ok(Self(found))
    }

    /// Whether the document at `path` has any.
    pub(crate) fn has(&self, path: &Path) -> bool {
        self.0.contains_key(&*path.to_string_lossy())
    }

    fn of(&self, path: &Path) -> &[Example] {
        let found = self.0.get(&*path.to_string_lossy());
        found.map_or(&[], Vec::as_slice)
    }
}

/// Writes the program into the crate in `folder` that checks the examples of `documents`.
pub(crate) fn write(
    folder: &Path,
    documents: &[(&str, &Path, &Generated)],
    examples: &Examples,
) -> io::Result<()> {
    let data = folder.join("examples");
    fs::create_dir_all(&data)?;
    let mut program = PROGRAM.to_owned();
    let mut calls = String::new();
    for (name, path, generated) in documents {
        let of_document = examples.of(path);
        let lines: Vec<&str> = of_document.iter().map(|one| one.line.as_str()).collect();
        fs::write(data.join(format!("{name}.jsonl")), lines.join("\n"))?;
        // Only what has an example is asked, as whatever is asked is compiled.
        let arms: String = names_by_origin(generated)
            .iter()
            .filter(|(origin, _)| of_document.iter().any(|one| one.pointer == **origin))
            .map(|(origin, ty)| {
                format!("        {origin:?} => Some(check::<types::{ty}>(value)),\n")
            })
            .collect();
        let imports = match arms.is_empty() {
            true => String::new(),
            false => format!("    use part::{name}::types;\n"),
        };
        let value = if arms.is_empty() { "_value" } else { "value" };
        write!(
            program,
            "
fn {name}(pointer: &str, {value}: &Value) -> Option<Vec<String>> {{
{imports}    match pointer {{
{arms}        _ => None,
    }}
}}
"
        )
        .map_err(io::Error::other)?;
        writeln!(
            calls,
            "    totals.document({name:?}, include_str!(\"../../examples/{name}.jsonl\"), {name});"
        )
        .map_err(io::Error::other)?;
    }
    program = program.replace("    // Each document is called here.\n", &calls);
    fs::create_dir_all(folder.join("src/bin"))?;
    fs::write(folder.join("src/bin/decode_examples.rs"), program)
}

/// Runs the program of this name of all crates in the workspace in `folder`.
pub(crate) fn run(folder: &Path, crates: &[String], program: &str) -> io::Result<bool> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut is_well = true;
    for name in crates {
        let status = Command::new(&cargo)
            .args([
                "run",
                "--quiet",
                "--offline",
                "--package",
                name,
                "--bin",
                program,
            ])
            .current_dir(folder)
            .status()?;
        is_well &= status.success();
    }
    Ok(is_well)
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
