//! `--color` and the variables that people set for it.

use insta::assert_snapshot;

use crate::support::Folder;

/// A run that prints to both streams, and whether there is color in them.
fn colors(variables: &[(&str, &str)], color: Option<&str>) -> (bool, bool) {
    let folder = Folder::new();
    folder.write("odd.yaml", crate::support::with_warnings());
    let mut arguments = vec!["check", "odd.yaml", "-o", "out"];
    arguments.extend(color.map(|color| ["--color", color]).into_iter().flatten());
    let answer = folder.run_with(variables, &arguments);
    answer.ends_with(1);
    (
        answer.stdout.contains("ESC["),
        answer.stderr.contains("ESC["),
    )
}

#[test]
fn a_pipe_gets_no_color() {
    assert_eq!(colors(&[], None), (false, false));
    assert_eq!(colors(&[], Some("auto")), (false, false));
}

#[test]
fn what_is_asked_for_holds() {
    assert_eq!(colors(&[], Some("always")), (true, true));
    assert_eq!(
        colors(&[("CLICOLOR_FORCE", "1")], Some("never")),
        (false, false)
    );
    assert_eq!(colors(&[("NO_COLOR", "1")], Some("always")), (true, true));
}

#[test]
fn variables_hold_where_nothing_is_asked_for() {
    assert_eq!(colors(&[("CLICOLOR_FORCE", "1")], None), (true, true));
    let both = [("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")];
    assert_eq!(colors(&both, None), (false, false));
}

#[test]
fn a_wrong_argument_is_said_in_color_too() {
    let folder = Folder::new();
    let asked = |color| folder.run(&["--color", color, "--bogus"]).stderr;
    assert!(asked("always").contains("ESC["));
    assert!(!asked("never").contains("ESC["));
}

#[test]
fn json_has_no_color() {
    let folder = Folder::new();
    let arguments = [
        "inspect",
        "forge.yaml",
        "--format",
        "json",
        "--color",
        "always",
    ];
    let answer = folder.run(&arguments);
    assert!(!answer.is_well().stdout.contains("ESC"), "{answer}");
}

#[test]
fn a_difference_in_color() {
    let folder = Folder::generated();
    folder.edit("generated/README.md", "What a forge delivers.", "By hand.");
    assert_snapshot!("a_difference", folder.run(&["check", "--color", "always"]));
}
