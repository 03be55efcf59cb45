//! What is sent as forms and files, byte by byte, and what is made of answers that come bit by bit.

#[path = "support/server.rs"]
mod server;

use hookgen_runtime::{Error, FormFile, StreamError};
use hookgen_workspace::fixtures::{content_types, forms, multipart, streams};
use wiremock::{MockServer, ResponseTemplate};

use self::server::only_request;

async fn answering(status: u16, content_type: &str, body: &str) -> MockServer {
    let answer = ResponseTemplate::new(status).set_body_raw(body, content_type);
    server::answering(answer).await
}

async fn sent(server: &MockServer) -> (String, String) {
    let request = only_request(server).await;
    let content_type = request.headers["content-type"].to_str().expect("text");
    let body = String::from_utf8(request.body.clone()).expect("text");
    (content_type.to_owned(), body)
}

fn custom<T>(server: &MockServer, custom: fn(String) -> T) -> T {
    custom(server.uri())
}

fn charge() -> forms::types::Charge {
    forms::types::Charge::new(7)
        .expand(["data.x".to_owned(), "data.y".to_owned()])
        .items([forms::types::Item::new("p 1").quantity(2)])
        .metadata([("k".to_owned(), "v&w".to_owned())])
        .note("a/b?c")
}

#[tokio::test]
async fn a_form_of_which_nothing_is_said() {
    let server = answering(204, "", "").await;
    let client = forms::Client::new(custom(&server, forms::Server::Custom));
    client.send_plain(charge()).await.expect("it is taken");
    let (content_type, body) = sent(&server).await;
    assert_eq!(content_type, "application/x-www-form-urlencoded");
    assert_eq!(
        body,
        "amount=7&expand=data.x&expand=data.y\
         &items=%7B%22price%22%3A%22p%201%22%2C%22quantity%22%3A2%7D\
         &metadata=%7B%22k%22%3A%22v%26w%22%7D&note=a%2Fb%3Fc"
    );
}

#[tokio::test]
async fn a_form_that_is_nested() {
    let server = answering(204, "", "").await;
    let client = forms::Client::new(custom(&server, forms::Server::Custom));
    client.send_deep(charge()).await.expect("it is taken");
    let (_, body) = sent(&server).await;
    assert_eq!(
        body.replace("%5B", "[").replace("%5D", "]"),
        "amount=7&expand[0]=data.x&expand[1]=data.y&items[0][price]=p%201&items[0][quantity]=2\
         &metadata[k]=v%26w&note=a%2Fb%3Fc"
    );
}

#[tokio::test]
async fn a_form_whose_members_are_each_written_in_their_own_way() {
    let server = answering(204, "", "").await;
    let client = forms::Client::new(custom(&server, forms::Server::Custom));
    client
        .send_mixed()
        .body(charge())
        .await
        .expect("it is taken");
    let (_, body) = sent(&server).await;
    assert_eq!(
        body,
        "amount=7&expand=data.x%20data.y\
         &items=%5B%7B%22price%22%3A%22p%201%22%2C%22quantity%22%3A2%7D%5D\
         &metadata=%7B%22k%22%3A%22v%26w%22%7D&note=a/b?c"
    );
}

#[tokio::test]
async fn a_query_that_is_nested() {
    let server = answering(204, "", "").await;
    let client = forms::Client::new(custom(&server, forms::Server::Custom));
    client
        .list_charges()
        .created(&forms::types::Range::new().gte(1).lt(9))
        .expand(&["data.x".to_owned()])
        .path("a/b,c&d")
        .await
        .expect("it is taken");
    let request = only_request(&server).await;
    let query = request.url.query().expect("there is one");
    assert_eq!(
        query.replace("%5B", "[").replace("%5D", "]"),
        "created[gte]=1&created[lt]=9&expand[0]=data.x&path=a/b,c%26d"
    );
}

#[tokio::test]
async fn a_form_with_files() {
    let server = answering(204, "", "").await;
    let client = multipart::Client::new(custom(&server, multipart::Server::Custom));
    let mut body = multipart::types::UploadPhotoBody::new(*b"PNG", "A cat")
        .place(multipart::types::Place::new("Home"))
        .tags(["a".to_owned(), "b".to_owned()])
        .thumbnails([
            FormFile::new("1"),
            FormFile::new("2").name("2.gif").content_type("image/gif"),
        ]);
    body.additional_properties
        .insert("more".to_owned(), "yes".to_owned());
    let request = client.upload_photo(body);
    request.clone().await.expect("it is taken");
    let (content_type, body) = sent(&server).await;
    let boundary = content_type
        .strip_prefix("multipart/form-data; boundary=")
        .expect("it says its boundary");
    let part = |head: &str, content: &str| {
        format!("--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n{content}\r\n")
    };
    let expected = [
        part("name=\"kind\"", "photo"),
        part(
            "name=\"photo\"; filename=\"photo\"\r\nContent-Type: image/png",
            "PNG",
        ),
        part("name=\"caption\"", "A cat"),
        part(
            "name=\"place\"\r\nContent-Type: application/json",
            r#"{"name":"Home"}"#,
        ),
        part("name=\"tags\"", "a|b"),
        part(
            "name=\"thumbnails\"; filename=\"thumbnails\"\r\nContent-Type: application/octet-stream",
            "1",
        ),
        part(
            "name=\"thumbnails\"; filename=\"2.gif\"\r\nContent-Type: image/gif",
            "2",
        ),
        part("name=\"more\"", "yes"),
        format!("--{boundary}--\r\n"),
    ];
    assert_eq!(body, expected.concat());

    // A request that is kept sends the same once more.
    request.await.expect("it is taken");
    let requests = server.received_requests().await.expect("they are recorded");
    assert_eq!(requests[0].body, requests[1].body);
}

