//! Deliveries: told apart by their event, and decoded.

use hookgen_runtime::http::{HeaderMap, HeaderValue, StatusCode};
use hookgen_runtime::receiver::Source;
use hookgen_runtime::{
    Algorithm, ReceiveError, Receiver, Signature, UnfitEvent, UnknownEvent, Value, Verification,
    VerifyError, events, object, serde_json,
};

#[derive(Clone)]
struct Order {
    cents: i64,
}

object! { Order { cents } }

macro_rules! event {
    ($name:ident) => {
        #[derive(Debug, Clone, PartialEq)]
        enum $name {
            Captured(Box<Order>),
            Refunded(Value),
            Unknown(UnknownEvent),
            Unfit(UnfitEvent),
        }
    };
}

event!(ByBody);
event!(ByHeader);

events! {
    ByBody by body "/data/event~1type/0" {
        Captured = "order.captured",
        Refunded = "order.refunded" | "order.returned",
    }
    verified by VERIFICATION
}

events! {
    ByHeader by header "x-event" {
        Captured = "order.captured",
        Refunded = "order.refunded",
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Only {
    Captured(Order),
    Unknown(UnknownEvent),
    Unfit(UnfitEvent),
}

events! {
    Only single {
        Captured = "order.captured",
    }
}

const VERIFICATION: Verification = Verification::new(Algorithm::HmacSha256).signature(
    Signature::in_header("X-Hub-Signature-256")
        .hex()
        .prefix("sha256="),
);

fn body(name: &str, more: &str) -> String {
    format!(r#"{{"cents": 5, "data": {{"event/type": [{name}]}}{more}}}"#)
}

fn by_body(text: &str) -> Result<ByBody, ReceiveError> {
    Receiver::<ByBody>::new("secret").decode(&HeaderMap::new(), text.as_bytes())
}

#[test]
fn an_event_is_known_by_its_body() {
    let text = body(r#""order.captured""#, "");
    let event = by_body(&text).unwrap();
    assert_eq!(event, ByBody::Captured(Box::new(Order { cents: 5 })));
    assert_eq!(event.name(), "order.captured");

    for name in ["order.refunded", "order.returned"] {
        let text = body(&format!("{name:?}"), "");
        let event = by_body(&text).unwrap();
        assert_eq!(
            event,
            ByBody::Refunded(serde_json::from_str(&text).unwrap())
        );
        assert_eq!(event.name(), "order.refunded");
    }
}

#[test]
fn an_event_that_is_not_described_is_kept() {
    let text = body(r#""order.voided""#, "");
    let event = by_body(&text).unwrap();
    assert_eq!(event.name(), "order.voided");
    let ByBody::Unknown(unknown) = event else {
        panic!("{event:?}")
    };
    assert_eq!(unknown.body(), text.as_bytes());
    assert_eq!(unknown.json().unwrap()["cents"], 5);
}

#[test]
fn an_event_that_does_not_fit_is_kept_with_the_reason() {
    let text = body(r#""order.captured""#, r#", "cents": "five""#);
    let event = by_body(&text).unwrap();
    assert_eq!(event.name(), "order.captured");
    let ByBody::Unfit(unfit) = event else {
        panic!("{event:?}")
    };
    assert_eq!(unfit.error().path(), "$.cents");
    assert_eq!(unfit.body(), text.as_bytes());
    assert_eq!(unfit.json().unwrap()["cents"], "five");
}

#[test]
fn a_delivery_that_names_no_event_is_an_error_that_keeps_it() {
    for text in [
        "{}",
        "[]",
        "7",
        r#"{"data": {"event/type": []}}"#,
        r#"{"data": {"event/type": [null]}}"#,
    ] {
        let error = by_body(text).unwrap_err();
        let ReceiveError::NoName { source, .. } = &error else {
            panic!("{error:?}")
        };
        assert_eq!(*source, Source::Body("/data/event~1type/0"));
        assert_eq!(error.body().unwrap(), text.as_bytes());
        assert_eq!(error.status(), StatusCode::BAD_REQUEST);
    }
    for text in [&b""[..], b"{", b"<xml/>", b"{} {}", b"\"\xff\""] {
        let error = Receiver::<ByBody>::new("secret")
            .decode(&HeaderMap::new(), text)
            .unwrap_err();
        assert!(matches!(error, ReceiveError::NotJson { .. }), "{error:?}");
        assert_eq!(error.body().unwrap(), text);
        assert_eq!(error.status(), StatusCode::BAD_REQUEST);
    }
}

#[test]
fn an_event_is_known_by_a_header() {
    let receiver = Receiver::<ByHeader>::unverified();
    let receive = |name: &'static str, body: &str| {
        let mut headers = HeaderMap::new();
        headers.insert("X-Event", HeaderValue::from_static(name));
        receiver.receive(&headers, body.as_bytes())
    };
    let event = receive("order.captured", r#"{"cents": 5}"#).unwrap();
    assert_eq!(event, ByHeader::Captured(Box::new(Order { cents: 5 })));
    assert!(matches!(
        receive("order.voided", "not JSON"),
        Ok(ByHeader::Unknown(_))
    ));
    let Ok(ByHeader::Unfit(unfit)) = receive("order.refunded", "not JSON") else {
        panic!()
    };
    assert!(unfit.json().is_err());

    let error = receiver.receive(&HeaderMap::new(), b"{}").unwrap_err();
    assert!(error.to_string().contains("no header `x-event`"), "{error}");
}

#[test]
fn a_single_event_needs_no_name() {
    let receiver = Receiver::<Only>::unverified();
    let event = receiver
        .receive(&HeaderMap::new(), br#"{"cents": 5}"#)
        .unwrap();
    assert_eq!(event, Only::Captured(Order { cents: 5 }));
    let event = receiver.receive(&HeaderMap::new(), b"{}").unwrap();
    assert!(matches!(event, Only::Unfit(_)), "{event:?}");
    assert_eq!(event.name(), "order.captured");
}

#[test]
fn nothing_is_decoded_that_is_not_verified() {
    let receiver = Receiver::<ByBody>::new("It's a Secret to Everybody");
    let mut headers = HeaderMap::new();
    assert_eq!(
        receiver.receive(&headers, b"Hello, World!"),
        Err(ReceiveError::Verify(VerifyError::MissingHeader(
            "X-Hub-Signature-256"
        )))
    );
    headers.insert(
        "x-hub-signature-256",
        HeaderValue::from_static(
            "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
        ),
    );
    assert_eq!(receiver.verify(&headers, b"Hello, World!"), Ok(()));
    let error = receiver.receive(&headers, b"Hello, World!").unwrap_err();
    assert!(matches!(error, ReceiveError::NotJson { .. }), "{error:?}");
    let error = receiver.receive(&headers, b"Hello, Moon!").unwrap_err();
    assert_eq!(error, ReceiveError::Verify(VerifyError::NoMatch));
    assert_eq!(error.status(), StatusCode::UNAUTHORIZED);
    let rotated = Receiver::<ByBody>::new("new").or_secret("It's a Secret to Everybody");
    assert_eq!(rotated.verify(&headers, b"Hello, World!"), Ok(()));
}

#[derive(Debug, PartialEq)]
enum ByRoute {
    Shipped(Value),
    Counted(i64),
    Unknown(UnknownEvent),
    Unfit(UnfitEvent),
}

events! {
    ByRoute by route {
        Shipped = "shipped",
        Counted = "counted",
    }
}

#[test]
fn a_receiver_is_told_which_event_comes_by_a_route() {
    let receiver = Receiver::<ByRoute>::unverified();
    let receive = |name: &str, body: &[u8]| {
        let event = receiver.receive_as(name, &HeaderMap::new(), body);
        event.expect("nothing is verified")
    };
    assert_eq!(
        receive("shipped", b"{}"),
        ByRoute::Shipped(serde_json::json!({}))
    );
    assert_eq!(receive("counted", b"7"), ByRoute::Counted(7));
    let unfit = receive("counted", b"seven");
    assert!(matches!(&unfit, ByRoute::Unfit(event) if event.name() == "counted"));
    let unknown = receive("lost", b"not read");
    assert!(matches!(&unknown, ByRoute::Unknown(event) if event.name() == "lost"));
}
