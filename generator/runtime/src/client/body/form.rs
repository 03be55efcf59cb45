//! Forms as a query has them: `application/x-www-form-urlencoded`.

use serde_json::Value;

use super::super::parameter::{Layout, Style, encode, query};

/// How a member of a form is written (OpenAPI 3.1.1, section 4.8.15, "Encoding Object").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// As a parameter of the query is.
    Layout(Layout),
    /// As this content type: what is JSON whole, anything else as text.
    ContentType(&'static str),
}

/// The members of `value` as a form; `None` if it is no object. `encoding` says how those are
/// written that the description says it of.
///
/// Of the others an array is as many pairs of the same name; an object, and each that is in an
/// array, is JSON, as the specification has it (OpenAPI 3.1.1, section 4.8.15.1.1).
pub(in crate::client) fn form(
    value: &Value,
    encoding: impl Fn(&str) -> Option<Encoding>,
) -> Option<String> {
    let members = match value {
        Value::Null => return Some(String::new()),
        Value::Object(members) => members,
        _ => return None,
    };
    let pairs = members.iter().map(|(name, value)| match encoding(name) {
        Some(Encoding::Layout(layout)) => query(name, value, layout),
        None if value.is_object() => query(name, value, Style::Json.into()),
        None => query(name, value, Style::Form.explode()),
        Some(Encoding::ContentType(_)) if value.is_null() => String::new(),
        Some(Encoding::ContentType(content_type)) => {
            format!("{}={}", encode(name), encode(&text(value, content_type)))
        }
    });
    let pairs: Vec<String> = pairs.filter(|pair| !pair.is_empty()).collect();
    Some(pairs.join("&"))
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
        let value = json!({
            "a": "x y&z",
            "b": [1, null, 2],
            "c": {"d": [true]},
            "e": [{"f": 1}, {"f": 2}],
            "g": null,
            "h": "",
            "i[]": [1],
        });
        assert_eq!(
            form(&value, |_| None).unwrap(),
            "a=x%20y%26z&b=1&b=2&c=%7B%22d%22%3A%5Btrue%5D%7D\
             &e=%7B%22f%22%3A1%7D&e=%7B%22f%22%3A2%7D&h=&i%5B%5D=1"
        );
    }

    #[test]
    fn deep_objects_are_nested_without_end() {
        let value = json!({
            "expand": ["data.x", "data.y"],
            "items": [{"price": "p", "tax_rates": ["t"]}],
            "metadata": {"k": "v"},
            "name": "n",
        });
        let deep = |_: &str| Some(Encoding::Layout(Style::DeepObject.explode()));
        assert_eq!(
            form(&value, deep)
                .unwrap()
                .replace("%5B", "[")
                .replace("%5D", "]"),
            "expand[0]=data.x&expand[1]=data.y&items[0][price]=p&items[0][tax_rates][0]=t\
             &metadata[k]=v&name=n"
        );
    }

    #[test]
    fn a_member_may_be_of_a_content_type() {
        let value = json!({"a": "x", "b": "x", "c": [1, 2], "d": null});
        let json = |name: &str| {
            (name != "a").then_some(Encoding::ContentType("application/json; charset=utf-8"))
        };
        assert_eq!(form(&value, json).unwrap(), "a=x&b=%22x%22&c=%5B1%2C2%5D");
    }

    #[test]
    fn only_an_object_is_a_form() {
        assert_eq!(form(&json!(null), |_| None).unwrap(), "");
        assert_eq!(form(&json!({}), |_| None).unwrap(), "");
        assert_eq!(form(&json!([1]), |_| None), None);
    }
}
