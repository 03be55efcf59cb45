//! Serde of `time`'s types as RFC 3339 writes them, which `time` itself has only through derives.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{self, Serialize, Serializer};
use time::format_description::well_known;
use time::{Date, OffsetDateTime};

/// An [`OffsetDateTime`] or a [`Date`], which JSON has as RFC 3339 writes it.
///
/// An instant keeps its offset and its fraction of a second, to the nanosecond, but for zeros at
/// its end; a day keeps everything.
///
/// ```
/// use hookgen_runtime::Rfc3339;
/// use hookgen_runtime::time::OffsetDateTime;
///
/// let text = r#""2025-04-12T02:11:01.5+02:00""#;
/// let time: Rfc3339<OffsetDateTime> = serde_json::from_str(text).unwrap();
/// assert_eq!(time.hour(), 2);
/// assert_eq!(serde_json::to_string(&time).unwrap(), text);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rfc3339<T>(pub T);

impl<T> Deref for Rfc3339<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> From<T> for Rfc3339<T> {
    fn from(time: T) -> Self {
        Self(time)
    }
}

impl<T: fmt::Debug> fmt::Debug for Rfc3339<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// A type that RFC 3339 has text for.
trait Written: Sized {
    const EXPECTED: &'static str;

    fn parse(text: &str) -> Result<Self, time::error::Parse>;

    fn format(&self) -> Result<String, time::error::Format>;
}

impl Written for OffsetDateTime {
    const EXPECTED: &'static str = "a date and time as in RFC 3339";

    fn parse(text: &str) -> Result<Self, time::error::Parse> {
        Self::parse(text, &well_known::Rfc3339)
    }

    fn format(&self) -> Result<String, time::error::Format> {
        (*self).format(&well_known::Rfc3339)
    }
}

impl Written for Date {
    const EXPECTED: &'static str = "a date as in RFC 3339";

    fn parse(text: &str) -> Result<Self, time::error::Parse> {
        Self::parse(text, &well_known::Iso8601::DATE)
    }

    fn format(&self) -> Result<String, time::error::Format> {
        (*self).format(&well_known::Iso8601::DATE)
    }
}

macro_rules! serde {
    ($($type:ty),*) => {
        $(
            impl Serialize for Rfc3339<$type> {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    let text = Written::format(&self.0).map_err(ser::Error::custom)?;
                    serializer.serialize_str(&text)
                }
            }

            impl<'de> Deserialize<'de> for Rfc3339<$type> {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_str(TextVisitor(PhantomData))
                }
            }
        )*
    };
}

serde!(OffsetDateTime, Date);

struct TextVisitor<T>(PhantomData<T>);

impl<T: Written> Visitor<'_> for TextVisitor<T> {
    type Value = Rfc3339<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(T::EXPECTED)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Rfc3339<T>, E> {
        T::parse(text).map(Rfc3339).map_err(E::custom)
    }
}
