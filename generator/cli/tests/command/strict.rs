//! `--strict`: whatever could not be expressed is an error.

use insta::assert_snapshot;
use serde_json::Value;

use crate::support::{Folder, SETTINGS, with_warnings};

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

/// Something wrong in each part of a description.
const WRONG: &str = r##"openapi: 3.1.0
info: { title: Parcels, version: "1" }
servers: [{ url: https://example.com }]
paths:
  /parcels:
    parameters:
      - { name: at, in: query, schema: { type: strin } }
    get:
      operationId: listParcels
      responses:
        "200":
          description: Parcels.
          content: { application/json: { schema: { $ref: "#/components/schemas/Parcel" } } }
      callbacks:
        done:
          "{$request.query.at}":
            post:
              requestBody:
                content: { application/json: { schema: { type: object, properties: { called: { type: strin } } } } }
webhooks:
  sent:
    post:
      requestBody:
        content: { application/json: { schema: { type: object, properties: { sent: { type: strin } } } } }
components:
  schemas:
    Parcel: { type: object, properties: { size: { type: strin } } }
    Unused: { type: object, properties: { for: { type: strin } } }
"##;

#[test]
fn it_asks_nothing_of_what_is_not_generated() {
    let folder = Folder::with_settings();
    folder.write("spec/forge.yaml", WRONG);
    let lines = |settings: &str| {
        folder.write("spec/hookgen.toml", format!("{SETTINGS}{settings}\n"));
        let answer = folder.run(&["generate", "--strict", "--format", "json"]);
        let findings = answer.json()["findings"].take();
        let findings: Vec<Value> = serde_json::from_value(findings).expect("a list");
        let code = i32::from(!findings.is_empty());
        answer.ends_with(code);
        let lines = findings.iter().map(|one| {
            let line = one["line"].as_u64().expect("a line");
            let line = WRONG
                .lines()
                .nth(usize::try_from(line).expect("a number") - 1);
            let word = line.into_iter().flat_map(|line| line.split_whitespace());
            let word = word
                .rev()
                .find(|word| word.ends_with(':') && *word != "type:");
            word.unwrap_or_default().to_owned()
        });
        lines.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(lines(""), "schema: called: sent: size: for:");
    assert_eq!(lines("parts = [\"receiver\"]"), "called: sent:");
    assert_eq!(lines("parts = [\"client\"]"), "schema: size:");
    assert_eq!(
        lines("parts = [\"client\", \"types\"]"),
        "schema: called: sent: size: for:"
    );
    let own = "replace = { Parcel = \"crate::Parcel\", \"Unused.for\" = \"String\" }";
    assert_eq!(lines(own), "schema: called: sent:");
    assert_eq!(
        lines(&format!("{own}\nparts = [\"types\"]")),
        "called: sent:"
    );
}
