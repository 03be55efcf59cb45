//! `hookgen fit --write`: which changes are found, where they go, and what stays as it is.

use insta::assert_snapshot;

use crate::support::{Answer, Folder};

/// An event that several schemas say something of, not all of it as narrow.
const TOGETHER: &str = r##"openapi: 3.1.0
info: { title: Orders, version: "1" }
webhooks:
  order:
    post:
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
      responses: { "200": { description: Received. } }
components:
  schemas:
    Base:
      type: object
      properties:
        id: { type: string, format: email }
        kind: { enum: [a, b] }
        count: { type: [string, integer] }
        number: { type: integer, format: int64 }
        note: { type: [string, "null"] }
        step: { const: x }
        total: { type: number }
    Order:
      allOf:
        - $ref: "#/components/schemas/Base"
        - type: object
          properties:
            id: { type: string, format: uuid }
            kind: { type: string, enum: [a, b, c] }
            count: { type: string }
            number: { type: integer, format: int32 }
            note: { type: string }
            step: { type: string, enum: [x, y] }
            total: { type: integer }
            state: { type: string, enum: [new] }
        - type: object
          properties: { kind: { description: Which. }, count: { description: How many. } }
"##;

const ORDERS: &str = r#"
{"id":"u","kind":"c","count":5,"number":3000000000,"note":null,"step":"y","total":1.5,"state":1}
{"id":"u","kind":"d","step":"z","state":"old"}
"#;

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("orders.yaml", TOGETHER);
    folder.write("recorded.jsonl", ORDERS);
    folder
}

fn fit(folder: &Folder, arguments: &[&str]) -> Answer {
    folder.run(&[&["fit", "orders.yaml", "recorded.jsonl"], arguments].concat())
}

#[test]
fn of_schemas_that_hold_together_the_narrow_ones_are_changed() {
    let folder = folder();
    fit(&folder, &["--write", "a.yaml"]).is_well();
    assert_snapshot!("together", folder.read("a.yaml"));
    let after = fit(&folder, &["--overlay", "a.yaml"]);
    assert_eq!(after.is_well().stdout, "2 deliveries, all of which fit\n");
    let generate = [
        "generate",
        "orders.yaml",
        "-o",
        "out",
        "--overlay",
        "a.yaml",
    ];
    let generated = folder.run(&generate);
    assert!(
        !generated.stderr.contains("unmatched-action"),
        "{generated}"
    );
}

#[test]
fn nothing_that_somebody_wrote_is_lost() {
    let folder = folder();
    let overlay = "# Ours.
overlay: 1.0.0
actions:
  # It is better.
  - { target: $.info, update: { title: Better } } # Is it not?

# Whose it is.
info: { title: Ours, version: '1' }
";
    let json = "{
  \"overlay\": \"1.0.0\",
  \"actions\": [ { \"target\": \"$.info\", \"update\": { \"title\": \"Better\" } } ],
  \"info\": { \"version\": \"1\", \"title\": \"Ours\" }
}
";
    for (name, text) in [("a.yaml", overlay), ("a.json", json)] {
        folder.write(name, text);
        fit(&folder, &["--overlay", name, "--write", name]).is_well();
        let written = folder.read(name);
        let mut rest = written.as_str();
        for word in text.split([' ', '\n']) {
            let (_, after) = rest
                .split_once(word)
                .unwrap_or_else(|| panic!("{word}: {written}"));
            rest = after;
        }
        let after = fit(&folder, &["--overlay", name]);
        assert_eq!(after.is_well().stdout, "2 deliveries, all of which fit\n");
    }

    let shared = "overlay: 1.0.0
x-all: &all [{ target: $.info, update: { title: Better } }] # Ours.
actions: *all
";
    folder.write("shared.yaml", shared);
    let both = ["--overlay", "shared.yaml", "--write", "shared.yaml"];
    assert_snapshot!("no_place", fit(&folder, &both));
    assert_eq!(folder.read("shared.yaml"), shared);
}

#[test]
fn what_has_been_written_is_written_anew_unless_somebody_changed_it() {
    let folder = folder();
    for name in ["a.yaml", "a.json"] {
        fit(&folder, &["--write", name]).is_well();
        let written = folder.read(name);
        folder.write(name, written.replace('\n', "\r\n"));
        fit(&folder, &["--write", name]).is_well();
        assert_eq!(folder.read(name), written);
    }
    let written = folder.read("a.yaml");
    let action = "- target: $.info\n  description: 'Ours: 1'\n  remove: true\n";
    let comment = "# Ours.\n";
    let (digest, _) = written.split_once("overlay: ").expect("a header");
    let changed = [
        format!("{written}{action}"),
        format!("{written}{comment}"),
        written.replace("otherwise than Orders says", "otherwise"),
        written.replace("  - z\n", "  - zz\n"),
        written.replace(digest, "# Written by `hookgen fit`\n"),
    ];
    for changed in changed {
        assert_ne!(changed, written);
        folder.write("a.yaml", &changed);
        let refused = fit(&folder, &["--write", "a.yaml"]);
        assert_eq!(folder.read("a.yaml"), changed);
        assert_snapshot!("changed_by_hand", refused);
    }
    let changed = folder.read("a.json").replace("\"z\"", "\"zz\"");
    folder.write("a.json", &changed);
    fit(&folder, &["--write", "a.json"]).ends_with(2);
    assert_eq!(folder.read("a.json"), changed);
}

