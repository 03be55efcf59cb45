//! Receives Sezzle's deliveries: acknowledges first, works later. See the crate's documentation for
//! what is guaranteed.
//!
//! ```sh
//! SEZZLE_PRIVATE_KEY=… cargo run --package inbox
//! ```

use std::env;
use std::error::Error;
use std::path::PathBuf;
use std::time::Duration;

use axum::Router;
use axum::extract::{FromRef, State};
use axum::http::StatusCode;
use axum::routing::post;
use inbox::{Inbox, Worker};
use payment_webhooks::runtime::{Delivery, Endpoint};
use payment_webhooks::sezzle::{Event, Receiver};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let receiver = Receiver::new(env::var("SEZZLE_PRIVATE_KEY")?);
    let database = PathBuf::from(setting("DATABASE", "inbox.db"));
    let body_limit = setting("BODY_LIMIT_BYTES", "1048576").parse()?;
    let time_limit = Duration::from_millis(setting("BODY_LIMIT_MS", "10000").parse()?);
    // How long the work on an event takes, to try what happens meanwhile.
    let pause = Duration::from_millis(setting("WORK_MS", "0").parse()?);

    let worker = Worker::start(&database, receiver.clone(), pause)?;
    let app = App {
        endpoint: Endpoint::new(receiver)
            .body_limit(body_limit)
            .time_limit(time_limit),
        inbox: Inbox::open(&database, worker)?,
    };
    let router = Router::new().route("/hooks", post(receive)).with_state(app);
    let listener = tokio::net::TcpListener::bind(setting("LISTEN", "127.0.0.1:3000")).await?;
    println!("listening on {}", listener.local_addr()?);
    axum::serve(listener, router).await?;
    Ok(())
}

fn setting(name: &str, default: &str) -> String {
    env::var(name).unwrap_or_else(|_| default.to_owned())
}

#[derive(Clone)]
struct App {
    endpoint: Endpoint<Event>,
    inbox: Inbox,
}

impl FromRef<App> for Endpoint<Event> {
    fn from_ref(app: &App) -> Self {
        app.endpoint.clone()
    }
}

impl FromRef<App> for Inbox {
    fn from_ref(app: &App) -> Self {
        app.inbox.clone()
    }
}

/// Whatever the provider has signed is kept, also what this version does not know. Sezzle takes 200,
/// and nothing else, for received.
async fn receive(State(inbox): State<Inbox>, delivery: Delivery<Event>) -> StatusCode {
    let id = id(&delivery);
    match inbox.store(id, delivery.body).await {
        Ok(_) => StatusCode::OK,
        Err(error) => {
            eprintln!("{error}");
            StatusCode::SERVICE_UNAVAILABLE
        }
    }
}

/// What is the same when an event is delivered again: its id, or where there is none, the signature,
/// which is the same for the same body.
fn id(delivery: &Delivery<Event>) -> String {
    if let Some(id) = delivery.id() {
        return id.into_owned();
    }
    let signature = delivery.headers.get("sezzle-signature");
    let text = signature.and_then(|signature| signature.to_str().ok());
    text.unwrap_or_default().to_owned()
}
