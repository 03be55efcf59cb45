//! What is sent, down to the bytes.

use std::collections::BTreeMap;

use hookgen_runtime::serde::Serialize;
use hookgen_runtime::serde_json::json;
use hookgen_runtime::{Call, Error, HttpClient, Style, reqwest};
use wiremock::matchers::path;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use super::{GetEmpty, GetJson, Hook, answering, only_request};

/// What the server got of a request that `prepare` filled.
async fn sent(template: &'static str, prepare: impl FnOnce(&mut Call)) -> Request {
    let (server, http) = answering(204, "").await;
    let mut call = Call::new(&http, "POST", template);
    prepare(&mut call);
    GetEmpty(call).await.unwrap();
    only_request(&server).await
}

/// How a request fails that `prepare` filled; nothing is sent.
async fn refused(template: &'static str, prepare: impl FnOnce(&mut Call)) -> String {
    let (server, http) = answering(204, "").await;
    let mut call = Call::new(&http, "POST", template);
    prepare(&mut call);
    let error = GetEmpty(call).await.unwrap_err();
    assert!(matches!(error, Error::Request(_)), "{error:?}");
    assert!(server.received_requests().await.unwrap().is_empty());
    error.to_string()
}

#[tokio::test]
async fn parameters_and_body_go_where_they_belong() {
    let request = sent("/v2/hooks/{id}/{part}", |call| {
        call.path("id", "a/../b?c#d");
        call.path_as("part", &["x", "y"], Style::Matrix.explode());
        call.query("limit", &10);
        call.query("limit", &20);
        call.query("nothing", &None::<i64>);
        call.query_as("ids", &[1, 2], Style::PipeDelimited);
        call.query_as("filter", &json!({"gte": 5}), Style::DeepObject.explode());
        call.header("X-Trace", "abc");
        call.header("x-none", &None::<String>);
        call.cookie("session", "s 1");
        call.cookie_as("ids", &[1, 2], Style::Form);
        call.json(&Hook { id: 7 });
    })
    .await;
    assert_eq!(request.method.as_str(), "POST");
    assert_eq!(
        request.url.path(),
        "/v2/hooks/a%2F..%2Fb%3Fc%23d/;part=x;part=y"
    );
    assert_eq!(
        request.url.query(),
        Some("limit=20&ids=1%7C2&filter%5Bgte%5D=5")
    );
    assert_eq!(request.headers["x-trace"], "abc");
    assert!(!request.headers.contains_key("x-none"));
    assert_eq!(request.headers["cookie"], "session=s%201; ids=1,2");
    assert_eq!(request.headers["content-type"], "application/json");
    assert_eq!(request.headers["accept"], "application/json");
    assert!(
        request.headers["user-agent"]
            .to_str()
            .unwrap()
            .starts_with("hookgen-runtime/")
    );
    assert_eq!(request.body, br#"{"id":7}"#);
}

#[tokio::test]
async fn bodies_have_their_content_type() {
    let request = sent("/", |call| {
        call.json_as("application/merge-patch+json", &json!([1]));
    })
    .await;
    assert_eq!(
        request.headers["content-type"],
        "application/merge-patch+json"
    );
    assert_eq!(request.body, b"[1]");
    let request = sent("/", |call| call.text("text/plain", "hi")).await;
    assert_eq!(request.headers["content-type"], "text/plain");
    assert_eq!(request.body, b"hi");
    let request = sent("/", |call| {
        call.bytes("application/octet-stream", vec![0, 255]);
    })
    .await;
    assert_eq!(request.headers["content-type"], "application/octet-stream");
    assert_eq!(request.body, [0, 255]);
    let request = sent("/", |_| {}).await;
    assert!(!request.headers.contains_key("content-type"));
}

#[tokio::test]
async fn what_cannot_be_sent_is_refused() {
    struct Never;
    impl Serialize for Never {
        fn serialize<S: hookgen_runtime::serde::Serializer>(
            &self,
            _: S,
        ) -> Result<S::Ok, S::Error> {
            Err(hookgen_runtime::serde::ser::Error::custom("never"))
        }
    }

    let error = refused("/{id}", |call| call.path("id", "")).await;
    assert!(error.contains("`id` in the path is empty"), "{error}");
    let error = refused("/{id}", |call| call.path("id", &None::<i64>)).await;
    assert!(error.contains("`id`"), "{error}");
    let error = refused("/{id}", |_| {}).await;
    assert!(error.contains("no value for `id`"), "{error}");
    for dots in [".", ".."] {
        let error = refused("/hooks/{id}", |call| call.path("id", dots)).await;
        assert!(error.contains("leads elsewhere"), "{error}");
    }
    let error = refused("/", |call| call.header("x-trace", "a\r\nb: c")).await;
    assert!(error.contains("`x-trace`"), "{error}");
    let error = refused("/", |call| call.header("not a name", "a")).await;
    assert!(error.contains("`not a name`"), "{error}");
    for error in [
        refused("/", |call| call.query("q", &Never)).await,
        refused("/", |call| call.json(&Never)).await,
    ] {
        assert!(error.contains("never"), "{error}");
    }
    let error = refused("/", |call| call.json(&BTreeMap::from([(vec![1], 1)]))).await;
    assert!(error.contains("key must be a string"), "{error}");
    let error = refused("/", |call| call.text("text/\nplain", "")).await;
    assert!(error.contains("content type"), "{error}");

    for base in ["", "example.com", "http://", "http://[", "\0"] {
        let call = Call::new(&HttpClient::new(base), "GET", "/");
        let error = GetEmpty(call).await.unwrap_err();
        assert!(matches!(error, Error::Request(_)), "{base}: {error:?}");
    }
    let error = GetEmpty(Call::new(&HttpClient::new("http://localhost"), "G T", "/"))
        .await
        .unwrap_err();
    assert!(matches!(error, Error::Request(_)), "{error:?}");
}

#[tokio::test]
async fn the_base_url_keeps_its_path() {
    let server = MockServer::start().await;
    Mock::given(path("/api/v1/hooks"))
        .respond_with(ResponseTemplate::new(204))
        .mount(&server)
        .await;
    for base in ["/api/v1", "/api/v1/"] {
        let http = HttpClient::new(format!("{}{base}", server.uri()));
        GetEmpty(Call::new(&http, "GET", "/hooks")).await.unwrap();
    }
}

#[tokio::test]
async fn a_client_of_the_callers_own_is_used() {
    let (server, mut http) = answering(204, "").await;
    let before = http.clone();
    http.set_client(
        reqwest::Client::builder()
            .user_agent("own/1")
            .build()
            .unwrap(),
    );
    GetEmpty(Call::new(&http, "GET", "/")).await.unwrap();
    GetEmpty(Call::new(&before, "GET", "/")).await.unwrap();
    let requests = server.received_requests().await.unwrap();
    assert_eq!(requests[0].headers["user-agent"], "own/1");
    assert_ne!(requests[1].headers["user-agent"], "own/1");
}

#[test]
fn requests_can_be_sent_from_any_thread() {
    fn is_send(_: impl Send) {}

    let http = HttpClient::new("http://localhost");
    is_send(GetJson(Call::new(&http, "GET", "/")).send());
    is_send(GetJson(Call::new(&http, "GET", "/")).with_response().send());
}
