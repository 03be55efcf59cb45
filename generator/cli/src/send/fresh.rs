//! What is new with each delivery: its id and its time.
//!
//! A sample is always the same, and a receiver that takes care to handle no event twice would take
//! every other delivery of it for one that it has had. So the id and the time of the event, which
//! stand at the outside of its body, are made anew; what the event is about stays as it is.

use jiff::Timestamp;
use serde_json::Value;
use uuid::Uuid;

/// Names under which an event has its id.
const IDS: [&str; 12] = [
    "id",
    "uuid",
    "event_id",
    "eventId",
    "eventID",
    "event_uuid",
    "webhook_id",
    "webhookId",
    "message_id",
    "messageId",
    "delivery_id",
    "deliveryId",
];

/// Names under which an event has its time.
const TIMES: [&str; 12] = [
    "created_at",
    "createdAt",
    "created",
    "timestamp",
    "time",
    "event_time",
    "eventTime",
    "occurred_at",
    "occurredAt",
    "sent_at",
    "sentAt",
    "date",
];

/// Makes the id and the time of an event new, where its body has them.
pub(super) fn renew(body: &mut Value) {
    let Value::Object(members) = body else {
        return;
    };
    for (name, value) in members {
        if IDS.contains(&name.as_str())
            && let Value::String(text) = value
        {
            *text = another(text);
        } else if TIMES.contains(&name.as_str()) {
            now(value, Timestamp::now());
        }
    }
}

/// The id of the event that a body tells of.
pub(super) fn id(body: &Value) -> Option<&str> {
    IDS.iter().find_map(|name| body.get(name)?.as_str())
}

/// An id that nothing had before.
pub(super) fn new_id() -> String {
    format!("msg_{}", Uuid::new_v4().simple())
}

/// A UUID that nothing had before.
pub(super) fn new_uuid() -> String {
    Uuid::new_v4().to_string()
}

/// An id of the same kind: a UUID, or the same prefix with other letters and digits behind it.
fn another(id: &str) -> String {
    if Uuid::parse_str(id).is_ok() {
        return new_uuid();
    }
    let start = id.rfind('_').map_or(0, |at| at + 1);
    let (prefix, rest) = id.split_at(start);
    let mut chance = std::iter::repeat_with(Uuid::new_v4).flat_map(Uuid::into_bytes);
    let rest = rest.chars().map(|one| {
        let chosen = match one {
            '0'..='9' => DIGITS,
            'a'..='f' => "abcdef",
            'a'..='z' => "abcdefghijklmnopqrstuvwxyz",
            'A'..='F' => "ABCDEF",
            'A'..='Z' => "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            _ => return one,
        };
        let number = usize::from(chance.next().unwrap_or_default());
        let mut characters = chosen.chars().cycle();
        characters.nth(number).unwrap_or(one)
    });
    format!("{prefix}{}", rest.collect::<String>())
}

const DIGITS: &str = "0123456789";

/// Puts `now` where there is a time, as that is written.
fn now(value: &mut Value, now: Timestamp) {
    match value {
        Value::String(text) if text.parse::<Timestamp>().is_ok() => {
            let fraction = text.split_once('.').map_or("", |(_, rest)| rest);
            let digits = fraction.chars().take_while(char::is_ascii_digit).count();
            *text = format!("{now:.*}", digits.min(9));
        }
        Value::Number(number) => match number.as_i64() {
            // Between 2001 and 2286, in seconds or in milliseconds.
            Some(1_000_000_000..=9_999_999_999) => *value = now.as_second().into(),
            Some(1_000_000_000_000..=9_999_999_999_999) => *value = now.as_millisecond().into(),
            _ => {}
        },
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_id_stays_of_its_kind() {
        let uuid = "747cf28a-bb5c-46a8-a288-d9b006fd6113";
        assert_ne!(another(uuid), uuid);
        assert!(Uuid::parse_str(&another(uuid)).is_ok());
        let id = another("evt_test_1EP334Dq739h3i0D");
        assert_ne!(id, "evt_test_1EP334Dq739h3i0D");
        assert!(id.starts_with("evt_test_") && id.len() == 25, "{id}");
        assert!(id.as_bytes()[9].is_ascii_digit() && id.as_bytes()[10].is_ascii_uppercase());
        assert_eq!(another("…"), "…");
    }

    #[test]
    fn a_time_is_written_as_it_was() {
        let then: Timestamp = "2026-02-03T04:05:06.7Z".parse().expect("a time");
        let renewed = |mut value: Value| {
            now(&mut value, then);
            value
        };
        let text = json!("2025-01-01T00:00:00.123Z");
        assert_eq!(renewed(text), "2026-02-03T04:05:06.700Z");
        assert_eq!(
            renewed(json!("2025-01-01T00:00:00Z")),
            "2026-02-03T04:05:06Z"
        );
        assert_eq!(renewed(json!(1_555_192_997)), 1_770_091_506);
        assert_eq!(renewed(json!(1_555_192_997_000_i64)), 1_770_091_506_700_i64);
        assert_eq!(renewed(json!(7)), 7);
        assert_eq!(renewed(json!("yesterday")), "yesterday");
    }

    #[test]
    fn only_the_outside_is_renewed() {
        let mut body = json!({ "id": "a1", "data": { "id": "b2" }, "name": "c3" });
        renew(&mut body);
        assert_eq!(body["data"]["id"], "b2");
        assert_eq!(body["name"], "c3");
        assert_eq!(id(&body), body["id"].as_str());
    }
}
