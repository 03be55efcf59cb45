//! When a delivery was signed.

use std::borrow::Cow;
use std::time::{Duration, SystemTime};

use super::VerifyError;
use super::delivered::{Delivered, Place};
use crate::DateTime;

/// When a delivery was signed, and how far from now that may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timestamp {
    /// `None` if it is in the list that holds the signature.
    pub(super) place: Option<Place>,
    unit: Unit,
    tolerance: Duration,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Seconds,
    Milliseconds,
    Iso8601,
}

impl Timestamp {
    /// In the list that holds the signature, under the name that [`Signature::timestamp`] says.
    ///
    /// [`Signature::timestamp`]: super::Signature::timestamp
    #[must_use]
    pub const fn in_list() -> Self {
        Self::new(None)
    }

    /// In a header of its own.
    #[must_use]
    pub const fn in_header(name: &'static str) -> Self {
        Self::new(Some(Place::Header(name)))
    }

    /// In the body, which is JSON: a pointer (RFC 6901) to it.
    #[must_use]
    pub const fn in_body(pointer: &'static str) -> Self {
        Self::new(Some(Place::Body(pointer)))
    }

    /// In each item of the body that [`Verification::each`](super::Verification::each) tells of: a
    /// pointer from there.
    #[must_use]
    pub const fn in_item(pointer: &'static str) -> Self {
        Self::new(Some(Place::Item(pointer)))
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

    /// It is written as RFC 3339 has it, which is a profile of ISO 8601:
    /// `2024-03-15T10:32:38.286Z`.
    #[must_use]
    pub const fn iso_8601(self) -> Self {
        Self {
            unit: Unit::Iso8601,
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

    const fn new(place: Option<Place>) -> Self {
        Self {
            place,
            unit: Unit::Seconds,
            tolerance: Duration::from_secs(300),
        }
    }

    /// The timestamp as it was delivered.
    pub(super) fn read<'a>(
        &self,
        delivered: Delivered<'a>,
        in_list: Option<Cow<'a, str>>,
    ) -> Result<Cow<'a, str>, VerifyError> {
        let found = match self.place {
            None => in_list,
            Some(place) => delivered.text(place).map_err(|error| match error {
                VerifyError::MalformedHeader(_) => VerifyError::MalformedTimestamp,
                other => other,
            })?,
        };
        found.ok_or(VerifyError::MissingTimestamp)
    }

    /// A time as this scheme writes it.
    pub(super) fn write(self, time: SystemTime) -> String {
        let since_epoch = time
            .duration_since(SystemTime::UNIX_EPOCH)
            .unwrap_or_default();
        match self.unit {
            Unit::Seconds => since_epoch.as_secs().to_string(),
            Unit::Milliseconds => since_epoch.as_millis().to_string(),
            Unit::Iso8601 => DateTime::from(time).as_str().to_owned(),
        }
    }

    /// Whether a timestamp is near enough to now.
    pub(super) fn check(&self, text: &str, now: SystemTime) -> Result<(), VerifyError> {
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

    fn time(&self, text: &str) -> Option<SystemTime> {
        let since_epoch = match self.unit {
            Unit::Seconds => Duration::from_secs(count(text)?),
            Unit::Milliseconds => Duration::from_millis(count(text)?),
            Unit::Iso8601 => return DateTime::from(text).system_time(),
        };
        SystemTime::UNIX_EPOCH.checked_add(since_epoch)
    }
}

/// A number without a sign, which `parse` would take.
fn count(text: &str) -> Option<u64> {
    let digits = (!text.is_empty()).then(|| text.bytes())?;
    let mut number = 0_u64;
    for byte in digits {
        let digit = char::from(byte).to_digit(10)?;
        number = number.checked_mul(10)?.checked_add(digit.into())?;
    }
    Some(number)
}
