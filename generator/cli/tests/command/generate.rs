//! `hookgen generate`: a whole crate, of which only what differs is written.

use insta::assert_snapshot;

use crate::support::{Folder, SETTINGS, without_release};

#[test]
fn by_the_settings() {
    let folder = Folder::with_settings();
    let answer = folder.run(&["generate"]);
    assert_snapshot!("by_the_settings", answer);
    assert_snapshot!("files", folder.list("generated"));
    let manifest = folder.read("generated/Cargo.toml");
    assert!(manifest.contains("name = \"forge-hooks\""), "{manifest}");
    let library = folder.read("generated/src/lib.rs");
    assert!(library.contains("run `cargo regen`"), "{library}");
}

#[test]
fn without_settings() {
    let folder = Folder::new();
    let arguments = ["generate", "forge.yaml", "-o", "new/forge"];
    assert_snapshot!("without_settings", folder.run(&arguments));
    assert_snapshot!("files", folder.list("new/forge"));
    let manifest = folder.read("new/forge/Cargo.toml");
    assert!(manifest.contains("name = \"forge-webhooks\""), "{manifest}");
    let library = folder.read("new/forge/src/lib.rs");
    let command = "run `hookgen generate forge.yaml -o new/forge`";
    assert!(library.contains(command), "{library}");
}

#[test]
fn under_another_name() {
    let folder = Folder::new();
    let arguments = ["generate", "forge.yaml", "-o", "out", "--name", "git"];
    folder.run(&arguments).is_well();
    assert!(folder.path("out/src/git/mod.rs").is_file());
    let library = folder.read("out/src/lib.rs");
    assert!(library.contains("pub mod git;"), "{library}");
    assert!(library.contains("-o out --name git`"), "{library}");
}

#[test]
fn the_settings_are_found_from_a_folder_below() {
    let folder = Folder::with_settings();
    folder.write("app/src/main.rs", "fn main() {}\n");
    let answer = folder.run_in("app/src", &["generate"]);
    assert_snapshot!("from_a_folder_below", answer);
    let there = folder.files();
    folder.run(&["generate"]).is_well();
    assert_eq!(folder.files(), there, "the same from everywhere");
}

#[test]
fn settings_elsewhere_are_named() {
    let folder = Folder::generated();
    let renamed = folder.path("spec/other.toml");
    std::fs::rename(folder.path("spec/hookgen.toml"), renamed).expect("a writable folder");
    let answer = folder.run(&["generate", "--settings", "spec/other.toml"]);
    assert_eq!(
        answer.is_well().stdout,
        "generated/: 9 files unchanged\n",
        "{answer}"
    );
}

#[test]
fn a_second_run_writes_nothing() {
    let folder = Folder::generated();
    folder.age();
    let before = folder.times();
    assert_snapshot!("a_second_run", folder.run(&["generate"]));
    assert_eq!(folder.times(), before);
}

#[test]
fn only_what_differs_is_written() {
    let folder = Folder::generated();
    folder.edit("generated/README.md", "# forge-hooks", "# Forge hooks");
    folder.age();
    let before = folder.times();
    assert_snapshot!("what_differs", folder.run(&["generate"]));
    let times = folder.times();
    let written: Vec<_> = times
        .iter()
        .filter(|(name, time)| before[*name] != **time)
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(written, ["generated/README.md"]);
}

#[test]
fn what_is_generated_no_more_is_removed() {
    let folder = Folder::generated();
    folder.write(
        "spec/hookgen.toml",
        folder.read("spec/hookgen.toml").replace(".forge]", ".git]"),
    );
    assert_snapshot!("a_module_of_another_name", folder.run(&["generate"]));
    assert!(!folder.path("generated/src/forge").exists());
    assert!(folder.path("generated/src/git/mod.rs").is_file());
    let manifest = folder.read("generated/Cargo.toml");
    assert!(!manifest.contains("forge ="), "{manifest}");
    assert!(manifest.contains("git = []"), "{manifest}");
}

#[test]
fn a_description_may_shrink() {
    let folder = Folder::generated();
    folder.write("spec/forge.yaml", without_release());
    folder.run(&["generate"]).is_well();
    let types = folder.read("generated/src/forge/types.rs");
    assert!(!types.contains("Release"), "{types}");
    assert!(types.contains("Push"), "{types}");
}

#[test]
fn what_hookgen_did_not_write_is_left_alone() {
    let folder = Folder::generated();
    let mine = ["generated/notes.txt", "generated/src/forge/notes.md"];
    for path in mine {
        folder.write(path, "mine");
    }
    folder.write("generated/src/other/mod.rs", "//! By hand.\n");
    folder.write("generated/README.md", b"by hand, and \xFF is no UTF-8");
    let before = folder.files();
    assert_snapshot!("among_files_by_hand", folder.run(&["generate"]));
    assert_eq!(folder.files(), before);
}

#[test]
fn what_was_set_in_the_manifest_is_kept() {
    let folder = Folder::generated();
    let path = "generated/Cargo.toml";
    folder.edit(
        path,
        "version = \"0.1.0\"\nedition",
        "version = \"2.3.4\" # ours\nedition",
    );
    folder.edit(
        path,
        "name = \"forge-hooks\"",
        "name = \"ours\"\nlicense = \"MIT\"",
    );
    folder.write(path, folder.read(path) + "log = \"0.4\"\n");
    let manifest = folder.read(path);
    folder.run(&["generate"]).is_well();
    assert_eq!(folder.read(path), manifest);
    let readme = folder.read("generated/README.md");
    assert!(readme.contains("# ours"), "{readme}");
}

#[test]
fn a_workspace_that_lacks_the_crate_is_named() {
    let folder = Folder::with_settings();
    folder.write("Cargo.toml", "[workspace]\nmembers = [\"app\"]\n");
    assert_snapshot!("in_a_workspace", folder.run(&["generate"]));
}

#[test]
fn warnings_are_shown_with_their_source() {
    let folder = Folder::with_settings();
    folder.write("spec/forge.yaml", crate::support::with_warnings());
    assert_snapshot!("warnings", folder.run_in("spec", &["generate"]));
}

#[test]
fn another_layout_moves_the_types() {
    let folder = Folder::generated();
    let settings = format!("{SETTINGS}layout = \"file-per-type\"\n");
    folder.write("spec/hookgen.toml", settings);
    folder.run(&["generate"]).is_well();
    assert_snapshot!("another_layout", folder.list("generated/src/forge"));
    folder.write("spec/hookgen.toml", SETTINGS);
    folder.run(&["generate"]).is_well();
    assert_eq!(folder.files(), Folder::generated().files());
}

#[test]
fn what_is_not_signed_is_noted_and_is_no_error_however_strictly() {
    let folder = Folder::new();
    let description = "openapi: 3.1.0\ninfo: { title: Letters, version: '1' }\nwebhooks:\n  letter.sent: { post: {} }\n";
    folder.write("letters.yaml", description);
    let arguments = ["generate", "letters.yaml", "-o", "letters", "--strict"];
    assert_snapshot!("what_is_not_signed", folder.run(&arguments));
}
