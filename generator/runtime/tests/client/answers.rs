//! What is made of the answers.

use std::error::Error as _;
use std::time::Duration;

use hookgen_runtime::http::StatusCode;
use hookgen_runtime::serde_json::json;
use hookgen_runtime::{Bytes, Call, Error, HttpClient, Value};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::{Failure, GetBinary, GetEither, GetEmpty, GetJson, GetText, Hook, Success, answering};

#[tokio::test]
async fn a_success_is_read_as_it_is_described() {
    for status in [200, 201, 299] {
        let (_server, http) = answering(status, r#"{"id":7}"#).await;
        let call = || Call::new(&http, "GET", "/");
        assert_eq!(GetJson(call()).await.unwrap(), Hook { id: 7 });
        assert_eq!(GetText(call()).await.unwrap(), r#"{"id":7}"#);
        assert_eq!(GetBinary(call()).await.unwrap(), r#"{"id":7}"#.as_bytes());
        GetEmpty(call()).send().await.unwrap();
        let answer = GetJson(call()).with_response().await.unwrap();
        assert_eq!(answer.status().as_u16(), status);
        assert_eq!(answer.headers()["x-kept"], "yes");
        assert_eq!(answer.header::<String>("X-Kept").as_deref(), Some("yes"));
        assert_eq!(answer.header::<u32>("content-length"), Some(8));
        assert_eq!(answer.header::<u32>("x-kept"), None);
        assert_eq!(answer.into_body(), Hook { id: 7 });
    }
}

#[tokio::test]
async fn several_successes_are_told_apart() {
    for (status, success) in [
        (200, Success::Ok(Hook { id: 7 })),
        (202, Success::Accepted),
        (203, Success::Other(json!({"id": 7}))),
        (418, Success::Other(json!({"id": 7}))),
    ] {
        let (_server, http) = answering(status, r#"{"id":7}"#).await;
        assert_eq!(
            GetEither(Call::new(&http, "GET", "/")).await.unwrap(),
            success
        );
    }
}

#[tokio::test]
async fn an_error_is_read_as_it_is_described() {
    let text = r#"{"id":7}"#;
    for (status, failure) in [
        (400, Failure::BadRequest(Hook { id: 7 })),
        (402, Failure::ClientError(text.into())),
        (404, Failure::NotFound),
        (410, Failure::Gone(text.into())),
        (499, Failure::ClientError(text.into())),
        (500, Failure::Other(Box::new(Hook { id: 7 }))),
    ] {
        let (_server, http) = answering(status, text).await;
        let error = GetJson(Call::new(&http, "GET", "/")).await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), status);
        assert_eq!(error.headers().unwrap()["x-kept"], "yes");
        assert_eq!(error.api().unwrap().body(), &failure);
        assert!(error.to_string().contains(&status.to_string()), "{error}");
    }
}

#[tokio::test]
async fn a_status_that_is_not_described_is_kept() {
    let (_server, http) = answering(503, "later").await;
    let error = GetJson(Call::new(&http, "GET", "/")).await.unwrap_err();
    assert!(error.api().is_none());
    let Error::Status(answer) = &error else {
        panic!("{error:?}")
    };
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.text().unwrap(), "later");
    assert!(answer.json::<Value>().is_err());

    let error = GetText(Call::new(&http, "GET", "/")).await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::SERVICE_UNAVAILABLE));
}

#[tokio::test]
async fn a_body_that_does_not_fit_is_kept_and_says_where() {
    for status in [200, 400] {
        let (_server, http) = answering(status, r#"{"id":"seven"}"#).await;
        let error = GetJson(Call::new(&http, "GET", "/")).await.unwrap_err();
        let Error::Decode(answer) = &error else {
            panic!("{error:?}")
        };
        assert_eq!(answer.status().as_u16(), status);
        assert_eq!(answer.error().path(), "$.id");
        assert_eq!(answer.body(), r#"{"id":"seven"}"#.as_bytes());
        assert_eq!(answer.headers()["x-kept"], "yes");
        assert!(error.to_string().contains("does not fit: $.id: "));
        assert!(error.source().is_none());
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_is_a_transport_error() {
    let http = HttpClient::new("http://127.0.0.1:1");
    let error = GetJson(Call::new(&http, "GET", "/")).await.unwrap_err();
    let Error::Transport(transport) = &error else {
        panic!("{error:?}")
    };
    assert!(transport.is_connect() && !transport.is_timeout());
    // The reason is told, and told once.
    let text = error.to_string();
    assert!(text.contains("refused"), "{text}");
    assert!(error.source().is_none());
    assert_eq!(error.status(), None);
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_given_up() {
    let server = MockServer::start().await;
    let late = ResponseTemplate::new(200).set_delay(Duration::from_secs(60));
    Mock::given(any()).respond_with(late).mount(&server).await;
    let mut http = HttpClient::new(server.uri());
    http.set_timeout(Duration::from_millis(20));
    let error = GetJson(Call::new(&http, "GET", "/")).await.unwrap_err();
    let Error::Transport(transport) = &error else {
        panic!("{error:?}")
    };
    assert!(transport.is_timeout());
}

#[tokio::test]
async fn a_client_of_ones_own_keeps_its_timeout() {
    let server = MockServer::start().await;
    let late = ResponseTemplate::new(200).set_delay(Duration::from_secs(60));
    Mock::given(any()).respond_with(late).mount(&server).await;
    let mut http = HttpClient::new(server.uri());
    let own = hookgen_runtime::reqwest::Client::builder().timeout(Duration::from_millis(20));
    http.set_client(own.build().expect("a client"));
    let error = GetJson(Call::new(&http, "GET", "/")).await.unwrap_err();
    let Error::Transport(transport) = &error else {
        panic!("{error:?}")
    };
    assert!(transport.is_timeout());
}

#[test]
fn an_error_that_is_described_tells_what_it_holds() {
    let told = |failure: Failure| {
        let error: Box<dyn std::error::Error + Send + Sync> = failure.into();
        error.to_string()
    };
    assert_eq!(told(Failure::NotFound), "NotFound");
    assert_eq!(
        told(Failure::Gone("since May".to_owned())),
        "Gone: since May"
    );
    assert_eq!(
        told(Failure::Other(Box::new(Hook { id: 7 }))),
        "Other: Hook { id: 7 }"
    );
    let secret = Failure::ClientError(Bytes::from_static(b"secret"));
    assert_eq!(told(secret), "ClientError: 6 bytes");
}

#[tokio::test]
async fn the_error_of_a_call_tells_it_too() {
    let (_server, http) = answering(400, r#"{"id":7}"#).await;
    let error = GetJson(Call::new(&http, "GET", "/")).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "the server answered 400 Bad Request: BadRequest: Hook { id: 7 }"
    );
}
