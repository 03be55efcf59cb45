//! Stripe's receiver as a consumer uses it: a delivery that was made in 2019, of the API as it was in
//! 2018, is read by today's types and comes out as it went in.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::http::HeaderMap;
use hmac::{Hmac, KeyInit, Mac};
use payment_webhooks::runtime::Maybe;
use payment_webhooks::stripe::types::{
    BalanceTransaction, ChargeDisputeClosed, Dispute, DisputeStatus, RecordedEvent,
};
use payment_webhooks::stripe::{Event, EventType, Receiver};
use serde_json::{Value, json};
use sha2::Sha256;

const SECRET: &str = "whsec_example";
const DELIVERED: &str = include_str!("../spec/stripe.recorded.jsonl");
const CREATED: u64 = 1_555_192_997;

/// What Stripe puts into `v1`: computed apart from the code under test.
fn signature(secret: &str, time: u64, body: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("any length will do");
    mac.update(format!("{time}.{body}").as_bytes());
    let bytes = mac.finalize().into_bytes();
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn headers(signature: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert("stripe-signature", signature.parse().expect("a header"));
    headers
}

fn signed(body: &str) -> HeaderMap {
    headers(&format!(
        "t={CREATED},v1={},v0=00",
        signature(SECRET, CREATED, body)
    ))
}

/// A receiver whose clock stands `later` than the delivery.
fn receiver(later: u64) -> Receiver {
    Receiver::new(SECRET)
        .with_clock(move || -> SystemTime { UNIX_EPOCH + Duration::from_secs(CREATED + later) })
}

fn closed() -> Box<ChargeDisputeClosed> {
    let body = DELIVERED.trim_end();
    match receiver(10).receive(&signed(body), body.as_bytes()) {
        Ok(Event::ChargeDisputeClosed(event)) => event,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_event_of_an_old_api_version_is_typed() {
    let event = closed();
    assert_eq!(event.id, "evt_1E0twPDq739h3i0DBDdSMhLq");
    assert_eq!(event.api_version, Maybe::Value("2018-02-06".to_owned()));
    assert_eq!(event.created, 1_555_192_997);
    assert_eq!(event.livemode, Some(true));
    let request = event.request.value().expect("it is there");
    assert_eq!(request.id, Maybe::Null);
    assert_eq!(request.idempotency_key, Maybe::Null);

    let dispute: &Dispute = &event.data.object;
    assert_eq!(dispute.amount, Some(54_000));
    assert_eq!(dispute.currency.as_deref(), Some("eur"));
    assert_eq!(dispute.status, Some(DisputeStatus::Lost));
    assert_eq!(dispute.reason.as_deref(), Some("general"));
    assert!(dispute.payment_intent.is_absent(), "it came later");
    let evidence = dispute.evidence.as_ref().expect("it is there");
    assert!(evidence.uncategorized_text.is_null());
    let details = dispute.evidence_details.as_ref().expect("they are there");
    assert_eq!(details.due_by, Maybe::Value(0));

    let [transaction]: &[BalanceTransaction; 1] = dispute
        .balance_transactions
        .as_deref()
        .and_then(|transactions| transactions.try_into().ok())
        .expect("there is one");
    assert_eq!(transaction.net, Some(-54_750));
    assert_eq!(transaction.reporting_category, None, "it came later");
    assert!(transaction.exchange_rate.is_null());
    let fees = transaction.fee_details.as_deref().expect("they are there");
    assert_eq!(fees[0].amount, Some(750));
    assert_eq!(fees[0].r#type.as_deref(), Some("stripe_fee"));
}

#[test]
fn it_is_written_again_without_loss_and_every_member_has_a_name() {
    let event = closed();
    let original: Value = serde_json::from_str(DELIVERED).expect("JSON");
    let written = serde_json::to_value(&event).expect("JSON");
    assert_eq!(written, original);

    assert!(event.additional_properties.is_empty());
    let dispute = &event.data.object;
    assert!(dispute.additional_properties.is_empty());
    let evidence = dispute.evidence.as_ref().expect("it is there");
    assert!(evidence.additional_properties.is_empty());
    for transaction in dispute.balance_transactions.iter().flatten() {
        assert!(transaction.additional_properties.is_empty());
    }
}

#[test]
fn what_the_description_does_not_name_is_kept() {
    let mut delivery: Value = serde_json::from_str(DELIVERED).expect("JSON");
    delivery["context"] = json!("acct_example");
    delivery["data"]["object"]["network_reason_code"] = json!("83");
    delivery["data"]["object"]["status"] = json!("prevented");
    let body = delivery.to_string();
    let event = match receiver(0).receive(&signed(&body), body.as_bytes()) {
        Ok(Event::ChargeDisputeClosed(event)) => event,
        other => panic!("{other:?}"),
    };
    assert_eq!(event.additional_properties["context"], "acct_example");
    assert_eq!(
        event.data.object.status,
        Some(DisputeStatus::Unrecognized("prevented".to_owned()))
    );
    assert_eq!(serde_json::to_value(&event).expect("JSON"), delivery);
}

#[test]
fn any_signature_will_do_while_a_secret_is_rolled_and_a_stale_one_will_not() {
    let body = DELIVERED.trim_end();
    let rolled = headers(&format!(
        "t={CREATED},v1={},v1={}",
        signature("whsec_another", CREATED, body),
        signature(SECRET, CREATED, body)
    ));
    assert!(receiver(0).receive(&rolled, body.as_bytes()).is_ok());
    assert!(receiver(300).receive(&rolled, body.as_bytes()).is_ok());
    assert!(receiver(301).receive(&rolled, body.as_bytes()).is_err());

    let old_scheme = headers(&format!(
        "t={CREATED},v0={}",
        signature(SECRET, CREATED, body)
    ));
    assert!(receiver(0).receive(&old_scheme, body.as_bytes()).is_err());
}

#[test]
fn an_event_without_a_type_of_its_own_keeps_its_name_and_its_bytes() {
    let body =
        r#"{"id":"evt_1","object":"event","created":1,"type":"payout.paid","data":{"object":{}}}"#;
    match receiver(0).receive(&signed(body), body.as_bytes()) {
        Ok(Event::Unknown(event)) => {
            assert_eq!(event.name(), "payout.paid");
            assert_eq!(&event.body()[..], body.as_bytes());
            assert_eq!(EventType::from(event.name()), EventType::PayoutPaid);
        }
        other => panic!("{other:?}"),
    }
    assert!(EventType::KNOWN.len() >= 200);
}

#[test]
fn the_same_event_is_typed_when_it_is_listed() {
    let original: Value = serde_json::from_str(DELIVERED).expect("JSON");
    let event: RecordedEvent = serde_json::from_str(DELIVERED).expect("it fits");
    assert_eq!(event.r#type, EventType::ChargeDisputeClosed);
    assert_eq!(serde_json::to_value(&event).expect("JSON"), original);
}
