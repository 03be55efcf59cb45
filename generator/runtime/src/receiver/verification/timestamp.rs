//! When a delivery was signed.

use std::time::{Duration, SystemTime};

use http::HeaderMap;

use super::VerifyError;

/// When a delivery was signed, and how far from now that may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timestamp {
    source: Source,
    unit: Unit,
    tolerance: Duration,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    List,
    Header(&'static str),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Seconds,
    Milliseconds,
}

impl Timestamp {
    /// In the list that holds the signature, under the name that [`Header::timestamp`] says.
    ///
    /// [`Header::timestamp`]: super::Header::timestamp
    #[must_use]
    pub const fn in_list() -> Self {
        Self::new(Source::List)
    }

    /// In a header of its own.
    #[must_use]
    pub const fn in_header(name: &'static str) -> Self {
        Self::new(Source::Header(name))
    }

    /// It counts seconds since 1970, as it does unless something else is said.
    #[must_use]
    pub const fn seconds(self) -> Self {
        Self {
            unit: Unit::Seconds,
            ..self
        }
    }

    /// It counts milliseconds since 1970.
    #[must_use]
    pub const fn milliseconds(self) -> Self {
        Self {
            unit: Unit::Milliseconds,
            ..self
        }
    }

    /// How far from now it may be in either direction, in seconds; 300 unless this says otherwise.
    #[must_use]
    pub const fn tolerance(self, seconds: u32) -> Self {
        Self {
            tolerance: Duration::from_secs(seconds as u64),
            ..self
        }
    }

    const fn new(source: Source) -> Self {
        Self {
            source,
            unit: Unit::Seconds,
            tolerance: Duration::from_secs(300),
        }
    }

    /// The timestamp as it was delivered.
    pub(super) fn read<'a>(
        self,
        headers: &'a HeaderMap,
        in_list: Option<&'a str>,
    ) -> Result<&'a str, VerifyError> {
        match self.source {
            Source::List => in_list.ok_or(VerifyError::MissingTimestamp),
            Source::Header(name) => {
                let mut values = headers.get_all(name).iter();
                let value = values.next().ok_or(VerifyError::MissingTimestamp)?;
                match (value.to_str(), values.next()) {
                    (Ok(value), None) => Ok(value),
                    _ => Err(VerifyError::MalformedTimestamp),
                }
            }
        }
    }

    /// Whether a timestamp is near enough to now.
    pub(super) fn check(self, text: &str, now: SystemTime) -> Result<(), VerifyError> {
        let signed = self.time(text).ok_or(VerifyError::MalformedTimestamp)?;
        match now.duration_since(signed) {
            Ok(age) if age > self.tolerance => Err(VerifyError::TooOld {
                by: age.saturating_sub(self.tolerance),
            }),
            Err(error) if error.duration() > self.tolerance => Err(VerifyError::TooNew {
                by: error.duration().saturating_sub(self.tolerance),
            }),
            _ => Ok(()),
        }
    }

    fn time(self, text: &str) -> Option<SystemTime> {
        // `parse` would take a sign.
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let count: u64 = text.parse().ok()?;
        let since_epoch = match self.unit {
            Unit::Seconds => Duration::from_secs(count),
            Unit::Milliseconds => Duration::from_millis(count),
        };
        SystemTime::UNIX_EPOCH.checked_add(since_epoch)
    }
}
