//! `time`'s types as JSON has them.

use hookgen_runtime::time::{Date, Month, OffsetDateTime};
use hookgen_runtime::{DateTime, Rfc3339};

#[test]
fn instants_keep_their_offset_and_their_fraction() {
    for text in [
        "1970-01-01T00:00:00Z",
        "2025-04-12T02:11:01.749261+02:00",
        "2025-04-12T02:11:01.123456789-09:30",
        "1969-12-31T23:59:58.5Z",
    ] {
        let json = format!("\"{text}\"");
        let time: Rfc3339<OffsetDateTime> = serde_json::from_str(&json).expect("an instant");
        assert_eq!(serde_json::to_string(&time).expect("JSON"), json);
        assert_eq!(DateTime::from(time).as_str(), text);
    }
}

#[test]
fn days_are_written_as_they_are_read() {
    let day: Rfc3339<Date> = serde_json::from_str("\"2025-04-02\"").expect("a day");
    assert_eq!(
        (day.year(), day.month(), day.day()),
        (2025, Month::April, 2)
    );
    assert_eq!(serde_json::to_string(&day).expect("JSON"), "\"2025-04-02\"");
}

#[test]
fn what_is_none_is_refused() {
    for json in ["\"yesterday\"", "\"2025-02-29T00:00:00Z\"", "7", "null"] {
        assert!(serde_json::from_str::<Rfc3339<OffsetDateTime>>(json).is_err());
        assert!(serde_json::from_str::<Rfc3339<Date>>(json).is_err());
    }
}

#[test]
fn what_rfc_3339_cannot_write_is_an_error() {
    let before = Date::from_calendar_date(-1, Month::May, 1).expect("a day");
    let time = before.midnight().assume_utc();
    assert!(serde_json::to_string(&Rfc3339(time)).is_err());
    assert_eq!(DateTime::from(Rfc3339(time)).as_str(), "");
}
