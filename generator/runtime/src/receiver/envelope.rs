//! What a delivery says of itself, whichever event it tells of.

use std::borrow::Cow;
use std::time::{Duration, SystemTime};

use http::HeaderMap;

use super::{Deliveries, Source};
use crate::DateTime;

/// Where a provider's deliveries say what they all say: the event's id, its time, and the version
/// of the API that it is written in.
///
/// Generated code has one as a constant, where the description tells. It reads a delivery's bytes
/// and headers when it is asked, and costs nothing else: so it says the same of events that are
/// not described, or do not fit their types.
///
/// ```
/// use hookgen_runtime::http::HeaderMap;
/// use hookgen_runtime::{Envelope, Source};
///
/// pub const ENVELOPE: Envelope = Envelope::new()
///     .id_in(Source::Body("/id"))
///     .time_in(Source::Body("/created"));
///
/// let body = br#"{ "id": "evt_1", "created": 1760000000, "type": "invoice.from_the_future" }"#;
/// assert_eq!(ENVELOPE.id(&HeaderMap::new(), body).as_deref(), Some("evt_1"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Envelope {
    id: Option<Source>,
    time: Option<Source>,
    api_version: Option<Source>,
}

/// Deliveries that all say what an [`Envelope`] has.
pub trait Enveloped: Deliveries {
    /// Where they say it.
    const ENVELOPE: Envelope;
}

impl Envelope {
    /// Nothing is said.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            id: None,
            time: None,
            api_version: None,
        }
    }

    /// Where the event's id is.
    #[must_use]
    pub const fn id_in(self, source: Source) -> Self {
        Self {
            id: Some(source),
            ..self
        }
    }

    /// Where the event's time is: as RFC 3339 has it, or counted since 1970 in seconds or
    /// milliseconds.
    #[must_use]
    pub const fn time_in(self, source: Source) -> Self {
        Self {
            time: Some(source),
            ..self
        }
    }

    /// Where the version of the API is.
    #[must_use]
    pub const fn api_version_in(self, source: Source) -> Self {
        Self {
            api_version: Some(source),
            ..self
        }
    }

    /// The event's id, which is the same when the event is delivered again; `None` if the delivery
    /// has none.
    #[must_use]
    pub fn id<'a>(self, headers: &'a HeaderMap, body: &'a [u8]) -> Option<Cow<'a, str>> {
        said(self.id, headers, body)
    }

    /// When the event happened; `None` if the delivery does not say, or not in a way that is known.
    #[must_use]
    pub fn time(self, headers: &HeaderMap, body: &[u8]) -> Option<SystemTime> {
        time(&said(self.time, headers, body)?)
    }

    /// The version of the API that the event is written in; `None` if the delivery does not say.
    #[must_use]
    pub fn api_version<'a>(self, headers: &'a HeaderMap, body: &'a [u8]) -> Option<Cow<'a, str>> {
        said(self.api_version, headers, body)
    }
}

/// What is said in a place; nothing where the body is no JSON.
fn said<'a>(
    source: Option<Source>,
    headers: &'a HeaderMap,
    body: &'a [u8],
) -> Option<Cow<'a, str>> {
    let said = source?.read(headers, body).ok()??;
    (!said.is_empty()).then_some(said)
}

/// A number is of seconds, unless that were more than three thousand years from now.
fn time(text: &str) -> Option<SystemTime> {
    const MILLISECONDS: f64 = 1e11;
    let Ok(number) = text.parse::<f64>() else {
        return DateTime::from(text).system_time();
    };
    let seconds = match number.abs() < MILLISECONDS {
        true => number,
        false => number / 1000.0,
    };
    let distance = Duration::try_from_secs_f64(seconds.abs()).ok()?;
    match seconds < 0.0 {
        true => SystemTime::UNIX_EPOCH.checked_sub(distance),
        false => SystemTime::UNIX_EPOCH.checked_add(distance),
    }
}
