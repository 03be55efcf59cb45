//! What every delivery says of itself, whichever event it tells of.

use std::time::{Duration, SystemTime};

use hookgen_runtime::Receiver;
use hookgen_runtime::http::{HeaderMap, HeaderValue};
use hookgen_workspace::fixtures::webhooks_envelope;
use payment_webhooks::{sezzle, stripe};

#[test]
fn it_is_read_of_any_event() {
    let headers = HeaderMap::new();
    for (kind, rest) in [
        ("order.captured", r#""data":{}"#),
        ("order.captured", r#""data":"does not fit""#),
        ("order.beamed", r#""data":{}"#),
    ] {
        let body = format!(
            r#"{{"event":"{kind}","created_at":"2025-04-12T02:20:00.5+02:00","uuid":"6f4ad656-3c3f-4256-b6be-380e5bf26ccd",{rest}}}"#
        );
        let body = body.as_bytes();
        let id = sezzle::ENVELOPE.id(&headers, body);
        assert_eq!(id.as_deref(), Some("6f4ad656-3c3f-4256-b6be-380e5bf26ccd"));
        let time = sezzle::ENVELOPE.time(&headers, body);
        let expected = Duration::from_millis(1_744_417_200_500);
        assert_eq!(time, Some(SystemTime::UNIX_EPOCH + expected));
        assert_eq!(sezzle::ENVELOPE.api_version(&headers, body), None);
    }
}

#[test]
fn times_are_counted_too() {
    let headers = HeaderMap::new();
    let time = |created: &str| {
        let body = format!(r#"{{"created":{created}}}"#);
        let time = stripe::ENVELOPE.time(&headers, body.as_bytes())?;
        Some(
            time.duration_since(SystemTime::UNIX_EPOCH)
                .ok()?
                .as_millis(),
        )
    };
    assert_eq!(time("1744417200"), Some(1_744_417_200_000));
    assert_eq!(time("1744417200500"), Some(1_744_417_200_500));
    for none in ["null", r#""yesterday""#, "1e400", "{}", "-1e300"] {
        assert_eq!(time(none), None, "{none}");
    }
    let body = br#"{"id":"evt_1","api_version":"2018-01-01"}"#;
    let version = stripe::ENVELOPE.api_version(&headers, body);
    assert_eq!(version.as_deref(), Some("2018-01-01"));
}

#[test]
fn it_may_be_in_headers() {
    let mut headers = HeaderMap::new();
    headers.insert("post-delivery", HeaderValue::from_static("d-1"));
    let body = br#"{"kind":"letter.sent","id":"not this","meta":{"sent":0,"version":7}}"#;
    let envelope = webhooks_envelope::ENVELOPE;
    assert_eq!(envelope.id(&headers, body).as_deref(), Some("d-1"));
    assert_eq!(envelope.time(&headers, body), Some(SystemTime::UNIX_EPOCH));
    assert_eq!(envelope.api_version(&headers, body).as_deref(), Some("7"));

    // What is not there, or nothing, is none; and nothing can be made of what is no JSON.
    headers.insert("post-delivery", HeaderValue::from_static(""));
    assert_eq!(envelope.id(&headers, b"{}"), None);
    assert_eq!(envelope.time(&headers, b"{"), None);
}

#[test]
fn events_are_known_by_type() {
    use sezzle::EventType;
    let name = |body: &str| {
        let received =
            Receiver::<sezzle::Event>::new("secret").decode(&HeaderMap::new(), body.as_bytes());
        received.expect("it says which event it is").event_type()
    };
    assert_eq!(
        name(r#"{"event":"order.captured"}"#),
        EventType::OrderCaptured
    );
    assert_eq!(
        name(r#"{"event":"order.beamed"}"#),
        EventType::from("order.beamed")
    );
}
