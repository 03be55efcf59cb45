//! An instant, as it came.

mod calendar;
mod parse;

use std::fmt;
use std::time::{Duration, SystemTime};

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

/// An instant (`format: date-time`), kept as it came.
///
/// Servers do not always keep to RFC 3339, and a field that nobody looks at must not make a
/// delivery unreadable: so any text is a `DateTime`, it is written as it was read, and it is
/// compared as text. What it means is asked for with [`system_time`](Self::system_time).
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct DateTime(String);

impl DateTime {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The instant, if the text is one by RFC 3339, section 5.6. A leap second is the first second
    /// of the next minute; what is finer than a nanosecond is cut off.
    #[must_use]
    pub fn system_time(&self) -> Option<SystemTime> {
        let (seconds, nanoseconds) = parse::unix_time(&self.0)?;
        let whole = Duration::from_secs(seconds.unsigned_abs());
        let time = if seconds < 0 {
            SystemTime::UNIX_EPOCH.checked_sub(whole)
        } else {
            SystemTime::UNIX_EPOCH.checked_add(whole)
        };
        time?.checked_add(Duration::from_nanos(nanoseconds.into()))
    }

    /// The instant, as jiff has it.
    ///
    /// # Errors
    ///
    /// If the text is not an instant.
    #[cfg(feature = "jiff")]
    pub fn timestamp(&self) -> Result<jiff::Timestamp, jiff::Error> {
        self.0.parse()
    }
}

/// In UTC, with as many digits of a second as it takes. RFC 3339 has years of four digits: an
/// instant before the year 0 is its beginning, and one after 9999 its end.
impl From<SystemTime> for DateTime {
    fn from(time: SystemTime) -> Self {
        let (seconds, nanoseconds) = match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => (
                i64::try_from(after.as_secs()).unwrap_or(i64::MAX),
                after.subsec_nanos(),
            ),
            Err(error) => before_epoch(error.duration()),
        };
        Self(calendar::format(seconds, nanoseconds))
    }
}

/// Whole seconds before the epoch, and the nanoseconds after those.
fn before_epoch(before: Duration) -> (i64, u32) {
    let seconds = i64::try_from(before.as_secs()).map_or(i64::MIN, |seconds| -seconds);
    match before.subsec_nanos() {
        0 => (seconds, 0),
        nanoseconds => (seconds.saturating_sub(1), 1_000_000_000 - nanoseconds),
    }
}

#[cfg(feature = "jiff")]
impl From<jiff::Timestamp> for DateTime {
    fn from(timestamp: jiff::Timestamp) -> Self {
        Self(timestamp.to_string())
    }
}

#[cfg(feature = "chrono")]
impl<Tz: chrono::TimeZone> From<chrono::DateTime<Tz>> for DateTime {
    fn from(time: chrono::DateTime<Tz>) -> Self {
        let fixed = time.fixed_offset();
        Self(fixed.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true))
    }
}

/// A time that RFC 3339 cannot write, as its year does not have four digits, is empty text.
#[cfg(feature = "time")]
impl From<crate::Rfc3339<time::OffsetDateTime>> for DateTime {
    fn from(time: crate::Rfc3339<time::OffsetDateTime>) -> Self {
        let rfc_3339 = time::format_description::well_known::Rfc3339;
        Self(time.0.format(&rfc_3339).unwrap_or_default())
    }
}

impl From<String> for DateTime {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for DateTime {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

impl fmt::Debug for DateTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, formatter)
    }
}

impl Serialize for DateTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for DateTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::DateTime;

    fn unix(text: &str) -> Option<f64> {
        let time = DateTime::from(text).system_time()?;
        Some(match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => after.as_secs_f64(),
            Err(before) => -before.duration().as_secs_f64(),
        })
    }

    #[test]
    fn instants_are_understood() {
        for (text, seconds) in [
            ("1970-01-01T00:00:00Z", 0.0),
            ("2025-04-12T00:11:01.749261Z", 1_744_416_661.749_261),
            ("2025-04-12t02:11:01+02:00", 1_744_416_661.0),
            ("2025-04-12 00:11:01z", 1_744_416_661.0),
            ("2000-02-29T12:00:00-00:30", 951_827_400.0),
            ("1990-12-31T23:59:60Z", 662_688_000.0),
            ("1969-12-31T23:59:58.5Z", -1.5),
        ] {
            assert_eq!(unix(text), Some(seconds), "{text}");
        }
    }

    #[test]
    fn other_text_is_kept_and_is_no_instant() {
        for text in [
            "",
            "tomorrow",
            "2025-04-12",
            "2025-04-12T00:11:01",
            "2025-02-29T00:00:00Z",
            "2025-13-01T00:00:00Z",
            "2025-01-01T24:00:00Z",
            "2025-01-01T00:00:00.Z",
            "2025-01-01T00:00:00+2:00",
            "2025-01-01T00:00:00Zz",
            "２０２５-01-01T00:00:00Z",
            "+025-01-01T00:00:00Z",
        ] {
            assert_eq!(unix(text), None, "{text}");
            assert_eq!(DateTime::from(text).as_str(), text);
        }
    }

    #[test]
    fn an_instant_goes_through_text_and_back() {
        for (seconds, nanoseconds) in [
            (0, 0),
            (1_744_416_661, 749_261_000),
            (951_827_400, 1),
            (253_402_300_799, 999_999_999),
        ] {
            let time = SystemTime::UNIX_EPOCH + Duration::new(seconds, nanoseconds);
            assert_eq!(DateTime::from(time).system_time(), Some(time));
        }
        let before = SystemTime::UNIX_EPOCH - Duration::new(1, 500_000_000);
        assert_eq!(DateTime::from(before).as_str(), "1969-12-31T23:59:58.5Z");
        let far = SystemTime::UNIX_EPOCH + Duration::from_secs(1 << 50);
        assert_eq!(DateTime::from(far).as_str(), "9999-12-31T23:59:59Z");
    }

    #[cfg(feature = "jiff")]
    #[test]
    fn jiff_has_the_same_instant() {
        let text = "2025-04-12T00:11:01.749261Z";
        let timestamp = DateTime::from(text).timestamp().unwrap();
        assert_eq!(DateTime::from(timestamp).as_str(), text);
        assert_eq!(timestamp.as_microsecond(), 1_744_416_661_749_261);
        assert!(DateTime::from("tomorrow").timestamp().is_err());
    }
}
