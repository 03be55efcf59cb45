//! Sezzle's client as a consumer uses it: every operation against a server on loopback, status by
//! status, down to the bytes on the wire.

#[path = "support/server.rs"]
mod server;

use std::time::Duration;

use payment_webhooks::runtime::{Error, Uuid};
use payment_webhooks::sezzle::operations::{
    AuthenticateError, CreateWebhookError, DeleteWebhookError, GetWebhookError, ListWebhooksError,
    TestWebhookError, UpdateWebhookError,
};
use payment_webhooks::sezzle::types::{
    AuthenticationInput, ErrorDetail, LinkRelation, WebhookInput, WebhookTestInput,
};
use payment_webhooks::sezzle::{Client, EventType, Server};
use serde_json::{Value, json};
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use self::server::only_request;

const HOOK: &str = "747cf28a-bb5c-46a8-a288-d9b006fd6113";

/// A server that answers everything with `status` and `body`, and a client of it with a token.
async fn answering(status: u16, body: Value) -> (MockServer, Client) {
    let answer = match body {
        Value::Null => ResponseTemplate::new(status),
        body => ResponseTemplate::new(status).set_body_json(body),
    };
    let server = server::answering(answer).await;
    let client = Client::new(server.uri()).bearer_token("example-token");
    (server, client)
}

fn assert_head(request: &Request, method: &str, path: &str) {
    assert_eq!(request.method.as_str(), method);
    assert_eq!(request.url.path(), path);
    assert_eq!(request.url.query(), None);
    assert_eq!(request.headers["authorization"], "Bearer example-token");
}

fn hook() -> Uuid {
    HOOK.parse().expect("a UUID")
}

fn reference() -> Value {
    json!({
        "uuid": HOOK,
        "links": [{ "href": "https://gateway.sezzle.com/v2/webhooks", "rel": "create", "method": "POST" }],
    })
}

fn refusal() -> Value {
    json!([{ "code": "invalid", "location": "url", "message": "No.", "debug_uuid": "5f1c" }])
}

fn assert_refused(details: &[ErrorDetail]) {
    assert_eq!(details.len(), 1);
    assert_eq!(details[0].code.as_deref(), Some("invalid"));
    assert_eq!(details[0].location.as_deref(), Some("url"));
    assert_eq!(details[0].message.as_deref(), Some("No."));
    assert_eq!(details[0].debug_uuid.as_deref(), Some("5f1c"));
}

#[test]
fn servers_have_the_providers_addresses() {
    assert_eq!(Server::Production.url(), "https://gateway.sezzle.com");
    assert_eq!(Server::Sandbox.url(), "https://sandbox.gateway.sezzle.com");
}

#[tokio::test]
async fn create_webhook_sends_the_input() {
    let (server, client) = answering(200, reference()).await;
    let input = WebhookInput::new("https://example.com/hooks", [EventType::OrderCaptured]);

    let created = client
        .create_webhook(input)
        .await
        .expect("200 is a success");

    assert_eq!(created.uuid, hook());
    assert_eq!(created.links[0].rel, LinkRelation::Create);
    let request = only_request(&server).await;
    assert_head(&request, "POST", "/v2/webhooks");
    assert_eq!(request.headers["content-type"], "application/json");
    assert_eq!(request.headers["accept"], "application/json");
    assert_eq!(
        String::from_utf8_lossy(&request.body),
        r#"{"url":"https://example.com/hooks","events":["order.captured"]}"#
    );
}

#[tokio::test]
async fn create_webhook_tells_its_errors_apart() {
    for status in [400, 401, 422] {
        let (_server, client) = answering(status, refusal()).await;
        let input = WebhookInput::new("https://example.com/hooks", []);
        let error = client.create_webhook(input).await.expect_err("a refusal");
        let Error::Api(answer) = error else {
            panic!("{status}: {error:?}")
        };
        assert_eq!(answer.status().as_u16(), status);
        match (status, answer.body()) {
            (400, CreateWebhookError::BadRequest(details))
            | (401, CreateWebhookError::Unauthorized(details))
            | (422, CreateWebhookError::UnprocessableEntity(details)) => assert_refused(details),
            (_, other) => panic!("{status}: {other:?}"),
        }
    }
}

