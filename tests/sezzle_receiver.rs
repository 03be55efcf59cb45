//! Sezzle's receiver as a consumer uses it: deliveries are signed, posted over TCP to axum,
//! verified and decoded.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use hmac::{Hmac, KeyInit, Mac};
use payment_webhooks::runtime::ReceiveError;
use payment_webhooks::sezzle::types::RefundSource;
use payment_webhooks::sezzle::{Event, EventType, Receiver};
use serde_json::{Value, json};
use sha2::Sha256;
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

const KEY: &str = "sz_pr_example";

/// An application that receives deliveries, and what it was told of.
struct Application {
    address: SocketAddr,
    events: UnboundedReceiver<Event>,
}

impl Application {
    async fn start(receiver: Receiver) -> Self {
        let (sender, events) = unbounded_channel();
        let app = Router::new()
            .route("/hooks", post(receive))
            .with_state((Arc::new(receiver), sender));
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("loopback is there");
        let address = listener.local_addr().expect("it is bound");
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { address, events }
    }

    async fn post(&self, body: &str, signature: Option<&str>) -> StatusCode {
        let mut request = reqwest::Client::new()
            .post(format!("http://{}/hooks", self.address))
            .header("content-type", "application/json")
            .body(body.to_owned());
        if let Some(signature) = signature {
            request = request.header("Sezzle-Signature", signature);
        }
        request.send().await.expect("loopback is there").status()
    }

    /// Delivers `body`, and returns what the application was told of.
    async fn deliver(&mut self, body: &str) -> Event {
        assert_eq!(
            self.post(body, Some(&sign(KEY, body))).await,
            StatusCode::OK
        );
        self.events.recv().await.expect("the application runs")
    }
}

type Shared = (Arc<Receiver>, UnboundedSender<Event>);

async fn receive(
    State((receiver, events)): State<Shared>,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    match receiver.receive(&headers, &body) {
        Ok(event) => {
            events.send(event).expect("the test listens");
            StatusCode::OK
        }
        Err(error) => error.status(),
    }
}

/// What Sezzle puts into `Sezzle-Signature`: computed apart from the code under test.
fn sign(key: &str, body: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).expect("any length will do");
    mac.update(body.as_bytes());
    let bytes = mac.finalize().into_bytes();
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn delivery(event: &str, data_type: &str, data: &Value) -> String {
    json!({
        "uuid": "e41c32d5-687d-414f-b5c6-d089bea52e7d",
        "created_at": "2025-04-12T00:11:01.749261Z",
        "event": event,
        "data_type": data_type,
        "data": data,
    })
    .to_string()
}

#[tokio::test]
async fn a_tokenized_customer_arrives_whole() {
    let mut app = Application::start(Receiver::new(KEY)).await;
    let body = delivery(
        "customer.tokenized",
        "tokenize",
        &json!({
            "token": "ce56604a-5dfd-489a-80e9-753d0325dd46",
            "expiration": "2025-04-12T00:41:01.745145Z",
            "customer": {
                "uuid": "e0003e6a-7234-4440-9265-61906e8b8879",
                "created_at": "2025-04-12T00:11:01.745145Z",
                "expiration": "2026-04-12T00:11:01.745145Z",
            },
        }),
    );

    let event = app.deliver(&body).await;

    assert_eq!(event.name(), "customer.tokenized");
    let Event::CustomerTokenized(delivery) = &event else {
        panic!("{event:?}")
    };
    assert_eq!(
        delivery.uuid.to_string(),
        "e41c32d5-687d-414f-b5c6-d089bea52e7d"
    );
    assert_eq!(delivery.data_type, "tokenize");
    assert_eq!(
        delivery.data.customer.expiration.as_str(),
        "2026-04-12T00:11:01.745145Z"
    );
    let again = serde_json::to_value(delivery).expect("it is JSON");
    assert_eq!(
        again,
        serde_json::from_str::<Value>(&body).expect("it is JSON")
    );
}

