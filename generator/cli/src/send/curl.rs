//! Deliveries that are shown and not made: as commands for curl.

use hookgen::Error;
use reqwest::header::HeaderMap;
use serde_json::{Map, Value, json};

use super::plan::{Delivery, Plan};
use super::signature;
use crate::answer::Answer;
use crate::json::members;
use crate::mend::quoted;

/// Shows the deliveries as they would be made now.
pub(super) fn answer(plan: &Plan) -> Result<Answer, Error> {
    let mut texts = Vec::new();
    let mut list = Vec::new();
    for delivery in &plan.deliveries {
        let (headers, body) = signature::sign(plan, delivery)?;
        let body = String::from_utf8_lossy(&body);
        texts.push(command(plan, delivery, &headers, &body));
        list.push(object(delivery, &headers, &body));
    }
    let object = members(json!({ "to": plan.url.as_str(), "deliveries": list }));
    Ok(Answer::new(texts.join("\n"), object))
}

fn command(plan: &Plan, delivery: &Delivery, headers: &HeaderMap, body: &str) -> String {
    let (method, url) = (delivery.method.as_str(), quoted(plan.url.as_str()));
    let headers = headers.iter().map(|(name, value)| {
        let value = String::from_utf8_lossy(value.as_bytes());
        format!("--header {}", quoted(&format!("{name}: {value}")))
    });
    let body = quoted(body);
    let first = format!("curl --request {method} {url}");
    let last = format!("--data-binary {body}\n");
    let parts: Vec<_> = [first].into_iter().chain(headers).chain([last]).collect();
    parts.join(" \\\n  ")
}

fn object(delivery: &Delivery, headers: &HeaderMap, body: &str) -> Value {
    let headers = headers.iter().map(|(name, value)| {
        let value = String::from_utf8_lossy(value.as_bytes());
        (name.as_str().to_owned(), json!(value))
    });
    json!({
        "event": delivery.event,
        "id": delivery.id,
        "method": delivery.method.as_str(),
        "headers": headers.collect::<Map<_, _>>(),
        "body": body,
    })
}
