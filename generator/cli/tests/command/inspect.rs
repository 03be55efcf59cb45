//! `hookgen inspect`: what a description says.

use insta::assert_snapshot;

use crate::support::{Folder, with_warnings};

#[test]
fn a_whole_description() {
    let folder = Folder::new();
    let before = folder.files();
    assert_snapshot!(
        "a_whole_description",
        folder.run(&["inspect", "forge.yaml"])
    );
    assert_eq!(folder.files(), before, "nothing is written");
}

#[test]
fn what_could_not_be_expressed() {
    let folder = Folder::new();
    folder.write("odd.yaml", with_warnings());
    let answer = folder.run(&["inspect", "odd.yaml"]);
    let (_, end) = answer
        .is_well()
        .stdout
        .split_once("Could not be")
        .expect("a table");
    assert_snapshot!("what_could_not_be_expressed", format!("Could not be{end}"));
}

#[test]
fn a_signature_in_many_parts() {
    let folder = Folder::new();
    folder.write("ledger.yaml", LEDGER);
    assert_snapshot!(
        "a_signature_in_many_parts",
        folder.run(&["inspect", "ledger.yaml"])
    );
}

const LEDGER: &str = r##"openapi: 3.1.0
info: { title: Ledger, version: 2024-01-01 }
x-webhook-verification:
  algorithm: hmac-sha512
  key: { encoding: hex }
  signature:
    from: $request.header.Ledger-Signature
    encoding: base64
    list: { separator: ",", pair: "=", fields: { t: timestamp, v1: signature, v2: signature } }
  signed: "v1:{$timestamp}:{$request.body}"
  timestamp: { unit: ms, tolerance: 60 }
webhooks:
  booked:
    post:
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Booked" } } } }
      responses: { "200": { description: Received. } }
components:
  schemas:
    Booked:
      type: object
      required: [kind, by, entries]
      properties:
        kind: { enum: [debit, credit] }
        by:
          oneOf: [{ $ref: "#/components/schemas/Person" }, { $ref: "#/components/schemas/Machine" }]
        entries: { type: array, items: { type: object, additionalProperties: { type: number } } }
    Person: { type: object, required: [type], properties: { type: { const: person } } }
    Machine: { type: object, required: [type], properties: { type: { const: machine } } }
"##;
