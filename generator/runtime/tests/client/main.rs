//! A client against a server on loopback: what is sent, and what is made of the answers.

macro_rules! request {
    ($name:ident -> $($reads:tt)*) => {
        #[derive(Debug, Clone)]
        struct $name(hookgen_runtime::Call);

        hookgen_runtime::operation! { $name -> $($reads)* }
    };
}

mod answers;
mod credentials;
mod pages;
mod requests;
mod streams;

use std::convert::Infallible;

use hookgen_runtime::{Binary, Bytes, Empty, HttpClient, Json, Text, Value, object, responses};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

#[derive(Clone)]
struct Hook {
    id: i64,
}

object! { Hook { id } }

request!(GetJson -> Json<Hook>, Failure);
request!(GetText -> Text, Infallible);
request!(GetBinary -> Binary, Infallible);
request!(GetEmpty -> Empty, Failure);
request!(GetEither -> Success, Infallible);

#[derive(Debug, Clone, PartialEq)]
enum Failure {
    BadRequest(Hook),
    NotFound,
    Gone(String),
    ClientError(Bytes),
    Other(Box<Hook>),
}

responses! {
    Failure {
        400 => BadRequest(json),
        404 => NotFound,
        410 => Gone(text),
        402 | 405..=499 => ClientError(binary),
        500 => Other(json),
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Success {
    Ok(Hook),
    Accepted,
    Other(Value),
}

responses! {
    Success {
        200 => Ok(json),
        202 => Accepted,
        _ => Other(json),
    }
}

async fn answering(status: u16, body: &str) -> (MockServer, HttpClient) {
    let server = MockServer::start().await;
    let answer = ResponseTemplate::new(status)
        .set_body_string(body)
        .insert_header("x-kept", "yes");
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let http = HttpClient::new(server.uri());
    (server, http)
}

async fn only_request(server: &MockServer) -> Request {
    let mut requests = server.received_requests().await.unwrap();
    assert_eq!(requests.len(), 1);
    requests.remove(0)
}
