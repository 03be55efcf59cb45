//! tower: a layer that lets only deliveries through.

use std::mem;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::{Request, Response};
use http_body::Body;
use http_body_util::{Either, Full};
use tower_layer::Layer;
use tower_service::Service;

use super::Endpoint;

/// Lets only deliveries through to the service inside, and answers all else.
impl<S, T> Layer<S> for Endpoint<T> {
    type Service = ReceiveService<S, T>;

    fn layer(&self, inner: S) -> Self::Service {
        ReceiveService {
            inner,
            endpoint: self.clone(),
        }
    }
}

/// A service that only deliveries come through to: what [`Endpoint`] makes of one, as a layer of
/// tower's.
///
/// The service inside gets a request with the body as it came, which is there already, and with what
/// it tells of among its extensions: an `Arc<Event>`, if the endpoint is an `Endpoint<Event>`.
#[derive(Debug)]
pub struct ReceiveService<S, T> {
    inner: S,
    endpoint: Endpoint<T>,
}

impl<S, T, B, R> Service<Request<B>> for ReceiveService<S, T>
where
    S: Service<Request<Full<Bytes>>, Response = Response<R>> + Clone + Send + 'static,
    S::Future: Send,
    T: Send + Sync + 'static,
    B: Body + Send + 'static,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    type Response = Response<Either<R, Full<Bytes>>>;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let endpoint = self.endpoint.clone();
        // It is the one here that was asked whether it is ready, and not its copy.
        let copy = self.inner.clone();
        let mut inner = mem::replace(&mut self.inner, copy);
        Box::pin(async move {
            let (mut parts, body) = request.into_parts();
            match endpoint.receive_parts(&parts.headers, body).await {
                Ok((event, body)) => {
                    parts.extensions.insert(Arc::new(event));
                    let request = Request::from_parts(parts, Full::new(body));
                    Ok(inner.call(request).await?.map(Either::Left))
                }
                Err(refusal) => Ok(refusal.response().map(Full::new).map(Either::Right)),
            }
        })
    }
}

impl<S: Clone, T> Clone for ReceiveService<S, T> {
    fn clone(&self) -> Self {
        Self {
            inner: self.inner.clone(),
            endpoint: self.endpoint.clone(),
        }
    }
}
