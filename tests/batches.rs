//! Deliveries of several events: each is an event of its own, and none costs another.

use hookgen_runtime::http::HeaderMap;
use hookgen_runtime::{Item, ReceiveError, Receiver, Signer, VerifyError};
use hookgen_workspace::fixtures::{webhooks_batch, webhooks_batch_signed};

fn received(body: &str) -> Result<Vec<Item<webhooks_batch::Event>>, ReceiveError> {
    Receiver::<webhooks_batch::Event>::unverified().receive_all(&HeaderMap::new(), body.as_bytes())
}

#[test]
fn each_item_is_an_event() {
    use webhooks_batch::{ENVELOPE, Event, EventType};
    let items = received(
        r#"{ "live": true, "notices": [
            { "Notice": { "code": "ARRIVED", "ship": "Anna", "quay": 7, "key": "n-1" } },
            { "Notice": { "code": "SAILED", "ship": "Berta" } },
            { "Notice": { "code": "ARRIVED", "ship": "Clara", "quay": "seven", "key": "n-3" } },
            { "Notice": { "code": "SUNK", "ship": "Dora", "key": "n-4" } },
            { "Notice": "torn" },
            7
        ] }"#,
    );
    let items = items.expect("it has items");
    let [arrived, sailed, unfit, unknown, torn, seven] = items.as_slice() else {
        panic!("{items:?} are not six");
    };
    assert!(matches!(&arrived.event, Event::Arrived(one) if one.notice.quay == 7));
    assert!(matches!(&sailed.event, Event::Sailed(one) if one.notice.ship == "Berta"));
    let Event::Unfit(event) = &unfit.event else {
        panic!("{unfit:?} fits");
    };
    assert_eq!(event.error().path(), "$.Notice.quay");
    assert_eq!(event.part::<String>("/Notice/ship").as_deref(), Ok("Clara"));
    assert!(matches!(&unknown.event, Event::Unknown(event) if event.name() == "SUNK"));
    assert_eq!(unknown.event.event_type(), EventType::from("SUNK"));
    for nameless in [torn, seven] {
        assert!(matches!(&nameless.event, Event::Unknown(event) if event.name().is_empty()));
    }
    assert_eq!(&*seven.body, b"7");

    let headers = HeaderMap::new();
    let ids = items.iter().map(|item| ENVELOPE.id(&headers, &item.body));
    let ids: Vec<_> = ids.collect();
    let ids: Vec<_> = ids.iter().map(Option::as_deref).collect();
    assert_eq!(
        ids,
        [Some("n-1"), None, Some("n-3"), Some("n-4"), None, None]
    );

    // An item that was kept is read again.
    let again = Receiver::<Event>::unverified().decode_item(&headers, &arrived.body);
    assert_eq!(again, arrived.event);
}

#[test]
fn a_delivery_without_items_is_one_event() {
    use webhooks_batch::Event;
    let closed = received(r#"{ "kind": "harbour.closed", "until": "2026-01-01T00:00:00Z" }"#);
    let closed = closed.expect("it says which event it is");
    assert!(matches!(
        &closed[..],
        [Item {
            event: Event::HarbourClosed(_),
            ..
        }]
    ));
    let new = received(r#"{ "kind": "harbour.opened" }"#).expect("it says which event it is");
    assert!(matches!(
        &new[..],
        [Item {
            event: Event::Unknown(_),
            ..
        }]
    ));

    assert_eq!(received(r#"{ "notices": [] }"#), Ok(Vec::new()));
    assert!(matches!(received("{}"), Err(ReceiveError::NoName { .. })));
    assert!(matches!(received("{"), Err(ReceiveError::NotJson { .. })));
    for body in [
        r#"{ "notices": 7 }"#,
        r#"{ "notices": null }"#,
        r#"{ "notices": { "Notice": 7 } }"#,
    ] {
        let error = received(body).expect_err("they are no items");
        assert!(matches!(error, ReceiveError::NoItems { .. }), "{error:?}");
        assert_eq!(
            error.to_string(),
            "the delivery has no items: what is at `/notices` is no array"
        );
    }
}

#[test]
fn every_item_is_verified_before_any_is_read() {
    use webhooks_batch_signed::{Event, VERIFICATION};
    let receiver = Receiver::<Event>::new("secret");
    let body = br#"{ "events": [
        { "type": "gate.opened", "event_id": "1" },
        { "type": "gate.lifted", "event_id": "2" }
    ] }"#;
    let mut headers = HeaderMap::new();
    let signed = Signer::new(VERIFICATION, "secret").sign(&mut headers, body);
    let signed = signed.expect("it can be signed");
    let items = receiver
        .receive_all(&headers, &signed)
        .expect("it is signed");
    let names: Vec<_> = items.iter().map(|item| item.event.name()).collect();
    assert_eq!(names, ["gate.opened", "gate.lifted"]);

    let changed = String::from_utf8_lossy(&signed).replace("gate.lifted", "gate.shut");
    let refused = receiver.receive_all(&headers, changed.as_bytes());
    assert_eq!(refused, Err(ReceiveError::Verify(VerifyError::NoMatch)));
    let none = receiver.receive_all(&headers, br#"{ "events": [] }"#);
    assert_eq!(none, Err(ReceiveError::Verify(VerifyError::MalformedBody)));
}
