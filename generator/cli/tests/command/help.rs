//! `--help`, of the command and of each of its parts.

use insta::assert_snapshot;

use crate::support::Folder;

const COMMANDS: [&str; 6] = ["generate", "check", "inspect", "send", "fit", "completions"];

#[test]
fn every_help() {
    let folder = Folder::new();
    assert_snapshot!("hookgen", folder.run(&["--help"]));
    for command in COMMANDS {
        let answer = folder.run(&[command, "--help"]);
        assert!(answer.stdout.contains("Examples:\n"), "{answer}");
        assert_snapshot!(command, answer);
    }
}

#[test]
fn no_line_is_too_wide() {
    let folder = Folder::new();
    for command in COMMANDS {
        let answer = folder.run(&[command, "--help"]);
        let widest = answer.stdout.lines().map(|line| line.chars().count()).max();
        assert!(widest.is_some_and(|width| width <= 100), "{answer}");
    }
}

/// An example that is refused helps nobody.
#[test]
fn the_examples_work() {
    let folder = Folder::generated();
    for path in ["spec/sezzle.yaml", "openapi.json"] {
        folder.write(path, crate::support::FORGE);
    }
    folder.write("other/hookgen.toml", crate::support::SETTINGS);
    folder.write("other/forge.yaml", crate::support::FORGE);
    let mut seen = 0;
    for command in ["generate", "check", "inspect"] {
        let help = folder.run(&[command, "--help"]).stdout;
        let (_, examples) = help.split_once("Examples:\n").expect("examples");
        for example in examples.lines() {
            // What follows is for a person, or for another program.
            let line = example.trim().split(" | ").next().expect("a beginning");
            let line = line.split("   ").next().expect("a beginning");
            let arguments: Vec<_> = line.split_whitespace().skip(1).collect();
            folder.run(&arguments).is_well();
            seen += 1;
        }
    }
    assert_eq!(seen, 10);
}

/// The members that the examples take out with `jq` must be there.
#[test]
fn the_members_in_the_examples_exist() {
    let folder = Folder::with_settings();
    let check = folder.run(&["check", "--format", "json"]).json();
    assert!(check["differences"][0]["path"].is_string(), "{check}");
    let arguments = ["inspect", "spec/forge.yaml", "--format", "json"];
    let inspect = folder.run(&arguments).json();
    assert_eq!(inspect["events"][0]["name"], "push", "{inspect}");
}

#[test]
fn without_a_command_there_is_help() {
    let folder = Folder::new();
    let answer = folder.run(&[]);
    answer.ends_with(2);
    assert_eq!(answer.stderr, folder.run(&["--help"]).stdout);
}

#[test]
fn the_version_is_said() {
    let folder = Folder::new();
    assert_eq!(
        folder.run(&["--version"]).is_well().stdout,
        "hookgen VERSION\n"
    );
}
