//! `hookgen fit`: recorded deliveries, and what of them is not as it is described.

use std::io::Write;
use std::process::Stdio;

use insta::assert_snapshot;

use crate::support::{Answer, Folder};

/// Two events that a member tells apart.
const PARCELS: &str = r##"openapi: 3.1.0
info: { title: Parcels, version: "1" }
webhooks:
  parcel.sent:
    post:
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Sent" } } } }
      responses: { "200": { description: Received. } }
  parcel.lost:
    post:
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Lost" } } } }
      responses: { "200": { description: Received. } }
components:
  schemas:
    Sent:
      type: object
      required: [event, parcel]
      properties:
        event: { const: parcel.sent }
        parcel: { $ref: "#/components/schemas/Parcel" }
    Lost:
      allOf:
        - type: object
          required: [event]
          properties: { event: { const: parcel.lost } }
        - { $ref: "#/components/schemas/About" }
    About:
      type: object
      required: [at]
      properties:
        at: { type: string, format: date-time }
        by: { anyOf: [{ $ref: "#/components/schemas/Person" }, { $ref: "#/components/schemas/Depot" }] }
    Person: { type: object, required: [given_name, born], properties: { given_name: { type: string }, born: { type: integer } } }
    Depot: { type: object, required: [depot], properties: { depot: { type: string } } }
    Parcel:
      type: object
      required: [id, "odd name", weight, state, kind, to]
      properties:
        id: { type: string, format: uuid }
        odd name: { type: boolean }
        weight: { description: In grams., type: integer, format: int32 }
        state: { type: string, enum: [packed, sent] }
        kind: { type: integer, const: 1 }
        to: { $ref: "#/components/schemas/Address" }
        tags: { type: array, items: { type: string } }
        note: { type: string }
    Address: { type: object, required: [city], properties: { city: { type: string } } }
"##;

/// One that is as it is described, and others.
const DELIVERIES: &str = r#"
{"event":"parcel.sent","parcel":{"id":"0d9c1f6e-1f0a-4a52-9d0e-1f6f6a3b2c4d","odd name":true,"weight":1,"state":"sent","kind":1,"to":{"city":"Ghent"}}}
{"event":"parcel.sent","parcel":{"id":"p1","weight":1.5,"state":"stuck","kind":2,"to":null,"tags":["a",7],"note":null,"colour":"red"}}
{"event":"parcel.sent","parcel":{"id":"p2","odd name":"no","weight":3000000000,"state":"lost","kind":1,"to":{}}}
{"event":"parcel.lost","at":1744416661,"by":{"given_name":"Ada"}}
{"event":"parcel.lost","by":{"depot":"North"}}
"#;

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("parcels.yaml", PARCELS);
    folder.write("recorded.jsonl", DELIVERIES);
    folder
}

/// The answer to `hookgen fit parcels.yaml` and these arguments.
fn fit(folder: &Folder, arguments: &[&str]) -> Answer {
    folder.run(&[&["fit", "parcels.yaml"], arguments].concat())
}

#[test]
fn what_does_not_fit_is_told_place_by_place() {
    let folder = folder();
    let before = folder.files();
    assert_snapshot!("places", fit(&folder, &["recorded.jsonl"]));
    assert_snapshot!(
        "places_json",
        fit(&folder, &["recorded.jsonl", "--format", "json"])
    );
    assert_eq!(folder.files(), before, "nothing is written");
}

#[test]
fn under_the_overlay_all_fit() {
    let folder = folder();
    let written = fit(&folder, &["recorded.jsonl", "--write", "a.overlay.yaml"]);
    written.is_well();
    assert!(written.stdout.contains("under which all deliveries fit"));
    let overlay = folder.read("a.overlay.yaml");
    assert_snapshot!("overlay", overlay);
    let after = fit(&folder, &["recorded.jsonl", "--overlay", "a.overlay.yaml"]);
    assert_snapshot!("under_the_overlay", after);

    // Every action does something, and what is then generated is what it says.
    let target = ["generate", "parcels.yaml", "-o", "out"];
    let generate = [&target[..], &["--overlay", "a.overlay.yaml"]].concat();
    let generated = folder.run(&generate);
    assert!(
        !generated.stderr.contains("unmatched-action"),
        "{generated}"
    );
    let types = folder.read("out/src/parcels/types.rs");
    for part in [
        "pub to: Option<Address>",
        "pub odd_name: Option<ParcelOddName>",
        "pub note: Maybe<String>",
        "Stuck = \"stuck\"",
        "pub weight: f64",
    ] {
        assert!(types.contains(part), "{part} in\n{types}");
    }

    // Once more, the same comes out.
    fit(&folder, &["recorded.jsonl", "--write", "a.overlay.yaml"]).is_well();
    assert_eq!(folder.read("a.overlay.yaml"), overlay);
    let arguments = ["recorded.jsonl", "--write", "b.json", "--format", "json"];
    assert_eq!(fit(&folder, &arguments).json()["overlay"]["fitting"], 5);
    fit(&folder, &["recorded.jsonl", "--overlay", "b.json"]).is_well();
}

