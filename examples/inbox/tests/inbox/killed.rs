//! An application that is killed in the middle of it loses nothing, and does nothing twice.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use crate::application::Application;
use crate::books::Books;
use crate::provider::{Connection, captured, cents, signed, uuid};

const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn what_is_acknowledged_is_worked_on_by_the_next_process() {
    let folder = TempDir::new().expect("a temporary folder");
    let database = folder.path().join("inbox.db");

    // So slow that nothing is done while the deliveries come.
    let app = Application::start(&database, &[("WORK_MS", "60000")]);
    let mut provider = Connection::open(app.address).expect("it listens");
    for number in 0..20 {
        let answer = provider.post(&signed(captured(number).as_bytes()));
        assert_eq!(answer.expect("an answer").0, 200);
    }
    app.kill();
    let books = Books::open(&database);
    assert_eq!((books.pending(), books.done()), (20, 0));
    assert!(books.captures().is_empty());

    let app = Application::start(&database, &[]);
    // The provider may not have heard the answer, and delivers again.
    let mut provider = Connection::open(app.address).expect("it listens");
    let answer = provider.post(&signed(captured(7).as_bytes()));
    assert_eq!(answer.expect("an answer").0, 200);
    books.settle(PATIENCE);
    expect_once(&books, 20);
}

#[test]
fn whenever_it_is_killed_all_are_worked_on_once() {
    const EVENTS: usize = 3000;
    const PROVIDERS: usize = 8;
    let folder = TempDir::new().expect("a temporary folder");
    let database = folder.path().join("inbox.db");
    let mut app = Application::start(&database, &[]);
    let address = Arc::new(Mutex::new(app.address));
    let acknowledged = Arc::new(AtomicUsize::new(0));

    // Each delivers its events until each is acknowledged, whatever happens meanwhile.
    let providers: Vec<_> = (0..PROVIDERS)
        .map(|first| {
            let (address, acknowledged) = (Arc::clone(&address), Arc::clone(&acknowledged));
            thread::spawn(move || {
                let mut connection = None;
                for number in (first..EVENTS).step_by(PROVIDERS) {
                    let request = signed(captured(number).as_bytes());
                    loop {
                        let open = connection.take().or_else(|| {
                            let address = *address.lock().expect("nobody panics");
                            Connection::open(address).ok()
                        });
                        if let Some(mut open) = open
                            && let Ok((200, _)) = open.post(&request)
                        {
                            connection = Some(open);
                            break;
                        }
                        thread::sleep(Duration::from_millis(5));
                    }
                    acknowledged.fetch_add(1, Ordering::Relaxed);
                }
            })
        })
        .collect();

    // Killed twelve times, always while deliveries come in and the worker works.
    for part in 1..=12 {
        while acknowledged.load(Ordering::Relaxed) < EVENTS * part / 14 {
            thread::sleep(Duration::from_millis(1));
        }
        app.kill();
        app = Application::start(&database, &[]);
        *address.lock().expect("nobody panics") = app.address;
    }
    for provider in providers {
        provider.join().expect("it delivers all");
    }

    let books = Books::open(&database);
    books.settle(PATIENCE);
    expect_once(&books, EVENTS);
    drop(app);
}

/// Each event is done, and what it means is written down once.
fn expect_once(books: &Books, events: usize) {
    assert_eq!((books.pending(), books.done()), (0, events));
    let captures = books.captures();
    for number in 0..events {
        let capture = captures.get(&uuid(number));
        assert_eq!(capture, Some(&(1, cents(number))), "event {number}");
    }
    assert_eq!(captures.len(), events);
}
