//! Where deliveries are kept until they are worked on.

use std::fmt;
use std::path::Path;
use std::thread::{self, Thread};

use axum::body::Bytes;
use rusqlite::Connection;
use tokio::sync::{mpsc, oneshot};

use crate::schema;

/// How many deliveries are committed together at most. It also bounds how many wait, and with the
/// limit of a body how much memory they take.
const TOGETHER: usize = 256;

/// Where deliveries are kept until they are worked on. A copy is cheap, and of the same inbox.
#[derive(Clone)]
pub struct Inbox {
    incoming: mpsc::Sender<Incoming>,
}

struct Incoming {
    id: String,
    body: Bytes,
    answer: oneshot::Sender<Result<Stored, NotStored>>,
}

/// What became of a delivery that is in the inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stored {
    /// It came for the first time.
    New,
    /// It was there already: its event has been delivered before.
    Before,
}

/// The delivery is not in the inbox, or not known to be: the provider is to deliver it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotStored(String);

impl Inbox {
    /// The inbox in a database, which is made if it is not there. Wakes `worker` when something has
    /// come.
    ///
    /// # Errors
    ///
    /// If the database cannot be opened, or no thread started.
    pub fn open(path: &Path, worker: Thread) -> Result<Self, Box<dyn std::error::Error>> {
        let database = schema::open(path)?;
        let (incoming, deliveries) = mpsc::channel(TOGETHER);
        thread::Builder::new()
            .name("inbox".to_owned())
            .spawn(move || keep(database, deliveries, &worker))?;
        Ok(Self { incoming })
    }

    /// Puts a delivery into the inbox. When it returns, the delivery is on the disk.
    ///
    /// # Errors
    ///
    /// If the database has failed.
    pub async fn store(&self, id: String, body: Bytes) -> Result<Stored, NotStored> {
        let stopped = || NotStored("the inbox has stopped".to_owned());
        let (answer, stored) = oneshot::channel();
        let incoming = Incoming { id, body, answer };
        self.incoming.send(incoming).await.map_err(|_| stopped())?;
        stored.await.map_err(|_| stopped())?
    }
}

/// Commits what comes, for as long as anything may. To be on the disk takes milliseconds, however
/// much is committed: so whatever has come meanwhile is committed together.
fn keep(mut database: Connection, mut deliveries: mpsc::Receiver<Incoming>, worker: &Thread) {
    let mut together = Vec::with_capacity(TOGETHER);
    while deliveries.blocking_recv_many(&mut together, TOGETHER) > 0 {
        let stored = commit(&mut database, &together);
        worker.unpark();
        match stored {
            Ok(stored) => {
                for (incoming, stored) in together.drain(..).zip(stored) {
                    // Who delivered it may have hung up; it is kept nevertheless.
                    let _ = incoming.answer.send(Ok(stored));
                }
            }
            Err(error) => {
                for incoming in together.drain(..) {
                    let _ = incoming.answer.send(Err(NotStored(error.to_string())));
                }
            }
        }
    }
}

fn commit(database: &mut Connection, together: &[Incoming]) -> rusqlite::Result<Vec<Stored>> {
    let transaction = database.transaction()?;
    let mut stored = Vec::with_capacity(together.len());
    {
        let mut insert = transaction.prepare_cached(
            "INSERT INTO inbox (id, body) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
        )?;
        for incoming in together {
            let inserted = insert.execute((&incoming.id, &*incoming.body))?;
            stored.push(match inserted {
                0 => Stored::Before,
                _ => Stored::New,
            });
        }
    }
    transaction.commit()?;
    Ok(stored)
}

impl fmt::Display for NotStored {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the delivery is not in the inbox: {}", self.0)
    }
}

impl std::error::Error for NotStored {}
