//! Receives Sezzle's deliveries with axum.
//!
//! ```sh
//! SEZZLE_PRIVATE_KEY=… cargo run --example receive
//! ```

use std::env;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use payment_webhooks::sezzle::{Event, Receiver};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let key = env::var("SEZZLE_PRIVATE_KEY")?;
    let mut receiver = Receiver::new(key);
    // Set while the key is being replaced: deliveries may be signed with either.
    if let Ok(previous) = env::var("SEZZLE_PREVIOUS_PRIVATE_KEY") {
        receiver = receiver.or_secret(previous);
    }
    let address = env::var("LISTEN").unwrap_or_else(|_| "127.0.0.1:3000".to_owned());

    let app = Router::new()
        .route("/hooks", post(receive))
        .with_state(Arc::new(receiver));
    let listener = tokio::net::TcpListener::bind(address).await?;
    println!("listening on {}", listener.local_addr()?);
    axum::serve(listener, app).await?;
    Ok(())
}

/// Sezzle takes 200, and nothing else, for received; it delivers again until then.
async fn receive(
    State(receiver): State<Arc<Receiver>>,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    match receiver.receive(&headers, &body) {
        Ok(event) => {
            handle(event);
            StatusCode::OK
        }
        Err(error) => {
            eprintln!("refused: {error}");
            error.status()
        }
    }
}

fn handle(event: Event) {
    match event {
        Event::OrderCaptured(delivery) => println!("captured: {:?}", delivery.data),
        Event::DisputeMerchantInputRequested(delivery) => {
            println!("answer until {:?}", delivery.data.dispute_due_date);
        }
        Event::Unknown(event) => println!("{} is newer than this crate", event.name()),
        Event::Unfit(event) => eprintln!("{} does not fit: {}", event.name(), event.error()),
        other => println!("{}", other.name()),
    }
}
