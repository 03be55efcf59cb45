//! Working on what is in the inbox.

use std::error::Error;
use std::path::Path;
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use axum::http::HeaderMap;
use payment_webhooks::sezzle::Receiver;
use rusqlite::{Connection, TransactionBehavior};

use crate::schema;
use crate::work::{Outcome, book, work};

/// How many events are marked as done in one commit at most.
const TOGETHER: u32 = 64;

/// For how long it is remembered which events are done: longer than a provider delivers them again.
const KEEP: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// Works on what is in the inbox, one event after the other, in a thread of its own. There is one.
pub struct Worker {
    database: Connection,
    receiver: Receiver,
    pause: Duration,
    swept: Option<Instant>,
}

struct Pending {
    number: i64,
    id: String,
    body: Vec<u8>,
    failures: u32,
}

impl Worker {
    /// Begins with whatever was left when the last one ended. `pause` is how long the work on an
    /// event takes besides.
    ///
    /// # Errors
    ///
    /// If the database cannot be opened, or no thread started.
    pub fn start(
        path: &Path,
        receiver: Receiver,
        pause: Duration,
    ) -> Result<Thread, Box<dyn Error>> {
        let database = schema::open(path)?;
        // What an older version of the application could not make out this one perhaps can.
        database.execute(
            "UPDATE inbox SET state = 'pending' WHERE state = 'aside'",
            (),
        )?;
        let mut worker = Self {
            database,
            receiver,
            pause,
            swept: None,
        };
        let thread = thread::Builder::new().name("worker".to_owned());
        let thread = thread.spawn(move || worker.run())?;
        Ok(thread.thread().clone())
    }

    fn run(&mut self) {
        loop {
            match self.step() {
                Ok(0) => {
                    if let Err(error) = self.sweep() {
                        eprintln!("what is done cannot be swept: {error}");
                    }
                    thread::park_timeout(Duration::from_secs(1));
                }
                Ok(_) => {}
                // Nothing of the step is written: it is done again.
                Err(error) => {
                    eprintln!("the worker pauses: {error}");
                    thread::sleep(Duration::from_secs(1));
                }
            }
        }
    }

    /// Works on some events, and says on how many.
    fn step(&mut self) -> rusqlite::Result<usize> {
        let pending = self.pending()?;
        // Before the transaction, so that no delivery waits for what takes long.
        let outcomes: Vec<_> = pending.iter().map(|event| self.work(event)).collect();
        let transaction = self
            .database
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        for (event, outcome) in pending.iter().zip(outcomes) {
            let (state, at) = match &outcome {
                Ok(outcome) => {
                    book(&transaction, &event.id, outcome)?;
                    match outcome {
                        Outcome::Aside => ("aside", schema::now()),
                        _ => ("done", schema::now()),
                    }
                }
                Err(error) => {
                    eprintln!("{} is tried again: {error}", event.id);
                    ("pending", schema::now() + pause_after(event.failures))
                }
            };
            transaction
                .prepare_cached(
                    "UPDATE inbox SET state = ?2, at = ?3, failures = failures + ?4
                    WHERE number = ?1",
                )?
                .execute((event.number, state, at, outcome.is_err()))?;
        }
        transaction.commit()?;
        Ok(pending.len())
    }

    /// The first that are due.
    fn pending(&self) -> rusqlite::Result<Vec<Pending>> {
        let mut select = self.database.prepare_cached(
            "SELECT number, id, body, failures FROM inbox
            WHERE state = 'pending' AND at <= ?1 ORDER BY number LIMIT ?2",
        )?;
        let rows = select.query_map((schema::now(), TOGETHER), |row| {
            Ok(Pending {
                number: row.get(0)?,
                id: row.get(1)?,
                body: row.get(2)?,
                failures: row.get(3)?,
            })
        })?;
        rows.collect()
    }

    fn work(&self, pending: &Pending) -> Result<Outcome, Box<dyn Error>> {
        // It was verified when it came. Sezzle's events are told apart by their bodies alone.
        let event = self.receiver.decode(&HeaderMap::new(), &pending.body)?;
        work(&event, self.pause)
    }

    /// Forgets what has been done for long, once an hour.
    fn sweep(&mut self) -> rusqlite::Result<()> {
        let hour = Duration::from_secs(60 * 60);
        if self.swept.is_some_and(|last| last.elapsed() < hour) {
            return Ok(());
        }
        let keep = i64::try_from(KEEP.as_secs()).unwrap_or(i64::MAX);
        let until = schema::now().saturating_sub(keep);
        self.database.execute(
            "DELETE FROM inbox WHERE state = 'done' AND at < ?1",
            [until],
        )?;
        self.swept = Some(Instant::now());
        Ok(())
    }
}

/// In seconds: twice as long after each failure, and an hour at most.
fn pause_after(failures: u32) -> i64 {
    i64::from(2_u32.saturating_pow(failures).min(60 * 60))
}