#[tokio::test]
async fn every_event_arrives_as_what_it_is() {
    let mut app = Application::start(Receiver::new(KEY)).await;
    let order = json!({
        "uuid": "f36605a0-4a96-46d1-9d01-a0b17140dc57",
        "authorization": {
            "uuid": "28ef487d-8398-43bb-8354-5ebdd1eb7b40",
            "created_at": "2025-04-12T00:15:39.276841Z",
            "authorization_amount": { "amount_in_cents": 5000, "currency": "USD" },
            "approved": true,
        },
        "capture": { "uuid": "c", "amount": { "amount_in_cents": 5000, "currency": "USD" } },
        "refund": { "uuid": "r", "source": "dashboard" },
        "dispute_id": 1234,
        "token": "t",
        "expiration": "2025-04-12T00:41:01.745145Z",
        "customer": {
            "uuid": "e0003e6a-7234-4440-9265-61906e8b8879",
            "created_at": "2025-04-12T00:11:01.745145Z",
            "expiration": "2026-04-12T00:11:01.745145Z",
        },
    });
    assert_eq!(EventType::KNOWN.len(), 9);
    for name in EventType::KNOWN {
        let event = app.deliver(&delivery(name.as_str(), "order", &order)).await;
        assert_eq!(event.name(), name.as_str());
        match (name, &event) {
            (EventType::CustomerTokenized, Event::CustomerTokenized(it)) => {
                assert_eq!(it.data.token, "t");
            }
            (EventType::OrderAuthorized, Event::OrderAuthorized(it)) => {
                assert_eq!(
                    it.data.authorization.authorization_amount.amount_in_cents,
                    5000
                );
                assert!(it.data.authorization.approved);
            }
            (EventType::OrderCaptured, Event::OrderCaptured(it)) => {
                let capture = it.data.capture.as_ref().expect("it is there");
                assert_eq!(capture.uuid.as_deref(), Some("c"));
            }
            (EventType::OrderRefunded, Event::OrderRefunded(it)) => {
                let refund = it.data.refund.as_ref().expect("it is there");
                assert_eq!(refund.source, Some(RefundSource::Dashboard));
            }
            (
                EventType::DisputeMerchantInputRequested,
                Event::DisputeMerchantInputRequested(it),
            ) => {
                assert_eq!(it.data.dispute_id, Some(1234));
            }
            (EventType::DisputeDeadlineApproaching, Event::DisputeDeadlineApproaching(it)) => {
                assert_eq!(it.data.dispute_id, Some(1234));
            }
            (EventType::DisputeClosedCustomerWin, Event::DisputeClosedCustomerWin(it)) => {
                assert_eq!(it.data.dispute_id, Some(1234));
            }
            (EventType::DisputeClosedMerchantWin, Event::DisputeClosedMerchantWin(it)) => {
                assert_eq!(it.data.dispute_id, Some(1234));
            }
            (EventType::DisputeClosedNeutral, Event::DisputeClosedNeutral(it)) => {
                assert_eq!(it.data.dispute_id, Some(1234));
            }
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn a_key_can_be_rotated() {
    let app = Application::start(Receiver::new("new key").or_secret(KEY)).await;
    let body = delivery("order.captured", "order", &json!({}));
    assert_eq!(
        app.post(&body, Some(&sign("new key", &body))).await,
        StatusCode::OK
    );
    assert_eq!(
        app.post(&body, Some(&sign(KEY, &body))).await,
        StatusCode::OK
    );
    assert_eq!(
        app.post(&body, Some(&sign("older", &body))).await,
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn what_is_not_signed_is_refused() {
    let app = Application::start(Receiver::new(KEY)).await;
    let body = delivery("order.captured", "order", &json!({}));
    let altered = body.replace("order.captured", "order.refunded");
    let good = sign(KEY, &body);

    for (what, body, signature) in [
        ("another key", &body, Some(sign("another", &body))),
        ("an altered body", &altered, Some(good.clone())),
        ("no header", &body, None),
        ("an empty header", &body, Some(String::new())),
        ("half a signature", &body, Some(good[..32].to_owned())),
        ("not hexadecimal", &body, Some("z".repeat(64))),
        (
            "two signatures in one",
            &body,
            Some(format!("{good}{good}")),
        ),
    ] {
        let status = app.post(body, signature.as_deref()).await;
        assert!(status.is_client_error(), "{what}: {status}");
    }
    assert_eq!(app.post(&body, Some(&good)).await, StatusCode::OK);
    assert_eq!(
        app.post(&body, Some(&good.to_uppercase())).await,
        StatusCode::OK
    );
}

#[tokio::test]
async fn an_unknown_event_keeps_its_name_and_bytes() {
    let mut app = Application::start(Receiver::new(KEY)).await;
    let body = delivery("order.shipped", "order", &json!({ "carrier": "snail" }));
    let event = app.deliver(&body).await;
    assert_eq!(event.name(), "order.shipped");
    let Event::Unknown(unknown) = &event else {
        panic!("{event:?}")
    };
    assert_eq!(&unknown.body()[..], body.as_bytes());
}

#[tokio::test]
async fn a_payload_that_does_not_fit_keeps_its_bytes_and_says_where() {
    let mut app = Application::start(Receiver::new(KEY)).await;
    let body = delivery(
        "order.captured",
        "order",
        &json!({ "capture": { "uuid": 7 } }),
    );
    let event = app.deliver(&body).await;
    assert_eq!(event.name(), "order.captured");
    let Event::Unfit(unfit) = &event else {
        panic!("{event:?}")
    };
    assert_eq!(unfit.error().path(), "$.data.capture.uuid");
    assert_eq!(&unfit.body()[..], body.as_bytes());
}

#[test]
fn what_is_no_event_is_an_error_with_its_reason() {
    let receiver = Receiver::new(KEY);
    for (body, reason) in [
        ("", "JSON"),
        ("{", "JSON"),
        ("[]", "event"),
        ("{}", "event"),
    ] {
        let mut headers = HeaderMap::new();
        headers.insert(
            "sezzle-signature",
            sign(KEY, body).parse().expect("a header's value"),
        );
        let error = receiver
            .receive(&headers, body.as_bytes())
            .expect_err("no event");
        assert!(
            !matches!(error, ReceiveError::Verify(_)),
            "{body}: {error:?}"
        );
        assert!(error.to_string().contains(reason), "{body}: {error}");
        assert_eq!(error.status(), StatusCode::BAD_REQUEST);
    }
}
