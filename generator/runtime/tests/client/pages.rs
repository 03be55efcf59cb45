//! Lists that come page by page.

use std::convert::Infallible;

use hookgen_runtime::{Call, Error, HttpClient, Json, PageError, object, pages};
use wiremock::matchers::{any, header, method, query_param, query_param_is_missing};
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::{Failure, Hook};

#[derive(Clone)]
struct HookList {
    data: Vec<Hook>,
    has_more: bool,
}

object! { HookList { data, has_more } }

request!(ListHooks -> Json<HookList>, Failure);

pages! {
    ListHooks -> HookList, Failure {
        items(data): Hook,
        next: "after" = "/data/-/id",
        back: "before" = "/data/0/id",
        more: "/has_more",
    }
}

request!(ListLines -> Json<Vec<i64>>, Infallible);

pages! {
    ListLines -> Vec<i64>, Infallible {
        items: i64,
        link: "Link",
    }
}

#[derive(Clone)]
struct Numbers {
    numbers: Option<Vec<i64>>,
}

object! { Numbers { numbers? } }

request!(ListByPage -> Json<Numbers>, Infallible);

pages! {
    ListByPage -> Numbers, Infallible {
        items(numbers?): i64,
        page: "page" = 1 in "/numbers",
    }
}

request!(ListByOffset -> Json<Numbers>, Infallible);

pages! {
    ListByOffset -> Numbers, Infallible {
        items(numbers?): i64,
        offset: "offset" in "/numbers",
    }
}

async fn page(server: &MockServer, name: &str, value: Option<&str>, answer: ResponseTemplate) {
    let mock = Mock::given(method("GET"));
    let mock = match value {
        Some(value) => mock.and(query_param(name, value)),
        None => mock.and(query_param_is_missing(name)),
    };
    mock.respond_with(answer).mount(server).await;
}

fn hooks(ids: &[i64], has_more: bool) -> ResponseTemplate {
    let data: Vec<_> = ids
        .iter()
        .map(|id| serde_json::json!({ "id": id }))
        .collect();
    let page = serde_json::json!({ "data": data, "has_more": has_more });
    ResponseTemplate::new(200).set_body_json(page)
}

fn list(server: &MockServer) -> ListHooks {
    let mut call = Call::new(&HttpClient::new(server.uri()), "GET", "/");
    call.query("limit", &2);
    ListHooks(call)
}

async fn three_pages() -> MockServer {
    let server = MockServer::start().await;
    page(&server, "after", None, hooks(&[1, 2], true)).await;
    page(&server, "after", Some("2"), hooks(&[3, 4], true)).await;
    page(&server, "after", Some("4"), hooks(&[5], false)).await;
    server
}

