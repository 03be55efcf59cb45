//! Receives Sezzle's deliveries with axum. What is not signed is refused before it comes here, as is
//! what is too long, or too slow.
//!
//! ```sh
//! SEZZLE_PRIVATE_KEY=… cargo run --example receive --features axum
//! ```
//!
//! `examples/inbox` keeps deliveries before it answers, and works on them later.

use std::env;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::post;
use payment_webhooks::runtime::{Delivery, Endpoint};
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
        .with_state(Endpoint::new(receiver));
    let listener = tokio::net::TcpListener::bind(address).await?;
    println!("listening on {}", listener.local_addr()?);
    axum::serve(listener, app).await?;
    Ok(())
}

/// Sezzle takes 200, and nothing else, for received; it delivers again until then.
async fn receive(delivery: Delivery<Event>) -> StatusCode {
    handle(delivery.event);
    StatusCode::OK
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
