//! A request that is being prepared.

use std::fmt;

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{HeaderName, HeaderValue};
use serde::Serialize;
use serde_json::Value;

use super::body::{Form, Multipart};
use super::parameter::{self, Layout, Style};
use super::{HttpClient, RequestError};

/// A request that is being prepared: what the generated method of an operation fills.
///
/// A value that cannot be sent is kept as an error, which comes out when the request is sent. A
/// parameter that is set again is replaced; one that is null is left out.
#[derive(Clone)]
pub struct Call {
    pub(super) http: HttpClient,
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    /// A URL that stands for all of server, path and query.
    pub(super) at: Option<reqwest::Url>,
    pub(super) path_values: Vec<(&'static str, String)>,
    pub(super) query: Vec<(&'static str, String)>,
    pub(super) headers: Vec<(HeaderName, HeaderValue)>,
    pub(super) cookies: Vec<(&'static str, String)>,
    pub(super) body: Option<Body>,
    pub(super) accept: Option<&'static str>,
    pub(super) security: &'static [&'static [&'static str]],
    pub(super) problem: Option<RequestError>,
}

/// What a request carries.
#[derive(Clone)]
pub(super) struct Body {
    pub(super) content_type: HeaderValue,
    pub(super) bytes: Bytes,
}

impl Call {
    /// A request with this method to this path, whose parameters stand in braces.
    #[must_use]
    pub fn new(http: &HttpClient, method: &'static str, path: &'static str) -> Self {
        Self {
            http: http.clone(),
            method,
            path,
            at: None,
            path_values: Vec::new(),
            query: Vec::new(),
            headers: Vec::new(),
            cookies: Vec::new(),
            body: None,
            accept: None,
            security: &[],
            problem: None,
        }
    }

    /// The security schemes that the operation asks for: alternatives, each a set that is needed
    /// together. The first is used for which the client has all credentials.
    pub fn security(&mut self, alternatives: &'static [&'static [&'static str]]) {
        self.security = alternatives;
    }

    /// Asks for these content types, rather than for those that what reads the answer asks for.
    pub fn accept(&mut self, content_types: &'static str) {
        self.accept = Some(content_types);
    }

    /// Sets a parameter in the path, in the style `simple`.
    pub fn path(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        self.path_as(name, value, Style::Simple);
    }

    /// Sets a parameter in the path, in the given style.
    pub fn path_as(
        &mut self,
        name: &'static str,
        value: &(impl Serialize + ?Sized),
        layout: impl Into<Layout>,
    ) {
        let Some(value) = self.json_value(name, value) else {
            return;
        };
        match parameter::path(name, &value, layout.into()) {
            Some(text) => replace(&mut self.path_values, name, text),
            None => self.fail(format!("`{name}` in the path is empty")),
        }
    }

    /// Sets a parameter in the query, in the style `form`, spread.
    pub fn query(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        self.query_as(name, value, Style::Form.explode());
    }

    /// Sets a parameter in the query, in the given style.
    pub fn query_as(
        &mut self,
        name: &'static str,
        value: &(impl Serialize + ?Sized),
        layout: impl Into<Layout>,
    ) {
        if let Some(value) = self.json_value(name, value) {
            replace(
                &mut self.query,
                name,
                parameter::query(name, &value, layout.into()),
            );
        }
    }

    /// Sets a parameter in a header, in the style `simple`.
    pub fn header(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        self.header_as(name, value, Style::Simple);
    }

    /// Sets a parameter in a header, in the given style.
    pub fn header_as(
        &mut self,
        name: &'static str,
        value: &(impl Serialize + ?Sized),
        layout: impl Into<Layout>,
    ) {
        let Some(value) = self.json_value(name, value) else {
            return;
        };
        let Ok(header) = HeaderName::from_bytes(name.as_bytes()) else {
            return self.fail(format!("`{name}` cannot be the name of a header"));
        };
        self.headers.retain(|(earlier, _)| *earlier != header);
        match parameter::header(&value, layout.into()).map(HeaderValue::try_from) {
            Some(Ok(mut value)) => {
                value.set_sensitive(header == AUTHORIZATION);
                self.headers.push((header, value));
            }
            Some(Err(_)) => self.fail(format!(
                "the value of the header `{name}` has characters that a header cannot have"
            )),
            None => {}
        }
    }

    /// Sets a parameter in a cookie, in the style `form`, spread.
    pub fn cookie(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        self.cookie_as(name, value, Style::Form.explode());
    }

    /// Sets a parameter in a cookie, in the given style.
    pub fn cookie_as(
        &mut self,
        name: &'static str,
        value: &(impl Serialize + ?Sized),
        layout: impl Into<Layout>,
    ) {
        if let Some(value) = self.json_value(name, value) {
            let pairs = parameter::cookie(name, &value, layout.into()).unwrap_or_default();
            replace(&mut self.cookies, name, pairs);
        }
    }

    /// Sets a body of JSON.
    pub fn json(&mut self, body: &(impl Serialize + ?Sized)) {
        self.json_as("application/json", body);
    }

    /// Sets a body of JSON, under a content type of its own.
    pub fn json_as(&mut self, content_type: &'static str, body: &(impl Serialize + ?Sized)) {
        match serde_json::to_vec(body) {
            Ok(json) => self.bytes(content_type, json),
            Err(error) => self.fail(format!("the body cannot be JSON: {error}")),
        }
    }

    /// Sets a body that is a form, of whose members the description does not say how they are
    /// written.
    pub fn form(&mut self, body: &(impl Serialize + ?Sized)) {
        self.form_with(Form::new(body));
    }

    /// Sets a body that is a form, whose members are all laid out alike.
    pub fn form_as(&mut self, body: &(impl Serialize + ?Sized), layout: impl Into<Layout>) {
        let mut form = Form::new(body);
        form.layout_all(layout);
        self.form_with(form);
    }

    /// Sets a body that is a form, which says how its members are written.
    pub fn form_with(&mut self, form: Form<'_>) {
        match form.finish() {
            Ok(form) => self.set_body("application/x-www-form-urlencoded", form.into()),
            Err(problem) => self.fail(problem),
        }
    }

    /// Sets a body that is a form of several parts.
    pub fn multipart(&mut self, form: Multipart) {
        match form.finish() {
            Ok((content_type, bytes)) => self.set_body(&content_type, bytes),
            Err(problem) => self.fail(problem),
        }
    }

    /// Sets a body of text.
    pub fn text(&mut self, content_type: &'static str, body: impl Into<String>) {
        self.bytes(content_type, body.into());
    }

    /// Sets a body of any bytes.
    pub fn bytes(&mut self, content_type: &'static str, body: impl Into<Bytes>) {
        self.set_body(content_type, body.into());
    }

    fn set_body(&mut self, content_type: &str, bytes: Bytes) {
        match HeaderValue::from_str(content_type) {
            Ok(content_type) => {
                self.body = Some(Body {
                    content_type,
                    bytes,
                });
            }
            Err(_) => self.fail(format!("`{content_type}` cannot be a content type")),
        }
    }

    fn json_value(&mut self, name: &str, value: &(impl Serialize + ?Sized)) -> Option<Value> {
        match serde_json::to_value(value) {
            Ok(value) => Some(value),
            Err(error) => {
                self.fail(format!("the value of `{name}` cannot be written: {error}"));
                None
            }
        }
    }

    /// Keeps the first problem: it is the one to mend first.
    fn fail(&mut self, problem: impl Into<RequestError>) {
        self.problem.get_or_insert_with(|| problem.into());
    }
}

/// Tells what is there, and nothing of what it says: any of it may be a secret.
impl fmt::Debug for Call {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = |pairs: &[(&'static str, String)]| -> Vec<&'static str> {
            pairs.iter().map(|(name, _)| *name).collect()
        };
        let headers: Vec<&HeaderName> = self.headers.iter().map(|(name, _)| name).collect();
        formatter
            .debug_struct("Call")
            .field("method", &self.method)
            .field("path", &self.path)
            .field("query", &names(&self.query))
            .field("headers", &headers)
            .field("cookies", &names(&self.cookies))
            .field("body", &self.body.as_ref().map(|body| &body.content_type))
            .field("problem", &self.problem)
            .finish_non_exhaustive()
    }
}

fn replace(pairs: &mut Vec<(&'static str, String)>, name: &'static str, text: String) {
    pairs.retain(|(earlier, _)| *earlier != name);
    if !text.is_empty() {
        pairs.push((name, text));
    }
}
