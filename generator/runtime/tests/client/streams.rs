//! Answers that are read while they come.

use std::convert::Infallible;
use std::future::poll_fn;
use std::pin::Pin;
use std::time::Duration;

use futures_core::Stream;
use hookgen_runtime::{
    ByteStream, Call, Error, EventStream, HttpClient, Json, JsonStream, StreamError, Text,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::time::timeout;

use super::{Failure, Hook, answering};

request!(Watch -> stream EventStream<Json<Hook>>, Failure);
request!(Listen -> stream EventStream<Text>, Infallible);
request!(ReadLines -> stream JsonStream<Hook>, Infallible);
request!(Download -> stream ByteStream, Infallible);

/// A server that sends a head and `first` to the one who asks, and then does as `then` says.
async fn beginning<F: Future<Output = ()> + Send + 'static>(
    first: &'static str,
    then: impl FnOnce(TcpStream) -> F + Send + 'static,
) -> HttpClient {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let http = HttpClient::new(format!("http://{}", listener.local_addr().unwrap()));
    tokio::spawn(async move {
        let (mut connection, _) = listener.accept().await.unwrap();
        let mut request = [0; 1024];
        let _ = connection.read(&mut request).await.unwrap();
        let head = "HTTP/1.1 200 OK\r\nConnection: close\r\nX-Kept: yes\r\n\r\n";
        connection.write_all(head.as_bytes()).await.unwrap();
        connection.write_all(first.as_bytes()).await.unwrap();
        then(connection).await;
    });
    http
}

#[tokio::test]
async fn an_item_is_there_before_the_next_one_is_sent() {
    let (go_on, wait) = oneshot::channel();
    let http = beginning("data: one\n\nda", |mut connection| async move {
        wait.await.unwrap();
        connection.write_all(b"ta: two\n\n").await.unwrap();
    })
    .await;
    let mut events = Listen(Call::new(&http, "GET", "/")).await.unwrap();
    assert_eq!(events.headers()["x-kept"], "yes");
    assert_eq!(events.next().await.unwrap().unwrap().data, "one");
    let pending = timeout(Duration::from_millis(20), events.next()).await;
    assert!(pending.is_err(), "nothing came, and nothing is lost");
    go_on.send(()).unwrap();
    assert_eq!(events.next().await.unwrap().unwrap().data, "two");
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn a_stream_goes_on_for_longer_than_the_timeout() {
    let mut http = beginning("1", |mut connection| async move {
        tokio::time::sleep(Duration::from_millis(300)).await;
        connection.write_all(b"2").await.unwrap();
    })
    .await;
    http.set_timeout(Duration::from_millis(100));
    let mut bytes = Download(Call::new(&http, "GET", "/")).await.unwrap();
    let mut read = Vec::new();
    while let Some(chunk) = poll_fn(|context| Pin::new(&mut bytes).poll_next(context)).await {
        read.extend(chunk.unwrap());
    }
    assert_eq!(read, b"12");
}

#[tokio::test]
async fn an_answer_that_does_not_begin_in_time_is_given_up() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut http = HttpClient::new(format!("http://{}", listener.local_addr().unwrap()));
    http.set_timeout(Duration::from_millis(50));
    let error = Watch(Call::new(&http, "GET", "/")).await.unwrap_err();
    match error {
        Error::Transport(error) => assert!(error.is_timeout(), "{error}"),
        other => panic!("{other:?} is no timeout"),
    }
}

#[tokio::test]
async fn an_item_without_end_is_given_up() {
    let http = beginning("{\"id\":", |mut connection| async move {
        // The one who asks hangs up.
        while connection.write_all(&[b' '; 1024]).await.is_ok() {}
    })
    .await;
    let lines = ReadLines(Call::new(&http, "GET", "/")).await.unwrap();
    let mut lines = lines.max_item_bytes(10_000);
    let error = lines.next().await.unwrap().unwrap_err();
    assert!(matches!(error, StreamError::TooLong(10_000)), "{error:?}");
    assert!(lines.next().await.is_none());
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_an_error_once() {
    let http = beginning("data: {\"id\":7}\n\ndata", |connection| async move {
        // Closed with data unread, so that the other side sees a reset.
        connection.set_zero_linger().unwrap();
    })
    .await;
    let mut events = Watch(Call::new(&http, "GET", "/")).await.unwrap();
    let mut failed = 0;
    while let Some(event) = events.next().await {
        match event {
            Ok(event) => assert_eq!(event.data, Hook { id: 7 }),
            Err(error) => {
                assert!(matches!(error, StreamError::Transport(_)), "{error:?}");
                failed += 1;
            }
        }
    }
    assert_eq!(failed, 1);
}

#[tokio::test]
async fn errors_are_read_as_a_whole() {
    let (_server, http) = answering(400, r#"{"id":7}"#).await;
    let error = Watch(Call::new(&http, "GET", "/")).await.unwrap_err();
    let body = error.api().map(hookgen_runtime::Response::body);
    assert_eq!(body, Some(&Failure::BadRequest(Hook { id: 7 })));
    let (_server, http) = answering(500, "{}").await;
    let error = Watch(Call::new(&http, "GET", "/")).await.unwrap_err();
    assert!(matches!(error, Error::Decode(_)), "{error:?}");
}
