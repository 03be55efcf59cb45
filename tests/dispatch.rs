//! Which event a delivery is, where several places say it.

use hookgen_runtime::http::{HeaderMap, HeaderValue};
use hookgen_runtime::{ReceiveError, Receiver};
use hookgen_workspace::fixtures::{webhooks_declared_several, webhooks_pair, webhooks_several};

fn headers(name: &'static str, value: &'static str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(name, HeaderValue::from_static(value));
    headers
}

#[test]
fn a_header_and_a_member_tell_an_event() {
    use webhooks_several::Event;
    let receive = |event: &'static str, body: &str| {
        Receiver::<Event>::unverified().receive(&headers("x-board-event", event), body.as_bytes())
    };
    let moved = r#"{"action":"moved","from":1,"to":2}"#;
    let card = receive("board_card", moved).expect("it says which it is");
    assert!(matches!(card, Event::BoardCardMoved(ref moved) if moved.to == 2));
    assert_eq!(card.name(), "board_card.moved");
    assert!(matches!(receive("list", moved), Ok(Event::ListMoved(_))));
    let renamed = receive("board_card", r#"{"action":"re_named","name":"b"}"#);
    assert!(
        matches!(renamed, Ok(Event::BoardCardReNamed(_))),
        "{renamed:?}"
    );

    // Known by the header alone, whatever the body says, or if it says nothing.
    assert!(matches!(receive("ping", "{}"), Ok(Event::Ping(_))));
    let own = receive("custom", r#"{"action":"of my own"}"#).expect("it is known");
    assert!(matches!(own, Event::Custom(_)));
    assert_eq!(own.name(), "custom");

    // What is new keeps all of its name.
    let new = receive("list", r#"{"action":"sorted"}"#).expect("it is received");
    assert!(matches!(new, Event::Unknown(_)));
    assert_eq!(new.name(), "list.sorted");
    let unfit = receive("list", r#"{"action":"moved","from":1}"#).expect("it is received");
    assert!(matches!(unfit, Event::Unfit(ref event) if event.name() == "list.moved"));

    let nothing = Receiver::<Event>::unverified().receive(&HeaderMap::new(), b"{}");
    assert!(matches!(nothing, Err(ReceiveError::NoName { .. })));
}

#[test]
fn two_members_tell_an_event() {
    use webhooks_pair::Event;
    let receive = |of: &str, code: &str| {
        let body = format!(r#"{{"webhook_code":"{code}","webhook_type":"{of}"}}"#);
        Receiver::<Event>::unverified().receive(&HeaderMap::new(), body.as_bytes())
    };
    assert!(matches!(
        receive("ACCOUNT", "ADDED"),
        Ok(Event::AccountAdded(_))
    ));
    assert!(matches!(
        receive("PAYMENT", "ADDED"),
        Ok(Event::PaymentAdded(_))
    ));
    let new = receive("PAYMENT", "LOST").expect("it is received");
    assert_eq!(new.name(), "PAYMENT.LOST");
}

#[test]
fn a_webhook_says_itself_what_tells_it() {
    use webhooks_declared_several::Event;
    let receive = |topic: &'static str, body: &str| {
        Receiver::<Event>::unverified().receive(&headers("x-topic", topic), body.as_bytes())
    };
    let opened = receive("door", r#"{"detail":{"kind":"opened"}}"#);
    assert!(matches!(opened, Ok(Event::DoorOpened(_))), "{opened:?}");
    let closed = receive("door", r#"{"detail":{"kind":"closed"}}"#);
    assert!(matches!(closed, Ok(Event::DoorClosed(_))));
    assert!(matches!(receive("alarm", "{}"), Ok(Event::Alarm(_))));
}
