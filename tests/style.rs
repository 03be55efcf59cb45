//! What is generated is as rustfmt would write it: there is nothing to change when an editor saves.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn rustfmt_changes_nothing() {
    let mut files = Vec::new();
    rust_files(Path::new(env!("OUT_DIR")), &mut files);
    assert!(files.len() > 60, "build.rs made the fixtures");
    let output = Command::new("rustfmt")
        .args(["--edition", "2024", "--check"])
        .args(files)
        .output()
        .expect("rustfmt is a component that rust-toolchain.toml asks for");
    assert!(
        output.status.success(),
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

/// Every generated file below `folder`. `hookgen.rs` only includes them, by their absolute paths.
fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder that build.rs made") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs")
            && path.file_name().is_none_or(|name| name != "hookgen.rs")
        {
            files.push(path);
        }
    }
}
