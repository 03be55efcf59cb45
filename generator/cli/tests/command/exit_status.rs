//! The exit statuses that `hookgen --help` documents.

use crate::support::Folder;

#[test]
fn zero_when_all_is_well() {
    let folder = Folder::with_settings();
    folder.run(&["generate"]).ends_with(0);
    folder.run(&["check"]).ends_with(0);
    folder.run(&["inspect", "spec/forge.yaml"]).ends_with(0);
    folder.run(&["completions", "bash"]).ends_with(0);
    folder.run(&["--help"]).ends_with(0);
    folder.run(&["--version"]).ends_with(0);
}

#[test]
fn one_for_a_description_that_is_wrong() {
    let folder = Folder::new();
    folder.write("wrong.yaml", "openapi: 4.0.0\n");
    folder
        .run(&["generate", "wrong.yaml", "-o", "out"])
        .ends_with(1);
    folder
        .run(&["check", "wrong.yaml", "-o", "out"])
        .ends_with(1);
    folder.run(&["inspect", "wrong.yaml"]).ends_with(1);
}

#[test]
fn one_for_a_difference() {
    let folder = Folder::with_settings();
    folder.run(&["check"]).ends_with(1);
}

#[test]
fn two_for_the_arguments() {
    let folder = Folder::new();
    for arguments in [
        "",
        "--bogus",
        "frobnicate",
        "generate forge.yaml",
        "generate -o out",
        "generate --name x",
        "generate forge.yaml -o out --settings hookgen.toml",
        "generate forge.yaml -o out --name type",
        "inspect",
        "inspect forge.yaml --format xml",
        "inspect forge.yaml --color blue",
    ] {
        let arguments: Vec<_> = arguments.split_whitespace().collect();
        let answer = folder.run(&arguments);
        answer.ends_with(2);
        assert_eq!(answer.stdout, "", "{answer}");
        assert_ne!(answer.stderr, "", "{answer}");
    }
    assert_eq!(folder.files().len(), 1, "nothing is written");
}

#[test]
fn two_for_the_settings() {
    let folder = Folder::with_settings();
    folder.write("spec/hookgen.toml", "output = 1\n");
    folder.run(&["generate"]).ends_with(2);
    folder.run(&["check"]).ends_with(2);
}

#[test]
fn two_where_there_are_no_settings() {
    let folder = Folder::new();
    folder.run(&["generate"]).ends_with(2);
}

#[test]
fn three_for_a_file_that_cannot_be_read() {
    let folder = Folder::new();
    folder.run(&["inspect", "nowhere.yaml"]).ends_with(3);
    folder.run(&["inspect", "."]).ends_with(3);
    folder
        .run(&["check", "--settings", "nowhere.toml"])
        .ends_with(3);
}

#[test]
fn three_for_something_in_the_way() {
    let folder = Folder::with_settings();
    folder.write("generated", "a file");
    folder.run(&["generate"]).ends_with(3);
    folder.run(&["check"]).ends_with(3);
}