#[test]
fn where_null_may_be_is_said_as_the_version_says_it() {
    let folder = folder();
    let older = PARCELS
        .replace("openapi: 3.1.0", "openapi: 3.0.3")
        .replace("webhooks:", "paths: {}\nx-webhooks:")
        .replace("{ type: integer, const: 1 }", "{ type: integer }")
        .replace(
            "{ const: parcel.sent }",
            "{ type: string, enum: [parcel.sent] }",
        )
        .replace(
            "{ const: parcel.lost }",
            "{ type: string, enum: [parcel.lost] }",
        );
    folder.write("parcels.yaml", older);
    fit(&folder, &["recorded.jsonl", "--write", "a.overlay.yaml"]).is_well();
    assert_snapshot!("overlay_3_0", folder.read("a.overlay.yaml"));
}

#[test]
fn an_overlay_of_ones_own_is_added_to() {
    let folder = folder();
    let own = "\
overlay: 1.0.0
info: { title: Ours, version: '1' }
actions:
  # What the provider has told us.
  - target: $.components.schemas.Parcel.properties.id.format
    remove: true
";
    folder.write("own.yaml", own);
    let refused = fit(&folder, &["recorded.jsonl", "--write", "own.yaml"]);
    assert_snapshot!("not_ours", refused);
    assert_eq!(folder.read("own.yaml"), own);

    let both = ["--overlay", "own.yaml", "--write", "./own.yaml"];
    fit(&folder, &[&["recorded.jsonl"][..], &both].concat()).is_well();
    let text = folder.read("own.yaml");
    assert!(text.starts_with(own), "{text}");
    assert!(text[own.len()..].starts_with("  - target: $."), "{text}");
    fit(&folder, &["recorded.jsonl", "--overlay", "own.yaml"]).is_well();

    folder.write("flow.yaml", "{overlay: 1.0.0, info: {title: Ours, version: '1'}, actions: [{target: $.info, update: {title: Better}}]}");
    let both = ["--overlay", "flow.yaml", "--write", "flow.yaml"];
    fit(&folder, &[&["recorded.jsonl"][..], &both].concat()).is_well();
    let text = folder.read("flow.yaml");
    assert!(
        text.contains("Better") && text.contains("odd name"),
        "{text}"
    );

    folder.write("more.yaml", own);
    let first = [
        "--overlay",
        "own.yaml",
        "--overlay",
        "more.yaml",
        "--write",
        "own.yaml",
    ];
    assert_snapshot!(
        "not_last",
        fit(&folder, &[&["recorded.jsonl"][..], &first].concat())
    );
}

