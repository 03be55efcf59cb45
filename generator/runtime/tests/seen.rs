//! Events that come more than once are dealt with once.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use hookgen_runtime::http::StatusCode;
use hookgen_runtime::seen::{Claim, Full, Ticket};
use hookgen_runtime::{Once, OnceError, SeenEvents, SeenInMemory, once};

/// Seconds since 1970, which a test sets.
#[derive(Clone, Default)]
struct Time(Arc<AtomicU64>);

impl Time {
    fn pass(&self, seconds: u64) {
        self.0.fetch_add(seconds, Ordering::Relaxed);
    }

    fn seen(&self) -> SeenInMemory {
        let time = Arc::clone(&self.0);
        let now =
            move || SystemTime::UNIX_EPOCH + Duration::from_secs(time.load(Ordering::Relaxed));
        SeenInMemory::new()
            .lapse(Duration::from_secs(10))
            .keep(Duration::from_secs(100))
            .with_clock(now)
    }
}

async fn ours(seen: &SeenInMemory, id: &str) -> Ticket {
    match seen.claim(id).await.unwrap() {
        Claim::Ours(ticket) => ticket,
        other => panic!("{id} is {other:?}"),
    }
}

#[tokio::test]
async fn who_comes_first_has_it() {
    let seen = Time::default().seen();
    ours(&seen, "a").await;
    ours(&seen, "b").await;
    assert_eq!(seen.claim("a").await, Ok(Claim::InWork));
    seen.done("a").await.unwrap();
    assert_eq!(seen.claim("a").await, Ok(Claim::Done));
    assert_eq!(seen.claim("b").await, Ok(Claim::InWork));
}

#[tokio::test]
async fn what_failed_is_claimed_again() {
    let seen = Time::default().seen();
    let ticket = ours(&seen, "a").await;
    seen.failed("a", ticket).await.unwrap();
    assert!(seen.is_empty());
    ours(&seen, "a").await;
}

#[tokio::test]
async fn a_claim_lapses_and_what_is_done_is_forgotten() {
    let time = Time::default();
    let seen = time.seen();
    ours(&seen, "a").await;
    time.pass(9);
    assert_eq!(seen.claim("a").await, Ok(Claim::InWork));
    time.pass(1);
    ours(&seen, "a").await;

    seen.done("a").await.unwrap();
    time.pass(99);
    assert_eq!(seen.claim("a").await, Ok(Claim::Done));
    time.pass(1);
    ours(&seen, "a").await;
}

#[tokio::test]
async fn who_is_late_takes_nothing_away() {
    let time = Time::default();
    let seen = time.seen();
    let late = ours(&seen, "a").await;
    time.pass(10);
    let ticket = ours(&seen, "a").await;
    seen.failed("a", late).await.unwrap();
    assert_eq!(seen.claim("a").await, Ok(Claim::InWork));

    // What is done is done, whoever did it.
    seen.done("a").await.unwrap();
    seen.failed("a", ticket).await.unwrap();
    assert_eq!(seen.claim("a").await, Ok(Claim::Done));
}

#[tokio::test]
async fn no_more_are_known_than_there_is_room_for() {
    let seen = Time::default().seen().capacity(2);
    ours(&seen, "a").await;
    ours(&seen, "b").await;
    assert_eq!(seen.claim("c").await, Err(Full));
    assert_eq!(seen.claim("a").await, Ok(Claim::InWork));

    seen.done("a").await.unwrap();
    seen.done("b").await.unwrap();
    ours(&seen, "c").await;
    assert_eq!(seen.len(), 2);
    ours(&seen, "a").await;
    assert_eq!(
        seen.claim("b").await,
        Err(Full),
        "it is forgotten, and two are in work"
    );
}

#[tokio::test]
async fn times_without_end_do_not_overflow() {
    let seen = SeenInMemory::new().lapse(Duration::MAX).keep(Duration::MAX);
    ours(&seen, "a").await;
    seen.done("a").await.unwrap();
    assert_eq!(seen.claim("a").await, Ok(Claim::Done));
}

#[tokio::test]
async fn work_is_done_once() {
    let seen = SeenInMemory::new();
    let failed: Result<Once<()>, _> = once(&seen, "a", async || Err("no")).await;
    assert_eq!(failed, Err(OnceError::Work("no")));

    let done = once(&seen, "a", async || Ok::<_, &str>(7)).await.unwrap();
    assert_eq!(done, Once::Done(7));
    assert_eq!(done.status(), StatusCode::OK);

    let again = once(&seen, "a", async || Ok::<_, &str>(8)).await.unwrap();
    assert_eq!(again, Once::Before);
    assert_eq!(again.status(), StatusCode::OK);
}

#[tokio::test]
async fn what_is_in_work_is_not_received() {
    let seen = SeenInMemory::new();
    let ticket = ours(&seen, "a").await;
    let other = once(&seen, "a", async || Ok::<_, &str>(())).await.unwrap();
    assert_eq!(other, Once::InWork);
    assert_eq!(other.status(), StatusCode::SERVICE_UNAVAILABLE);
    seen.failed("a", ticket).await.unwrap();
    let other = once(&seen, "a", async || Ok::<_, &str>(())).await.unwrap();
    assert_eq!(other, Once::Done(()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_at_the_same_time_one_works() {
    let seen = Arc::new(SeenInMemory::new());
    let worked = Arc::new(AtomicUsize::new(0));
    let tasks: Vec<_> = (0..64)
        .map(|_| {
            let (seen, worked) = (Arc::clone(&seen), Arc::clone(&worked));
            tokio::spawn(async move {
                let work = async || {
                    worked.fetch_add(1, Ordering::Relaxed);
                    tokio::task::yield_now().await;
                    Ok::<_, &str>(())
                };
                once(&*seen, "a", work).await.unwrap()
            })
        })
        .collect();
    let mut done = 0;
    for task in tasks {
        done += usize::from(task.await.unwrap() == Once::Done(()));
    }
    assert_eq!((done, worked.load(Ordering::Relaxed)), (1, 1));
}
