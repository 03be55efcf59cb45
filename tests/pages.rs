//! Lists that come page by page, through what is generated for them; how pages are gone through in
//! general, the runtime's own tests say.

use hookgen_runtime::Error;
use hookgen_workspace::fixtures::pages::operations::ListEventsError;
use hookgen_workspace::fixtures::pages::{Client, Server};
use wiremock::matchers::{query_param, query_param_is_missing};
use wiremock::{Mock, MockServer, ResponseTemplate};

fn json(status: u16, body: &str) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_raw(body, "application/json")
}

/// A client of a server that gives `first`, and `second` behind the value of `parameter`.
async fn two_pages(
    first: &str,
    (parameter, value): (&str, &str),
    second: ResponseTemplate,
) -> (MockServer, Client) {
    let server = MockServer::start().await;
    Mock::given(query_param_is_missing(parameter))
        .respond_with(json(200, first))
        .mount(&server)
        .await;
    Mock::given(query_param(parameter, value))
        .respond_with(second)
        .mount(&server)
        .await;
    let client = Client::new(Server::Custom(server.uri()));
    (server, client)
}

#[tokio::test]
async fn a_list_that_is_known_by_its_names() {
    let (server, client) = two_pages(
        r#"{"data":[{"id":"a"},{"id":"b"}],"has_more":true}"#,
        ("starting_after", "b"),
        json(200, r#"{"data":[{"id":"c"}],"has_more":false}"#),
    )
    .await;
    let mut events = client.list_events().limit(2).items();
    let mut ids = Vec::new();
    while let Some(event) = events.next().await {
        ids.push(event.expect("it is there").id);
    }
    assert_eq!(ids, ["a", "b", "c"]);
    for request in server.received_requests().await.expect("recorded") {
        let query = request.url.query().unwrap_or_default();
        assert!(query.contains("limit=2"), "{query}");
    }
}

#[tokio::test]
async fn an_error_keeps_its_type() {
    let (_server, client) = two_pages(
        r#"{"data":[{"id":"a"}],"has_more":true}"#,
        ("starting_after", "a"),
        json(404, r#"{"message":"gone"}"#),
    )
    .await;
    let mut events = client.list_events().items();
    assert_eq!(events.next().await.expect("one").expect("is there").id, "a");
    let Some(Err(Error::Api(response))) = events.next().await else {
        panic!("the second page is refused");
    };
    let ListEventsError::NotFound(problem) = response.body() else {
        panic!("404 is described");
    };
    assert_eq!(problem.message, "gone");
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn what_is_absent_or_null_has_no_items() {
    for body in ["{}", r#"{"paging":{}}"#, r#"{"paging":{"next":null}}"#] {
        let (_server, client) = two_pages(body, ("cursor", ""), json(500, "")).await;
        let mut hooks = client.list_hooks().items_(2).items();
        assert!(hooks.next().await.is_none(), "{body}");
    }
    let (_server, client) = two_pages(r#"{"users":null}"#, ("offset", ""), json(500, "")).await;
    assert!(client.list_users().items().next().await.is_none());
}
