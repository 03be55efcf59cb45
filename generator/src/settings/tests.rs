//! What a settings file may say, and what is said of one that is wrong.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::Settings;
use crate::choices::{Choice, Format, Formats, Layout, Received, StandIn};
use crate::error::Error;
use crate::input::{Entry, References};

fn read(text: &str) -> Result<Settings, Error> {
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("sezzle.yaml"), "").expect("a writable folder");
    let file = folder.path().join("hookgen.toml");
    fs::write(&file, text).expect("a writable folder");
    Settings::read(&file)
}

/// One line a problem, without the folder.
fn problems(text: &str) -> String {
    let error = read(text).expect_err("settings that are wrong");
    let lines: Vec<_> = error
        .findings()
        .iter()
        .map(|finding| {
            let line = finding.to_string();
            let start = line.find("hookgen.toml").expect("the file is named");
            line[start..].to_owned()
        })
        .collect();
    lines.join("\n")
}

#[test]
fn everything_is_read() {
    let settings = read(
        r#"
        output = "../generated"
        command = "cargo regen"
        package = { name = "payment-webhooks", description = "Payments" }
        [descriptions]
        other.path = "sezzle.yaml"
        [descriptions.a]
        path = "sezzle.yaml"
        "#,
    )
    .expect("nothing is wrong");
    assert_eq!(settings.output.as_deref(), Some(Path::new("../generated")));
    assert_eq!(settings.command, "cargo regen");
    assert_eq!(settings.package.name.as_deref(), Some("payment-webhooks"));
    assert_eq!(settings.package.description.as_deref(), Some("Payments"));
    let names: Vec<_> = settings.descriptions.iter().map(|one| &one.name).collect();
    assert_eq!(names, ["a", "other"]);
}

#[test]
fn what_is_chosen_for_a_description_is_read() {
    let settings = read(
        r##"
        [descriptions.shop]
        path = "sezzle.yaml"
        layout = "file-per-type"
        received = "lenient"
        parts = ["receiver", "types"]
        derives = ["Eq", "Hash"]
        attributes = { "*" = "#[must_use]", Order = ["#[doc(hidden)]"] }
        formats.date-time = "jiff"
        [descriptions.shop.rename]
        Order = "Purchase"
        "Order.createdAt" = "created"
        [descriptions.shop.replace]
        Money = "crate::Money"
        "##,
    )
    .expect("nothing is wrong");
    let choices = &settings.descriptions[0].choices;
    let said = |list: &[Choice]| {
        let pairs = list
            .iter()
            .map(|one| format!("{} = {}", one.key, one.value));
        pairs.collect::<Vec<_>>()
    };
    assert_eq!(choices.layout, Layout::FilePerType);
    assert_eq!(choices.received, Received::Lenient);
    let parts = choices.parts();
    assert!(!parts.client && parts.receiver && parts.types);
    assert_eq!(said(&choices.derives), ["* = Eq", "* = Hash"]);
    assert_eq!(
        said(&choices.attributes),
        ["* = #[must_use]", "Order = #[doc(hidden)]"]
    );
    assert_eq!(
        Formats::of(&choices.formats).get(Format::DateTime),
        StandIn::Jiff
    );
    assert_eq!(
        said(&choices.rename),
        ["Order = Purchase", "Order.createdAt = created"]
    );
    assert_eq!(said(&choices.replace), ["Money = crate::Money"]);
    assert_eq!(choices.replace[0].key_at.position, Some((14, 9)));
    assert_eq!(choices.replace[0].value_at.position, Some((14, 17)));
}

