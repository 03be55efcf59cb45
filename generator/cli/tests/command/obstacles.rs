//! Something in the way of what would be written: it is named, and nothing changes.

use std::fs;

use insta::assert_snapshot;

use crate::support::{Folder, SETTINGS};

fn refused(name: &str, folder: &Folder, arguments: &[&str]) {
    let before = folder.files();
    let answer = folder.run(arguments);
    assert_eq!(folder.files(), before);
    assert_eq!(answer.stdout, "", "{answer}");
    assert_snapshot!(name, answer);
}

#[test]
fn files_by_hand() {
    let folder = Folder::generated();
    folder.write("generated/src/lib.rs", "//! By hand.\n");
    folder.write("generated/src/forge/mod.rs", "//! By hand.\n");
    folder.edit("generated/README.md", "What a forge delivers.", "Stale.");
    refused("files_by_hand", &folder, &["generate"]);
    refused("files_by_hand_checked", &folder, &["check"]);
}

#[test]
fn a_file_where_the_folder_belongs() {
    let folder = Folder::new();
    folder.write("out", "mine");
    refused("a_file", &folder, &["generate", "forge.yaml", "-o", "out"]);
    refused(
        "a_file_above",
        &folder,
        &["generate", "forge.yaml", "-o", "out/deep/er"],
    );
}

#[test]
fn a_file_where_an_inner_folder_belongs() {
    let folder = Folder::with_settings();
    folder.write("generated/src", "mine");
    refused("an_inner_file", &folder, &["generate"]);
}

#[test]
fn a_folder_where_a_file_belongs() {
    let folder = Folder::with_settings();
    folder.write("generated/src/lib.rs/notes.txt", "mine");
    folder.write("generated/Cargo.toml/notes.txt", "mine");
    refused("a_folder", &folder, &["generate"]);
}

#[test]
fn a_file_that_is_read_only() {
    let folder = Folder::generated();
    folder.edit("generated/README.md", "What a forge delivers.", "Stale.");
    let path = folder.path("generated/README.md");
    let mut permissions = fs::metadata(&path).expect("a file").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("a file of ours");
    refused("a_file_that_is_read_only", &folder, &["generate"]);
}

#[cfg(unix)]
#[test]
fn a_link() {
    let folder = Folder::generated();
    let lib = folder.path("generated/src/lib.rs");
    fs::rename(&lib, folder.path("elsewhere.rs")).expect("a writable folder");
    std::os::unix::fs::symlink("../../elsewhere.rs", lib).expect("a writable folder");
    refused("a_link", &folder, &["generate"]);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere() {
    let folder = Folder::new();
    let link = folder.path("out");
    std::os::unix::fs::symlink("nowhere", &link).expect("a writable folder");
    let answer = folder.run(&["generate", "forge.yaml", "-o", "out"]);
    assert_snapshot!("a_link_that_leads_nowhere", answer);
    assert!(!folder.path("nowhere").exists());
}

/// The crate itself may be somewhere else.
#[cfg(unix)]
#[test]
fn a_link_to_the_folder_is_followed() {
    let folder = Folder::new();
    fs::create_dir(folder.path("real")).expect("a writable folder");
    std::os::unix::fs::symlink("real", folder.path("out")).expect("a writable folder");
    folder
        .run(&["generate", "forge.yaml", "-o", "out"])
        .is_well();
    assert!(folder.path("real/src/lib.rs").is_file());
}

/// A module has one file, here as in the folder of an earlier layout.
#[test]
fn a_module_by_hand() {
    let folder = Folder::generated();
    folder.write("generated/src/forge/types/mod.rs", "//! By hand.\n");
    folder.write("generated/src/forge.rs", "//! By hand.\n");
    refused("a_module_by_hand", &folder, &["generate"]);
    refused("a_module_by_hand_checked", &folder, &["check"]);

    folder.remove("generated/src/forge.rs");
    folder.remove("generated/src/forge/types/mod.rs");
    folder.write("generated/src/forge/types.rs", "//! By hand.\n");
    let settings = format!("{SETTINGS}layout = \"file-per-type\"\n");
    folder.write("spec/hookgen.toml", settings);
    refused("a_module_by_hand_for_a_folder", &folder, &["generate"]);
}
