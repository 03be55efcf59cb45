//! Overlays, and where their parts are said to be.

use std::fs;

use serde_json::json;
use tempfile::TempDir;

use super::extends;
use crate::diagnostics::{Diagnostics, FileId, Pointer};
use crate::document::{self, Reading};
use crate::input::Input;

const MAIN: &str = "\
openapi: 3.1.0
info: { title: Test, version: '1' }
tags: [{ name: a }, { name: b }, { name: c }]
paths:
  /a:
    get:
      parameters:
        - { name: first, in: query, schema: { type: one } }
        - { name: second, in: query, schema: { type: two } }
        - { name: third, in: query, schema: { type: three } }
      responses: { '200': { description: Well. } }
  /b: { get: { responses: { '200': { description: Well. } } } }
";

/// `MAIN` with these overlays.
fn read(overlays: &[&str]) -> (Reading, String) {
    let folder = TempDir::new().expect("a temporary folder");
    let main = folder.path().join("main.yaml");
    fs::write(&main, MAIN).expect("a writable folder");
    let mut input = Input::default();
    for (index, text) in overlays.iter().enumerate() {
        let path = folder.path().join(format!("{index}.overlay.yaml"));
        fs::write(&path, text).expect("a writable folder");
        input.overlays.push(path);
    }
    let reading = document::read(&main, &input);
    let mut lines = Vec::new();
    for finding in reading.sources.findings(&reading.diagnostics) {
        lines.push(finding.to_string());
        for (location, how) in finding.related {
            lines.push(format!("  {location}: {how}"));
        }
    }
    let folder = format!("{}/", folder.path().display());
    (reading, lines.join("\n").replace(&folder, ""))
}

/// An overlay of these actions, in the flow style.
fn actions(actions: &str) -> String {
    format!("overlay: 1.0.0\ninfo: {{ title: Mine, version: '1' }}\nactions:\n{actions}")
}

#[test]
fn what_is_there_is_changed() {
    let overlay = actions(
        "- { target: $.info, update: { title: Mine, description: Better. } }\n\
         - { target: $.tags, update: { name: d } }\n\
         - { target: \"$.tags[?@.name == 'b']\", remove: true }\n\
         - { target: $, update: { tags: [{ name: e }] } }\n\
         - { target: \"$.paths['/b']\", remove: true }\n",
    );
    let (reading, _) = read(&[&overlay]);
    let document = reading.document.expect("a description");
    let openapi = &document.openapi;
    assert_eq!(openapi.info.title, "Mine");
    assert_eq!(openapi.info.description.as_deref(), Some("Better."));
    let tags: Vec<_> = openapi.tags.iter().map(|tag| tag.name.as_str()).collect();
    assert_eq!(tags, ["a", "c", "d", "e"]);
    let paths: Vec<_> = document.paths().map(|(path, _)| path).collect();
    assert_eq!(paths, ["/a"]);
}

#[test]
fn overlays_are_applied_one_after_the_other() {
    let first = actions("- { target: $.info, update: { title: First } }");
    let second = actions("- { target: \"$.info[?@ == 'First']\", remove: true }");
    let (reading, found) = read(&[&first, &second]);
    assert!(reading.document.is_some());
    assert!(found.contains("main.yaml:2:1: missing-member"), "{found}");
}

