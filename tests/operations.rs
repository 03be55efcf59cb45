//! No operation is lost silently: the methods that are generated and the operations that are
//! reported as left out are together those of the description, counted here without our reader.
//!
//! A folder of descriptions of one's own is held to the same by
//! `HOOKGEN_DOCUMENTS=folder cargo test --test operations -- --nocapture`.

use std::path::{Path, PathBuf};
use std::{env, fs};

use hookgen::{Choices, Module, Options, generate};
use serde_json::Value;

#[test]
fn none_is_lost_in_the_fixtures() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let documents: Vec<_> = ["spec", "tests/fixtures"]
        .iter()
        .flat_map(|folder| documents(&root.join(folder)))
        .collect();
    assert!(documents.len() > 20, "the fixtures are there");
    let total = Count::of_all(&documents);
    assert_eq!(total.left_out, 0, "fixtures are what is supported");
}

#[test]
fn none_is_lost_where_something_is_wrong() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/refusals");
    let total = Count::of_all(&documents(&folder));
    assert!(
        total.left_out > 1 && total.refused > 10,
        "the fixtures are there"
    );
}

#[test]
fn none_is_lost_in_a_folder_of_ones_own() {
    let Some(folder) = env::var_os("HOOKGEN_DOCUMENTS") else {
        return;
    };
    let documents = documents(Path::new(&folder));
    let total = Count::of_all(&documents);
    println!(
        "{} documents, {} of them refused: {} operations, {} of them left out",
        documents.len(),
        total.refused,
        total.generated + total.left_out,
        total.left_out
    );
    assert!(
        total.left_out * 500 <= total.generated,
        "at most one operation in 500 is left out"
    );
}

#[derive(Default)]
struct Count {
    generated: usize,
    left_out: usize,
    refused: usize,
}

impl Count {
    /// Holds each document to what it describes, and adds them up.
    fn of_all(documents: &[PathBuf]) -> Self {
        let mut total = Self::default();
        let mut wrong = Vec::new();
        for path in documents {
            let Some(described) = described(path) else {
                continue;
            };
            let module = match generate(path, &options()) {
                Ok(module) => module,
                Err(findings) => {
                    println!("{}: refused: {}", path.display(), findings[0]);
                    total.refused += 1;
                    continue;
                }
            };
            let (generated, left_out) = (methods(&module), left_out(&module, path));
            if generated + left_out != described {
                wrong.push(format!(
                    "{}: of {described} operations {generated} are generated, and {left_out} \
                     reported as left out",
                    path.display()
                ));
            }
            total.generated += generated;
            total.left_out += left_out;
        }
        assert_eq!(wrong, [""; 0]);
        total
    }
}

fn options() -> Options {
    Options {
        name: "module".to_owned(),
        shown_as: "description".to_owned(),
        command: "hookgen generate".to_owned(),
        features: false,
        choices: Choices::default(),
        input: hookgen::input::Input::default(),
    }
}

/// The requests in the generated text.
fn methods(module: &Module) -> usize {
    let texts = module.files.iter().map(|file| file.text.as_str());
    let lines = texts.flat_map(str::lines);
    lines.filter(|line| *line == "operation! {").count()
}

fn left_out(module: &Module, path: &Path) -> usize {
    let mut findings: Vec<_> = module.findings.iter().collect();
    findings.retain(|finding| finding.code == "operation-left-out");
    for finding in &findings {
        println!("{}: {finding}", path.display());
    }
    findings.len()
}

/// How many operations the description at `path` has; `None` for a file that is no description.
fn described(path: &Path) -> Option<usize> {
    let text = fs::read_to_string(path).ok()?;
    let root: Value = serde_yaml::from_str(&text).ok()?;
    let version = match root.get("openapi")? {
        Value::String(version) => version.clone(),
        other => other.to_string(),
    };
    let knows_query = !version.starts_with("3.0") && !version.starts_with("3.1");
    let items = root.get("paths").and_then(Value::as_object);
    let items = items.into_iter().flatten();
    let operations = items
        .filter(|(key, _)| !key.starts_with("x-"))
        .map(|(_, item)| operations(&root, item, knows_query));
    Some(operations.sum())
}

/// Of a path item, and of the one that it refers to.
fn operations(root: &Value, item: &Value, knows_query: bool) -> usize {
    let mut count = own_operations(item, knows_query);
    let mut item = item;
    for _ in 0..16 {
        let target = item.get("$ref").and_then(Value::as_str);
        match target.and_then(|target| root.pointer(target.strip_prefix('#')?)) {
            Some(target) => {
                item = target;
                count += own_operations(item, knows_query);
            }
            None => break,
        }
    }
    count
}

fn own_operations(item: &Value, knows_query: bool) -> usize {
    let mut methods = vec![
        "delete", "get", "head", "options", "patch", "post", "put", "trace",
    ];
    methods.extend(knows_query.then_some("query"));
    let usual = methods
        .into_iter()
        .filter(|method| item.get(method).is_some_and(Value::is_object))
        .count();
    let others = item.get("additionalOperations").and_then(Value::as_object);
    let others = others.filter(|_| knows_query).into_iter().flatten();
    usual
        + others
            .filter(|(_, operation)| operation.is_object())
            .count()
}

/// Every document in `folder`, and in the folders in it.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).expect("a folder");
    for entry in entries {
        let path = entry.expect("an entry").path();
        let extension = path.extension().and_then(|one| one.to_str());
        if path.is_dir() {
            found.extend(documents(&path));
        } else if matches!(extension, Some("json" | "yaml" | "yml")) {
            found.push(path);
        }
    }
    found.sort();
    found
}
