//! What newer dialects say, as a consumer of the generated crates meets it.

use hookgen_runtime::http::HeaderMap;
use hookgen_workspace::fixtures::{
    callbacks_by_route, callbacks_discriminated, methods, querystring,
};
use wiremock::matchers::{body_json, header, method, path, query_param};
use wiremock::{Mock, MockServer, ResponseTemplate};

#[test]
fn a_callback_is_known_by_the_route_that_it_comes_to() {
    use callbacks_by_route::callbacks::{Event, EventType, Receiver};

    let receiver = Receiver::unverified();
    let body = br#"{"at":"2024-05-01T12:00:00Z"}"#;
    let event = receiver.receive_as(EventType::ArrivedShip, &HeaderMap::new(), body);
    let Ok(Event::ArrivedShip(arrival)) = event else {
        panic!("{event:?}");
    };
    assert_eq!(arrival.at.to_string(), "2024-05-01T12:00:00Z");
}

#[test]
fn callbacks_that_say_what_they_are_need_no_route() {
    use callbacks_discriminated::callbacks::{Event, Receiver};

    let body = br#"{"type":"job.done","result":"ok"}"#;
    let event = Receiver::unverified().receive(&HeaderMap::new(), body);
    assert!(matches!(&event, Ok(Event::JobDone(done)) if done.result == "ok"));
    // What is delivered to a webhook's URL is another matter.
    let body = br#"{"order":"7"}"#;
    let event = callbacks_discriminated::Receiver::unverified().receive(&HeaderMap::new(), body);
    assert_eq!(event.expect("there is only one").name(), "order.shipped");
}

#[tokio::test]
async fn any_method_is_sent() {
    let server = MockServer::start().await;
    Mock::given(method("QUERY"))
        .and(path("/files/a"))
        .and(body_json(serde_json::json!({ "contains": "x" })))
        .respond_with(ResponseTemplate::new(200).set_body_json(["b"]))
        .expect(1)
        .mount(&server)
        .await;
    Mock::given(method("COPY"))
        .and(header("destination", "/b"))
        .respond_with(ResponseTemplate::new(201))
        .expect(1)
        .mount(&server)
        .await;
    let client = methods::Client::new(server.uri());
    let search = methods::types::SearchBody::new().contains("x");
    assert_eq!(client.search("a", search).await.expect("found"), ["b"]);
    client.copy("a", "/b").await.expect("copied");
}

#[tokio::test]
async fn a_query_may_be_one_parameter_or_stand_in_the_path() {
    let server = MockServer::start().await;
    Mock::given(path("/search"))
        .and(query_param("words", "a b"))
        .respond_with(ResponseTemplate::new(204))
        .expect(1)
        .mount(&server)
        .await;
    Mock::given(path("/search"))
        .and(query_param("kind", "fixed"))
        .and(query_param("limit", "5"))
        .respond_with(ResponseTemplate::new(204))
        .expect(1)
        .mount(&server)
        .await;
    let client = querystring::Client::new(server.uri());
    let filter = querystring::types::Filter::new("a b");
    client.search(&filter).await.expect("found");
    client.limited(5).await.expect("found");
}
