use crate::api::{Api, Discriminator, Type};
use crate::lower::testing::lowered;

/// `name <- docs` of each callback.
fn called(api: &Api) -> Vec<String> {
    let callbacks = api.callbacks.iter().flat_map(|callbacks| &callbacks.events);
    callbacks
        .map(|event| {
            let docs = event.docs.description.as_deref().unwrap_or_default();
            format!("{} <- {docs}", event.name)
        })
        .collect()
}

#[test]
fn callbacks_are_events_of_their_own_that_come_by_a_route() {
    let (api, codes) = lowered(
        "
        paths:
          /parcels:
            post:
              operationId: send
              callbacks:
                sent: { '{$request.body#/url}': { post: { summary: It is on its way. } } }
                lost: { 'no expression': { post: {}, put: {} } }
        ",
    );
    assert_eq!(
        called(&api),
        [
            "lost post <- Sent to `no expression`.",
            "lost put <- Sent to `no expression`.",
            "sent <- Sent to `{$request.body#/url}`.",
        ]
    );
    let callbacks = api.callbacks.expect("there are some");
    assert_eq!(callbacks.discriminator, Discriminator::Route);
    assert!(api.webhooks.is_none());
    assert_eq!(
        codes,
        ["several-methods /paths/~1parcels/post/callbacks/lost/no expression"]
    );
}

#[test]
fn callbacks_are_told_apart_by_constants_where_all_have_one() {
    let (api, codes) = lowered(
        "
        paths:
          /parcels:
            post:
              callbacks:
                sent: { url: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Sent' } } } } } } }
                lost: { url: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Lost' } } } } } } }
        components:
          schemas:
            Sent: { type: object, required: [kind], properties: { kind: { const: parcel.sent } } }
            Lost: { type: object, required: [kind], properties: { kind: { const: parcel.lost } } }
        ",
    );
    assert_eq!(codes, [""; 0]);
    let callbacks = api.callbacks.expect("there are some");
    let names: Vec<_> = callbacks
        .events
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(names, ["parcel.lost", "parcel.sent"]);
    assert!(matches!(
        callbacks.discriminator,
        Discriminator::Body { .. }
    ));
    assert!(matches!(callbacks.events[0].payload, Type::Named(_)));
}

#[test]
fn a_callback_that_several_operations_have_is_one_event() {
    let (api, codes) = lowered(
        "
        paths:
          /a: { post: { operationId: a, callbacks: { done: { $ref: '#/components/callbacks/Done' } } } }
          /b: { post: { operationId: b, callbacks: { done: { $ref: '#/components/callbacks/Done' } } } }
          /c: { post: { operationId: c, callbacks: { done: { url: { post: { summary: Done. } } } } } }
          /d: { post: { operationId: d, callbacks: { done: { url: { post: { summary: Other. } } } } } }
          /e: { post: { operationId: e, callbacks: { done: { $ref: '#/components/callbacks/None' } } } }
        components:
          callbacks:
            Done: { url: { $ref: '#/components/pathItems/Done' } }
          pathItems:
            Done: { post: { summary: Done. } }
        ",
    );
    assert_eq!(
        called(&api),
        ["done <- Sent to `url`.", "done d <- Sent to `url`."]
    );
    assert_eq!(codes, [""; 0], "what the reader reports is not among these");
}
