//! `hookgen send`: deliveries as the provider makes them, to a real server.

mod body;
mod misuse;
mod refused;
mod shown;
mod signed;

use std::path::Path;

use axum::http::StatusCode;
use payment_webhooks::sezzle::{Event, Receiver};

use crate::support::{Answer, Folder, Received, Server};

const SECRET: &str = "sz_pr_0123456789";

/// A folder with the description of Sezzle in it.
fn folder() -> Folder {
    let folder = Folder::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text = std::fs::read(root.join("spec/sezzle.yaml")).expect("a description");
    folder.write("sezzle.yaml", text);
    folder
}

/// Receives Sezzle's events with what is generated from the same description.
fn sezzle(_: usize, received: &Received) -> (StatusCode, String) {
    let receiver = Receiver::new(SECRET);
    match receiver.receive(&received.headers, &received.body) {
        Ok(Event::Unknown(_) | Event::Unfit(_)) => (StatusCode::IM_A_TEAPOT, String::new()),
        Ok(event) => (StatusCode::OK, format!("thanks for {}", event.name())),
        Err(error) => (error.status(), error.to_string()),
    }
}

/// Makes deliveries to `server` as the arguments say.
fn send(folder: &Folder, server: &Server, arguments: &str) -> Answer {
    let url = server.url();
    let mut all = vec!["send", "sezzle.yaml", "--to", &url, "--pause", "10ms"];
    all.extend(arguments.split_whitespace());
    folder.run_with(&[("HOOKGEN_SECRET", SECRET)], &all)
}

/// What was printed, with ids, times and the server's port as they are in no other run.
fn told(answer: &Answer) -> String {
    let words = |line: &str| {
        let words = line.split(' ').map(|word| {
            let uuid = word.len() == 36 && word.bytes().filter(|byte| *byte == b'-').count() == 4;
            let time = word.len() == 20 && word.ends_with('Z') && word.contains('T');
            match (uuid, time) {
                (true, _) => "00000000-0000-0000-0000-000000000000",
                (_, true) => "2026-01-01T00:00:00Z",
                _ => word,
            }
        });
        words.collect::<Vec<_>>().join(" ")
    };
    let text = answer.to_string();
    let lines = text.lines().map(words);
    let lines: Vec<_> = lines.collect();
    let lines = lines.join("\n");
    let Some((before, rest)) = lines.split_once("127.0.0.1:") else {
        return lines;
    };
    let rest = rest.trim_start_matches(|one: char| one.is_ascii_digit());
    format!("{before}127.0.0.1:3000{rest}")
}

#[test]
fn a_delivery_is_accepted() {
    let server = Server::start(sezzle);
    let answer = send(&folder(), &server, "order.captured");
    answer.is_well();
    insta::assert_snapshot!("accepted", told(&answer));
    let received = server.received();
    assert_eq!(received.len(), 1);
    assert_eq!(received[0].header("content-type"), "application/json");
    assert!(received[0].header("user-agent").starts_with("hookgen/"));
}

#[test]
fn each_event_may_be_delivered() {
    let server = Server::start(sezzle);
    let answer = send(&folder(), &server, "--all");
    answer.is_well();
    insta::assert_snapshot!("all", told(&answer));
    assert_eq!(server.received().len(), 9);
    send(&folder(), &server, "--all --full").is_well();
}

#[test]
fn several_events_are_delivered_in_the_order_that_they_are_named_in() {
    let server = Server::start(sezzle);
    send(&folder(), &server, "order.refunded order.captured").is_well();
    let received = server.received();
    let events = received.iter().map(|one| one.json()["event"].clone());
    assert_eq!(
        events.collect::<Vec<_>>(),
        ["order.refunded", "order.captured"]
    );
}

#[test]
fn each_delivery_is_another_event() {
    let server = Server::start(sezzle);
    send(&folder(), &server, "order.captured order.captured").is_well();
    let received = server.received();
    let (first, second) = (received[0].json(), received[1].json());
    assert_ne!(first["uuid"], second["uuid"]);
    assert_ne!(first["created_at"], "2025-04-12T00:20:00.120000Z");
    assert_eq!(first["data"], second["data"], "what it is about stays");
}

#[test]
fn a_program_is_told_the_same() {
    let server = Server::start(sezzle);
    let answer = send(&folder(), &server, "order.captured --format json");
    let object = answer.is_well().json();
    assert_eq!(object["ok"], true);
    assert_eq!(object["count"], 1);
    assert_eq!(object["to"], server.url());
    let delivery = &object["deliveries"][0];
    assert_eq!(delivery["event"], "order.captured");
    assert_eq!(delivery["id"], server.received()[0].json()["uuid"]);
    let attempt = &delivery["attempts"][0];
    assert_eq!(attempt["status"], 200);
    assert_eq!(attempt["body"], "thanks for order.captured");
    assert_eq!(attempt["next_attempt"], serde_json::Value::Null);
}

/// Whoever stopped listening has heard enough, and the delivery is made all the same.
#[test]
fn a_closed_output_is_no_panic() {
    let server = Server::start(sezzle);
    let url = server.url();
    let arguments = ["send", "sezzle.yaml", "order.captured", "--to", &url];
    let folder = folder();
    let mut command = folder.command(&arguments);
    command.env("HOOKGEN_SECRET", SECRET);
    command.stdout(std::process::Stdio::piped());
    let mut child = command.spawn().expect("the command runs");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
    assert_eq!(server.received().len(), 1);
}
