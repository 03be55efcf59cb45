//! A change of the description changes the output of what it touches and nothing else: the exact
//! lines, for the changes that happen most.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use hookgen::{Options, generate_text};
use similar::{ChangeTag, TextDiff};

/// The Sezzle description with `old` replaced by `new`, which must be there once.
fn changed(old: &str, new: &str) -> String {
    let text = sezzle();
    assert_eq!(
        text.matches(old).count(),
        1,
        "{old:?} stands in the description once"
    );
    text.replace(old, new)
}

fn sezzle() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("spec/sezzle.yaml");
    fs::read_to_string(path).expect("the description is there")
}

fn files(text: &str) -> BTreeMap<String, String> {
    let options = Options {
        name: "sezzle".to_owned(),
        shown_as: "spec/sezzle.yaml".to_owned(),
        command: "cargo regen".to_owned(),
        features: true,
        choices: hookgen::Choices::default(),
        input: hookgen::input::Input::default(),
    };
    let module = generate_text(text, &options).unwrap_or_else(|findings| panic!("{findings:?}"));
    module
        .files
        .into_iter()
        .map(|file| (file.path, file.text))
        .collect()
}

/// The lines that differ between what is generated for Sezzle and for `text`: `types.rs +    …`.
fn lines_changed(text: &str) -> String {
    lines_between(&sezzle(), text)
}

fn lines_between(before: &str, after: &str) -> String {
    let (before, after) = (files(before), files(after));
    assert!(before.keys().eq(after.keys()), "no file comes or goes");
    let mut changes = String::new();
    for (name, old) in &before {
        for change in TextDiff::from_lines(old, &after[name]).iter_all_changes() {
            let sign = match change.tag() {
                ChangeTag::Equal => continue,
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
            };
            changes.push_str(format!("{name} {sign}{}", change.value()).trim_end());
            changes.push('\n');
        }
    }
    changes
}

#[test]
fn an_added_event() {
    let text = changed(
        "        - order.refunded\n        - dispute.merchant_input_requested\n",
        "        - order.refunded\n        - order.voided\n        - dispute.merchant_input_requested\n",
    );
    let text = text.replace(
        "  dispute.closed.neutral:\n    post:\n",
        "  order.voided:
    post:
      summary: An order is voided.
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: \"#/components/schemas/OrderVoided\" }
      responses:
        \"200\": { $ref: \"#/components/responses/Received\" }
  dispute.closed.neutral:
    post:
",
    );
    let text = text.replace(
        "    Tokenization:\n",
        "    OrderVoided:
      description: An order is voided.
      allOf: [{ $ref: \"#/components/schemas/Delivery\" }]
      required: [event]
      properties:
        event: { const: order.voided }
    Tokenization:
",
    );
    insta::assert_snapshot!(lines_changed(&text));
}

#[test]
fn an_added_property() {
    insta::assert_snapshot!(lines_changed(&changed(
        "        source:\n          description: Where the refund is made.\n",
        "        reason:\n          description: Why.\n          type: string\n        \
         source:\n          description: Where the refund is made.\n",
    )));
}

#[test]
fn an_added_enum_value() {
    insta::assert_snapshot!(lines_changed(&changed(
        "enum: [dashboard, gateway]",
        "enum: [dashboard, gateway, phone]",
    )));
}

#[test]
fn an_added_operation() {
    insta::assert_snapshot!(lines_changed(&changed(
        "\nwebhooks:\n",
        "
  /v2/webhooks/{webhooks_uuid}/pause:
    post:
      operationId: pauseWebhook
      summary: Stops deliveries for a while.
      parameters:
        - { name: webhooks_uuid, in: path, required: true, schema: { type: string, format: uuid } }
      responses:
        \"204\": { description: No more deliveries. }
        \"404\": { $ref: \"#/components/responses/NotFound\" }

webhooks:
",
    )));
}

#[test]
fn an_added_schema() {
    insta::assert_snapshot!(lines_changed(&changed(
        "    Tokenization:\n",
        "    Merchant:
      description: Who sells.
      type: object
      required: [name]
      properties:
        name: { type: string, description: What it is called. }
    Tokenization:
",
    )));
}

#[test]
fn an_added_bound() {
    insta::assert_snapshot!(lines_changed(&changed(
        "          description: Where events are delivered. Unique per merchant.\n          \
         type: string\n        events:\n          description: The events to deliver, all of them.\n",
        "          description: Where events are delivered. Unique per merchant.\n          \
         type: string\n          maxLength: 2048\n        events:\n          \
         description: The events to deliver, all of them.\n",
    )));
}

/// A parcel, whose sender and receiver are described word by word, but for `more` of the receiver.
fn parcel(more: &str) -> String {
    let person = "name: { type: string }, kind: { type: string, enum: [person, company] }";
    format!(
        "openapi: 3.1.0
info: {{ title: Parcels, version: '1' }}
components:
  schemas:
    Parcel:
      type: object
      properties:
        receiver: {{ title: Party, type: object, properties: {{ {person}{more} }} }}
        sender: {{ title: Party, type: object, properties: {{ {person} }} }}
"
    )
}

/// Both names were there before, and nothing that was not touched has another one.
#[test]
fn a_place_that_says_something_else_than_another() {
    let changed = parcel(", reachable: { type: boolean }");
    insta::assert_snapshot!(lines_between(&parcel(""), &changed));
}
