//! Deliveries that are not accepted.

use std::thread::sleep;
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use insta::assert_snapshot;

use super::{SECRET, folder, send, sezzle, told};
use crate::support::Server;

#[test]
fn a_wrong_secret_is_refused_and_not_shown() {
    let server = Server::start(sezzle);
    let answer = send(
        &folder(),
        &server,
        "order.captured --secret not-the-secret --retries 0",
    );
    assert_snapshot!("wrong_secret", told(&answer));
    answer.ends_with(1);
    for format in ["human", "json"] {
        let arguments = format!("order.captured --secret not-the-secret --format {format}");
        let answer = send(&folder(), &server, &arguments);
        answer.ends_with(1);
        let shown = format!("{}{}", answer.stdout, answer.stderr);
        assert!(
            !shown.contains("not-the-secret") && !shown.contains(SECRET),
            "{answer}"
        );
    }
}

#[test]
fn a_delivery_is_tried_again() {
    let server = Server::start(|_, _| (StatusCode::INTERNAL_SERVER_ERROR, "not\n\ttoday\u{7}"));
    let answer = send(&folder(), &server, "order.captured --retries 2");
    answer.ends_with(1);
    assert_snapshot!("retries", told(&answer));
    let received = server.received();
    assert_eq!(received.len(), 3);
    assert_eq!(received[0].body, received[2].body, "it is the same event");
}

#[test]
fn a_delivery_is_tried_again_until_it_is_accepted() {
    let server = Server::start(|count, received| match count {
        0 => (StatusCode::BAD_GATEWAY, "x".repeat(100)),
        _ => sezzle(count, received),
    });
    let answer = send(&folder(), &server, "order.captured --retries 5");
    answer.is_well();
    assert_snapshot!("accepted_later", told(&answer));
    let object = send(&folder(), &server, "order.captured --format json").json();
    assert_eq!(object["accepted"], 1, "{object}");
}

#[test]
fn some_may_be_refused() {
    let server = Server::start(|count, received| match count {
        0 => (StatusCode::FOUND, String::new()),
        _ => sezzle(count, received),
    });
    let answer = send(
        &folder(),
        &server,
        "order.captured order.refunded --retries 0",
    );
    answer.ends_with(1);
    assert!(
        answer.stdout.ends_with("1 of 2 deliveries accepted\n"),
        "{answer}"
    );
}

#[test]
fn an_answer_says_how_long_to_wait() {
    let server = Server::start(|count, _| match count {
        0 => (StatusCode::SERVICE_UNAVAILABLE, [(RETRY_AFTER, "1")]),
        _ => (StatusCode::OK, [(RETRY_AFTER, "9")]),
    });
    let start = Instant::now();
    send(&folder(), &server, "order.captured").is_well();
    assert!(start.elapsed() >= Duration::from_secs(1));
}

/// Sezzle takes 200 for acceptance, and says so.
#[test]
fn a_status_that_is_not_described_is_no_acceptance() {
    let server = Server::start(|_, _| StatusCode::NO_CONTENT);
    let answer = send(&folder(), &server, "order.captured --retries 0");
    answer.ends_with(1);
    assert_snapshot!("another_status", told(&answer));
}

#[test]
fn nobody_may_be_listening() {
    let folder = folder();
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("loopback is there");
    let url = format!("http://{}/", free.local_addr().expect("it is bound"));
    drop(free);
    let arguments = format!("send sezzle.yaml order.captured --unsigned --retries 0 --to {url}");
    let arguments: Vec<_> = arguments.split(' ').collect();
    let answer = folder.run(&arguments);
    answer.ends_with(1);
    assert!(answer.stdout.contains("no answer"), "{answer}");
    let mut arguments = arguments;
    arguments.extend(["--format", "json"]);
    let object = folder.run(&arguments).json();
    let attempt = &object["deliveries"][0]["attempts"][0];
    assert!(
        attempt["error"].is_string() && attempt["status"].is_null(),
        "{object}"
    );
}

#[test]
fn an_answer_is_not_waited_for_without_end() {
    let server = Server::start(|_, _| {
        sleep(Duration::from_secs(2));
        StatusCode::OK
    });
    let start = Instant::now();
    let answer = send(
        &folder(),
        &server,
        "order.captured --retries 0 --timeout 100ms",
    );
    answer.ends_with(1);
    assert!(start.elapsed() < Duration::from_secs(2));
    assert_snapshot!("too_slow", told(&answer));
}

/// Whoever interrupts sees what has been done until then.
#[cfg(unix)]
#[test]
fn an_interrupted_table_is_true() {
    use std::process::{Command, Stdio};

    let server = Server::start(|count, received| match count {
        0 => sezzle(count, received),
        _ => {
            sleep(Duration::from_secs(3));
            (StatusCode::OK, String::new())
        }
    });
    let url = server.url();
    let folder = folder();
    let arguments = ["send", "sezzle.yaml", "--all", "--to", &url];
    let mut command = folder.command(&arguments);
    command.env("HOOKGEN_SECRET", SECRET).stdout(Stdio::piped());
    let child = command
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    while server.received().len() < 2 {
        sleep(Duration::from_millis(20));
    }
    let id = child.id().to_string();
    let killed = Command::new("kill").args(["-INT", &id]).status();
    assert!(killed.is_ok_and(|status| status.success()));
    let output = child.wait_with_output().expect("it ends");
    let answer = crate::support::Answer::new(&arguments, output);
    answer.ends_with(1);
    assert_snapshot!("interrupted", told(&answer));
}