#[test]
fn everything_is_shown_where_it_is_written() {
    let overlay = actions(
        "- target: $.paths['/a'].get\n\
         \x20 update:\n\
         \x20   parameters:\n\
         \x20     - { name: fourth, in: query, schema: { type: four } }\n\
         - { target: \"$.paths['/a'].get.parameters[1]\", remove: true }\n\
         - target: \"$.paths['/a'].get.parameters[?@.name == 'third'].schema\"\n\
         \x20 update: { items: { type: five } }\n",
    );
    let (_, found) = read(&[&overlay]);
    insta::assert_snapshot!(found, @"
    main.yaml:8:53: unknown-type: `one` is no type that a schema can have, and was left out (help: write one of array, boolean, integer, null, number, object, string)
    main.yaml:10:53: unknown-type: `three` is no type that a schema can have, and was left out (help: write one of array, boolean, integer, null, number, object, string)
    0.overlay.yaml:7:52: unknown-type: `four` is no type that a schema can have, and was left out (help: write one of array, boolean, integer, null, number, object, string)
    0.overlay.yaml:10:28: unknown-type: `five` is no type that a schema can have, and was left out (help: write one of array, boolean, integer, null, number, object, string)
    ");
}

#[test]
fn what_is_left_of_a_list_is_shown_where_it_is_written() {
    let overlay = actions(
        "- target: $.paths['/a'].get\n\
         \x20 update:\n\
         \x20   parameters:\n\
         \x20     - { name: fourth, in: query, schema: { type: four } }\n\
         \x20     - { name: fifth, in: query, schema: { type: five } }\n\
         - { target: \"$..parameters[0, 2, 3]\", remove: true }\n\
         - { target: \"$..[?@.name == 'second'].schema\", update: { items: { type: more } } }\n",
    );
    let (_, found) = read(&[&overlay]);
    insta::assert_snapshot!(found, @"
    main.yaml:9:54: unknown-type: `two` is no type that a schema can have, and was left out (help: write one of array, boolean, integer, null, number, object, string)
    0.overlay.yaml:8:51: unknown-type: `five` is no type that a schema can have, and was left out (help: write one of array, boolean, integer, null, number, object, string)
    0.overlay.yaml:10:73: unknown-type: `more` is no type that a schema can have, and was left out (help: write one of array, boolean, integer, null, number, object, string)
    ");
}

#[test]
fn an_action_that_does_nothing_is_told_of() {
    let overlay = actions("- { target: $.nowhere, remove: true }");
    let (reading, found) = read(&[&overlay]);
    assert!(reading.document.is_some());
    let mut own = found.lines().filter(|line| line.contains("overlay"));
    insta::assert_snapshot!(own.next().unwrap_or_default(), @"
    0.overlay.yaml:4:13: unmatched-action: this selects nothing in the description, so the action does nothing (help: look at its spelling; a key with signs in it is quoted: `$.paths['/hooks']`)
    ");
}

#[test]
fn an_overlay_that_is_wrong_is_an_error() {
    let wrong = [
        "overlay: 1.0.0\nactions: [",
        "openapi: 3.1.0",
        "overlay: 2.0.0",
        "overlay: 1.0.0\nactions: {}",
        &actions(
            "- { update: {} }\n- { target: $.info }\n- { target: 'info', update: {} }\n- { target: '$.a[', update: {} }\n- { target: '$.a b', update: {} }",
        ),
    ];
    let (reading, found) = read(&wrong);
    assert!(reading.document.is_none());
    insta::assert_snapshot!(found, @"
    0.overlay.yaml:2:11: invalid-yaml: this is not valid YAML (help: look at this place, and at the indentation and the quotes of the lines before it)
    1.overlay.yaml:1:1: invalid-overlay: this is no overlay: it has no `overlay` (help: overlays of version 1 are read: `overlay: 1.0.0`)
    2.overlay.yaml:1:10: invalid-overlay: this is no version of overlays that is known (help: overlays of version 1 are read: `overlay: 1.0.0`)
    3.overlay.yaml:2:1: invalid-overlay: an overlay has a list of `actions` (help: add `actions`, each with a `target` and with `update` or `remove`)
    4.overlay.yaml:4:3: invalid-overlay: an action has a `target`, which is text (help: add one that selects what is to be changed: `target: $.info`)
    4.overlay.yaml:5:3: invalid-overlay: this action has neither `update` nor `remove` (help: add `update` with what is to be merged, or `remove: true`)
    4.overlay.yaml:6:13: invalid-json-path: this is no JSONPath: `info` does not belong there (help: write it as RFC 9535 says: `$.paths['/hooks'].post`)
    4.overlay.yaml:7:13: invalid-json-path: this is no JSONPath: `[` does not belong there (help: write it as RFC 9535 says: `$.paths['/hooks'].post`)
    4.overlay.yaml:8:13: invalid-json-path: this is no JSONPath: ` b` does not belong there (help: write it as RFC 9535 says: `$.paths['/hooks'].post`)
    ");
}

#[test]
fn what_does_not_go_together_is_an_error() {
    let overlay = actions(
        "- { target: $.info, update: { title: { a: b } } }\n\
         - { target: $.info, update: text }\n\
         - { target: $, remove: true }\n",
    );
    let (reading, found) = read(&[&overlay]);
    assert!(reading.document.is_none());
    insta::assert_snapshot!(found, @"
    0.overlay.yaml:4:31: incompatible-update: this and what it is to be merged with are not of one kind (help: remove what is there first, with an action before this one)
      main.yaml:2:16: what is there
    0.overlay.yaml:5:29: incompatible-update: this and what it is to be merged with are not of one kind (help: remove what is there first, with an action before this one)
      main.yaml:2:1: what is there
    0.overlay.yaml:6:13: invalid-overlay: this selects the description as a whole, which cannot be removed (help: select what is to be removed in it)
    ");
}

#[test]
fn one_that_is_not_there_is_an_error() {
    let mut input = Input::default();
    input.overlays.push("nowhere.overlay.yaml".into());
    let text = "openapi: 3.1.0\ninfo: { title: Test, version: '1' }";
    let reading = document::read_text_with(text, "api.yaml", &input);
    assert!(reading.document.is_none());
    let findings = reading.sources.findings(&reading.diagnostics);
    insta::assert_snapshot!(findings[0], @"
    nowhere.overlay.yaml: file-not-found: there is no such file (help: look at the path's spelling, and at which directory it starts from)
    ");
}

#[test]
fn a_description_that_it_is_not_for_is_told_of() {
    let folder = TempDir::new().expect("a temporary folder");
    let inside = |path: &str| folder.path().join(path);
    fs::create_dir(inside("more")).expect("a writable folder");
    for file in ["api.yaml", "api v2.yaml", "more/api.yaml"] {
        fs::write(inside(file), "").expect("a writable folder");
    }
    let warned = |extends: &str| {
        let mut diagnostics = Diagnostics::default();
        let root = Pointer::root(FileId(1));
        let overlay = json!({ "extends": extends });
        let path = inside("more/a.overlay.yaml");
        extends::check(
            &overlay,
            &path,
            &inside("api.yaml"),
            &root,
            &mut diagnostics,
        );
        diagnostics.iter().count() == 1
    };
    for other in [
        "api.yaml",
        "../api%20v2.yaml",
        "../other.yaml#/info",
        "./a.overlay.yaml",
        "file:///other.yaml",
    ] {
        assert!(warned(other), "{other}");
    }
    for same in [
        "../api.yaml",
        "../more/../api.yaml#",
        "https://example.com/other.yaml",
        "//example.com/other.yaml",
        // It may have been there once.
        "../nowhere/api.yaml",
        "",
        "#/info",
    ] {
        assert!(!warned(same), "{same}");
    }
}

#[test]
fn an_overlay_without_actions_is_told_of() {
    insta::assert_snapshot!(read(&[&actions("  []")]).1, @"main.yaml:8:53: unknown-type: `one` is no type that a schema can have, and was left out (help: write one of array, boolean, integer, null, number, object, string)
main.yaml:9:54: unknown-type: `two` is no type that a schema can have, and was left out (help: write one of array, boolean, integer, null, number, object, string)
main.yaml:10:53: unknown-type: `three` is no type that a schema can have, and was left out (help: write one of array, boolean, integer, null, number, object, string)
0.overlay.yaml:3:1: invalid-overlay: this overlay has no actions, so it does nothing (help: add some, each with a `target` and with `update` or `remove`)");
}
