//! What a build script has read: every file of it is watched, and a mistake is shown where it is
//! made.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::build_script::{Configuration, configure};

const MAIN: &str = "openapi: 3.1.0
info: { title: A, version: '1' }
servers: [{ url: https://example.com }]
paths:
  /a: { get: { operationId: a, responses: { '200': { $ref: parts/a.yaml } } } }
  /b: { get: { operationId: b, tags: [more], responses: { '200': { description: Well. } } } }
  /c: { get: { operationId: c, responses: { '200': { description: Well. } } } }
";

const OVERLAY: &str = "overlay: 1.0.0
info: { title: Better, version: '1' }
actions: [{ target: $.info, update: { title: Better } }]
";

fn project() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    fs::create_dir(folder.path().join("parts")).expect("a writable folder");
    for (name, text) in [
        ("forge.yaml", MAIN),
        ("other.yaml", MAIN),
        ("parts/a.yaml", "description: Well."),
        ("better.overlay.yaml", OVERLAY),
    ] {
        fs::write(folder.path().join(name), text).expect("a writable folder");
    }
    folder
}

/// What Cargo is told, and then what a build script fails with, without the folder.
fn told(folder: &Path, configuration: Configuration) -> String {
    let configuration = configuration.out_dir(folder.join("out"));
    let prefix = format!("{}{}", folder.display(), std::path::MAIN_SEPARATOR);
    let (messages, result) = configuration.messages(&[&folder.join("forge.yaml")]);
    let mut told = messages.lines().join("\n");
    if let Err(error) = result {
        _ = write!(told, "\n{error:?}");
    }
    told.replace(&prefix, "")
}

#[test]
fn every_file_that_a_description_consists_of_is_watched() {
    let folder = project();
    let configuration = configure().overlay(folder.path().join("better.overlay.yaml"));
    insta::assert_snapshot!(told(folder.path(), configuration), @"
    cargo::rerun-if-changed=forge.yaml
    cargo::rerun-if-changed=better.overlay.yaml
    cargo::rerun-if-changed=parts/a.yaml
    ");
    let client = fs::read_to_string(folder.path().join("out/forge/client.rs")).expect("a file");
    assert!(client.contains("A client of Better."), "{client}");
}

#[test]
fn what_is_said_after_a_description_is_of_that_one() {
    let folder = project();
    let configuration = configure()
        .exclude_operations(&["b"])
        .description("other", folder.path().join("other.yaml"))
        .overlay(folder.path().join("better.overlay.yaml"))
        .exclude_paths(&["/a"]);
    told(folder.path(), configuration);
    let client = |module: &str| {
        let file = folder.path().join("out").join(module).join("client.rs");
        fs::read_to_string(file).unwrap_or_default()
    };
    assert!(client("forge").contains("A client of A."));
    assert!(client("forge").contains("pub fn a(&self)"));
    assert!(!client("forge").contains("pub fn b(&self)"));
    assert!(client("other").contains("pub fn c(&self)"));
    assert!(!client("other").contains("pub fn a(&self)"));
    assert!(!client("other").contains("pub fn b(&self)"));
}

/// What is told, with `build.rs` for the lines of this file, as they are counted from `line` on.
fn told_here(folder: &Path, configuration: Configuration, line: u32) -> String {
    let mut told = told(folder, configuration);
    for number in 0..5 {
        let here = format!("{}:{}:10", file!(), line + number);
        told = told.replace(&here, &format!("build.rs:{number}"));
    }
    told
}

#[test]
fn nothing_is_not_everything() {
    let folder = project();
    let none: [&str; 0] = [];
    let line = line!() + 2;
    let configuration = configure()
        .include_paths(&none)
        .include_webhooks(&none)
        .exclude_operations(&none);
    insta::assert_snapshot!(told_here(folder.path(), configuration, line), @"
    cargo::rerun-if-changed=forge.yaml
    the settings are wrong
      build.rs:0: nothing-wanted: `include` names nothing, so there is nothing to generate (help: name what is wanted, or take it out: then everything is)
    ");

    let line = line!() + 2;
    let configuration = configure()
        .build_receiver(false)
        .build_client(false)
        .build_unused_types(false);
    insta::assert_snapshot!(told_here(folder.path(), configuration, line), @"
    cargo::rerun-if-changed=forge.yaml
    the settings are wrong
      build.rs:0: no-parts: nothing that the description has is generated (help: let some of it be generated: `client`)
    ");
    assert!(!folder.path().join("out").exists(), "nothing is written");
}

#[test]
fn an_entry_that_nothing_is_meant_by_is_shown_where_it_is_made() {
    let folder = project();
    let configuration = configure()
        .include_tags(&["mroe"])
        .exclude_webhooks(&["none"]);
    let line = line!() - 2;
    let told = told(folder.path(), configuration);
    let told = told.replace(&format!("{}:{line}:10", file!()), "build.rs:first");
    insta::assert_snapshot!(told.replace(&format!("{}:{}:10", file!(), line + 1), "build.rs:next"), @"
    cargo::rerun-if-changed=forge.yaml
    the settings are wrong
      build.rs:first: unmatched-entry: no operation has the tag `mroe` (help: did you mean `more`?)
      build.rs:next: unmatched-entry: no webhook is called `none` (help: remove it: the description has none at all)
    ");
}
