//! What is shown of a delivery by its path item.

use serde_json::{Map, Value};

use super::Schema;
use crate::diagnostics::Pointer;
use crate::document::raw::Parts;

/// A delivery as it is described.
#[derive(Debug, Clone)]
pub struct Delivery<'a> {
    parts: Parts<'a>,
    item: (&'a Value, Pointer),
    operation: (&'a Value, Pointer),
    /// In capitals: `POST`.
    pub method: String,
}

/// What a delivery carries.
#[derive(Debug, Clone)]
pub struct Body<'a> {
    /// `application/json` or one that ends in `+json`.
    pub content_type: &'a str,
    /// Whole bodies.
    pub examples: Vec<&'a Value>,
    /// What is said of it.
    pub schema: Option<Schema<'a>>,
}

/// A header that a delivery has.
#[derive(Debug, Clone)]
pub struct ShownHeader<'a> {
    /// Its name.
    pub name: &'a str,
    /// What it may say.
    pub examples: Vec<&'a Value>,
    /// What is said of its value.
    pub schema: Option<Schema<'a>>,
}

impl<'a> Delivery<'a> {
    /// `value` is a path item, or one of its operations.
    pub(super) fn new(parts: Parts<'a>, value: &'a Value, at: Pointer) -> Option<Self> {
        let last = at.steps().last().unwrap_or_default();
        let is_operation = |one: &Value| {
            ["requestBody", "responses"]
                .iter()
                .any(|it| one.get(it).is_some())
        };
        if METHODS.contains(&last.as_str()) && is_operation(value) {
            return Some(Self {
                parts,
                item: (value, at.clone()),
                operation: (value, at),
                method: last.to_uppercase(),
            });
        }
        let item = parts.resolved(value, at)?;
        let method = METHODS
            .into_iter()
            .find(|method| item.0.get(*method).is_some_and(Value::is_object))?;
        Some(Self {
            parts,
            operation: (item.0.get(method)?, item.1.member(method)),
            item,
            method: method.to_uppercase(),
        })
    }

    /// What it carries, where that is JSON.
    #[must_use]
    pub fn body(&self) -> Option<Body<'a>> {
        let (value, at) = self.inside(&self.operation, "requestBody")?;
        let content = value.get("content")?.as_object()?;
        let at = at.member("content");
        let (content_type, media) = content.iter().find(|(name, _)| is_json(name))?;
        let at = at.member(content_type);
        let mut examples = named(self.parts, media, &at);
        let schema = media.get("schema");
        let schema = schema.map(|schema| Schema::new(self.parts, schema, at.member("schema")));
        let shown = schema.iter().flat_map(Schema::examples);
        examples.extend(shown.filter(|one| one.is_object() || one.is_array()));
        Some(Body {
            content_type,
            examples,
            schema,
        })
    }

    /// The headers that it has besides those that every request has.
    #[must_use]
    pub fn headers(&self) -> Vec<ShownHeader<'a>> {
        let mut headers = Vec::new();
        for (value, at) in [&self.operation, &self.item] {
            let list = value.get("parameters").and_then(Value::as_array);
            let at = at.member("parameters");
            for (index, parameter) in list.into_iter().flatten().enumerate() {
                headers.extend(self.header(parameter, at.element(index)));
            }
        }
        headers
    }

    /// The statuses that are described, as they are written: `200`, `2XX`, `default`.
    pub fn statuses(&self) -> impl Iterator<Item = &'a str> {
        let responses = self.operation.0.get("responses");
        let responses = responses.and_then(Value::as_object);
        responses
            .into_iter()
            .flat_map(Map::keys)
            .map(String::as_str)
    }

    fn header(&self, parameter: &'a Value, at: Pointer) -> Option<ShownHeader<'a>> {
        let (value, at) = self.parts.resolved(parameter, at)?;
        if value.get("in")?.as_str()? != "header" {
            return None;
        }
        let schema = value.get("schema");
        let schema = schema.map(|schema| Schema::new(self.parts, schema, at.member("schema")));
        let mut examples = named(self.parts, value, &at);
        examples.extend(schema.iter().flat_map(Schema::examples));
        Some(ShownHeader {
            name: value.get("name")?.as_str()?,
            examples,
            schema,
        })
    }

    fn inside(
        &self,
        (value, at): &(&'a Value, Pointer),
        name: &str,
    ) -> Option<(&'a Value, Pointer)> {
        self.parts.resolved(value.get(name)?, at.member(name))
    }
}

/// `example`, and the values of `examples`.
fn named<'a>(parts: Parts<'a>, value: &'a Value, at: &Pointer) -> Vec<&'a Value> {
    let mut found: Vec<&Value> = value.get("example").into_iter().collect();
    let at = at.member("examples");
    match value.get("examples") {
        Some(Value::Array(list)) => found.extend(list),
        Some(Value::Object(named)) => {
            for (name, one) in named {
                let one = parts.resolved(one, at.member(name)).map(|(one, _)| one);
                // OpenAPI 3.2, 4.19.1: `dataValue` is what a schema is for.
                let value = one.and_then(|one| one.get("value").or(one.get("dataValue")));
                found.extend(value);
            }
        }
        _ => {}
    }
    found
}

/// Deliveries are almost always posted.
const METHODS: [&str; 9] = [
    "post", "put", "patch", "delete", "get", "query", "options", "head", "trace",
];

fn is_json(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    let kind = kind.to_ascii_lowercase();
    kind == "application/json" || kind.ends_with("+json") || kind == "*/*"
}