#[tokio::test]
async fn list_webhooks_reads_a_bare_array() {
    let hooks = json!([
        { "uuid": HOOK, "links": [], "url": "https://example.com/a", "events": ["customer.tokenized", "order.shipped"] },
    ]);
    let (server, client) = answering(200, hooks).await;

    let hooks = client.list_webhooks().await.expect("200 is a success");

    assert_eq!(hooks.len(), 1);
    assert_eq!(hooks[0].url, "https://example.com/a");
    assert_eq!(hooks[0].events[0], EventType::CustomerTokenized);
    assert_eq!(
        hooks[0].events[1],
        EventType::Unrecognized("order.shipped".to_owned())
    );
    let request = only_request(&server).await;
    assert_head(&request, "GET", "/v2/webhooks");
    assert_eq!(request.body, b"");

    for status in [400, 401] {
        let (_server, client) = answering(status, refusal()).await;
        let error = client.list_webhooks().await.expect_err("a refusal");
        match error.api().map(|answer| answer.body()) {
            Some(
                ListWebhooksError::BadRequest(details) | ListWebhooksError::Unauthorized(details),
            ) => assert_refused(details),
            other => panic!("{status}: {other:?}"),
        }
    }
}

#[tokio::test]
async fn get_webhook_puts_the_identifier_into_the_path() {
    let hook_body =
        json!({ "uuid": HOOK, "links": [], "url": "https://example.com/a", "events": [] });
    let (server, client) = answering(200, hook_body).await;
    let found = client.get_webhook(hook()).await.expect("200 is a success");
    assert_eq!(found.uuid, hook());
    assert_head(
        &only_request(&server).await,
        "GET",
        &format!("/v2/webhooks/{HOOK}"),
    );

    for status in [401, 404] {
        let (_server, client) = answering(status, refusal()).await;
        let error = client.get_webhook(hook()).await.expect_err("a refusal");
        match (status, error.api().map(|answer| answer.body())) {
            (401, Some(GetWebhookError::Unauthorized(details)))
            | (404, Some(GetWebhookError::NotFound(details))) => assert_refused(details),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn update_webhook_patches() {
    let (server, client) = answering(200, reference()).await;
    let input = WebhookInput::new(
        "https://example.com/updated",
        [EventType::OrderCaptured, EventType::OrderRefunded],
    );

    client
        .update_webhook(hook(), input)
        .await
        .expect("200 is a success");

    let request = only_request(&server).await;
    assert_head(&request, "PATCH", &format!("/v2/webhooks/{HOOK}"));
    assert_eq!(
        String::from_utf8_lossy(&request.body),
        r#"{"url":"https://example.com/updated","events":["order.captured","order.refunded"]}"#
    );

    for status in [400, 401, 404, 422] {
        let (_server, client) = answering(status, refusal()).await;
        let input = WebhookInput::new("https://example.com/updated", []);
        let error = client
            .update_webhook(hook(), input)
            .await
            .expect_err("a refusal");
        match (status, error.api().map(|answer| answer.body())) {
            (400, Some(UpdateWebhookError::BadRequest(details)))
            | (401, Some(UpdateWebhookError::Unauthorized(details)))
            | (404, Some(UpdateWebhookError::NotFound(details)))
            | (422, Some(UpdateWebhookError::UnprocessableEntity(details))) => {
                assert_refused(details);
            }
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn delete_webhook_needs_no_body() {
    let (server, client) = answering(204, Value::Null).await;
    client
        .delete_webhook(hook())
        .await
        .expect("204 is a success");
    assert_head(
        &only_request(&server).await,
        "DELETE",
        &format!("/v2/webhooks/{HOOK}"),
    );

    for status in [400, 401, 404] {
        let (_server, client) = answering(status, refusal()).await;
        let error = client.delete_webhook(hook()).await.expect_err("a refusal");
        match (status, error.api().map(|answer| answer.body())) {
            (400, Some(DeleteWebhookError::BadRequest(details)))
            | (401, Some(DeleteWebhookError::Unauthorized(details)))
            | (404, Some(DeleteWebhookError::NotFound(details))) => assert_refused(details),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn test_webhook_succeeds_with_201_and_with_204() {
    for status in [201, 204] {
        let (server, client) = answering(status, Value::Null).await;
        let input = WebhookTestInput::new(EventType::OrderCaptured);
        let answer = client
            .test_webhook(input)
            .with_response()
            .await
            .expect("a success");
        assert_eq!(answer.status().as_u16(), status);
        let request = only_request(&server).await;
        assert_head(&request, "POST", "/v2/webhooks/test");
        assert_eq!(
            String::from_utf8_lossy(&request.body),
            r#"{"event":"order.captured"}"#
        );
    }
    let (server, client) = answering(204, Value::Null).await;
    let input = WebhookTestInput::new(EventType::OrderCaptured).url("https://example.com/hooks");
    client.test_webhook(input).await.expect("a success");
    assert_eq!(
        String::from_utf8_lossy(&only_request(&server).await.body),
        r#"{"event":"order.captured","url":"https://example.com/hooks"}"#
    );

    for status in [400, 401] {
        let (_server, client) = answering(status, refusal()).await;
        let input = WebhookTestInput::new(EventType::OrderCaptured);
        let error = client.test_webhook(input).await.expect_err("a refusal");
        match (status, error.api().map(|answer| answer.body())) {
            (400, Some(TestWebhookError::BadRequest(details)))
            | (401, Some(TestWebhookError::Unauthorized(details))) => assert_refused(details),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn authenticate_carries_the_keys_and_no_token() {
    let token = json!({
        "token": "fresh-token",
        "expiration_date": "2125-04-12T02:11:01.749261Z",
        "merchant_uuid": "0a6c",
    });
    let (server, client) = answering(201, token).await;
    let keys = AuthenticationInput::new("public", "private");

    let answer = client.authenticate(keys).await.expect("201 is a success");

    assert_eq!(answer.token.expose(), "fresh-token");
    assert_eq!(answer.merchant_uuid, "0a6c");
    assert!(
        !format!("{answer:?}").contains("fresh-token"),
        "a secret does not show"
    );
    let request = only_request(&server).await;
    assert_eq!(request.url.path(), "/v2/authentication");
    assert!(!request.headers.contains_key("authorization"));
    assert_eq!(
        String::from_utf8_lossy(&request.body),
        r#"{"public_key":"public","private_key":"private"}"#
    );

    let (_server, client) = answering(401, refusal()).await;
    let keys = AuthenticationInput::new("public", "private");
    let error = client.authenticate(keys).await.expect_err("a refusal");
    match error.api().map(|answer| answer.body()) {
        Some(AuthenticateError::ClientError(details)) => assert_refused(details),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_token_is_fetched_once_and_renewed_before_it_lapses() {
    let server = MockServer::start().await;
    let token = |token: &str, expires: &str| {
        ResponseTemplate::new(201).set_body_json(json!({
            "token": token, "expiration_date": expires, "merchant_uuid": "0a6c",
        }))
    };
    Mock::given(path("/v2/authentication"))
        .respond_with(token("lapsed", "2001-01-01T00:00:00Z"))
        .up_to_n_times(1)
        .with_priority(1)
        .mount(&server)
        .await;
    Mock::given(path("/v2/authentication"))
        .respond_with(token("good", "2125-01-01T00:00:00Z"))
        .with_priority(2)
        .mount(&server)
        .await;
    Mock::given(method("GET"))
        .respond_with(ResponseTemplate::new(200).set_body_json(json!([])))
        .mount(&server)
        .await;
    let keys = AuthenticationInput::new("public", "private");
    let client = Client::new(server.uri()).bearer_token_from(keys);

    for _ in 0..3 {
        client.list_webhooks().await.expect("200 is a success");
    }

    let requests = server
        .received_requests()
        .await
        .expect("requests are recorded");
    let seen: Vec<String> = requests
        .iter()
        .map(|request| match request.headers.get("authorization") {
            Some(value) => value.to_str().expect("text").to_owned(),
            None => request.url.path().to_owned(),
        })
        .collect();
    assert_eq!(
        seen,
        [
            "/v2/authentication",
            "Bearer lapsed",
            "/v2/authentication",
            "Bearer good",
            "Bearer good",
        ]
    );
    assert!(
        !format!("{client:?}").contains("private"),
        "a secret does not show"
    );
}

#[tokio::test]
async fn what_nobody_described_is_kept() {
    let (_server, client) = answering(500, json!({ "oops": true })).await;
    let error = client.list_webhooks().await.expect_err("a failure");
    let Error::Status(answer) = &error else {
        panic!("{error:?}")
    };
    assert_eq!(answer.status().as_u16(), 500);
    assert_eq!(&answer.body()[..], br#"{"oops":true}"#);

    let (_server, client) =
        answering(200, json!([{ "uuid": HOOK, "links": [{ "rel": 7 }] }])).await;
    let error = client.list_webhooks().await.expect_err("a failure");
    let Error::Decode(answer) = &error else {
        panic!("{error:?}")
    };
    assert_eq!(answer.error().path(), "$[0].links[0].rel");
    assert!(answer.body().starts_with(b"[{"));

    let client = Client::new("http://127.0.0.1:1").timeout(Duration::from_secs(5));
    let error = client.list_webhooks().await.expect_err("nobody listens");
    assert!(matches!(error, Error::Transport(_)), "{error:?}");
}
