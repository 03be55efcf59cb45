//! The table of events that have been dealt with.

use std::path::PathBuf;
use std::time::Duration;

use inbox::SeenInSqlite;
use payment_webhooks::runtime::seen::{Claim, Ticket};
use payment_webhooks::runtime::{Once, OnceError, SeenEvents, once};
use tempfile::TempDir;

struct Table {
    _folder: TempDir,
    path: PathBuf,
}

impl Table {
    fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let path = folder.path().join("seen.db");
        Self {
            _folder: folder,
            path,
        }
    }

    /// As another process would.
    fn open(&self, lapse: u64) -> SeenInSqlite {
        SeenInSqlite::open(&self.path, Duration::from_secs(lapse)).expect("it can be made")
    }
}

async fn ours(seen: &SeenInSqlite, id: &str) -> Ticket {
    match seen.claim(id).await {
        Ok(Claim::Ours(ticket)) => ticket,
        other => panic!("{id} is {other:?}"),
    }
}

#[tokio::test]
async fn what_is_done_is_done_after_a_restart() {
    let table = Table::new();
    let done = once(&table.open(60), "a", async || Ok::<_, String>(7)).await;
    assert_eq!(done, Ok(Once::Done(7)));
    let again = once(&table.open(60), "a", async || Ok::<_, String>(8)).await;
    assert_eq!(again, Ok(Once::Before));
}

#[tokio::test]
async fn what_failed_is_claimed_again() {
    let table = Table::new();
    let seen = table.open(60);
    let failed: Result<Once<()>, _> = once(&seen, "a", async || Err("no")).await;
    assert_eq!(failed, Err(OnceError::Work("no")));
    ours(&seen, "a").await;
    assert_eq!(table.open(60).claim("a").await, Ok(Claim::InWork));
}

#[tokio::test]
async fn what_was_begun_by_a_process_that_died_is_claimed_again() {
    let table = Table::new();
    let died = ours(&table.open(0), "a").await;
    let seen = table.open(60);
    let ticket = ours(&seen, "a").await;
    assert_ne!(died, ticket);
    // If it has not died after all, it takes nothing away.
    seen.failed("a", died).await.expect("it is no error");
    assert_eq!(seen.claim("a").await, Ok(Claim::InWork));
    seen.failed("a", ticket).await.expect("it is no error");
    ours(&seen, "a").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_at_the_same_time_one_has_it() {
    let table = Table::new();
    let claims: Vec<_> = (0..16)
        .map(|_| {
            let seen = table.open(60);
            tokio::spawn(async move { seen.claim("a").await })
        })
        .collect();
    let mut ours = 0;
    for claim in claims {
        let claim = claim.await.expect("it does not panic");
        ours += usize::from(matches!(claim, Ok(Claim::Ours(_))));
    }
    assert_eq!(ours, 1);
}
