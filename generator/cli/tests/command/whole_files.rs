//! Each file is written whole or not at all, even if the disk is full or the command is killed.
//!
//! A limit on the size of files (`ulimit -f`, POSIX) stands in for a full disk: past it a write
//! fails, or the program is killed where it does not ignore the signal.

#![cfg(unix)]

use std::process::Command;

use crate::support::{Answer, FORGE, Folder};

/// A crate whose every file would change, one of them to more than the limit.
fn outgrown() -> Folder {
    let folder = Folder::generated();
    let long = "A long text. ".repeat(1000);
    let text = FORGE.replace("title: Forge", "title: Smithy");
    let text = text.replace(
        "Release: { type: object,",
        &format!("Release: {{ description: \"{long}\", type: object,"),
    );
    folder.write("spec/forge.yaml", text);
    folder
}

/// `hookgen generate`, by a shell that has set something before.
fn generate_after(folder: &Folder, shell: &str) -> Answer {
    let mut command = Command::new("sh");
    folder.prepare(&mut command);
    command.args(["-c", &format!("{shell}; exec \"$0\" generate")]);
    command.arg(env!("CARGO_BIN_EXE_hookgen"));
    Answer::new(&["generate"], command.output().expect("a shell"))
}

#[test]
fn a_write_that_fails_is_undone() {
    let folder = outgrown();
    let before = folder.files();
    let answer = generate_after(&folder, "trap '' XFSZ; ulimit -f 8");
    assert_eq!(folder.files(), before, "{answer}");
    answer.ends_with(3);
    assert_eq!(answer.stdout, "", "{answer}");
    let said = "error: writing `generated/src/forge/types.rs` failed: ";
    assert!(answer.stderr.starts_with(said), "{answer}");
}

#[test]
fn a_run_that_is_killed_leaves_every_file_whole() {
    let folder = outgrown();
    let before = folder.files();
    let answer = generate_after(&folder, "ulimit -f 8");
    assert_eq!(answer.code, None, "killed: {answer}");
    let after = folder.files();
    for (name, bytes) in &before {
        assert_eq!(after.get(name), Some(bytes), "{name}");
    }
    // What it was writing is beside its place, and in nobody's way; the next run removes it.
    assert!(after.len() > before.len(), "{:?}", after.keys());
    folder.run(&["generate"]).is_well();
    assert!(folder.files().keys().eq(before.keys()));
    folder.run(&["check"]).is_well();
}
