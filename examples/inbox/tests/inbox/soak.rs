//! Many deliveries, some of them bad and some of them repeated: none is lost, and none doubled.
//!
//! `.ci/soak 1000000` delivers a million, in release; here there are few.

use std::env;
use std::net::SocketAddr;
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::application::Application;
use crate::books::Books;
use crate::provider::{Connection, captured, cents, request, signature, signed, uuid};

/// Each of so many threads has so many connections, and sends on all of them before it reads.
const THREADS: usize = 4;
const CONNECTIONS: usize = 32;

/// What a delivery is, by its number: 1 in 50 is bad, and 1 in 50 repeats the one before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Good,
    Repeated,
    Bad(usize),
}

fn kind(number: usize) -> Kind {
    match number % 50 {
        7 => Kind::Bad(number / 50 % 6),
        21 => Kind::Repeated,
        _ => Kind::Good,
    }
}

/// The delivery with a number, and how it is to be answered.
fn delivery(number: usize) -> (Vec<u8>, u16) {
    let body = captured(number);
    let body = body.as_bytes();
    match kind(number) {
        Kind::Good => (signed(body), 200),
        Kind::Repeated => (signed(captured(number - 1).as_bytes()), 200),
        Kind::Bad(0) => {
            let other = signature(captured(number + 1).as_bytes());
            (
                request(&format!("sezzle-signature: {other}\r\n"), body),
                401,
            )
        }
        Kind::Bad(1) => {
            let mut whole = signed(body);
            let last = whole.len() - 2;
            whole[last] = b' ';
            (whole, 401)
        }
        Kind::Bad(2) => (request("", body), 400),
        Kind::Bad(3) => (request("sezzle-signature: none\r\n", body), 400),
        Kind::Bad(4) => (signed(&body[..body.len() - 1]), 400),
        Kind::Bad(_) => (signed(b"{}"), 400),
    }
}

#[test]
fn none_of_many_is_lost_or_doubled() {
    let count = env::var("SOAK").map_or(4000, |count| count.parse().expect("a number"));
    let folder = TempDir::new().expect("a temporary folder");
    let database = folder.path().join("inbox.db");
    let app = Application::start(&database, &[]);

    let begun = Instant::now();
    let address = app.address;
    let threads: Vec<_> = (0..THREADS)
        .map(|thread| thread::spawn(move || deliver(address, thread, count)))
        .collect();
    for thread in threads {
        thread.join().expect("all are answered as expected");
    }
    let delivered = begun.elapsed();
    let books = Books::open(&database);
    books.settle(Duration::from_secs(600));

    let good: Vec<_> = (0..count)
        .filter(|number| kind(*number) == Kind::Good)
        .collect();
    let captures = books.captures();
    for number in &good {
        let capture = captures.get(&uuid(*number));
        assert_eq!(capture, Some(&(1, cents(*number))), "event {number}");
    }
    assert_eq!(captures.len(), good.len());
    assert_eq!((books.done(), books.aside()), (good.len(), 0));

    let peak = app.peak_memory();
    println!(
        "{count} deliveries in {delivered:.1?}, {:.0} a second; {} events, none lost or doubled; \
         {} MB at most",
        f64::from(u32::try_from(count).expect("not so many")) / delivered.as_secs_f64(),
        good.len(),
        peak.map_or_else(|| "?".to_owned(), |peak| peak.to_string())
    );
    assert!(peak.is_none_or(|peak| peak < 64), "{peak:?} MB");
}

/// Delivers what is one thread's of `count`.
fn deliver(address: SocketAddr, thread: usize, count: usize) {
    let mut connections: Vec<_> = (0..CONNECTIONS)
        .map(|_| Connection::open(address).expect("it listens"))
        .collect();
    let mut numbers = (thread..count).step_by(THREADS);
    loop {
        let mut sent = Vec::with_capacity(CONNECTIONS);
        for (connection, number) in connections.iter_mut().zip(&mut numbers) {
            let (request, expected) = delivery(number);
            connection.send(&request).expect("it reads");
            sent.push((connection, number, expected));
        }
        if sent.is_empty() {
            return;
        }
        for (connection, number, expected) in sent {
            let (status, why) = connection.answer().expect("an answer");
            assert_eq!(status, expected, "delivery {number}: {why}");
        }
    }
}
