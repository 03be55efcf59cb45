//! A server to deliver to.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::thread;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use tokio::net::TcpListener;

/// What has come to a server.
#[derive(Debug, Clone)]
pub struct Received {
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Received {
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).expect("JSON is delivered")
    }

    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        let value = value.unwrap_or_else(|| panic!("{name} in {:?}", self.headers));
        value.to_str().expect("a header is text")
    }
}

/// A server on loopback, until the test is over.
pub struct Server {
    address: SocketAddr,
    all: Arc<Mutex<Vec<Received>>>,
}

type Answer = Arc<dyn Fn(usize, &Received) -> Response + Send + Sync>;

impl Server {
    /// One that answers what `answer` says: the count of deliveries before is told to it too.
    pub fn start<R: IntoResponse>(
        answer: impl Fn(usize, &Received) -> R + Send + Sync + 'static,
    ) -> Self {
        let answer: Answer =
            Arc::new(move |count, received| answer(count, received).into_response());
        let all = Arc::new(Mutex::new(Vec::new()));
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("loopback is there");
        listener
            .set_nonblocking(true)
            .expect("a socket's mode can be set");
        let address = listener.local_addr().expect("it is bound");
        let app = Router::new()
            .fallback(any(receive))
            .with_state((answer, Arc::clone(&all)));
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build();
            runtime.expect("a runtime").block_on(async {
                let listener = TcpListener::from_std(listener).expect("a listener");
                axum::serve(listener, app).await
            })
        });
        Self { address, all }
    }

    pub fn url(&self) -> String {
        format!("http://{}/hooks", self.address)
    }

    /// All that has come, in its order.
    pub fn received(&self) -> Vec<Received> {
        self.all.lock().expect("no test panics in here").clone()
    }
}

async fn receive(
    State((answer, all)): State<(Answer, Arc<Mutex<Vec<Received>>>)>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let received = Received { headers, body };
    let count = {
        let mut all = all.lock().expect("no test panics in here");
        all.push(received.clone());
        all.len() - 1
    };
    // An answer may take its time.
    let answered = tokio::task::spawn_blocking(move || answer(count, &received)).await;
    answered.expect("it answers")
}
