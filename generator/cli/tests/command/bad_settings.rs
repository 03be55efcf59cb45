//! A `hookgen.toml`, or a `Cargo.toml`, that is wrong.

use insta::assert_snapshot;

use crate::support::{Folder, SETTINGS};

fn refused(name: &str, settings: &[u8]) {
    let folder = Folder::generated();
    folder.write("spec/hookgen.toml", settings);
    let before = folder.files();
    let answer = folder.run(&["generate"]);
    assert_eq!(folder.files(), before);
    assert_eq!(answer.stdout, "", "{answer}");
    assert_snapshot!(name, answer);
}

#[test]
fn broken() {
    refused(
        "broken",
        b"output = \"../generated\"\n[descriptions.forge\n",
    );
}

#[test]
fn no_utf_8() {
    refused("no_utf_8", b"output = \"../generated\"\n# caf\xE9\n");
}

#[test]
fn empty() {
    refused("empty", b"");
}

#[test]
fn unknown_keys() {
    let text = SETTINGS.replace("output", "outptu");
    let text = text
        .replace("path", "file")
        .replace("description =", "licence =");
    refused("unknown_keys", text.as_bytes());
}

#[test]
fn no_output() {
    let text = SETTINGS.replace("output = \"../generated\"\n", "");
    refused("no_output", text.as_bytes());
}

#[test]
fn a_description_that_is_not_there() {
    let text = SETTINGS.replace("forge.yaml", "froge.yaml");
    refused("a_description_that_is_not_there", text.as_bytes());
}

#[test]
fn choices_for_nothing() {
    let text = format!(
        "{SETTINGS}parts = [\"client\", \"reciever\"]

[descriptions.forge.rename]
hook = \"Subscription\"
\"Hook.uri\" = \"target\"
listHooks = \"subscriptions\"
"
    );
    refused("choices_that_are_none", text.as_bytes());
    let text = text.replace("reciever", "receiver");
    refused("choices_for_nothing", text.as_bytes());
}

#[test]
fn none_anywhere() {
    let folder = Folder::new();
    assert_snapshot!("none_anywhere", folder.run(&["generate"]));
}

#[test]
fn none_where_they_should_be() {
    let folder = Folder::with_settings();
    let answer = folder.run(&["generate", "--settings", "hookgen.toml"]);
    assert_snapshot!("none_where_they_should_be", answer);
    let answer = folder.run(&["generate", "--settings", "spec"]);
    assert_snapshot!("a_directory", answer);
}

#[test]
fn a_broken_manifest() {
    let folder = Folder::generated();
    folder.edit("generated/Cargo.toml", "[package]", "[package");
    let before = folder.files();
    let answer = folder.run(&["generate"]);
    assert_eq!(folder.files(), before);
    assert_snapshot!("a_broken_manifest", answer);
}

#[test]
fn a_manifest_of_another_shape() {
    let folder = Folder::with_settings();
    folder.write("generated/Cargo.toml", "features = 3\n");
    assert_snapshot!("a_manifest_of_another_shape", folder.run(&["generate"]));
}

#[test]
fn a_crate_is_no_stream() {
    let folder = Folder::new();
    let answer = folder.run(&["generate", "forge.yaml", "-o", "-"]);
    assert_snapshot!("no_folder", answer);
    assert!(!folder.path("-").exists());
}
