//! What is delivered: made, changed or given.

use std::io::Write;
use std::process::Stdio;

use axum::http::StatusCode;
use serde_json::json;

use super::{SECRET, folder, send, sezzle};
use crate::support::{Answer, Received, Server};

#[test]
fn parts_are_changed() {
    let server = Server::start(sezzle);
    let set = "--set data.capture.amount.amount_in_cents=7 --set data.uuid=text \
               --set-string data.capture.uuid=12 --set data.new[0].x=null";
    send(&folder(), &server, &format!("order.captured {set}")).is_well();
    let body = server.received()[0].json();
    assert_eq!(body["data"]["capture"]["amount"]["amount_in_cents"], 7);
    assert_eq!(body["data"]["uuid"], "text");
    assert_eq!(body["data"]["capture"]["uuid"], "12");
    assert_eq!(body["data"]["new"], json!([{ "x": null }]));
}

#[test]
fn what_is_set_is_not_made_anew() {
    let server = Server::start(sezzle);
    let uuid = "5d0c7b58-4f43-4c0b-9d57-7c1d6d7c6a01";
    send(
        &folder(),
        &server,
        &format!("order.captured --set uuid={uuid}"),
    )
    .is_well();
    assert_eq!(server.received()[0].json()["uuid"], uuid);
}

#[test]
fn what_is_not_as_described_is_sent_and_said() {
    let server = Server::start(|_, _| StatusCode::OK);
    let answer = send(&folder(), &server, "order.captured --set event=7");
    answer.ends_with(0);
    assert_eq!(server.received()[0].json()["event"], 7);
    assert!(
        answer
            .stderr
            .contains("not as `order.captured` is described"),
        "{answer}"
    );
}

const BODY: &str = "{ \"event\": \"order.captured\",\n  \"uuid\": \"5d0c7b58-4f43-4c0b-9d57-7c1d6d7c6a01\" ,\"created_at\":\"2025-04-12T00:20:00Z\",\"data_type\":\"order\",\"data\":{}}";

#[test]
fn a_body_is_sent_byte_by_byte() {
    let folder = folder();
    folder.write("body.json", BODY);
    let server = Server::start(sezzle);
    send(&folder, &server, "order.captured --data body.json").is_well();
    assert_eq!(server.received()[0].body, BODY);
    send(
        &folder,
        &server,
        "order.captured --data body.json --set data.uuid=x",
    )
    .is_well();
    assert_eq!(server.received()[1].json()["data"]["uuid"], "x");
}

#[test]
fn a_body_comes_from_the_standard_input() {
    let server = Server::start(sezzle);
    let url = server.url();
    let folder = folder();
    let arguments = [
        "send",
        "sezzle.yaml",
        "order.captured",
        "--data",
        "-",
        "--to",
        &url,
    ];
    let mut command = folder.command(&arguments);
    command.env("HOOKGEN_SECRET", SECRET).stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the command runs");
    let mut input = child.stdin.take().expect("it reads");
    input.write_all(BODY.as_bytes()).expect("it reads");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    Answer::new(&arguments, output).is_well();
    assert_eq!(server.received()[0].body, BODY);
}

#[test]
fn headers_are_added_and_replaced() {
    let server = Server::start(|_, _| StatusCode::OK);
    let url = server.url();
    let folder = folder();
    let arguments = [
        "send",
        "sezzle.yaml",
        "order.captured",
        "--unsigned",
        "--to",
        &url,
        "--header",
        "X-One: 1",
        "--header",
        "x-one:2",
        "--header",
        "User-Agent: Sezzle",
    ];
    folder.run(&arguments).is_well();
    let received = &server.received()[0];
    let both: Vec<_> = received.headers.get_all("x-one").iter().collect();
    assert_eq!(both, ["1", "2"]);
    assert_eq!(received.header("user-agent"), "Sezzle");
    assert!(!received.headers.contains_key("sezzle-signature"));
}

#[test]
fn a_header_says_which_event_it_is() {
    let server = Server::start(|_, _| StatusCode::OK);
    let url = server.url();
    let folder = folder();
    let arguments = [
        "send",
        "forge.yaml",
        "--all",
        "--to",
        &url,
        "--secret",
        "key",
    ];
    folder.run(&arguments).is_well();
    let received = server.received();
    let events = received.iter().map(|one| one.header("x-forge-event"));
    assert_eq!(events.collect::<Vec<_>>(), ["push", "release"]);
}

/// Callbacks come to another URL.
#[test]
fn callbacks_are_delivered_by_name() {
    let server = Server::start(|_, _| StatusCode::OK);
    let url = server.url();
    let folder = folder();
    folder.write("both.yaml", BOTH);
    let of = |what: &str| {
        let before = server.received().len();
        let arguments = ["send", "both.yaml", what, "--to", &url];
        folder.run(&arguments).is_well();
        let received = server.received();
        let bodies = received[before..].iter().map(Received::json);
        bodies.collect::<Vec<_>>()
    };
    assert_eq!(of("--all"), [json!({ "order": 7 })]);
    assert_eq!(of("done"), [json!({ "job": "a" })]);
}

const BOTH: &str = "
openapi: 3.1.0
info: { title: Both, version: '1' }
paths:
  /jobs:
    post:
      operationId: start
      responses: { '204': { description: It is started. } }
      callbacks:
        done:
          '{$request.query.url}':
            post:
              requestBody: { content: { application/json: { schema: { type: object }, example: { job: a } } } }
              responses: { '2XX': { description: Well. } }
webhooks:
  ordered:
    post:
      requestBody: { content: { application/json: { schema: { type: object }, example: { order: 7 } } } }
";
