//! What is done about an event.

use std::error::Error;
use std::thread;
use std::time::Duration;

use payment_webhooks::sezzle::Event;
use rusqlite::Transaction;

/// What is to be written down about an event.
pub(crate) enum Outcome {
    /// What was captured.
    Captured {
        order: Option<String>,
        cents: i64,
        currency: String,
    },
    /// Nothing.
    Nothing,
    /// This version of the application cannot make it out; a later one may.
    Aside,
}

/// Everything that takes long, or is done elsewhere: it may be done twice, so whatever is sent from
/// here carries the event's id. `pause` stands for how long that takes.
pub(crate) fn work(event: &Event, pause: Duration) -> Result<Outcome, Box<dyn Error>> {
    thread::sleep(pause);
    Ok(match event {
        Event::OrderCaptured(delivery) => {
            let capture = delivery.data.capture.as_ref();
            let amount = capture.and_then(|capture| capture.amount.as_ref());
            let amount = amount.ok_or("it does not say what is captured")?;
            Outcome::Captured {
                order: delivery.data.uuid.clone(),
                cents: amount.amount_in_cents.ok_or("there is no amount")?,
                currency: amount.currency.clone().ok_or("there is no currency")?,
            }
        }
        Event::Unknown(_) | Event::Unfit(_) => Outcome::Aside,
        _ => Outcome::Nothing,
    })
}

/// Writes it down, in the transaction that marks the event as done.
pub(crate) fn book(
    transaction: &Transaction<'_>,
    event: &str,
    outcome: &Outcome,
) -> rusqlite::Result<()> {
    let Outcome::Captured {
        order,
        cents,
        currency,
    } = outcome
    else {
        return Ok(());
    };
    transaction
        .prepare_cached(
            "INSERT INTO captures (event, order_uuid, cents, currency) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((event, order, cents, currency))?;
    Ok(())
}