#[test]
fn every_problem_is_reported_with_its_place() {
    insta::assert_snapshot!(problems(
        r#"
outptu = "../generated"
command = 3
license = "MIT"

[package]
name = "payment webhooks"

[descriptions.type]
path = "sezzle.yaml"

[descriptions.stripe]
pth = "sezzle.yaml"

[descriptions.sezzle]
path = "sezle.yaml"
"#
    ), @"
    hookgen.toml:2:1: unknown-key: `outptu` is not a setting (help: did you mean `output`?)
    hookgen.toml:4:1: unknown-key: `license` is not a setting (help: the keys here are `command`, `descriptions`, `output`, `package`)
    hookgen.toml:3:11: wrong-type: `command` is an integer, and text in quotes belongs there
    hookgen.toml:7:8: package-name: `payment webhooks` is no package's name (help: use letters, digits, - and _, with a letter first)
    hookgen.toml:9:15: module-name: `type` is a keyword in Rust (help: it becomes a module and a feature: choose another name)
    hookgen.toml:13:1: unknown-key: `pth` is not a setting (help: did you mean `path`?)
    hookgen.toml:12:15: missing-key: the description `stripe` has no `path` (help: add `path = \"…\"`, relative to this file's folder)
    hookgen.toml:16:8: missing-description: `sezle.yaml` does not exist (help: there is `sezzle.yaml` in its folder)
    ");
}

#[test]
fn what_is_no_toml_is_reported_with_its_place() {
    let line = problems("output = \"x\"\n[descriptions\n");
    assert!(
        line.starts_with("hookgen.toml:2:14: invalid-toml: "),
        "{line}"
    );
}

#[test]
fn nothing_to_generate_is_a_problem() {
    insta::assert_snapshot!(problems("output = \"x\"\n"), @r#"hookgen.toml: no-descriptions: no description is named, so there is nothing to generate (help: add a table such as `[descriptions.sezzle]` with `path = "sezzle.yaml"`)"#);
}

#[test]
fn a_command_is_one_line() {
    let line = problems("command = \"a\\nb\"\n[descriptions.a]\npath = \"sezzle.yaml\"\n");
    assert_eq!(
        line,
        "hookgen.toml:1:11: several-lines: `command` must be one line, as comments name it"
    );
}

#[test]
fn names_that_mean_something_else_are_refused() {
    for name in ["client", "default", "lib", "aux", "com1", "Sezzle", "3ds"] {
        let text = format!("[descriptions.{name}]\npath = \"sezzle.yaml\"\n");
        assert!(problems(&text).contains("module-name"), "{name}");
    }
}

#[test]
fn the_nearest_file_upward_is_found() {
    let folder = TempDir::new().expect("a temporary folder");
    let deep = folder.path().join("a/b");
    fs::create_dir_all(&deep).expect("a writable folder");
    fs::create_dir(folder.path().join("spec")).expect("a writable folder");
    let file: PathBuf = folder.path().join("spec/hookgen.toml");
    fs::write(&file, "").expect("a writable folder");
    assert_eq!(Settings::find(&deep), Some(file.clone()));
    assert_eq!(Settings::find(&folder.path().join("spec")), Some(file));
}

#[test]
fn what_is_read_of_a_description_is_read() {
    let settings = read(
        r#"
        [descriptions.a]
        path = "sezzle.yaml"
        references = "anywhere"
        overlays = ["sezzle.yaml", "./sezzle.yaml"]
        include = { paths = ["/v1/**"], webhooks = ["order.*"] }
        exclude.tags = ["internal"]
        exclude.operations = ["resetAll"]
        "#,
    )
    .expect("nothing is wrong");
    let input = &settings.descriptions[0].input;
    assert_eq!(input.references, References::Anywhere);
    let overlays = ["sezzle.yaml", "./sezzle.yaml"].map(PathBuf::from);
    assert_eq!(input.overlays, overlays);
    let entries = |list: &[Entry]| -> Vec<_> {
        let shown = |one: &Entry| format!("{} {:?}", one.text, one.at.position);
        list.iter().map(shown).collect()
    };
    assert_eq!(entries(&input.include.paths), ["/v1/** Some((6, 30))"]);
    assert_eq!(entries(&input.include.webhooks), ["order.* Some((6, 53))"]);
    assert_eq!(entries(&input.exclude.tags), ["internal Some((7, 25))"]);
    let operations = entries(&input.exclude.operations);
    assert_eq!(operations, ["resetAll Some((8, 31))"]);
}

#[test]
fn what_cannot_be_said_of_what_is_read_is_reported() {
    insta::assert_snapshot!(problems(
        r#"
[descriptions.a]
path = "sezzle.yaml"
references = "network"
overlays = "sezzle.yaml"
include = ["/v1/**"]
exclude = { path = ["/v1/**"], tags = [1] }
[descriptions.b]
path = "sezzle.yaml"
overlays = ["sezle.yaml"]
"#
    ), @r#"
    hookgen.toml:4:14: unknown-value: `references` cannot be `network` (help: write "folder" or "anywhere")
    hookgen.toml:5:12: wrong-type: `overlays` is text, and a list of texts in quotes belongs there
    hookgen.toml:6:11: wrong-type: `include` is an array, and a table belongs there
    hookgen.toml:7:13: unknown-key: `exclude.path` is not a setting (help: did you mean `paths`?)
    hookgen.toml:7:40: wrong-type: `tags` is a list of texts in quotes, and this is none
    hookgen.toml:10:13: missing-overlay: `sezle.yaml` does not exist (help: there is `sezzle.yaml` in its folder)
    "#);
}
