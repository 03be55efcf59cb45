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

    /// The timestamp as it was delivered in a place of its own, if it is there.
    pub(super) fn read<'a>(
        &self,
        delivered: &Delivered<'a>,
    ) -> Result<Option<Cow<'a, str>>, VerifyError> {
        let Some(place) = self.place else {
            return Ok(None);
        };
        delivered.text(place).map_err(|error| match error {
            VerifyError::MalformedHeader(_) => VerifyError::MalformedTimestamp,
            other => other,
        })
    }

    /// A time as this scheme writes it.
    pub(super) fn write(self, time: SystemTime) -> String {
        match self.unit {
            Unit::Seconds => since_1970(time).as_secs().to_string(),
            Unit::Milliseconds => since_1970(time).as_millis().to_string(),
            Unit::Iso8601 => DateTime::from(time).as_str().to_owned(),
        }
    }

    /// Whether a timestamp is near enough to now.
    pub(super) fn check(&self, text: &str, now: SystemTime) -> Result<(), VerifyError> {
        let signed = self.time(text).ok_or(VerifyError::MalformedTimestamp)?;
        let now = since_1970(now);
        match now.abs_diff(signed).checked_sub(self.tolerance) {
            None | Some(Duration::ZERO) => Ok(()),
            Some(by) if signed < now => Err(VerifyError::TooOld { by }),
            Some(by) => Err(VerifyError::TooNew { by }),
        }
    }

    /// How long after the beginning of 1970 it was.
    fn time(&self, text: &str) -> Option<Duration> {
        match self.unit {
            Unit::Seconds => count(text).map(Duration::from_secs),
            Unit::Milliseconds => count(text).map(Duration::from_millis),
            Unit::Iso8601 => DateTime::from(text).system_time().map(since_1970),
        }
    }
}

/// How long after the beginning of 1970 a time is. Nothing was signed before; and a clock that says so
/// is not set.
fn since_1970(time: SystemTime) -> Duration {
    time.duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default()
}

/// A number without a sign, which `parse` would take, of no more digits than fit in any case.
fn count(text: &str) -> Option<u64> {
    let (mut number, mut is_number) = (0_u64, (1..20).contains(&text.len()));
    for byte in text.bytes() {
        let digit = byte.wrapping_sub(b'0');
        is_number &= digit < 10;
        number = number.wrapping_mul(10).wrapping_add(digit.into());
    }
    is_number.then_some(number)
}