#[test]
fn what_is_added_to_what_was_written_is_written_too() {
    let folder = folder();
    for name in ["a.yaml", "a.json"] {
        folder.write("recorded.jsonl", ORDERS.lines().nth(1).expect("a line"));
        fit(&folder, &["--write", name]).is_well();
        folder.write("recorded.jsonl", ORDERS);
        let alone = folder.read(name);
        fit(&folder, &["--overlay", name, "--write", name]).is_well();
        let both = folder.read(name);
        assert!(both.lines().count() > alone.lines().count(), "{both}");
        fit(&folder, &["--write", name]).is_well();
        assert_ne!(folder.read(name), both);
    }
}

#[test]
fn of_what_is_put_elsewhere_nothing_comes_back() {
    let folder = folder();
    let schema = "type: object
        required: [number, id, size]
        properties:
          number: { type: integer, format: int32, description: How many. }
          id: { type: string, format: uuid }
          size: { type: object, required: [x], properties: { x: { type: string } } }
";
    let description = format!(
        "openapi: 3.0.3
info: {{ title: Orders, version: '1' }}
paths: {{}}
x-webhooks:
  order:
    post:
      requestBody: {{ content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/Order' }} }} }} }}
      responses: {{ '200': {{ description: Received. }} }}
components:
  schemas:
    Order:
        {schema}"
    );
    folder.write("orders.yaml", description);
    let orders = r#"{"number":3000000000,"id":"u","size":{}}
{"number":"s","id":true,"size":"s"}
"#;
    folder.write("recorded.jsonl", orders);
    fit(&folder, &["--write", "a.yaml"]).is_well();
    assert_snapshot!("put_elsewhere", folder.read("a.yaml"));
    let after = fit(&folder, &["--overlay", "a.yaml"]);
    assert_eq!(after.is_well().stdout, "2 deliveries, all of which fit\n");
}

#[test]
fn an_overlay_may_go_to_the_standard_output() {
    let folder = folder();
    fit(&folder, &["--write", "a.yaml"]).is_well();
    let before = folder.files();
    let printed = fit(&folder, &["--write", "-"]);
    printed.ends_with(0);
    assert_eq!(printed.stdout, folder.read("a.yaml"));
    let said = "wrote an overlay: 15 actions, under which all deliveries fit\n";
    assert!(printed.stderr.ends_with(said), "{printed}");
    let object = fit(&folder, &["--write", "-", "--format", "json"]).json();
    assert_eq!(object["overlay"]["text"], printed.stdout);
    assert_eq!(folder.files(), before);
    let named = fit(&folder, &["--write", "/dev/stdout"]);
    assert_eq!(named.stdout, printed.stdout);

    let fitting = fit(&folder, &["--overlay", "a.yaml", "--write", "-"]);
    let said = "\nno overlay is written, as all fit without it\n";
    assert!(fitting.is_well().stdout.ends_with(said), "{fitting}");
}

#[cfg(unix)]
#[test]
fn an_overlay_may_go_into_a_pipe() {
    let folder = folder();
    fit(&folder, &["--write", "a.yaml"]).is_well();
    let answer = fit(&folder, &["--write", "/dev/stderr"]);
    answer.ends_with(0);
    assert_eq!(answer.stderr, folder.read("a.yaml"));
}

#[cfg(unix)]
#[test]
fn who_may_read_an_overlay_stays() {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt as _;

    let folder = folder();
    folder.write("a.yaml", "overlay: 1.0.0\nactions: []\n");
    let private = Permissions::from_mode(0o600);
    fs::set_permissions(folder.path("a.yaml"), private).expect("a file of one's own");
    fit(&folder, &["--overlay", "a.yaml", "--write", "a.yaml"]).is_well();
    let found = fs::metadata(folder.path("a.yaml")).expect("a file");
    assert_eq!(found.permissions().mode() & 0o777, 0o600);
}

#[test]
fn nothing_that_came_is_not_well() {
    let folder = folder();
    for nothing in ["", "[]", "\n\n", r#"{"name":"order","examples":[]}"#] {
        folder.write("recorded.jsonl", nothing);
        let answer = fit(&folder, &[]);
        answer.ends_with(1);
        let said = "no delivery\n\nFiles without a delivery (1)\n  recorded.jsonl\n";
        assert_eq!(answer.stdout, said);
        let answer = fit(&folder, &["--write", "a.yaml", "--format", "json"]);
        answer.ends_with(1);
        assert_eq!(answer.json()["empty"][0], "recorded.jsonl");
        assert!(!folder.path("a.yaml").exists());
    }
}

#[test]
fn strictly_a_description_has_to_be_understood() {
    let folder = folder();
    fit(&folder, &["--strict"]).ends_with(1);
    folder.edit("orders.yaml", "{ const: x }", "{ const: x, type: strin }");
    let answer = fit(&folder, &["--strict"]);
    answer.ends_with(1);
    assert!(answer.stderr.contains("error[unknown-type]"), "{answer}");
}
