//! Forms of several parts, with files: `multipart/form-data` (RFC 7578).

use std::fmt::Write;

use bytes::Bytes;
use serde::Serialize;
use serde_json::Value;

use super::Files;
use super::boundary::boundary;
use super::form::text;
use crate::FormFile;
use crate::client::RequestError;
use crate::client::parameter::{Layout, parts};

/// A form of several parts, with files, while it is filled.
///
/// Text and numbers are parts of text; an object is a part of JSON; of an array each element is a
/// part (OpenAPI 3.1.1, section 4.8.15.1.1). What is null is left out.
#[derive(Clone, Default)]
pub struct Multipart {
    parts: Vec<Part>,
    problem: Option<RequestError>,
}

#[derive(Clone)]
struct Part {
    name: String,
    content_type: Option<String>,
    content: Content,
}

#[derive(Clone)]
enum Content {
    Text(String),
    File(FormFile),
}

impl Content {
    fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::File(file) => file.bytes(),
        }
    }
}

impl Multipart {
    /// A form without parts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds what `value` is.
    pub fn field(&mut self, name: &str, value: &(impl Serialize + ?Sized)) {
        if let Some(value) = self.value(name, value) {
            self.add(name, value);
        }
    }

    /// Adds what `value` is, laid out as a parameter of the query is.
    pub fn field_as(
        &mut self,
        name: &str,
        value: &(impl Serialize + ?Sized),
        layout: impl Into<Layout>,
    ) {
        if let Some(value) = self.value(name, value) {
            for (name, text) in parts(name, &value, layout.into()) {
                self.push(&name, None, Content::Text(text));
            }
        }
    }

    /// Adds what `value` is as one part of the given content type.
    pub fn field_of(&mut self, name: &str, content_type: &str, value: &(impl Serialize + ?Sized)) {
        if let Some(value) = self.value(name, value)
            && !value.is_null()
        {
            let text = text(&value, content_type);
            self.push(name, Some(content_type), Content::Text(text));
        }
    }

    /// Adds every member of `values`, which is an object.
    pub fn fields(&mut self, values: &(impl Serialize + ?Sized)) {
        match self.value("the form", values) {
            None | Some(Value::Null) => {}
            Some(Value::Object(members)) => {
                for (name, value) in members {
                    self.add(&name, value);
                }
            }
            Some(_) => self.fail("a form has to be an object".to_owned()),
        }
    }

    /// Adds a file, or several of the same name.
    pub fn file(&mut self, name: &str, files: &(impl Files + ?Sized)) {
        self.file_of(name, "application/octet-stream", files);
    }

    /// Adds a file, or several of the same name, which are of this content type where they say
    /// nothing else.
    pub fn file_of(&mut self, name: &str, content_type: &str, files: &(impl Files + ?Sized)) {
        files.each(&mut |file| {
            let content_type = file.given_content_type().unwrap_or(content_type);
            self.push(name, Some(content_type), Content::File(file.clone()));
        });
    }

    /// The content type, and the body.
    pub(in crate::client) fn finish(self) -> Result<(String, Bytes), RequestError> {
        if let Some(problem) = self.problem {
            return Err(problem);
        }
        let contents = self.parts.iter().map(|part| part.content.bytes());
        let contents: Vec<&[u8]> = contents.collect();
        let boundary = boundary(&contents);
        // What stands before each is seldom longer.
        let length = contents.iter().map(|content| content.len() + 256).sum();
        let mut body = Vec::with_capacity(length);
        for part in &self.parts {
            body.extend_from_slice(part.head(&boundary).as_bytes());
            body.extend_from_slice(part.content.bytes());
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        let content_type = format!("multipart/form-data; boundary={boundary}");
        Ok((content_type, body.into()))
    }

    fn add(&mut self, name: &str, value: Value) {
        match value {
            Value::Null => {}
            Value::Array(elements) => {
                for element in elements {
                    self.add_one(name, &element);
                }
            }
            value => self.add_one(name, &value),
        }
    }

    fn add_one(&mut self, name: &str, value: &Value) {
        let (content_type, content) = match value {
            Value::Null => return,
            Value::String(text) => (None, text.clone()),
            Value::Array(_) | Value::Object(_) => (Some("application/json"), value.to_string()),
            scalar => (None, scalar.to_string()),
        };
        self.push(name, content_type, Content::Text(content));
    }

    fn push(&mut self, name: &str, content_type: Option<&str>, content: Content) {
        if content_type.is_some_and(|text| text.contains(['\r', '\n'])) {
            return self.fail(format!("the content type of `{name}` is not one"));
        }
        self.parts.push(Part {
            name: name.to_owned(),
            content_type: content_type.map(str::to_owned),
            content,
        });
    }

    fn value(&mut self, name: &str, value: &(impl Serialize + ?Sized)) -> Option<Value> {
        match serde_json::to_value(value) {
            Ok(value) => Some(value),
            Err(error) => {
                self.fail(format!("the value of `{name}` cannot be written: {error}"));
                None
            }
        }
    }

    /// Keeps the first problem: it is the one to mend first.
    fn fail(&mut self, problem: String) {
        self.problem
            .get_or_insert_with(|| RequestError::new(problem));
    }
}

impl Part {
    /// What stands before the content.
    fn head(&self, boundary: &str) -> String {
        let name = quoted(&self.name);
        let mut head = format!("--{boundary}\r\nContent-Disposition: form-data; name={name}");
        if let Content::File(file) = &self.content {
            let file_name = quoted(file.given_name().unwrap_or(&self.name));
            // Writing to a text does not fail.
            let _ = write!(head, "; filename={file_name}");
        }
        if let Some(content_type) = &self.content_type {
            let _ = write!(head, "\r\nContent-Type: {content_type}");
        }
        head.push_str("\r\n\r\n");
        head
    }
}

/// A name in quotes, as browsers write it (RFC 7578, section 2, and the HTML standard, "multipart
/// form data").
fn quoted(name: &str) -> String {
    let name = name
        .replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A");
    format!("\"{name}\"")
}

#[cfg(test)]
mod tests;
