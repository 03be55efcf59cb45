//! tower: a layer around any service.

use std::convert::Infallible;
use std::future::{Ready, poll_fn, ready};
use std::sync::Arc;
use std::task::{Context, Poll};

use hookgen_runtime::http::{Request, Response, StatusCode};
use hookgen_runtime::{Batch, Bytes, Endpoint, Receiver};
use http_body::Body;
use http_body_util::{BodyExt, Full};
use tower_layer::Layer;
use tower_service::Service;

use super::extractor::Notice;
use super::{Event, PAID, Pieces, endpoint, signed};

/// Answers with the event's name and the body, and has to be asked whether it is ready.
#[derive(Default)]
struct Inner {
    is_ready: bool,
}

/// The copy has not been asked.
impl Clone for Inner {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Service<Request<Full<Bytes>>> for Inner {
    type Response = Response<Full<Bytes>>;
    type Error = Infallible;
    type Future = Ready<Result<Self::Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.is_ready = true;
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Full<Bytes>>) -> Self::Future {
        assert!(self.is_ready, "it was not asked whether it is ready");
        self.is_ready = false;
        let event: &Arc<Event> = request.extensions().get().expect("the event is there");
        let length = request.body().size_hint().exact().unwrap();
        let name = event.name().to_owned();
        let answer = Full::from(format!("{name} in {length} bytes"));
        ready(Ok(Response::new(answer)))
    }
}

async fn call<B>(request: Request<B>) -> (StatusCode, Bytes)
where
    B: Body + Send + 'static,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let mut service = endpoint().layer(Inner::default()).clone();
    poll_fn(|context| Service::<Request<B>>::poll_ready(&mut service, context))
        .await
        .unwrap();
    let response = service.call(request).await.unwrap();
    let status = response.status();
    let body = response.into_body().collect().await.unwrap();
    (status, body.to_bytes())
}

#[tokio::test]
async fn a_delivery_comes_through_with_its_event_and_its_body() {
    let pieces = Pieces::of(&[&PAID[..4], &PAID[4..]]);
    let (status, body) = call(signed(pieces)).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(body, "order.paid in 22 bytes");
}

#[tokio::test]
async fn anything_else_is_answered_by_the_layer() {
    let request = Request::new(Full::new(Bytes::from(PAID)));
    let (status, body) = call(request).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert_eq!(body, "the header `x-signature` is missing\n");
}

#[test]
fn a_service_can_be_shown() {
    let service = Endpoint::<Event>::clone(&endpoint()).layer(());
    assert!(format!("{service:?}").starts_with("ReceiveService { inner: (), endpoint: Endpoint"));
}

/// Answers with the names of all events.
#[derive(Clone)]
struct Names;

impl Service<Request<Full<Bytes>>> for Names {
    type Response = Response<Full<Bytes>>;
    type Error = Infallible;
    type Future = Ready<Result<Self::Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Full<Bytes>>) -> Self::Future {
        let batch: &Arc<Batch<Notice>> = request.extensions().get().expect("they are there");
        let names: Vec<_> = batch.iter().map(|item| item.event.name()).collect();
        ready(Ok(Response::new(Full::from(names.join(", ")))))
    }
}

#[tokio::test]
async fn several_events_come_through_at_once() {
    let endpoint = Endpoint::for_batches(Receiver::<Notice>::unverified());
    let receive = async |body: &'static str| {
        let request = Request::new(Full::<Bytes>::from(body));
        let response = endpoint.layer(Names).call(request).await.unwrap();
        let status = response.status();
        (
            status,
            response.into_body().collect().await.unwrap().to_bytes(),
        )
    };
    let (status, names) =
        receive(r#"{"notices": [{"type": "order.paid"}, {"type": "lost"}]}"#).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(names, "order.paid, lost");
    let (status, _) = receive(r#"{"notices": []}"#).await;
    assert_eq!(status, StatusCode::OK);
    let (status, _) = receive("{}").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
}
