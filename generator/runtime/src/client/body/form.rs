//! Forms as a query has them: `application/x-www-form-urlencoded`.

use std::fmt;

use serde::Serialize;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;

use crate::client::RequestError;
use crate::client::parameter::{Layout, Style, encode, query};

/// A form as a query has it, while it is said how its members are written.
///
/// Of a member of which nothing is said, an array is as many pairs of the same name; an object, and
/// each that is in an array, is JSON, as the specification has it (OpenAPI 3.1.1, section
/// 4.8.15.1.1).
#[derive(Clone)]
pub struct Form<'a> {
    /// None of `null`.
    value: Result<Option<Members>, RequestError>,
    usual: Option<Layout>,
    members: Vec<(&'a str, Encoding<'a>)>,
}

/// How a member is written (OpenAPI 3.1.1, section 4.8.15, "Encoding Object").
#[derive(Clone, Copy)]
enum Encoding<'a> {
    /// As a parameter of the query is.
    Layout(Layout),
    /// As this content type: what is JSON whole, anything else as text.
    ContentType(&'a str),
}

impl<'a> Form<'a> {
    /// The members of `body`, which is an object.
    pub fn new(body: &(impl Serialize + ?Sized)) -> Self {
        Self {
            value: members(body),
            usual: None,
            members: Vec::new(),
        }
    }

    /// Lays out every member as a parameter of the query, unless something else is said of it.
    pub fn layout_all(&mut self, layout: impl Into<Layout>) {
        self.usual = Some(layout.into());
    }

    /// Lays out a member as a parameter of the query.
    pub fn layout(&mut self, name: &'a str, layout: impl Into<Layout>) {
        self.members.push((name, Encoding::Layout(layout.into())));
    }

    /// Writes a member as text of the given content type.
    pub fn content_type(&mut self, name: &'a str, content_type: &'a str) {
        self.members
            .push((name, Encoding::ContentType(content_type)));
    }

    /// The body.
    pub(in crate::client) fn finish(self) -> Result<String, RequestError> {
        let Some(Members(members)) = self.value? else {
            return Ok(String::new());
        };
        let encoding = |name: &str| {
            let found = self.members.iter().find(|(member, _)| *member == name);
            let usual = self.usual.map(Encoding::Layout);
            found.map(|(_, encoding)| *encoding).or(usual)
        };
        let pairs = members
            .iter()
            .map(|(name, value)| pairs(name, value, encoding(name)));
        let pairs: Vec<String> = pairs.filter(|pair| !pair.is_empty()).collect();
        Ok(pairs.join("&"))
    }
}

/// The members of an object, in the order that they are written in; JSON's own map would sort them.
#[derive(Clone)]
struct Members(Vec<(String, Value)>);

fn members(body: &(impl Serialize + ?Sized)) -> Result<Option<Members>, RequestError> {
    let json = serde_json::to_vec(body)
        .map_err(|error| RequestError::new(format!("the body cannot be a form: {error}")))?;
    serde_json::from_slice(&json).map_err(|_| RequestError::new("a form has to be an object"))
}

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(InOrder)
    }
}

struct InOrder;

impl<'de> Visitor<'de> for InOrder {
    type Value = Members;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}

/// The pairs that a member is written as.
fn pairs(name: &str, value: &Value, encoding: Option<Encoding<'_>>) -> String {
    match encoding {
        Some(Encoding::Layout(layout)) => query(name, value, layout),
        Some(Encoding::ContentType(_)) if value.is_null() => String::new(),
        Some(Encoding::ContentType(content_type)) => {
            format!("{}={}", encode(name), encode(&text(value, content_type)))
        }
        None if value.is_object() => query(name, value, Style::Json.into()),
        None => query(name, value, Style::Form.explode()),
    }
}

/// A value as the text of this content type. What is no text by itself is JSON in any of them.
pub(super) fn text(value: &Value, content_type: &str) -> String {
    match value {
        Value::String(text) if !is_json(content_type) => text.clone(),
        other => other.to_string(),
    }
}

pub(super) fn is_json(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/json") || essence.ends_with("+json")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn without_an_encoding_arrays_are_repeated_and_objects_are_json() {
        let form = Form::new(&json!({
            "a": "x y&z",
            "b": [1, null, 2],
            "c": {"d": [true]},
            "e": [{"f": 1}, {"f": 2}],
            "g": null,
            "h": "",
            "i[]": [1],
        }));
        assert_eq!(
            form.finish().unwrap(),
            "a=x%20y%26z&b=1&b=2&c=%7B%22d%22%3A%5Btrue%5D%7D\
             &e=%7B%22f%22%3A1%7D&e=%7B%22f%22%3A2%7D&h=&i%5B%5D=1"
        );
    }

    #[test]
    fn deep_objects_are_nested_without_end() {
        let mut form = Form::new(&json!({
            "expand": ["data.x", "data.y"],
            "items": [{"price": "p", "tax_rates": ["t"]}],
            "metadata": {"k": "v"},
            "name": "n",
        }));
        form.layout_all(Style::DeepObject.explode());
        let text = form.finish().unwrap();
        assert_eq!(
            text.replace("%5B", "[").replace("%5D", "]"),
            "expand[0]=data.x&expand[1]=data.y&items[0][price]=p&items[0][tax_rates][0]=t\
             &metadata[k]=v&name=n"
        );
    }

    #[test]
    fn a_member_may_be_written_in_its_own_way() {
        let mut form = Form::new(&json!({
            "a": "x", "b": "x", "c": [1, 2], "d": null, "e": ["/a", "b c"],
        }));
        form.layout_all(Style::DeepObject.explode());
        for name in ["b", "c", "d"] {
            form.content_type(name, "application/json; charset=utf-8");
        }
        form.layout("e", Style::PipeDelimited.allow_reserved());
        assert_eq!(
            form.finish().unwrap(),
            "a=x&b=%22x%22&c=%5B1%2C2%5D&e=/a%7Cb%20c"
        );
    }

    #[test]
    fn members_stand_in_the_order_of_their_type() {
        struct Hook {
            url: String,
            active: bool,
        }
        crate::object! { Hook { url, active } }
        let hook = Hook {
            url: "u".to_owned(),
            active: true,
        };
        assert_eq!(Form::new(&hook).finish().unwrap(), "url=u&active=true");
    }

    #[test]
    fn only_an_object_is_a_form() {
        assert_eq!(Form::new(&json!(null)).finish().unwrap(), "");
        assert_eq!(Form::new(&json!({})).finish().unwrap(), "");
        assert!(Form::new(&json!([1])).finish().is_err());
    }
}
