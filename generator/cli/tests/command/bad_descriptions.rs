//! A description from which nothing can be generated: what, where, and what to do.

use insta::assert_snapshot;

use crate::support::Folder;

/// Whatever was in the folder stays as it was.
fn refused(name: &str, file: &str, bytes: &[u8]) {
    let folder = Folder::new();
    folder
        .run(&["generate", "forge.yaml", "-o", "out"])
        .is_well();
    folder.write(file, bytes);
    let before = folder.files();
    let answer = folder.run(&["generate", file, "-o", "out"]);
    assert_eq!(folder.files(), before);
    assert_eq!(answer.stdout, "", "{answer}");
    assert_snapshot!(name, answer);
}

#[test]
fn no_utf_8() {
    let text = b"openapi: 3.1.0\ninfo: { title: Caf\xE9 }\n";
    refused("no_utf_8", "latin.yaml", text);
}

#[test]
fn utf_16() {
    refused("utf_16", "utf16.yaml", b"\xFF\xFEo\0p\0e\0n\0");
}

#[test]
fn empty() {
    refused("empty", "empty.yaml", b"");
}

#[test]
fn broken_yaml() {
    let text = b"openapi: 3.1.0\ninfo: { title: A, version: 1\npaths: {}\n";
    refused("broken_yaml", "broken.yaml", text);
}

#[test]
fn broken_json() {
    let text = b"{\n  \"openapi\": \"3.1.0\"\n  \"info\": {}\n}\n";
    refused("broken_json", "broken.json", text);
}

#[test]
fn swagger() {
    let text = b"swagger: \"2.0\"\ninfo: { title: A, version: 1.0.0 }\npaths: {}\n";
    refused("swagger", "swagger.yaml", text);
}

#[test]
fn no_openapi() {
    refused(
        "no_openapi",
        "compose.yaml",
        b"services:\n  db: { image: postgres }\n",
    );
}

#[test]
fn a_list() {
    refused("a_list", "list.yaml", b"- openapi: 3.1.0\n");
}

#[test]
fn no_file() {
    let folder = Folder::new();
    let answer = folder.run(&["generate", "froge.yaml", "-o", "out"]);
    assert!(!folder.path("out").exists());
    assert_snapshot!("no_file", answer);
}

#[test]
fn a_directory() {
    let folder = Folder::with_settings();
    let answer = folder.run(&["generate", "spec", "-o", "out"]);
    assert!(!folder.path("out").exists());
    assert_snapshot!("a_directory", answer);
}

#[test]
fn a_name_that_no_module_can_have() {
    let folder = Folder::new();
    folder.write("日本.yaml", crate::support::FORGE);
    let answer = folder.run(&["generate", "日本.yaml", "-o", "out"]);
    assert_snapshot!("a_name_of_no_module", answer);
    let answer = folder.run(&["generate", "forge.yaml", "-o", "out", "--name", "Forge"]);
    assert_snapshot!("a_name_that_is_given", answer);
    assert!(!folder.path("out").exists());
}

#[test]
fn json_in_a_yaml_file_is_fine() {
    let folder = Folder::new();
    let text = r#"{ "openapi": "3.1.0", "info": { "title": "JSON", "version": "1" },
        "components": { "schemas": { "A": { "type": "object" } } } }"#;
    folder.write("api.yaml", text);
    folder.run(&["generate", "api.yaml", "-o", "out"]).is_well();
    assert!(folder.path("out/src/api/mod.rs").is_file());
}

/// Every description that is wrong is named, by the way to it from where the command was run.
#[test]
fn several_at_once() {
    let folder = Folder::generated();
    folder.write("spec/forge.yaml", "swagger: \"2.0\"\n");
    folder.write("spec/other.yaml", "");
    let settings = folder.read("spec/hookgen.toml");
    let settings = settings + "[descriptions.other]\npath = \"other.yaml\"\n";
    folder.write("spec/hookgen.toml", settings);
    let before = folder.files();
    let answer = folder.run_in("generated/src", &["check"]);
    assert_eq!(folder.files(), before);
    assert_snapshot!("several_at_once", answer);
}
