//! What the application has written down.

use std::collections::HashMap;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::Connection;

pub struct Books(Connection);

impl Books {
    pub fn open(database: &Path) -> Self {
        let connection = Connection::open(database).expect("the application has made it");
        connection
            .busy_timeout(Duration::from_secs(30))
            .expect("that can be set");
        Self(connection)
    }

    fn count(&self, state: &str) -> usize {
        let count: i64 = self
            .0
            .query_row(
                "SELECT count(*) FROM inbox WHERE state = ?1",
                [state],
                |row| row.get(0),
            )
            .expect("the table is there");
        usize::try_from(count).expect("it is no less than none")
    }

    pub fn pending(&self) -> usize {
        self.count("pending")
    }

    pub fn aside(&self) -> usize {
        self.count("aside")
    }

    pub fn done(&self) -> usize {
        self.count("done")
    }

    /// Waits until nothing is left to do.
    pub fn settle(&self, patience: Duration) {
        let begun = Instant::now();
        while self.pending() > 0 {
            assert!(
                begun.elapsed() < patience,
                "{} are still pending",
                self.pending()
            );
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// What was captured: by the event, how often, and how much.
    pub fn captures(&self) -> HashMap<String, (u32, i64)> {
        let mut select = self
            .0
            .prepare("SELECT event, count(*), sum(cents) FROM captures GROUP BY event")
            .expect("the table is there");
        let rows = select.query_map((), |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))));
        rows.expect("it can be read")
            .collect::<Result<_, _>>()
            .expect("it can be read")
    }
}
