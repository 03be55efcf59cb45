//! The headers that a scheme looks at.

use http::{HeaderMap, HeaderName, HeaderValue};

use super::delivered::Place;
use super::{Part, Verification};
use crate::same::is_same;

/// The names of the headers that a scheme looks at, as a map of headers wants them: what it makes of
/// a text for every delivery, it makes of these once.
#[derive(Clone)]
pub(super) struct HeaderNames(Vec<(&'static str, HeaderName)>);

impl HeaderNames {
    pub(super) fn of(scheme: &Verification) -> Self {
        let timestamp = scheme.timestamp.and_then(|timestamp| timestamp.place);
        let places = [Some(scheme.signature.place), timestamp];
        let placed = places.into_iter().filter_map(|place| match place? {
            Place::Header(name) => Some(name),
            Place::Body(_) | Place::Item(_) => None,
        });
        let signed = scheme.signed.iter().filter_map(|part| match part {
            Part::Header(name) => Some(*name),
            _ => None,
        });
        let names = placed.chain(signed);
        Self(
            names
                .filter_map(|name| Some((name, name.parse().ok()?)))
                .collect(),
        )
    }

    /// The values of a header that the scheme looks at.
    ///
    /// All headers are gone through: they are a dozen, and to compute where one is takes longer, for
    /// which what is read from there would have to wait.
    pub(super) fn values<'h>(
        &'h self,
        headers: &'h HeaderMap,
        wanted: &'static str,
    ) -> impl Iterator<Item = &'h HeaderValue> + use<'h> {
        let wanted = self.0.iter().find(|(name, _)| is_same(name, wanted));
        wanted.into_iter().flat_map(|(_, wanted)| {
            let found = headers.iter().filter(move |(name, _)| *name == wanted);
            found.map(|(_, value)| value)
        })
    }
}
