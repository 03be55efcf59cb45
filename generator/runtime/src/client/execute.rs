//! From a call to an answer.

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};

use super::credential::Place;
use super::failure::Failure;
use super::parameter::encode;
use super::{Call, Credential, RequestError, Response, TransportError, path};
use crate::Secret;

/// Sends a call, and gets the whole answer.
pub(super) async fn execute(call: Call, accept: &'static str) -> Result<Response<Bytes>, Failure> {
    let mut request = Outgoing::new(&call, accept)?;
    let mut shown = Vec::new();
    for (scheme, credential) in call.http.credentials(call.security) {
        let secret = credential.secret().await?;
        request.show(scheme, credential.place(), &secret)?;
        shown.push((credential, secret));
    }
    let answer = exchange(&call, request).await?;
    if answer.status() == StatusCode::UNAUTHORIZED {
        forget(shown).await;
    }
    Ok(answer)
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

    fn url(&self, base: &str) -> Result<reqwest::Url, RequestError> {
        let query = self.query.join("&");
        let separator = match (query.is_empty(), self.path.contains('?')) {
            (true, _) => "",
            (false, false) => "?",
            // Some descriptions have pairs that are always sent in a path.
            (false, true) => "&",
        };
        let url = format!("{base}{}{separator}{query}", self.path);
        reqwest::Url::parse(&url)
            .map_err(|error| RequestError::new(format!("the server's URL is not one: {error}")))
    }
}

async fn exchange(call: &Call, request: Outgoing) -> Result<Response<Bytes>, Failure> {
    let method = Method::from_bytes(call.method.as_bytes())
        .map_err(|_| RequestError::new(format!("`{}` cannot be a method", call.method)))?;
    let mut message = reqwest::Request::new(method, request.url(call.http.base())?);
    *message.headers_mut() = request.headers;
    if !request.cookies.is_empty() {
        let mut cookies = HeaderValue::try_from(request.cookies.join("; "))
            .map_err(|_| RequestError::new("a cookie has characters that a header cannot have"))?;
        cookies.set_sensitive(true);
        message.headers_mut().insert(COOKIE, cookies);
    }
    *message.body_mut() = call.body.as_ref().map(|body| body.bytes.clone().into());
    *message.timeout_mut() = Some(call.http.timeout());

    let client = call.http.connection().client()?;
    let answer = client.execute(message).await.map_err(TransportError::new)?;
    let (status, headers) = (answer.status(), answer.headers().clone());
    let body = answer.bytes().await.map_err(TransportError::new)?;
    Ok(Response::new(status, headers, body))
}

/// Gives up tokens that the server refused.
async fn forget(shown: Vec<(Credential, Secret)>) {
    for (credential, secret) in shown {
        credential.refused(&secret).await;
    }
}