#[tokio::test]
async fn what_is_asked_for() {
    let server = answering(200, "application/json", "\"a\"").await;
    let client = content_types::Client::new(custom(&server, content_types::Server::Custom));
    client.get_vendored().await.expect("it is read");
    let request = only_request(&server).await;
    assert_eq!(
        request.headers["accept"],
        "application/vnd.example.v2+json, */*;q=0.1"
    );
    server.reset().await;
    let answer = client.get_report().await;
    assert!(answer.is_err(), "nothing is there any more");
    let request = only_request(&server).await;
    assert_eq!(request.headers["accept"], "text/csv, text/plain, */*;q=0.1");
}

#[tokio::test]
async fn an_authorization_that_no_security_scheme_says_is_a_header() {
    let server = answering(200, "application/json", "\"a\"").await;
    let client = content_types::Client::new(custom(&server, content_types::Server::Custom));
    client
        .get_with_headers("Token t")
        .await
        .expect("it is read");
    let request = only_request(&server).await;
    assert_eq!(request.headers["authorization"], "Token t");
}

#[tokio::test]
async fn bytes_are_read_as_a_whole_or_while_they_come() {
    let server = answering(200, "application/octet-stream", "abc").await;
    let client = streams::Client::new(custom(&server, streams::Server::Custom));
    assert_eq!(client.download().await.expect("it is read"), "abc");
    let mut bytes = client.download().stream().await.expect("it begins");
    assert_eq!(bytes.status(), 200);
    let mut read = Vec::new();
    while let Some(chunk) = bytes.next().await {
        read.extend_from_slice(&chunk.expect("it comes"));
    }
    assert_eq!(read, b"abc");
}

#[tokio::test]
async fn events_are_typed_and_what_does_not_fit_is_kept() {
    let body = "event: add\nid: 1\ndata: {\"id\":1}\n\ndata: [DONE]\n\ndata: {\"id\":2}\n\n";
    let server = answering(200, "text/event-stream", body).await;
    let client = streams::Client::new(custom(&server, streams::Server::Custom));
    let mut events = client.watch().await.expect("it begins");
    let first = events.next().await.expect("one").expect("it fits");
    assert_eq!(
        (first.name.as_deref(), first.data.id, first.id.as_deref()),
        (Some("add"), 1, Some("1"))
    );
    match events.next().await {
        Some(Err(StreamError::Item(item))) => assert_eq!(item.bytes(), "[DONE]"),
        other => panic!("{other:?} is no item that does not fit"),
    }
    let last = events.next().await.expect("one").expect("it fits");
    assert_eq!(last.data.id, 2);
    assert!(events.next().await.is_none());
    let request = only_request(&server).await;
    assert_eq!(request.headers["accept"], "text/event-stream");

    let mut ticks = client.tick().await.expect("it begins");
    assert!(ticks.next().await.expect("one").is_err(), "it has no `at`");
}

#[tokio::test]
async fn lines_are_typed() {
    let server = answering(200, "application/x-ndjson", "{\"id\":1}\n\n{\"id\":2}").await;
    let client = streams::Client::new(custom(&server, streams::Server::Custom));
    let mut lines = client.read_lines().await.expect("it begins");
    let mut ids = Vec::new();
    while let Some(line) = lines.next().await {
        ids.push(line.expect("it fits").id);
    }
    assert_eq!(ids, [1, 2]);
    let mut lines = client
        .read_lines()
        .await
        .expect("it begins")
        .max_item_bytes(7);
    let error = lines
        .next()
        .await
        .expect("one")
        .expect_err("it is too long");
    assert!(matches!(error, StreamError::TooLong(7)), "{error:?}");
    assert!(lines.next().await.is_none());
}

#[tokio::test]
async fn an_answer_is_read_as_a_whole_or_as_a_stream() {
    let server = answering(200, "text/event-stream", "data: {\"part\":\"a\"}\n\n").await;
    let client = streams::Client::new(custom(&server, streams::Server::Custom));
    let mut parts = client.ask("Why?").stream().await.expect("it begins");
    let part = parts.next().await.expect("one").expect("it fits");
    assert_eq!(part.data.part, "a");
    let error = client.ask("Why?").await.expect_err("that is no JSON");
    assert!(matches!(error, Error::Decode(_)), "{error:?}");
}

#[tokio::test]
async fn an_error_is_read_before_anything_comes() {
    let server = answering(404, "application/json", r#"{"message":"gone"}"#).await;
    let client = streams::Client::new(custom(&server, streams::Server::Custom));
    let error = client.watch().await.expect_err("there is none");
    match error.api().map(|answer| answer.body()) {
        Some(streams::operations::WatchError::NotFound(problem)) => {
            assert_eq!(problem.message, "gone");
        }
        other => panic!("{other:?} is not what is described"),
    }
}