#[test]
fn deliveries_come_in_several_shapes() {
    let folder = folder();
    let good = DELIVERIES.lines().nth(1).expect("a delivery");
    folder.write("one.json", good);
    folder.write("array.json", format!("[{good},{good}]"));
    folder.write(
        "named.json",
        format!("[{{\"name\":\"parcel.sent\",\"examples\":[{good}]}}]"),
    );
    let text = serde_json::to_string(good).expect("text");
    folder.write("kept.json", format!("{{\"headers\":{{}},\"body\":{text}}}"));
    let files = ["one.json", "array.json", "named.json", "kept.json"];
    let answer = fit(&folder, &files);
    assert_eq!(answer.is_well().stdout, "5 deliveries, all of which fit\n");

    let arguments = ["fit", "parcels.yaml", "-"];
    let mut command = folder.command(&arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("the command runs");
    let mut input = child.stdin.take().expect("it is piped");
    input.write_all(good.as_bytes()).expect("it is read");
    drop(input);
    let answer = Answer::new(&arguments, child.wait_with_output().expect("it ends"));
    assert_eq!(answer.is_well().stdout, "1 delivery, which fits\n");
}

#[test]
fn a_header_says_which_event_it_is() {
    let folder = Folder::new();
    let kept = r#"[{"headers":{"x-forge-event":"push"},"body":{"ref":7}},
        {"headers":{"X-Forge-Event":["release"]},"body":{}},
        {"headers":{"X-Forge-Event":"fork"},"body":{}},
        {"headers":{},"body":{}}, {"ref":"main"}]"#;
    folder.write("kept.json", kept);
    assert_snapshot!("header", folder.run(&["fit", "forge.yaml", "kept.json"]));
    folder.write("plain.json", r#"{"ref":"main"}"#);
    let asked = ["fit", "forge.yaml", "plain.json", "--event", "push"];
    folder.run(&asked).is_well();
    folder.write(
        "named.json",
        r#"{"name":"push","examples":[{"ref":"main"}]}"#,
    );
    folder.run(&["fit", "forge.yaml", "named.json"]).is_well();
}

#[test]
fn an_event_is_told_where_it_stands_among_others() {
    let folder = Folder::new();
    folder.write(
        "gates.yaml",
        r#"openapi: 3.1.0
info: { title: Gates, version: "1" }
x-webhook-discriminator: { each: $request.body#/events, from: $item#/type }
webhooks:
  opened:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                events:
                  type: array
                  items: { type: object, properties: { type: { const: opened }, gate: { type: integer } } }
"#,
    );
    let delivery =
        r#"{"events": [{"type": "opened", "gate": 1}, {"type": "opened", "gate": "2"}]}"#;
    folder.write("recorded.json", delivery);
    let answer = folder.run(&["fit", "gates.yaml", "recorded.json"]);
    answer.ends_with(1);
    assert!(
        answer.stdout.contains("$.events[1].gate"),
        "{}",
        answer.stdout
    );
}

#[test]
fn what_is_no_delivery_is_told_too() {
    let folder = folder();
    folder.write("broken.json", "{\"event\":\"parcel.sent\"");
    folder.write("deep.json", "{\"a\":".repeat(100_000));
    folder.write("empty.json", "");
    let files = ["empty.json", "broken.json", "deep.json"];
    assert_snapshot!("no_deliveries", fit(&folder, &files));
    fit(&folder, &["nowhere.json"]).ends_with(3);
    fit(&folder, &[]).ends_with(2);
}

#[test]
fn what_no_action_is_known_for_is_left() {
    let folder = folder();
    let pair = "{ type: array, prefixItems: [{ type: string }, { type: string }], items: false }";
    let text = PARCELS.replace("{ type: array, items: { type: string } }", pair);
    folder.write("parcels.yaml", text);
    let good = DELIVERIES.lines().nth(1).expect("a delivery");
    let longer = good.replace("\"kind\":1", "\"kind\":1,\"tags\":[\"a\",\"b\",\"c\"]");
    let longer = longer.replace("\"odd name\":true,", "");
    folder.write("recorded.jsonl", longer);
    assert_snapshot!(
        "left",
        fit(&folder, &["recorded.jsonl", "--write", "a.overlay.yaml"])
    );
}

#[test]
fn what_stands_in_another_file_is_told_and_not_changed() {
    let folder = folder();
    let (before, rest) = PARCELS.split_once("    Parcel:\n").expect("a schema");
    let (_, after) = rest.split_once("    Address:").expect("a schema");
    let parcel = "    Parcel: { $ref: \"more/parcel.yaml#/Parcel\" }\n";
    folder.write(
        "parcels.yaml",
        format!("{before}{parcel}    Address:{after}"),
    );
    folder.write(
        "more/parcel.yaml",
        "Parcel:\n  type: object\n  required: [weight]\n  properties:\n    weight: { type: string }\n",
    );
    let weighed = "{\"event\":\"parcel.sent\",\"parcel\":{\"weight\":1}}";
    folder.write("recorded.jsonl", weighed);
    assert_snapshot!(
        "another_file",
        fit(&folder, &["recorded.jsonl", "--write", "a.overlay.yaml"])
    );
}

#[test]
fn what_says_which_event_it_is_is_left_as_it_is() {
    let folder = folder();
    for event in ["7", "\"parcel.found\"", "null"] {
        let text = DELIVERIES.lines().nth(1).expect("a delivery");
        let other = text.replace("\"parcel.sent\"", event);
        folder.write("recorded.jsonl", other);
        let asked = ["recorded.jsonl", "--event", "parcel.sent"];
        let answer = fit(&folder, &[&asked[..], &["--write", "a.yaml"]].concat());
        let said = &answer.ends_with(1).stdout;
        assert!(said.contains("no change of the main file"), "{answer}");
        assert!(said.contains("Sent/properties/event"), "{answer}");
    }
}
