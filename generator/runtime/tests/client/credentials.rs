//! What is shown to be let in.

use hookgen_runtime::http::StatusCode;
use hookgen_runtime::{Call, Credential, HttpClient};
use wiremock::matchers::path;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use super::{GetEmpty, answering};

#[tokio::test]
async fn credentials_are_shown_where_they_belong() {
    let (server, mut http) = answering(204, "").await;
    http.credential("bearer", Credential::bearer("t0ken"));
    http.credential("basic", Credential::basic("Aladdin", "open sesame"));
    http.credential("header", Credential::header("X-Api-Key", "k"));
    http.credential("query", Credential::query("api key", "a&b"));
    http.credential("cookie", Credential::cookie("sid", "c"));
    let alternatives: [&[&[&str]]; 5] = [
        &[&["bearer", "header", "query", "cookie"]],
        &[&["basic"]],
        // The first of which there are all; what asks for nothing comes last.
        &[
            &[],
            &["absent"],
            &["bearer", "absent"],
            &["header"],
            &["basic"],
        ],
        &[&["absent"]],
        &[],
    ];
    for schemes in alternatives {
        let mut call = Call::new(&http, "GET", "/");
        call.security(schemes);
        call.query("q", &1);
        call.cookie("other", &2);
        GetEmpty(call).await.unwrap();
    }
    let requests = server.received_requests().await.unwrap();
    let shown = |request: &Request| {
        let header = |name| {
            request
                .headers
                .get(name)
                .map(|value| value.to_str().unwrap().to_owned())
        };
        let query = request.url.query().map(ToOwned::to_owned);
        [
            header("authorization"),
            header("x-api-key"),
            query,
            header("cookie"),
        ]
        .map(Option::unwrap_or_default)
    };
    let shown: Vec<_> = requests.iter().map(shown).collect();
    assert_eq!(
        shown,
        [
            ["Bearer t0ken", "k", "q=1&api%20key=a%26b", "other=2; sid=c"],
            // RFC 7617, section 2.
            ["Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "", "q=1", "other=2"],
            ["", "k", "q=1", "other=2"],
            ["", "", "q=1", "other=2"],
            ["", "", "q=1", "other=2"],
        ]
    );
}

#[tokio::test]
async fn a_redirect_does_not_take_credentials_to_another_server() {
    let elsewhere = MockServer::start().await;
    let server = MockServer::start().await;
    let to = |url: String| ResponseTemplate::new(307).insert_header("location", url);
    Mock::given(path("/away"))
        .respond_with(to(elsewhere.uri()))
        .mount(&server)
        .await;
    Mock::given(path("/moved"))
        .respond_with(to("/here".into()))
        .mount(&server)
        .await;
    Mock::given(path("/here"))
        .respond_with(ResponseTemplate::new(204))
        .mount(&server)
        .await;
    Mock::given(path("/loop"))
        .respond_with(to("/loop".into()))
        .mount(&server)
        .await;
    let mut http = HttpClient::new(server.uri());
    http.credential("header", Credential::header("X-Api-Key", "k"));
    let get = |path| {
        let mut call = Call::new(&http, "GET", path);
        call.security(&[&["header"]]);
        GetEmpty(call)
    };
    get("/moved").await.unwrap();
    for path in ["/away", "/loop"] {
        let error = get(path).await.unwrap_err();
        assert_eq!(error.status(), Some(StatusCode::TEMPORARY_REDIRECT));
    }
    assert!(elsewhere.received_requests().await.unwrap().is_empty());
}
