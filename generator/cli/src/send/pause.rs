//! How long to wait.

use std::str::FromStr;
use std::time::Duration;

use jiff::fmt::rfc2822;
use jiff::{SignedDuration, Timestamp};
use reqwest::header::{HeaderMap, RETRY_AFTER};

/// How long to wait: `1s`, `500ms`, `2m`; a number alone counts seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pause(Duration);

impl Pause {
    pub(super) fn duration(self) -> Duration {
        self.0
    }

    /// How long to wait after this many attempts: each time twice as long.
    pub(super) fn after(self, attempts: u32) -> Duration {
        let factor = 2_u32.saturating_pow(attempts.saturating_sub(1));
        self.0.saturating_mul(factor).min(LONGEST.max(self.0))
    }
}

impl FromStr for Pause {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let seconds = text.parse::<f64>().ok();
        let seconds = seconds.and_then(|count| Duration::try_from_secs_f64(count).ok());
        let friendly = || {
            let duration: SignedDuration = text.parse().ok()?;
            Duration::try_from(duration).ok()
        };
        let duration = seconds.or_else(friendly);
        duration
            .map(Self)
            .ok_or_else(|| "write it as `1s`, `500ms` or `2m`".to_owned())
    }
}

/// What an answer says of how long to wait (RFC 9110, 10.2.3): a count of seconds, or a date.
pub(super) fn retry_after(headers: &HeaderMap, now: Timestamp) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let then = rfc2822::parse(text).ok()?.timestamp();
    Some(Duration::try_from(then.duration_since(now)).unwrap_or_default())
}

/// A pause does not grow beyond that.
const LONGEST: Duration = Duration::from_secs(3600);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_is_written_as_people_do() {
        let read = |text: &str| text.parse::<Pause>().map(Pause::duration);
        assert_eq!(read("1s"), Ok(Duration::from_secs(1)));
        assert_eq!(read("500ms"), Ok(Duration::from_millis(500)));
        assert_eq!(read("2m"), Ok(Duration::from_secs(120)));
        assert_eq!(read("0.5"), Ok(Duration::from_millis(500)));
        for wrong in ["", "soon", "-1s", "-1", "1 fortnight"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn pauses_grow() {
        let pause = Pause(Duration::from_secs(1));
        let seconds = [1, 2, 3, 4, 60].map(|attempts| pause.after(attempts).as_secs());
        assert_eq!(seconds, [1, 2, 4, 8, 3600]);
        let long = Pause(Duration::from_secs(7200));
        assert_eq!(long.after(2).as_secs(), 7200);
    }

    #[test]
    fn an_answer_says_how_long() {
        let now: Timestamp = "2026-01-01T00:00:00Z".parse().expect("a time");
        let after = |text: &str| {
            let value = text.parse().expect("a header's value");
            retry_after(&HeaderMap::from_iter([(RETRY_AFTER, value)]), now)
        };
        assert_eq!(after("7"), Some(Duration::from_secs(7)));
        let date = "Thu, 01 Jan 2026 00:01:00 GMT";
        assert_eq!(after(date), Some(Duration::from_secs(60)));
        let past = "Wed, 31 Dec 2025 00:00:00 GMT";
        assert_eq!(after(past), Some(Duration::ZERO));
        assert_eq!(after("soon"), None);
    }
}
