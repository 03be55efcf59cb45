//! `--strict`: whatever could not be expressed is an error.

use insta::assert_snapshot;

use crate::support::{Folder, with_warnings};

#[test]
fn nothing_is_written() {
    let folder = Folder::generated();
    folder.write("spec/forge.yaml", with_warnings());
    let before = folder.files();
    let answer = folder.run(&["generate", "--strict"]);
    assert_eq!(folder.files(), before);
    assert_snapshot!("generate", answer);
}

#[test]
fn a_check_fails_even_if_nothing_differs() {
    let folder = Folder::with_settings();
    folder.write("spec/forge.yaml", with_warnings());
    folder.run(&["generate"]).ends_with(0);
    folder.run(&["check"]).ends_with(0);
    folder.run(&["check", "--strict"]).ends_with(1);
}

#[test]
fn an_inspection_fails() {
    let folder = Folder::new();
    folder.write("odd.yaml", with_warnings());
    folder.run(&["inspect", "odd.yaml"]).ends_with(0);
    folder
        .run(&["inspect", "odd.yaml", "--strict"])
        .ends_with(1);
}

#[test]
fn it_asks_nothing_of_what_can_be_expressed() {
    let folder = Folder::with_settings();
    folder.run(&["--strict", "generate"]).is_well();
    folder.run(&["check", "--strict"]).is_well();
    folder
        .run(&["inspect", "spec/forge.yaml", "--strict"])
        .is_well();
}
