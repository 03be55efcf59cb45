//! What is recorded of a delivery.

use serde_json::{Map, Value};

use super::place::Item;

/// A delivery as it was recorded.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Record {
    /// What it is called where it is kept.
    pub(super) name: Option<String>,
    /// Its headers, where they were kept.
    pub(super) headers: Map<String, Value>,
    pub(super) body: Value,
    /// Which of several events in a delivery it is.
    pub(super) item: Option<Item>,
}

impl Record {
    fn of_body(body: Value) -> Self {
        Self {
            name: None,
            headers: Map::new(),
            body,
            item: None,
        }
    }

    /// What a header says, whatever its name's case. Of several of one name, the first.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let (_, value) = headers.find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        match value {
            Value::Array(values) => values.first()?.as_str(),
            value => value.as_str(),
        }
    }
}

/// The deliveries in a value: one, or several of one event, or one with its headers.
///
/// ```json
/// { "any": "body" }
/// { "name": "order.paid", "examples": [{ "any": "body" }] }
/// { "name": "order.paid", "headers": { "X-Event": "order.paid" }, "body": { "any": "body" } }
/// ```
pub(super) fn records(value: Value) -> Vec<Record> {
    let Value::Object(mut members) = value else {
        return vec![Record::of_body(value)];
    };
    let name = members.get("name").and_then(Value::as_str);
    let name = name.map(ToOwned::to_owned);
    if name.is_some() && members.get("examples").is_some_and(Value::is_array) {
        let examples = match members.remove("examples") {
            Some(Value::Array(examples)) => examples,
            _ => Vec::new(),
        };
        let examples = examples.into_iter().map(|body| Record {
            name: name.clone(),
            ..Record::of_body(body)
        });
        return examples.collect();
    }
    let is_recorded = members.get("headers").is_some_and(Value::is_object);
    match members.remove("body") {
        Some(body) if is_recorded => {
            let headers = match members.remove("headers") {
                Some(Value::Object(headers)) => headers,
                _ => Map::new(),
            };
            vec![Record {
                name,
                headers,
                body: as_text(body),
                item: None,
            }]
        }
        body => {
            members.extend(body.map(|body| ("body".to_owned(), body)));
            vec![Record::of_body(Value::Object(members))]
        }
    }
}

/// A body that was recorded as the text that it was is what that says.
fn as_text(body: Value) -> Value {
    let text = body.as_str().map(serde_json::from_str);
    match text {
        Some(Ok(inside)) => inside,
        _ => body,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Record, records};

    #[test]
    fn deliveries_come_in_several_shapes() {
        let body = json!({ "a": 1 });
        let plain = Record::of_body(body.clone());
        assert_eq!(records(body.clone()), vec![plain.clone()]);
        let named = Record {
            name: Some("x".to_owned()),
            ..plain.clone()
        };
        let several = json!({ "name": "x", "examples": [body, body] });
        assert_eq!(records(several), [named.clone(), named]);
        for body in [body.clone(), json!(body.to_string())] {
            let kept = json!({ "headers": { "X-Event": ["x"] }, "body": body });
            let found = records(kept);
            assert_eq!(found[0].body, json!({ "a": 1 }));
            assert_eq!(found[0].header("x-event"), Some("x"));
        }
        // A delivery may have members that are called so.
        let own = json!({ "body": "b", "name": "n" });
        assert_eq!(records(own.clone()), [Record::of_body(own)]);
    }
}
