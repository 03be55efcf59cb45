//! The database.

use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rusqlite::Connection;

/// A connection for one thread. Readers and the one that writes do not wait for each other, and a
/// commit is on the disk when it returns.
pub(crate) fn open(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(Duration::from_secs(30))?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.execute_batch(
        "CREATE TABLE IF NOT EXISTS inbox (
            number INTEGER PRIMARY KEY,             -- the order in which they came
            id TEXT NOT NULL UNIQUE,
            body BLOB NOT NULL,
            state TEXT NOT NULL DEFAULT 'pending',  -- then 'done', or 'aside'
            failures INTEGER NOT NULL DEFAULT 0,
            at INTEGER NOT NULL DEFAULT 0           -- when it is due; or since when it is done
        ) STRICT;
        CREATE INDEX IF NOT EXISTS pending ON inbox (number) WHERE state = 'pending';
        CREATE INDEX IF NOT EXISTS done ON inbox (at) WHERE state = 'done';
        CREATE TABLE IF NOT EXISTS captures (
            event TEXT NOT NULL,
            order_uuid TEXT,
            cents INTEGER NOT NULL,
            currency TEXT NOT NULL
        ) STRICT;",
    )?;
    Ok(connection)
}

/// In seconds since 1970.
pub(crate) fn now() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.map_or(0, |now| i64::try_from(now.as_secs()).unwrap_or(i64::MAX))
}
