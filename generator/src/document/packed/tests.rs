use serde_json::json;

use super::*;
use crate::document::read_text;
use crate::lower::lower;

const TEXT: &str = "
openapi: 3.0.3
info: { title: Test, version: '1' }
x-shared: &shared
  /shared: { get: { operationId: a, responses: { '200': { description: Well. } } } }
  /text: No path item.
paths:
  <<: *shared
  x-note: No path.
  slashless: { get: { operationId: b, responses: { '200': { description: Well. } } } }
  http://here: { get: { responses: { '200': { description: Well. } } } }
  /items:
    get:
      operationId: c
      responses:
        '200':
          description: Well.
          content: { application/json: { schema: { $ref: '#/components/schemas/Parent' } } }
components:
  schemas:
    Text: No schema.
    Any: true
    Parent:
      type: object
      required: [kind]
      properties: { kind: { type: string }, name: { $ref: '#/components/schemas/Name' } }
      discriminator: { propertyName: kind }
    Child: { allOf: [{ $ref: '#/components/schemas/Alias' }, { type: object }] }
    Alias: { $ref: '#/components/schemas/Parent' }
    Name: { type: object, properties: { first: { type: strin } } }
";

/// What a description says, and what is wrong with it.
fn said(text: &str) -> String {
    let reading = read_text(text, "test.yaml");
    let document = reading.document.expect("a description");
    let (api, lowering) = lower(&document);
    format!("{api:#?}\n{:#?}\n{lowering:#?}", reading.diagnostics)
}

#[test]
fn what_is_packed_says_the_same() {
    let large = format!("{TEXT}#{}\n", " ".repeat(LARGE));
    // Where anything has a name, nothing is packed before it is read.
    let named = large.replace("x-shared:", "x-name: { $anchor: name }\nx-shared:");
    let (model, packed, named) = (said(TEXT), said(&large), said(&named));
    assert!(packed.contains("Child"), "{packed}");
    assert_eq!(packed, model);
    assert_eq!(packed, named);
}

#[test]
fn what_is_nested_too_deep_is_no_text() {
    let nested = |depth| (0..depth).fold(json!(1), |inner, _| json!([inner]));
    assert!(Text::of(&nested(MAX_DEPTH)).is_some_and(|text| text.value() == nested(MAX_DEPTH)));
    assert!(Text::of(&nested(MAX_DEPTH + 1)).is_none());
}

#[test]
fn numbers_are_the_same_when_they_are_read_again() {
    for number in [
        "0.1",
        "-1.5e-7",
        "1.7976931348623157e308",
        "18446744073709551615",
    ] {
        let value: Value = serde_json::from_str(number).expect("a number");
        assert_eq!(unpacked(packed(value.clone())), value, "{number}");
    }
    // Few of those with as many digits as there are have been read exactly by whoever hurries.
    for step in 1..2_000 {
        let value = json!({ "const": f64::from(step) / 7.0 * 1e-5 });
        assert_eq!(unpacked(packed(value.clone())), value);
    }
}
