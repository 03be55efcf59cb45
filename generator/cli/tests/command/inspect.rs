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

#[test]
fn several_events_in_a_delivery_and_a_list_of_pages() {
    let folder = Folder::new();
    folder.write("gates.yaml", GATES);
    assert_snapshot!(
        "several_events_in_a_delivery_and_a_list_of_pages",
        folder.run(&["inspect", "gates.yaml"])
    );
}

const GATES: &str = r##"openapi: 3.1.0
info: { title: Gates, version: "1" }
x-webhook-discriminator: { each: $request.body#/events, from: $item#/type }
x-webhook-envelope: { id: $item#/id }
paths:
  /gates:
    get:
      operationId: listGates
      x-pagination: { style: cursor, parameter: after, from: $response.body#/gates/-/name, items: $response.body#/gates }
      parameters: [{ name: after, in: query, schema: { type: string } }]
      responses:
        "200":
          description: A page.
          content: { application/json: { schema: { $ref: "#/components/schemas/Gates" } } }
webhooks:
  opened:
    post:
      requestBody:
        content: { application/json: { schema: { $ref: "#/components/schemas/Opened" } } }
components:
  schemas:
    Gates:
      type: object
      required: [gates]
      properties:
        gates: { type: array, items: { type: object, required: [name], properties: { name: { type: string } } } }
    Opened:
      type: object
      properties:
        events:
          type: array
          items: { type: object, properties: { id: { type: string }, type: { const: opened } } }
"##;

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
