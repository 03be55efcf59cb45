//! Subscribes a URL to Sezzle's order events, in the sandbox, unless it already is.
//!
//! ```sh
//! SEZZLE_PUBLIC_KEY=… SEZZLE_PRIVATE_KEY=… cargo run --example subscribe -- https://example.com/hooks
//! ```

use std::env;

use payment_webhooks::sezzle::types::{AuthenticationInput, WebhookInput};
use payment_webhooks::sezzle::{Client, EventType, Server};

const EVENTS: [EventType; 3] = [
    EventType::OrderAuthorized,
    EventType::OrderCaptured,
    EventType::OrderRefunded,
];

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url = env::args()
        .nth(1)
        .ok_or("say where events are to be delivered")?;
    let keys = AuthenticationInput::new(
        env::var("SEZZLE_PUBLIC_KEY")?,
        env::var("SEZZLE_PRIVATE_KEY")?,
    );
    let server = match env::var("SEZZLE_URL") {
        Ok(url) => Server::from(url),
        Err(_) => Server::Sandbox,
    };
    let sezzle = Client::new(server).bearer_token_from(keys);

    let input = WebhookInput::new(&url, EVENTS);
    let webhooks = sezzle.list_webhooks().await?;
    let uuid = match webhooks.iter().find(|webhook| webhook.url == url) {
        Some(webhook) => sezzle.update_webhook(webhook.uuid, input).await?.uuid,
        None => sezzle.create_webhook(input).await?.uuid,
    };
    println!("{url} gets order events, by subscription {uuid}");
    Ok(())
}
