//! Sezzle's deliveries in an application of axum's: as an argument of a handler, and through a layer.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::body::Bytes;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, post};
use axum::{Extension, Router};
use hmac::{Hmac, KeyInit, Mac};
use payment_webhooks::runtime::{Delivery, Endpoint};
use payment_webhooks::sezzle::{Event, EventType, Receiver};
use sha2::Sha256;
use tokio::net::TcpListener;

const KEY: &str = "sz_pr_example";

const SHIPPED: &str = r#"{"event": "order.shipped", "uuid": "1"}"#;

async fn serve(hooks: MethodRouter) -> SocketAddr {
    let app = Router::new().route("/hooks", hooks);
    let listener = TcpListener::bind("127.0.0.1:0")
        .await
        .expect("loopback is there");
    let address = listener.local_addr().expect("it is bound");
    tokio::spawn(async move { axum::serve(listener, app).await });
    address
}

/// What is answered to a delivery that is signed with a key.
async fn answer(address: SocketAddr, key: &str, body: &str) -> (StatusCode, String) {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).expect("any length is a key");
    mac.update(body.as_bytes());
    let signature = mac.finalize().into_bytes();
    let hex: String = signature.iter().map(|byte| format!("{byte:02x}")).collect();
    let response = reqwest::Client::new()
        .post(format!("http://{address}/hooks"))
        .header("Sezzle-Signature", hex)
        .body(body.to_owned())
        .send()
        .await
        .expect("loopback is there");
    let status = response.status();
    (status, response.text().await.expect("it is text"))
}

#[tokio::test]
async fn a_handler_takes_a_delivery() {
    async fn receive(delivery: Delivery<Event>) -> String {
        let length = delivery.body.len();
        format!("{} in {length} bytes", delivery.event.name())
    }
    let endpoint = Endpoint::new(Receiver::new(KEY)).body_limit(100);
    let address = serve(post(receive).with_state(endpoint)).await;

    let (status, text) = answer(address, KEY, SHIPPED).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(text, "order.shipped in 39 bytes");

    let (status, text) = answer(address, "another", SHIPPED).await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    assert_eq!(text, "no signature is right\n");

    let (status, text) = answer(address, KEY, "<order/>").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(text.starts_with("the delivery is not JSON: "), "{text}");

    let (status, text) = answer(address, KEY, &" ".repeat(101)).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(text, "the body is longer than 100 bytes\n");
}

#[tokio::test]
async fn a_handler_with_a_route_for_one_event_takes_it() {
    async fn receive(delivery: Delivery<Event>) -> String {
        let Event::Unfit(event) = delivery.event else {
            return delivery.event.name().to_owned();
        };
        format!("{} does not fit", event.name())
    }
    let endpoint = Endpoint::for_event(Receiver::new(KEY), EventType::OrderCaptured);
    let address = serve(post(receive).with_state(endpoint)).await;
    let (status, text) = answer(address, KEY, "{}").await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(text, "order.captured does not fit");
}

#[tokio::test]
async fn only_deliveries_come_through_a_layer() {
    async fn receive(Extension(event): Extension<Arc<Event>>, body: Bytes) -> String {
        format!("{} in {} bytes", event.name(), body.len())
    }
    let endpoint = Endpoint::new(Receiver::new(KEY));
    let address = serve(post(receive).layer(endpoint)).await;

    let (status, text) = answer(address, KEY, SHIPPED).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(text, "order.shipped in 39 bytes");

    let (status, text) = answer(address, "another", SHIPPED).await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    assert_eq!(text, "no signature is right\n");
}
