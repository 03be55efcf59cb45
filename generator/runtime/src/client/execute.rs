//! From a call to an answer.

use std::future::Future;
use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};

use super::credential::Place;
use super::failure::Failure;
use super::parameter::encode;
use super::stream::StreamedBody;
use super::{Call, Credential, RequestError, Response, TransportError, path};
use crate::Secret;

/// Sends a call, and gets the whole answer.
pub(super) async fn execute(call: Call, accept: &'static str) -> Result<Response<Bytes>, Failure> {
    let (mut message, shown) = prepare(&call, call.accept.unwrap_or(accept)).await?;
    *message.timeout_mut() = call.http.timeout();
    let client = call.http.connection().client()?;
    let answer = client.execute(message).await.map_err(TransportError::new)?;
    let answer = whole(answer).await?;
    if answer.status() == StatusCode::UNAUTHORIZED {
        forget(shown).await;
    }
    Ok(answer)
}

/// The beginning of an answer.
pub(super) enum Answer {
    /// A success, whose body is yet to come.
    Success(StreamedBody),
    /// Anything else, which has come in full.
    Other(Response<Bytes>),
}

/// Sends a call, and gets the beginning of the answer, for which the client's timeout is.
pub(super) async fn open(call: Call, accept: &'static str) -> Result<Answer, Failure> {
    let (message, shown) = prepare(&call, accept).await?;
    let client = call.http.connection().client()?;
    let timeout = call.http.timeout();
    let begin = async {
        let answer = client.execute(message).await.map_err(TransportError::new)?;
        if answer.status().is_success() {
            return Ok(Answer::Success(StreamedBody::new(answer)));
        }
        whole(answer).await.map(Answer::Other)
    };
    let answer = within(timeout, begin).await?;
    if let Answer::Other(answer) = &answer
        && answer.status() == StatusCode::UNAUTHORIZED
    {
        forget(shown).await;
    }
    Ok(answer)
}

/// What `future` gives, if it does so in time.
#[cfg(not(target_family = "wasm"))]
async fn within<T>(
    timeout: Option<Duration>,
    future: impl Future<Output = Result<T, TransportError>>,
) -> Result<T, TransportError> {
    let Some(timeout) = timeout else {
        return future.await;
    };
    let answer = tokio::time::timeout(timeout, future).await;
    answer.unwrap_or_else(|_| Err(TransportError::too_late()))
}

// A browser has a timeout of its own.
#[cfg(target_family = "wasm")]
async fn within<T>(
    _: Duration,
    future: impl Future<Output = Result<T, TransportError>>,
) -> Result<T, TransportError> {
    future.await
}

/// What is sent, and the credentials that it shows.
async fn prepare(
    call: &Call,
    accept: &'static str,
) -> Result<(reqwest::Request, Vec<(Credential, Secret)>), Failure> {
    let mut request = Outgoing::new(call, accept)?;
    let mut shown = Vec::new();
    for (scheme, credential) in call.http.credentials(call.security) {
        let secret = credential.secret().await?;
        request.show(scheme, credential.place(), &secret)?;
        shown.push((credential, secret));
    }
    Ok((request.message(call)?, shown))
}

/// An answer with all of its body.
async fn whole(answer: reqwest::Response) -> Result<Response<Bytes>, TransportError> {
    let (status, headers) = (answer.status(), answer.headers().clone());
    let body = answer.bytes().await.map_err(TransportError::new)?;
    Ok(Response::new(status, headers, body))
}

/// What of a request credentials add to.
struct Outgoing {
    path: String,
    query: Vec<String>,
    headers: HeaderMap,
    cookies: Vec<String>,
}

impl Outgoing {
    fn new(call: &Call, accept: &'static str) -> Result<Self, RequestError> {
        if let Some(problem) = &call.problem {
            return Err(problem.clone());
        }
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, HeaderValue::from_static(accept));
        if let Some(body) = &call.body {
            headers.insert(CONTENT_TYPE, body.content_type.clone());
        }
        headers.extend(call.headers.iter().cloned());
        let texts = |pairs: &[(&str, String)]| pairs.iter().map(|(_, text)| text.clone()).collect();
        Ok(Self {
            path: path::fill(call.path, &call.path_values)?,
            query: texts(&call.query),
            headers,
            cookies: texts(&call.cookies),
        })
    }

    /// Shows a credential.
    fn show(&mut self, scheme: &str, place: &Place, secret: &Secret) -> Result<(), RequestError> {
        let unfit = |_| {
            RequestError::new(format!(
                "the credential `{scheme}` has characters that a header cannot have"
            ))
        };
        let sensitive = |text: String| -> Result<HeaderValue, RequestError> {
            let mut value = HeaderValue::try_from(text).map_err(unfit)?;
            value.set_sensitive(true);
            Ok(value)
        };
        let secret = secret.expose();
        match place {
            Place::Authorization(kind) => {
                self.headers
                    .insert(AUTHORIZATION, sensitive(format!("{kind} {secret}"))?);
            }
            Place::Header(name) => {
                let header = HeaderName::try_from(name.as_ref()).map_err(|_| {
                    RequestError::new(format!("`{name}` cannot be the name of a header"))
                })?;
                self.headers.insert(header, sensitive(secret.to_owned())?);
            }
            Place::Query(name) => self
                .query
                .push(format!("{}={}", encode(name), encode(secret))),
            Place::Cookie(name) => self.cookies.push(format!("{name}={secret}")),
        }
        Ok(())
    }

    fn url(&self, call: &Call) -> Result<reqwest::Url, RequestError> {
        let place = match &call.at {
            Some(url) => url.to_string(),
            None => format!("{}{}", call.http.base(), self.path),
        };
        let query = self.query.join("&");
        let separator = match (query.is_empty(), place.contains('?')) {
            (true, _) => "",
            (false, false) => "?",
            // Some descriptions have pairs that are always sent in a path.
            (false, true) => "&",
        };
        reqwest::Url::parse(&format!("{place}{separator}{query}"))
            .map_err(|error| RequestError::new(format!("the server's URL is not one: {error}")))
    }

    fn message(self, call: &Call) -> Result<reqwest::Request, RequestError> {
        let method = Method::from_bytes(call.method.as_bytes())
            .map_err(|_| RequestError::new(format!("`{}` cannot be a method", call.method)))?;
        let mut message = reqwest::Request::new(method, self.url(call)?);
        *message.headers_mut() = self.headers;
        if !self.cookies.is_empty() {
            let mut cookies = HeaderValue::try_from(self.cookies.join("; ")).map_err(|_| {
                RequestError::new("a cookie has characters that a header cannot have")
            })?;
            cookies.set_sensitive(true);
            message.headers_mut().insert(COOKIE, cookies);
        }
        *message.body_mut() = call.body.as_ref().map(|body| body.bytes.clone().into());
        Ok(message)
    }
}

/// Gives up tokens that the server refused.
async fn forget(shown: Vec<(Credential, Secret)>) {
    for (credential, secret) in shown {
        credential.refused(&secret).await;
    }
}
