//! Whatever is sent has a clear answer, and takes little memory.

use std::fmt::Write as _;
use std::io::{self, Read, Write};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::application::Application;
use crate::books::Books;
use crate::provider::{Connection, captured, request, signature, signed};

/// An application that waits half a second for a body.
struct Hardened {
    app: Application,
    folder: TempDir,
}

impl Hardened {
    fn start() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let database = folder.path().join("inbox.db");
        let app = Application::start(&database, &[("BODY_LIMIT_MS", "500")]);
        Self { app, folder }
    }

    fn connection(&self) -> Connection {
        Connection::open(self.app.address).expect("it listens")
    }

    fn post(&self, request: &[u8]) -> (u16, String) {
        self.connection().post(request).expect("an answer")
    }

    /// It still receives, has not grown, and has kept nothing else.
    fn is_well(&self) {
        assert_eq!(self.post(&signed(captured(1).as_bytes())).0, 200);
        if let Some(peak) = self.app.peak_memory() {
            assert!(peak < 64, "it has had {peak} MB");
        }
        let books = Books::open(&self.folder.path().join("inbox.db"));
        books.settle(Duration::from_secs(60));
        assert_eq!((books.done(), books.aside()), (1, 0));
    }
}

/// Sends pieces until there is an answer or the connection is closed.
fn send_until_answered(
    mut connection: Connection,
    mut piece: impl FnMut() -> Vec<u8> + Send + 'static,
) -> io::Result<(u16, String)> {
    let mut stream = connection.stream().try_clone()?;
    let sender = thread::spawn(move || while stream.write_all(&piece()).is_ok() {});
    let answer = connection.answer();
    drop(connection.stream().shutdown(std::net::Shutdown::Both));
    drop(sender.join());
    answer
}

#[test]
fn a_slow_body() {
    let hardened = Hardened::start();
    let begun = Instant::now();
    let slow: Vec<_> = (0..50)
        .map(|_| {
            let mut connection = hardened.connection();
            let whole = signed(captured(1).as_bytes());
            let head = whole.len() - captured(1).len();
            connection.send(&whole[..head]).expect("it listens");
            let mut bytes = captured(1).into_bytes().into_iter();
            thread::spawn(move || {
                send_until_answered(connection, move || {
                    thread::sleep(Duration::from_millis(40));
                    bytes.next().into_iter().collect()
                })
            })
        })
        .collect();
    for answer in slow {
        let (status, why) = answer.join().expect("it sends").expect("an answer");
        assert_eq!((status, &*why), (408, "the body takes longer than 0.5 s\n"));
    }
    assert!(begun.elapsed() < Duration::from_secs(20));
    hardened.is_well();
}

#[test]
fn a_body_that_never_comes() {
    let hardened = Hardened::start();
    let mut connection = hardened.connection();
    connection
        .send(b"POST /hooks HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\n\r\n")
        .expect("it listens");
    assert_eq!(connection.answer().expect("an answer").0, 408);
    hardened.is_well();
}

#[test]
fn an_endless_body() {
    let hardened = Hardened::start();
    let mut connection = hardened.connection();
    connection
        .send(b"POST /hooks HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n")
        .expect("it listens");
    let chunk = [&b"10000\r\n"[..], &vec![b' '; 0x10000], b"\r\n"].concat();
    let (status, why) = send_until_answered(connection, move || chunk.clone()).expect("an answer");
    assert_eq!(
        (status, &*why),
        (413, "the body is longer than 1048576 bytes\n")
    );

    let endless = "POST /hooks HTTP/1.1\r\nhost: localhost\r\ncontent-length: 99999999999\r\n\r\n";
    assert_eq!(hardened.post(endless.as_bytes()).0, 413);
    hardened.is_well();
}

#[test]
fn ten_thousand_headers() {
    let hardened = Hardened::start();
    let mut headers = String::new();
    for number in 0..10_000 {
        let _ = write!(headers, "x-{number}: {number}\r\n");
    }
    let body = captured(1);
    let whole = request(
        &format!(
            "{headers}sezzle-signature: {}\r\n",
            signature(body.as_bytes())
        ),
        body.as_bytes(),
    );
    assert_eq!(hardened.post(&whole).0, 431);
    hardened.is_well();
}

#[test]
fn a_compressed_body() {
    let hardened = Hardened::start();
    // What gzip begins with; the rest could become gigabytes, and nobody looks.
    let bomb = [&[0x1f, 0x8b, 0x08][..], &[0; 10_000]].concat();
    let headers = format!(
        "content-encoding: gzip\r\nsezzle-signature: {}\r\n",
        signature(&bomb)
    );
    let (status, why) = hardened.post(&request(&headers, &bomb));
    assert_eq!(status, 415);
    assert!(why.starts_with("the body is compressed"), "{why}");
    hardened.is_well();
}

#[test]
fn what_is_no_text() {
    let hardened = Hardened::start();
    for body in [&b"{\"event\": \"\xff\xfe\"}"[..], b"\xff", b"\x00", b""] {
        let (status, why) = hardened.post(&signed(body));
        assert_eq!(status, 400, "{why}");
        assert!(why.starts_with("the delivery is not JSON"), "{why}");
    }
    let mut whole =
        b"POST /hooks HTTP/1.1\r\nhost: localhost\r\nsezzle-signature: \xff\xfe\r\n".to_vec();
    whole.extend(b"content-length: 2\r\n\r\n{}");
    assert_eq!(hardened.post(&whole).0, 400);
    hardened.is_well();
}

#[test]
fn a_connection_goes_on_after_a_refusal() {
    let hardened = Hardened::start();
    let mut connection = hardened.connection();
    let body = captured(1);
    for (headers, status) in [("", 400), ("sezzle-signature: 00\r\n", 401)] {
        let answer = connection.post(&request(headers, body.as_bytes()));
        assert_eq!(answer.expect("an answer").0, status);
    }
    let answer = connection.post(&signed(body.as_bytes()));
    assert_eq!(answer.expect("an answer").0, 200);
    // There is nothing behind an answer that nobody has read.
    let stream = connection.stream();
    let nothing = stream.set_read_timeout(Some(Duration::from_millis(50)));
    nothing.expect("that can be set");
    let mut rest = [0; 1];
    assert!((&mut &*stream).read(&mut rest).is_err());
    hardened.is_well();
}
