use crate::api::{Discriminator, Encoding, Type};
use crate::document::read_text;
use crate::lower::lower;
use crate::lower::testing::{document, lowered};

const BODY: &str = "requestBody: { content: { application/json: { schema: { type: object, \
                    properties: { type: { const: VALUE } } } } } }";

fn delivery(value: &str) -> String {
    BODY.replace("VALUE", value)
}

#[test]
fn events_come_by_name_with_what_is_said_of_them() {
    let (api, codes) = lowered(&format!(
        "webhooks:\n  b: {{ summary: Of the path., post: {{ {} }} }}\n  \
         a: {{ put: {{ summary: Own., deprecated: true, {} }} }}\n",
        delivery("first"),
        delivery("second"),
    ));
    assert_eq!(codes, [""; 0]);
    let webhooks = api.webhooks.expect("there are some");
    let [first, second] = &webhooks.events[..] else {
        panic!("{:?} are not two", webhooks.events);
    };
    assert_eq!(
        (first.name.as_str(), first.origin.as_str()),
        ("first", "#/webhooks/b")
    );
    assert_eq!(first.docs.summary.as_deref(), Some("Of the path."));
    assert_eq!(
        (second.name.as_str(), second.origin.as_str()),
        ("second", "#/webhooks/a")
    );
    assert!(second.docs.deprecated);
    let Type::Named(id) = second.payload else {
        panic!("{:?} is no named type", second.payload);
    };
    assert_eq!(api.types[id].name.root, "a");
    assert!(api.types[id].direction.received);
    assert_eq!(webhooks.verification, None);
}

#[test]
fn each_of_several_methods_is_an_event() {
    let (api, codes) = lowered(&format!(
        "webhooks:\n  pet: {{ post: {{ {} }}, delete: {{ {} }} }}\n",
        delivery("new"),
        delivery("gone"),
    ));
    assert_eq!(codes, ["several-methods /webhooks/pet"]);
    let webhooks = api.webhooks.expect("there are some");
    let origins: Vec<_> = webhooks.events.iter().map(|one| &one.origin).collect();
    assert_eq!(origins, ["#/webhooks/pet/delete", "#/webhooks/pet/post"]);
}

#[test]
fn a_name_that_two_have_is_the_first_ones() {
    let (api, codes) = lowered(&format!(
        "webhooks:\n  c: {{ post: {{ {} }} }}\n  a: {{ post: {{ {} }} }}\n  b: {{ post: {{ {} }} }}\n",
        delivery("one"),
        delivery("one"),
        delivery("two"),
    ));
    assert_eq!(codes, ["duplicate-event /webhooks/c/post"]);
    let webhooks = api.webhooks.expect("there are some");
    let origins: Vec<_> = webhooks.events.iter().map(|one| &one.origin).collect();
    assert_eq!(origins, ["#/webhooks/a", "#/webhooks/b"]);
}

#[test]
fn what_is_not_said_of_a_body_may_be_anything() {
    let (api, codes) = lowered("webhooks: { ping: { post: {} } }");
    assert_eq!(codes, [""; 0]);
    let webhooks = api.webhooks.expect("there is one");
    assert_eq!(webhooks.discriminator, Discriminator::Single);
    assert_eq!(webhooks.events[0].name, "ping");
    assert_eq!(webhooks.events[0].payload, Type::Any);
}

#[test]
fn a_delivery_that_is_no_json_is_left_out() {
    let (api, codes) = lowered(
        "webhooks: { ping: { post: { requestBody: { content: { application/xml: {} } } } } }",
    );
    assert_eq!(api.webhooks, None);
    assert_eq!(
        codes,
        ["not-modelled /webhooks/ping/post/requestBody/content"]
    );
}

#[test]
fn webhooks_of_a_3_0_description_are_found() {
    let text = "{ openapi: 3.0.3, info: { title: T, version: '1' }, paths: {}, x-webhooks: { a: { post: { responses: {} } } } }";
    let document = read_text(text, "test.yaml").document.expect("it is one");
    let (api, _) = lower(&document);
    let webhooks = api.webhooks.expect("there is one");
    assert_eq!(webhooks.events[0].origin, "#/x-webhooks/a");
}

const VERIFICATION: &str = "x-webhook-verification: { algorithm: hmac-sha256, signed: '{$request.body}', \
                            signature: { from: $request.header.X-Signature, encoding: hex } }";

#[test]
fn how_all_are_signed_stands_at_the_root() {
    let (api, codes) = lowered(&format!(
        "webhooks: {{ a: {{ post: {{}} }} }}\n{VERIFICATION}\n"
    ));
    assert_eq!(codes, [""; 0]);
    let verification = api.webhooks.and_then(|webhooks| webhooks.verification);
    let verification = verification.expect("it is described");
    assert_eq!(verification.origin, "#/x-webhook-verification");
    assert_eq!(verification.signature.encoding, Encoding::Hex);
}

#[test]
fn a_signature_of_a_single_webhook_is_never_dropped_silently() {
    let own = format!("webhooks: {{ a: {{ post: {{ {VERIFICATION} }} }} }}\n");
    let (_, diagnostics) = lower(&document(&own));
    assert!(diagnostics.has_errors());
    let (_, diagnostics) = lower(&document(&format!("{own}{VERIFICATION}\n")));
    assert!(!diagnostics.has_errors());
    assert_eq!(diagnostics.iter().count(), 1);
}

#[test]
fn a_mistake_in_the_signature_is_an_error() {
    let text = format!("webhooks: {{ a: {{ post: {{}} }} }}\n{VERIFICATION}\n");
    let (_, diagnostics) = lower(&document(&text.replace("hmac-sha256", "md5")));
    assert!(diagnostics.has_errors());
}
