//! axum: a [`Delivery`] as an argument of a handler.

use axum_core::body::Body;
use axum_core::extract::{FromRef, FromRequest, Request};
use axum_core::response::{IntoResponse, Response};

use super::refusal::answer;
use super::{Delivery, Endpoint, Refusal};
use crate::ReceiveError;

/// Takes the delivery that a request is, by the [`Endpoint`] in the state.
///
/// axum's own limit of bodies is not asked; the endpoint has one.
impl<S, T> FromRequest<S> for Delivery<T>
where
    S: Send + Sync,
    T: 'static,
    Endpoint<T>: FromRef<S>,
{
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        Endpoint::from_ref(state).receive(request).await
    }
}

/// As [`Refusal::response`] says.
impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        self.response().map(Body::from)
    }
}

/// The status, and a line of text that says why. It never says what would have been right.
impl IntoResponse for ReceiveError {
    fn into_response(self) -> Response {
        answer(&self).map(Body::from)
    }
}
