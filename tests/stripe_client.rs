//! Stripe's client as a consumer uses it: every operation against a server on loopback, down to the
//! bytes on the wire.

#[path = "support/server.rs"]
mod server;

use std::collections::BTreeMap;

use payment_webhooks::runtime::Error;
use payment_webhooks::stripe::operations::CreateWebhookEndpointError;
use payment_webhooks::stripe::types::{
    ErrorType, EventObject, TimeRange, WebhookEndpointInput, WebhookEndpointStatus,
    WebhookEndpointUpdate,
};
use payment_webhooks::stripe::{Client, EventType, Server};
use serde_json::{Value, json};
use wiremock::matchers::{query_param, query_param_is_missing};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

const ENDPOINT: &str = "we_1EP2zvDq739h3i0DexampleA";

/// A server that answers everything with `status` and `body`, and a client of it with a key.
async fn answering(status: u16, body: Value) -> (MockServer, Client) {
    let answer = ResponseTemplate::new(status).set_body_json(body);
    let server = server::answering(answer).await;
    let client = Client::new(server.uri()).secret_key("sk_test_example");
    (server, client)
}

/// The only request that the server got, which has the client's key.
async fn only_request(server: &MockServer) -> Request {
    let request = server::only_request(server).await;
    assert_eq!(request.headers["authorization"], "Bearer sk_test_example");
    request
}

/// The pairs of a query or of a form, as they are before they are encoded.
fn pairs(encoded: &[u8]) -> Vec<String> {
    let encoded = String::from_utf8_lossy(encoded);
    let url = reqwest::Url::parse(&format!("http://localhost/?{encoded}")).expect("a URL");
    url.query_pairs()
        .map(|(name, value)| format!("{name}={value}"))
        .collect()
}

fn endpoint() -> Value {
    json!({
        "id": ENDPOINT,
        "object": "webhook_endpoint",
        "api_version": null,
        "application": null,
        "created": 1_555_192_000,
        "description": null,
        "enabled_events": ["*", "charge.succeeded", "charge.invented"],
        "livemode": true,
        "metadata": { "team": "billing" },
        "status": "enabled",
        "url": "https://example.com/hooks",
    })
}

fn event() -> Value {
    serde_json::from_str(include_str!("../spec/stripe.recorded.jsonl")).expect("JSON")
}

#[test]
fn the_server_has_the_providers_address() {
    assert_eq!(Server::Production.url(), "https://api.stripe.com");
}

#[tokio::test]
async fn create_webhook_endpoint_sends_a_form_in_brackets() {
    let mut answer = endpoint();
    answer["secret"] = json!("whsec_example");
    let (server, client) = answering(200, answer).await;
    let events = [
        EventType::ChargeSucceeded,
        EventType::ChargeDisputeCreated,
        EventType::from("*"),
    ];
    let input = WebhookEndpointInput::new("https://example.com/hooks?a=b&c", events)
        .api_version("2018-02-06")
        .connect(false)
        .description("Für alle")
        .metadata(BTreeMap::from([("team".to_owned(), "billing".to_owned())]))
        .expand(["application".to_owned()]);

    let created = client
        .create_webhook_endpoint(input)
        .await
        .expect("200 is a success");

    assert_eq!(created.id, ENDPOINT);
    let secret = created.secret.as_ref().expect("it is made here");
    assert_eq!(secret.expose(), "whsec_example");
    assert!(!format!("{created:?}").contains("whsec_example"));
    let request = only_request(&server).await;
    assert_eq!(request.method.as_str(), "POST");
    assert_eq!(request.url.path(), "/v1/webhook_endpoints");
    assert_eq!(
        request.headers["content-type"],
        "application/x-www-form-urlencoded"
    );
    assert_eq!(
        pairs(&request.body),
        [
            "url=https://example.com/hooks?a=b&c",
            "enabled_events[0]=charge.succeeded",
            "enabled_events[1]=charge.dispute.created",
            "enabled_events[2]=*",
            "api_version=2018-02-06",
            "connect=false",
            "description=Für alle",
            "expand[0]=application",
            "metadata[team]=billing",
        ]
    );
}

