//! Tells how disputes on Stripe end: of those that could not be delivered, for as long as nobody
//! was listening, and then of each that is delivered.
//!
//! ```sh
//! STRIPE_SECRET_KEY=… STRIPE_WEBHOOK_SECRET=… cargo run --example disputes --features axum
//! ```

use std::env;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::post;
use payment_webhooks::runtime::{Delivery, Endpoint};
use payment_webhooks::stripe::types::{Dispute, DisputeStatus, EventObject};
use payment_webhooks::stripe::{Client, Event, EventType, Receiver, Server};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = match env::var("STRIPE_URL") {
        Ok(url) => Server::from(url),
        Err(_) => Server::Production,
    };
    let stripe = Client::new(server).secret_key(env::var("STRIPE_SECRET_KEY")?);
    catch_up(&stripe).await?;

    let receiver = Receiver::new(env::var("STRIPE_WEBHOOK_SECRET")?);
    let address = env::var("LISTEN").unwrap_or_else(|_| "127.0.0.1:3000".to_owned());
    let app = Router::new()
        .route("/hooks", post(receive))
        .with_state(Endpoint::new(receiver));
    let listener = tokio::net::TcpListener::bind(address).await?;
    println!("listening on {}", listener.local_addr()?);
    axum::serve(listener, app).await?;
    Ok(())
}

/// Goes through what could not be delivered, page by page, the newest first. Stripe keeps events
/// for thirty days.
async fn catch_up(stripe: &Client) -> Result<(), Box<dyn std::error::Error>> {
    let mut missed = stripe
        .list_events()
        .types(&[EventType::ChargeDisputeClosed])
        .delivery_success(false)
        .limit(100)
        .items();
    while let Some(event) = missed.next().await {
        if let EventObject::Dispute(dispute) = event?.data.object {
            tell(&dispute);
        }
    }
    Ok(())
}

async fn receive(delivery: Delivery<Event>) -> StatusCode {
    match &delivery.event {
        Event::ChargeDisputeClosed(closed) => tell(&closed.data.object),
        // A type of another API version may not fit, and still say which dispute it is about.
        Event::Unfit(event) => match event.part::<String>("/data/object/id") {
            Ok(id) => eprintln!("{id} does not fit: {}", event.error()),
            Err(_) => eprintln!("{} does not fit: {}", event.name(), event.error()),
        },
        other => println!("{}", other.name()),
    }
    StatusCode::OK
}

fn tell(dispute: &Dispute) {
    let amount = dispute.amount.unwrap_or_default();
    let currency = dispute.currency.as_deref().unwrap_or("?");
    let end = match &dispute.status {
        Some(DisputeStatus::Won) => "won",
        Some(DisputeStatus::Lost) => "lost",
        Some(other) => other.as_str(),
        None => "closed",
    };
    println!("{}: {end}, {amount} {currency}", dispute.id);
}
