//! Which events have been dealt with, in a database: for who works before the answer.
//!
//! ```
//! use axum::extract::State;
//! use axum::http::StatusCode;
//! use inbox::SeenInSqlite;
//! use payment_webhooks::runtime::{Delivery, once};
//! use payment_webhooks::sezzle::Event;
//!
//! async fn receive(State(seen): State<SeenInSqlite>, delivery: Delivery<Event>) -> StatusCode {
//!     let Some(id) = delivery.id() else {
//!         return StatusCode::BAD_REQUEST;
//!     };
//!     match once(&seen, &id, async || work(&delivery.event)).await {
//!         Ok(once) => once.status(),
//!         Err(error) => {
//!             eprintln!("{error}");
//!             StatusCode::INTERNAL_SERVER_ERROR
//!         }
//!     }
//! }
//! # fn work(_: &Event) -> Result<(), std::io::Error> { Ok(()) }
//! ```

use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use payment_webhooks::runtime::SeenEvents;
use payment_webhooks::runtime::seen::{Claim, Ticket};
use rusqlite::{Connection, OptionalExtension, params};
use tokio::task::spawn_blocking;

use crate::schema::{self, now};

/// Which events have been dealt with, in a table of SQLite's. Rows that are done may be deleted once
/// the provider does not deliver them any more. A copy is cheap, and of the same table.
#[derive(Clone)]
pub struct SeenInSqlite {
    database: Arc<Mutex<Connection>>,
    lapse: i64,
}

impl SeenInSqlite {
    /// The table in a database, both of which are made if they are not there. A claim that is never
    /// ended lapses after `lapse`: longer than the work on an event ever takes.
    ///
    /// # Errors
    ///
    /// If the database cannot be opened.
    pub fn open(path: &Path, lapse: Duration) -> rusqlite::Result<Self> {
        let database = schema::open(path)?;
        database.execute_batch(
            "CREATE TABLE IF NOT EXISTS seen (
                id TEXT PRIMARY KEY,
                ticket INTEGER NOT NULL,
                lapses INTEGER NOT NULL,
                done INTEGER NOT NULL DEFAULT 0
            ) STRICT, WITHOUT ROWID;",
        )?;
        Ok(Self {
            database: Arc::new(Mutex::new(database)),
            lapse: i64::try_from(lapse.as_secs()).unwrap_or(i64::MAX),
        })
    }

    /// SQLite answers while the thread waits, so it is not one of the runtime's.
    async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, SeenError> {
        let database = Arc::clone(&self.database);
        let answer = spawn_blocking(move || {
            let database = database.lock().unwrap_or_else(PoisonError::into_inner);
            question(&database)
        });
        match answer.await {
            Ok(answer) => answer.map_err(|error| SeenError(error.to_string())),
            Err(error) => Err(SeenError(error.to_string())),
        }
    }
}

impl SeenEvents for SeenInSqlite {
    type Error = SeenError;

    async fn claim(&self, id: &str) -> Result<Claim, SeenError> {
        let (id, now) = (id.to_owned(), now());
        let lapses = now.saturating_add(self.lapse);
        self.ask(move |database| {
            // One statement, so that of any number of processes one has it.
            let ticket = database
                .prepare_cached(
                    "INSERT INTO seen (id, ticket, lapses) VALUES (?1, 1, ?2)
                    ON CONFLICT DO UPDATE SET ticket = ticket + 1, lapses = excluded.lapses
                    WHERE NOT done AND lapses <= ?3
                    RETURNING ticket",
                )?
                .query_row(params![id, lapses, now], |row| row.get::<_, i64>(0))
                .optional()?;
            if let Some(ticket) = ticket {
                return Ok(Claim::Ours(Ticket(ticket.unsigned_abs())));
            }
            let done = database
                .prepare_cached("SELECT done FROM seen WHERE id = ?1")?
                .query_row([id], |row| row.get(0))?;
            Ok(match done {
                true => Claim::Done,
                false => Claim::InWork,
            })
        })
        .await
    }

    async fn done(&self, id: &str) -> Result<(), SeenError> {
        let id = id.to_owned();
        self.ask(move |database| {
            database
                .prepare_cached("UPDATE seen SET done = 1 WHERE id = ?1")?
                .execute([id])?;
            Ok(())
        })
        .await
    }

    async fn failed(&self, id: &str, ticket: Ticket) -> Result<(), SeenError> {
        let id = id.to_owned();
        let ticket = i64::try_from(ticket.0).unwrap_or(i64::MAX);
        self.ask(move |database| {
            // The row stays, so that no ticket is given twice.
            database
                .prepare_cached("UPDATE seen SET lapses = 0 WHERE id = ?1 AND ticket = ?2")?
                .execute(params![id, ticket])?;
            Ok(())
        })
        .await
    }
}

/// The database could not be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenError(String);

impl fmt::Display for SeenError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the database cannot be asked: {}", self.0)
    }
}

impl std::error::Error for SeenError {}
