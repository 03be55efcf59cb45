use crate::api::{Envelope, Place};
use crate::lower::testing::lowered;

/// Two webhooks whose payloads have these members beside `type`, in a flow mapping.
fn described(members: &str, further: &str) -> (Option<Envelope>, Vec<String>) {
    let webhook = |name: &str| {
        format!(
            "  {name}: {{ post: {{ parameters: [{{ name: X-Shop-Delivery, in: header, schema: \
             {{ type: string }} }}], requestBody: {{ content: {{ application/json: {{ schema: \
             {{ type: object, properties: {{ type: {{ const: {name} }}, {members} }} }} }} }} }} }} }}\n"
        )
    };
    let text = format!("webhooks:\n{}{}{further}", webhook("a"), webhook("b"));
    let (api, codes) = lowered(&text);
    (api.webhooks.and_then(|webhooks| webhooks.envelope), codes)
}

fn body(name: &str) -> Place {
    Place::Body(vec![name.to_owned()])
}

fn header(name: &str) -> Place {
    Place::Header(name.to_owned())
}

#[test]
fn what_is_called_so_for_sure_comes_first() {
    let members = "event_id: { type: string }, occurredAt: { type: string, format: date-time }, \
                   api_version: { type: string }, id: { type: string }";
    let (envelope, codes) = described(members, "");
    assert_eq!(codes, [""; 0]);
    let envelope = envelope.expect("it is inferred");
    assert_eq!(envelope.id, Some(body("event_id")));
    assert_eq!(envelope.time, Some(body("occurredAt")));
    assert_eq!(envelope.api_version, Some(body("api_version")));
    assert_eq!(envelope.declared, None);
}

#[test]
fn a_plain_id_is_the_events_where_what_it_is_about_is_apart() {
    let apart = "created: { type: integer }, data: { type: object }, id: { type: string }";
    let envelope = described(apart, "").0.expect("it is inferred");
    assert_eq!(envelope.id, Some(header("X-Shop-Delivery")));
    assert_eq!(envelope.time, Some(body("created")));

    // It may be that of an order.
    let flat = "created: { type: integer }, total: { type: object }, id: { type: string }";
    let envelope = described(flat, "").0.expect("it is inferred");
    assert_eq!(envelope.id, Some(header("X-Shop-Delivery")));
    assert_eq!(envelope.time, None);
}

#[test]
fn what_can_be_none_is_none() {
    let members = "event_id: { const: always }, timestamp: { type: string }, data: {}, \
                   created: { type: array, items: {} }";
    let envelope = described(members, "").0.expect("there is the header");
    assert_eq!(envelope.id, Some(header("X-Shop-Delivery")));
    assert_eq!(envelope.time, None);
}

#[test]
fn what_is_signed_is_there() {
    let signed = "x-webhook-verification: { preset: standard-webhooks }\n";
    let envelope = described("timestamp: { type: number }", signed);
    assert_eq!(envelope.1, [""; 0]);
    let envelope = envelope.0.expect("it is inferred");
    assert_eq!(envelope.id, Some(header("webhook-id")));
    assert_eq!(envelope.time, Some(body("timestamp")));
}

#[test]
fn what_is_declared_is_all_there_is() {
    let members =
        "event_id: { type: string }, timestamp: { type: integer }, data: { type: object }";
    let declared =
        "x-webhook-envelope: { id: $request.body#/data/key, api_version: $request.header.X }\n";
    let (envelope, codes) = described(members, declared);
    assert_eq!(codes, [""; 0]);
    let envelope = envelope.expect("it is declared");
    let path = ["data", "key"].map(str::to_owned);
    assert_eq!(envelope.id, Some(Place::Body(path.into())));
    assert_eq!(envelope.time, None);
    assert_eq!(envelope.api_version, Some(header("X")));
    assert_eq!(envelope.declared.as_deref(), Some("#/x-webhook-envelope"));

    assert_eq!(
        described(members, "x-webhook-envelope: {}\n"),
        (None, vec![])
    );
    let (envelope, codes) = described(members, "x-webhook-envelope: { id: $url, when: 7 }\n");
    assert_eq!(envelope, None);
    assert_eq!(
        codes,
        [
            "invalid-envelope /x-webhook-envelope/when",
            "invalid-envelope /x-webhook-envelope/id",
        ]
    );
}

#[test]
fn an_event_that_has_none_costs_the_others_nothing() {
    let webhook = |name: &str, members: &str| {
        format!(
            "  {name}: {{ post: {{ requestBody: {{ content: {{ application/json: {{ schema: {{ type: \
             object, properties: {{ type: {{ const: {name} }}, {members} }} }} }} }} }} }} }}\n"
        )
    };
    let id = "event_id: { type: string }";
    let (first, second) = (webhook("a", id), webhook("b", id));
    let (api, _) = lowered(&format!("webhooks:\n{first}{second}{}", webhook("c", "")));
    let envelope = api.webhooks.and_then(|webhooks| webhooks.envelope);
    assert_eq!(envelope.and_then(|one| one.id), Some(body("event_id")));
    let (api, _) = lowered(&format!("webhooks:\n{first}{}", webhook("c", "")));
    assert_eq!(api.webhooks.and_then(|webhooks| webhooks.envelope), None);
}
