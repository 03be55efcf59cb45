//! What is generated for each fixture, whole. The same text is compiled: build.rs made it, and
//! `support/lib.rs` includes it.

use std::fs;
use std::path::Path;

#[test]
fn fixtures() {
    let seen = hold("fixtures", "");
    assert!(
        seen > 60,
        "the fixtures are where they are looked for: {seen} files"
    );
}

#[test]
fn settings() {
    let seen = hold("settings", "settings/");
    assert!(
        seen > 20,
        "the modules are where they are looked for: {seen} files"
    );
}

#[test]
fn presets() {
    let seen = hold("presets", "presets/");
    assert!(
        seen > 30,
        "the modules are where they are looked for: {seen} files"
    );
}

/// Holds the modules in a folder of `OUT_DIR` to their snapshots, and says how many files they
/// have.
fn hold(modules: &str, snapshots: &str) -> usize {
    let out = Path::new(env!("OUT_DIR")).join(modules);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let mut seen = 0;
    for module in sorted(&out)
        .into_iter()
        .filter(|name| out.join(name).is_dir())
    {
        for file in files(&out.join(&module)) {
            let text = fs::read_to_string(out.join(&module).join(&file)).expect("text");
            insta::with_settings!({
                snapshot_path => folder.join(format!("{snapshots}{module}")),
                prepend_module_to_snapshot => false,
                omit_expression => true,
            }, {
                insta::assert_snapshot!(file.replace('/', "-"), text);
            });
            seen += 1;
        }
    }
    seen
}

/// The files of a module, and those in its folders.
fn files(module: &Path) -> Vec<String> {
    let mut files = Vec::new();
    for name in sorted(module) {
        if module.join(&name).is_dir() {
            let inside = sorted(&module.join(&name));
            files.extend(inside.into_iter().map(|file| format!("{name}/{file}")));
        } else {
            files.push(name);
        }
    }
    files
}

fn sorted(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder that build.rs made");
    let mut names: Vec<String> = entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}
