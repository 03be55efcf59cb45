//! What is named is no file, or one that has no end: it is said, and nothing waits for it.

#![cfg(target_os = "linux")]

use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::process::{Command, Stdio};

use insta::assert_snapshot;

use crate::support::Folder;

/// With a pipe that nobody writes to, and a file that has more of nothing than is read.
fn folder() -> Folder {
    let folder = Folder::with_settings();
    let made = Command::new("mkfifo").arg(folder.path("pipe")).status();
    assert!(made.is_ok_and(|status| status.success()));
    let file = File::create(folder.path("large")).expect("a writable folder");
    file.set_len(3_000_000_000).expect("holes take no room");
    folder
}

#[test]
fn each_is_refused() {
    let folder = folder();
    let mut said = String::new();
    for arguments in [
        "generate pipe -o out",
        "generate /dev/zero -o out",
        "generate large -o out",
        "generate spec/forge.yaml -o out --overlay pipe",
        "generate --settings pipe",
        "generate --settings large",
        "inspect /dev/zero",
        "fit spec/forge.yaml pipe",
        "fit spec/forge.yaml /dev/zero",
        "fit spec/forge.yaml large",
        "send spec/forge.yaml push --to http://127.0.0.1:9 --unsigned --data pipe",
        "send spec/forge.yaml push --to http://127.0.0.1:9 --unsigned --data large",
        "send spec/forge.yaml push --to http://127.0.0.1:9 --secret-file /dev/zero",
    ] {
        let arguments: Vec<_> = arguments.split(' ').collect();
        let answer = folder.run(&arguments);
        _ = writeln!(said, "{answer}");
    }
    assert_snapshot!(said);
}

#[test]
fn what_is_referred_to_is_stored_somewhere() {
    let folder = folder();
    folder.edit(
        "spec/hookgen.toml",
        "path = \"forge.yaml\"",
        "path = \"forge.yaml\"\nreferences = \"anywhere\"",
    );
    folder.edit(
        "spec/forge.yaml",
        "{ type: object, properties: { tag: { type: string } } }",
        "{ properties: { a: { $ref: ../pipe }, b: { $ref: ../large }, c: { $ref: /proc/self/pagemap }, d: { $ref: /dev/zero } } }",
    );
    assert_snapshot!(folder.run(&["check"]).stderr);
}

#[test]
fn what_is_in_the_way_of_an_overlay_stays_what_it_is() {
    let folder = folder();
    folder.write("push.json", "{}");
    for file in ["pipe", "/dev/full"] {
        let headers = r#"{"headers": {"X-Forge-Event": "push"}, "body": {}}"#;
        folder.write("push.json", headers);
        let answer = folder.run(&["fit", "spec/forge.yaml", "push.json", "--write", file]);
        answer.ends_with(3);
        assert!(answer.stderr.contains("help: name a file"), "{answer}");
    }
}

#[test]
fn a_pipe_in_the_way_of_what_is_generated_is_not_opened() {
    let folder = Folder::generated();
    folder.remove("generated/src/lib.rs");
    let pipe = folder.path("generated/src/lib.rs");
    let made = Command::new("mkfifo").arg(pipe).status();
    assert!(made.is_ok_and(|status| status.success()));
    assert_snapshot!(folder.run(&["check"]));
}

#[test]
fn what_a_shell_hands_over_is_read() {
    let folder = Folder::new();
    let mut command = folder.command(&["generate", "/dev/stdin", "--name", "forge", "-o", "out"]);
    command.stdin(Stdio::piped()).stdout(Stdio::null());
    let mut running = command.spawn().expect("the command runs");
    let mut input = running.stdin.take().expect("a pipe");
    let text = folder.read("forge.yaml");
    input.write_all(text.as_bytes()).expect("it is read");
    drop(input);
    assert!(running.wait().expect("it ends").success());
    assert!(folder.read("out/src/forge/events.rs").contains("Release"));
}
