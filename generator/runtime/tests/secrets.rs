//! Secrets are not shown: by nothing that holds one, and by no error.

use std::convert::Infallible;
use std::error::Error as StdError;
use std::fmt::Debug;

use hookgen_runtime::http::HeaderMap;
use hookgen_runtime::{
    AccessToken, Algorithm, Call, Credential, HttpClient, Json, Key, ReceiveError, Receiver,
    Secret, Signature, UnfitEvent, UnknownEvent, Verification, Verifier, decode, events, object,
    operation,
};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

/// Hexadecimal, so that it can be any key.
const SECRET: &str = "5ec2e75ec2e75ec2e7";

fn hides(it: impl Debug) {
    for text in [format!("{it:?}"), format!("{it:#?}")] {
        assert!(!text.contains(SECRET), "{text}");
    }
}

/// An error, and whatever it comes from.
fn error_hides(error: &(dyn StdError + 'static)) {
    let mut next = Some(error);
    while let Some(error) = next {
        hides(error);
        let text = error.to_string();
        assert!(!text.contains(SECRET), "{text}");
        next = error.source();
    }
}

#[derive(Clone)]
struct Answer {
    token: Secret,
    lifetime: i64,
}

object! { Answer { token, lifetime } }

#[derive(Debug, Clone)]
struct Get(Call);

operation! { Get -> Json<Answer>, Infallible }

#[derive(Debug, PartialEq)]
enum Event {
    Answered(Answer),
    Unknown(UnknownEvent),
    Unfit(UnfitEvent),
}

events! { Event by body "/event" { Answered = "answered" } verified by VERIFICATION }

const VERIFICATION: Verification = Verification::new(Algorithm::HmacSha256)
    .key(Key::hex())
    .signature(Signature::in_header("signature"));

/// A request that shows the secret in every place.
fn get(base: &str) -> Get {
    let mut http = HttpClient::new(base);
    http.credential("bearer", Credential::bearer(SECRET));
    http.credential("header", Credential::header("x-api-key", SECRET));
    http.credential("query", Credential::query("key", SECRET));
    http.credential("cookie", Credential::cookie("key", SECRET));
    hides(&http);
    let mut call = Call::new(&http, "POST", "/{secret}");
    call.security(&[&["bearer", "header", "query", "cookie"]]);
    let secret = Secret::new(SECRET);
    call.path("secret", &secret);
    call.query("secret", &secret);
    call.header("secret", &secret);
    call.cookie("secret", &secret);
    call.json(&Answer {
        token: secret,
        lifetime: 1,
    });
    Get(call)
}

#[test]
fn what_holds_a_secret_hides_it() {
    hides(Secret::new(SECRET));
    hides(Credential::bearer(SECRET));
    hides(Credential::basic("user", SECRET));
    hides(Credential::renewed(|| async {
        Ok(AccessToken::new(SECRET))
    }));
    hides(AccessToken::new(SECRET));
    hides(HttpClient::new(format!(
        "https://user:{SECRET}@example.com/path"
    )));
    hides(get("http://localhost"));
    hides(get("http://localhost").with_response());
    hides(Receiver::<Event>::new(SECRET).or_secret(SECRET));
    hides(Verifier::new(VERIFICATION, SECRET));
}

#[tokio::test]
async fn errors_of_requests_hide_it() {
    for base in [
        "http://127.0.0.1:1",
        "nowhere",
        &format!("http://{SECRET}@127.0.0.1:1"),
    ] {
        error_hides(&get(base).await.unwrap_err());
    }

    let server = MockServer::start().await;
    let answers = [
        (200, format!(r#"{{"token":"{SECRET}","lifetime":"long"}}"#)),
        (200, format!(r#"{{"token":["{SECRET}"]}}"#)),
        (500, SECRET.to_owned()),
    ];
    for (status, body) in answers {
        server.reset().await;
        let answer = ResponseTemplate::new(status)
            .set_body_string(body)
            .insert_header("x-token", SECRET);
        Mock::given(any()).respond_with(answer).mount(&server).await;
        error_hides(&get(&server.uri()).await.unwrap_err());
    }

    let mut http = HttpClient::new(server.uri());
    http.credential("bearer", Credential::bearer(format!("{SECRET}\n")));
    let mut call = Call::new(&http, "GET", "/");
    call.security(&[&["bearer"]]);
    call.header("x-other", &format!("{SECRET}\n"));
    hides(&call);
    error_hides(&Get(call).await.unwrap_err());
}

#[tokio::test]
async fn answers_hide_it() {
    let server = MockServer::start().await;
    let answer = ResponseTemplate::new(200)
        .set_body_string(format!(r#"{{"token":"{SECRET}","lifetime":1}}"#))
        .insert_header("set-cookie", SECRET);
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let answer = get(&server.uri()).with_response().await.unwrap();
    assert_eq!(answer.body().token.expose(), SECRET);
    hides(&answer);
}

#[test]
fn errors_of_decoding_hide_it() {
    for json in [
        r#"{"token": 735012}"#,
        r#"{"token": -735012}"#,
        r#"{"token": 735012.5}"#,
    ] {
        let error = decode::<Answer>(json.as_bytes()).unwrap_err();
        assert!(!error.to_string().contains("735012"), "{error}");
        assert_eq!(error.path(), "$.token");
    }
}

#[test]
fn deliveries_hide_it() {
    let receiver = Receiver::<Event>::new(SECRET);
    let receive = |body: &str| receiver.decode(&HeaderMap::new(), body.as_bytes());
    for event in ["answered", "other"] {
        let event = receive(&format!(r#"{{"event":"{event}","token":"{SECRET}"}}"#)).unwrap();
        assert!(matches!(event, Event::Unfit(_) | Event::Unknown(_)));
        hides(event);
    }
    for body in [format!("<{SECRET}>"), format!(r#"{{"token":"{SECRET}"}}"#)] {
        error_hides(&receive(&body).unwrap_err());
    }
    error_hides(&ReceiveError::Verify(
        receiver.verify(&HeaderMap::new(), b"").unwrap_err(),
    ));
    let wrong = Receiver::<Event>::new(format!("{SECRET}!"));
    error_hides(&wrong.verify(&HeaderMap::new(), b"").unwrap_err());
}