#[tokio::test]
async fn items_of_all_pages_come_one_after_another() {
    let server = three_pages().await;
    let mut items = list(&server).items();
    let mut ids = Vec::new();
    while let Some(hook) = items.next().await {
        ids.push(hook.unwrap().id);
    }
    assert_eq!(ids, [1, 2, 3, 4, 5]);
    assert!(items.next().await.is_none());
    let queries: Vec<_> = server
        .received_requests()
        .await
        .unwrap()
        .iter()
        .map(|request| request.url.query().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(queries, ["limit=2", "limit=2&after=2", "limit=2&after=4"]);
}

#[tokio::test]
async fn a_page_is_asked_for_when_it_is_its_turn() {
    let server = three_pages().await;
    let mut pages = list(&server).pages();
    assert_eq!(pages.next().await.unwrap().unwrap().data.len(), 2);
    assert_eq!(server.received_requests().await.unwrap().len(), 1);
    assert!(pages.next().await.unwrap().unwrap().has_more);
    assert!(!pages.next().await.unwrap().unwrap().has_more);
    assert!(pages.next().await.is_none());
}

#[tokio::test]
async fn an_error_is_told_once_and_is_the_end() {
    let server = MockServer::start().await;
    page(&server, "after", None, hooks(&[1], true)).await;
    let gone = ResponseTemplate::new(404);
    page(&server, "after", Some("1"), gone).await;
    let mut items = list(&server).items();
    assert!(items.next().await.unwrap().is_ok());
    let error = items.next().await.unwrap().unwrap_err();
    assert_eq!(error.api().unwrap().body(), &Failure::NotFound);
    assert!(items.next().await.is_none());
}

/// The error that a list ends with which begins with `answer`, whatever is asked for.
async fn broken(answer: ResponseTemplate) -> PageError {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let mut pages = list(&server).pages();
    for _ in 0..5 {
        match pages.next().await.expect("it does not end in silence") {
            Ok(_) => {}
            Err(Error::Page(error)) => {
                assert!(pages.next().await.is_none());
                return error;
            }
            Err(error) => panic!("{error}"),
        }
    }
    panic!("it goes on")
}

#[tokio::test]
async fn a_list_without_an_end_ends() {
    assert_eq!(broken(hooks(&[], true)).await, PageError::Nowhere);
    assert_eq!(broken(hooks(&[7], true)).await, PageError::Again);
}

#[tokio::test]
async fn a_cursor_that_is_not_heeded_is_noticed() {
    let server = MockServer::start().await;
    page(&server, "after", Some("7"), hooks(&[7], true)).await;
    let mut call = Call::new(&HttpClient::new(server.uri()), "GET", "/");
    call.query("after", "7");
    let mut pages = ListHooks(call).pages();
    assert!(pages.next().await.unwrap().is_ok());
    let error = pages.next().await.unwrap().unwrap_err();
    assert!(matches!(error, Error::Page(PageError::Again)), "{error}");
}

#[tokio::test]
async fn going_back_is_going_back_item_by_item() {
    let server = MockServer::start().await;
    page(&server, "before", Some("9"), hooks(&[7, 8], true)).await;
    page(&server, "before", Some("7"), hooks(&[6], false)).await;
    let mut call = Call::new(&HttpClient::new(server.uri()), "GET", "/");
    call.query("before", "9");
    let mut items = ListHooks(call).items();
    for id in [8, 7, 6] {
        assert_eq!(items.next().await.unwrap().unwrap().id, id);
    }
    assert!(items.next().await.is_none());
}

fn lines(server: &MockServer) -> ListLines {
    let mut http = HttpClient::new(format!("{}/v1", server.uri()));
    http.credential("key", hookgen_runtime::Credential::query("key", "k"));
    let mut call = Call::new(&http, "GET", "/lines");
    call.security(&[&["key"]]);
    call.query("per", &1);
    ListLines(call)
}

#[tokio::test]
async fn a_link_is_followed_with_the_credentials() {
    let server = MockServer::start().await;
    let answer = |body: &str| ResponseTemplate::new(200).set_body_string(body);
    let linked = answer("[1]").insert_header("link", "</v1/lines?page=2&per=1>; rel=\"next\"");
    page(&server, "page", None, linked).await;
    page(&server, "page", Some("2"), answer("[2]")).await;
    let mut items = lines(&server).items();
    assert_eq!(items.next().await.unwrap().unwrap(), 1);
    assert_eq!(items.next().await.unwrap().unwrap(), 2);
    assert!(items.next().await.is_none());
    let requests = server.received_requests().await.unwrap();
    assert_eq!(requests[0].url.query(), Some("per=1&key=k"));
    assert_eq!(requests[1].url.query(), Some("page=2&per=1&key=k"));
}

#[tokio::test]
async fn a_link_to_another_server_is_not_followed() {
    let server = MockServer::start().await;
    let elsewhere = ResponseTemplate::new(200)
        .set_body_string("[1]")
        .insert_header("link", "<http://localhost:1/lines>; rel=next");
    Mock::given(any())
        .respond_with(elsewhere)
        .mount(&server)
        .await;
    let mut pages = lines(&server).pages();
    assert!(pages.next().await.unwrap().is_ok());
    let error = pages.next().await.unwrap().unwrap_err();
    assert!(
        matches!(error, Error::Page(PageError::Elsewhere)),
        "{error}"
    );
    assert!(!error.to_string().contains("localhost"));
}

#[tokio::test]
async fn pages_and_items_are_counted() {
    let server = MockServer::start().await;
    let answer = |body: &str| ResponseTemplate::new(200).set_body_string(body);
    Mock::given(query_param("page", "2"))
        .respond_with(answer(r#"{"numbers":[3]}"#))
        .mount(&server)
        .await;
    for end in [("page", "3"), ("offset", "2")] {
        Mock::given(query_param(end.0, end.1))
            .respond_with(answer(r#"{"numbers":null}"#))
            .mount(&server)
            .await;
    }
    Mock::given(header("accept", "application/json"))
        .respond_with(answer(r#"{"numbers":[1,2]}"#))
        .mount(&server)
        .await;
    let call = || Call::new(&HttpClient::new(server.uri()), "GET", "/");
    let mut items = ListByPage(call()).items();
    for number in [1, 2, 3] {
        assert_eq!(items.next().await.unwrap().unwrap(), number);
    }
    assert!(items.next().await.is_none());
    let mut items = ListByOffset(call()).items();
    for number in [1, 2] {
        assert_eq!(items.next().await.unwrap().unwrap(), number);
    }
    assert!(items.next().await.is_none());
}

#[cfg(feature = "blocking")]
#[tokio::test]
async fn pages_are_waited_for() {
    let server = three_pages().await;
    let ids: Result<Vec<_>, _> = list(&server)
        .items_blocking()
        .map(|hook| hook.map(|hook| hook.id))
        .collect();
    assert_eq!(ids.unwrap(), [1, 2, 3, 4, 5]);
    assert_eq!(list(&server).pages_blocking().count(), 3);
    let server = MockServer::start().await;
    page(&server, "after", None, hooks(&[], true)).await;
    let mut pages = list(&server).pages_blocking();
    assert!(pages.next().unwrap().is_ok());
    assert!(matches!(
        pages.next(),
        Some(Err(Error::Page(PageError::Nowhere)))
    ));
    assert!(pages.next().is_none());
}
