//! A server on loopback that says one thing, and what it was asked.

use wiremock::matchers::any;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

/// A server that answers everything so.
pub async fn answering(answer: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(answer).mount(&server).await;
    server
}

/// The only request that the server got.
pub async fn only_request(server: &MockServer) -> Request {
    let requests = server.received_requests().await;
    let mut requests = requests.expect("requests are recorded");
    assert_eq!(requests.len(), 1, "one call is one request");
    requests.remove(0)
}