#[tokio::test]
async fn a_refusal_says_what_is_wrong() {
    let refusal = json!({ "error": {
        "type": "invalid_request_error",
        "code": "url_invalid",
        "message": "No.",
        "param": "url",
        "doc_url": "https://example.com/errors",
    } });
    for status in [400, 402, 500] {
        let (_server, client) = answering(status, refusal.clone()).await;
        let input = WebhookEndpointInput::new("nowhere", []);
        let error = client
            .create_webhook_endpoint(input)
            .await
            .expect_err("a refusal");
        let Error::Api(answer) = error else {
            panic!("{status}: {error:?}")
        };
        assert_eq!(answer.status().as_u16(), status);
        let CreateWebhookEndpointError::Other(refusal) = answer.body() else {
            panic!("{answer:?}")
        };
        assert_eq!(refusal.error.r#type, ErrorType::InvalidRequestError);
        assert_eq!(refusal.error.code.as_deref(), Some("url_invalid"));
        assert_eq!(refusal.error.param.as_deref(), Some("url"));
    }
}

#[tokio::test]
async fn list_webhook_endpoints_reads_a_page() {
    let page = json!({
        "object": "list", "url": "/v1/webhook_endpoints", "has_more": true, "data": [endpoint()],
    });
    let (server, client) = answering(200, page).await;

    let page = client
        .list_webhook_endpoints()
        .limit(1)
        .starting_after("we_before")
        .await
        .expect("200 is a success");

    assert!(page.has_more);
    assert_eq!(page.data[0].status, WebhookEndpointStatus::Enabled);
    assert_eq!(page.data[0].enabled_events[0].as_str(), "*");
    assert_eq!(page.data[0].enabled_events[1], EventType::ChargeSucceeded);
    assert_eq!(page.data[0].enabled_events[2].as_str(), "charge.invented");
    let request = only_request(&server).await;
    assert_eq!(request.method.as_str(), "GET");
    assert_eq!(request.url.path(), "/v1/webhook_endpoints");
    assert_eq!(
        request.url.query(),
        Some("limit=1&starting_after=we_before")
    );
}

#[tokio::test]
async fn get_webhook_endpoint_puts_the_identifier_into_the_path() {
    let (server, client) = answering(200, endpoint()).await;
    let found = client
        .get_webhook_endpoint(ENDPOINT)
        .await
        .expect("200 is a success");
    assert_eq!(found.url, "https://example.com/hooks");
    assert_eq!(found.secret, None);
    assert_eq!(serde_json::to_value(&found).expect("JSON"), endpoint());
    let request = only_request(&server).await;
    assert_eq!(request.method.as_str(), "GET");
    assert_eq!(
        request.url.path(),
        format!("/v1/webhook_endpoints/{ENDPOINT}")
    );
    assert_eq!(request.url.query(), None);
}

#[tokio::test]
async fn update_webhook_endpoint_sends_only_what_changes() {
    let (server, client) = answering(200, endpoint()).await;
    let update = WebhookEndpointUpdate::new()
        .disabled(true)
        .metadata(BTreeMap::from([("team".to_owned(), String::new())]));

    client
        .update_webhook_endpoint(ENDPOINT, update)
        .await
        .expect("200 is a success");

    let request = only_request(&server).await;
    assert_eq!(request.method.as_str(), "POST");
    assert_eq!(
        request.url.path(),
        format!("/v1/webhook_endpoints/{ENDPOINT}")
    );
    assert_eq!(pairs(&request.body), ["disabled=true", "metadata[team]="]);
}

#[tokio::test]
async fn delete_webhook_endpoint_says_that_it_is_gone() {
    let gone = json!({ "id": ENDPOINT, "object": "webhook_endpoint", "deleted": true });
    let (server, client) = answering(200, gone).await;
    let gone = client
        .delete_webhook_endpoint(ENDPOINT)
        .await
        .expect("200 is a success");
    assert!(gone.deleted);
    let request = only_request(&server).await;
    assert_eq!(request.method.as_str(), "DELETE");
    assert_eq!(request.body, b"");
}

#[tokio::test]
async fn lists_are_gone_through_with_their_filters() {
    let server = MockServer::start().await;
    let page = |id: &str, more: bool| {
        let mut event = event();
        event["id"] = json!(id);
        let page = json!({
            "object": "list", "url": "/v1/events", "has_more": more, "data": [event],
        });
        ResponseTemplate::new(200).set_body_json(page)
    };
    Mock::given(query_param("starting_after", "evt_1"))
        .respond_with(page("evt_2", false))
        .mount(&server)
        .await;
    Mock::given(query_param_is_missing("starting_after"))
        .respond_with(page("evt_1", true))
        .mount(&server)
        .await;
    let client = Client::new(server.uri()).secret_key("sk_test_example");

    let mut events = client.list_events().delivery_success(false).items();
    let mut ids = Vec::new();
    while let Some(event) = events.next().await {
        ids.push(event.expect("an event").id);
    }

    assert_eq!(ids, ["evt_1", "evt_2"]);
    for request in server.received_requests().await.expect("recorded") {
        assert!(
            request
                .url
                .query()
                .unwrap_or_default()
                .contains("delivery_success=false")
        );
        assert_eq!(request.headers["authorization"], "Bearer sk_test_example");
    }
}

#[tokio::test]
async fn list_events_filters_in_brackets() {
    let page = json!({
        "object": "list", "url": "/v1/events", "has_more": false, "data": [event()],
    });
    let (server, client) = answering(200, page).await;

    let page = client
        .list_events()
        .types(&[EventType::ChargeDisputeClosed, EventType::ChargeSucceeded])
        .created(&TimeRange::new().gte(1_555_000_000).lt(1_556_000_000))
        .delivery_success(false)
        .ending_before("evt_behind")
        .expand(&["data.data.object".to_owned()])
        .await
        .expect("200 is a success");

    assert!(!page.has_more);
    let EventObject::Dispute(dispute) = &page.data[0].data.object else {
        panic!("{page:?}")
    };
    assert_eq!(dispute.amount, Some(54_000));
    let request = only_request(&server).await;
    assert_eq!(request.url.path(), "/v1/events");
    assert_eq!(
        pairs(request.url.query().unwrap_or_default().as_bytes()),
        [
            "types[0]=charge.dispute.closed",
            "types[1]=charge.succeeded",
            "created[gte]=1555000000",
            "created[lt]=1556000000",
            "delivery_success=false",
            "ending_before=evt_behind",
            "expand[0]=data.data.object",
        ]
    );
}

#[tokio::test]
async fn get_event_keeps_an_object_that_is_not_described() {
    let mut body = event();
    body["type"] = json!("payout.paid");
    body["data"]["object"] = json!({ "object": "payout", "id": "po_1" });
    let (server, client) = answering(200, body.clone()).await;

    let found = client.get_event("evt_1").await.expect("200 is a success");

    assert_eq!(found.r#type, EventType::PayoutPaid);
    assert!(matches!(found.data.object, EventObject::Unknown(_)));
    assert_eq!(serde_json::to_value(&found).expect("JSON"), body);
    let request = only_request(&server).await;
    assert_eq!(request.url.path(), "/v1/events/evt_1");
}
