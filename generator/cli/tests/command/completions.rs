//! `hookgen completions`: for every shell.

use crate::support::Folder;

#[test]
fn every_shell_has_a_script() {
    let folder = Folder::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let answer = folder.run(&["completions", shell]);
        let script = &answer.is_well().stdout;
        for word in [
            "generate",
            "check",
            "inspect",
            "completions",
            "settings",
            "strict",
        ] {
            assert!(script.contains(word), "`{word}` for {shell}:\n{script}");
        }
    }
}

#[test]
fn an_unknown_shell_is_refused_with_those_that_are_known() {
    let folder = Folder::new();
    let answer = folder.run(&["completions", "csh"]);
    answer.ends_with(2);
    let known = "[possible values: bash, elvish, fish, powershell, zsh]";
    assert!(answer.stderr.contains(known), "{answer}");
}
