//! Waiting for answers: without an async runtime, inside of one, and on many threads.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use hookgen_runtime::{
    AccessToken, ByteStream, Call, Credential, Error, HttpClient, Json, JsonStream, Value,
    operation,
};
use tokio::runtime::Runtime;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

#[derive(Clone)]
struct Get(Call);

operation! { Get -> Json<Value>, Infallible, stream ByteStream }

#[derive(Clone)]
struct Lines(Call);

operation! { Lines -> stream JsonStream<i64>, Infallible }

/// A server, and the runtime that it lives in.
fn server() -> (Runtime, MockServer) {
    let runtime = Runtime::new().unwrap();
    let server = runtime.block_on(async {
        let server = MockServer::start().await;
        let answer = ResponseTemplate::new(200).set_body_string("7");
        Mock::given(any()).respond_with(answer).mount(&server).await;
        server
    });
    (runtime, server)
}

fn get(http: &HttpClient) -> Get {
    let mut call = Call::new(http, "GET", "/");
    call.security(&[&["token"]]);
    Get(call)
}

#[test]
fn an_answer_is_waited_for() {
    let (_runtime, server) = server();
    let http = HttpClient::new(server.uri());
    assert_eq!(get(&http).send_blocking().unwrap(), 7);
    let answer = get(&http).with_response().send_blocking().unwrap();
    assert_eq!((answer.status().as_u16(), answer.body()), (200, &7.into()));
}

#[test]
fn a_stream_is_waited_for_item_by_item() {
    let (runtime, server) = server();
    let http = HttpClient::new(server.uri());
    let mut lines = Lines(Call::new(&http, "GET", "/")).send_blocking().unwrap();
    assert_eq!(lines.next_blocking().unwrap().unwrap(), 7);
    assert!(lines.next_blocking().is_none());
    runtime.block_on(async {
        let mut bytes = get(&http).stream_blocking().unwrap();
        assert_eq!(bytes.next_blocking().unwrap().unwrap(), "7");
    });
}

#[test]
fn errors_are_the_same() {
    let error = get(&HttpClient::new("http://127.0.0.1:1"))
        .send_blocking()
        .unwrap_err();
    assert!(matches!(error, Error::Transport(_)), "{error:?}");
    let error = get(&HttpClient::new("nowhere"))
        .send_blocking()
        .unwrap_err();
    assert!(matches!(error, Error::Request(_)), "{error:?}");
}

#[test]
fn a_client_may_be_awaited_and_waited_for_in_turn() {
    let (runtime, server) = server();
    let http = HttpClient::new(server.uri());
    for _ in 0..3 {
        assert_eq!(runtime.block_on(get(&http).send()).unwrap(), 7);
        assert_eq!(get(&http).send_blocking().unwrap(), 7);
    }
    // Inside of a runtime, where reqwest's own blocking client panics.
    assert_eq!(
        runtime
            .block_on(async { get(&http).send_blocking() })
            .unwrap(),
        7
    );
}

#[test]
fn threads_share_a_token() {
    let (_runtime, server) = server();
    let mut http = HttpClient::new(server.uri());
    let count = Arc::new(AtomicUsize::new(0));
    let counted = count.clone();
    http.credential(
        "token",
        Credential::renewed(move || {
            counted.fetch_add(1, Ordering::SeqCst);
            async { Ok(AccessToken::new("t")) }
        }),
    );
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| assert_eq!(get(&http).send_blocking().unwrap(), 7));
        }
    });
    assert_eq!(count.load(Ordering::SeqCst), 1);
}

#[test]
fn a_fetch_that_panics_is_an_error() {
    let (_runtime, server) = server();
    let mut http = HttpClient::new(server.uri());
    http.credential(
        "token",
        Credential::renewed(|| async { panic!("the test's own, which is to be seen above") }),
    );
    let error = get(&http).send_blocking().unwrap_err();
    assert!(matches!(error, Error::Transport(_)), "{error:?}");
    // Others are still sent.
    assert_eq!(
        get(&HttpClient::new(server.uri())).send_blocking().unwrap(),
        7
    );
}
