//! `timestamp`: when a delivery was signed, and how old it may be.

use serde_json::Value;

use super::place::place;
use super::template::{Covers, covers};
use crate::api::{Piece, Place, SignatureSource, TimestampSource, TimestampUnit, Timestamps};
use crate::diagnostics::Pointer;
use crate::lower::extension::{Members, Reader, kind};

const UNITS: [(&str, TimestampUnit); 3] = [
    ("s", TimestampUnit::Seconds),
    ("ms", TimestampUnit::Milliseconds),
    ("iso8601", TimestampUnit::Iso8601),
];

/// Five minutes: what most providers and the Standard Webhooks specification allow.
const TOLERANCE: u32 = 300;

/// Reads the member `timestamp`, which may be missing where nothing else speaks of one.
pub(super) fn timestamps(
    members: &Members<'_>,
    signature: Option<&SignatureSource>,
    signed: &[Piece],
    reader: &mut Reader<'_>,
) -> Option<Timestamps> {
    let known = ["from", "unit", "tolerance"];
    let own = members
        .get("timestamp")
        .and_then(|(value, at)| reader.object(value, &at, &known));
    let own = own.as_ref();
    let from = own
        .and_then(|own| own.text("from", reader))
        .and_then(|(text, at)| Some((place(text, &at, reader)?, at)));
    let unit = own.and_then(|own| own.choice("unit", &UNITS, reader));
    let tolerance = own.and_then(|own| tolerance(own, reader));

    // Without the signature there is no telling whether its list holds the timestamp.
    let list = signature?.list.as_ref();
    let listed = list.is_some_and(|list| list.timestamp.is_some());
    let is_signed = signed.contains(&Piece::Timestamp);
    if own.is_none() && !listed && !is_signed {
        return None;
    }
    let at = own.map_or(members.at(), Members::at);
    let source = source(from, listed, at, reader);
    // One that is in a body that is signed is signed with it.
    let is_in_body = matches!(
        source,
        Some(TimestampSource::At(Place::Body(_) | Place::Item(_)))
    );
    let is_signed = is_signed || is_in_body && covers(signed) == Covers::All;
    if !is_signed && reader.mistakes() == 0 {
        reader.doubt(
            "unsigned-timestamp",
            at,
            "the timestamp is not part of what is signed, so anybody could renew it",
            "add {$timestamp} to `signed`, if the provider signs it",
        );
    }
    Some(Timestamps {
        source: source?,
        unit: unit.unwrap_or(TimestampUnit::Seconds),
        tolerance: tolerance.unwrap_or(TOLERANCE),
    })
}

fn source(
    from: Option<(Place, Pointer)>,
    listed: bool,
    at: &Pointer,
    reader: &mut Reader<'_>,
) -> Option<TimestampSource> {
    match (from, listed) {
        (Some((place, _)), false) => Some(TimestampSource::At(place)),
        (None, true) => Some(TimestampSource::List),
        (Some((_, at)), true) => {
            reader.mistake(
                &at,
                "the timestamp is in two places, here and in signature.list",
                "leave out one of them",
            );
            None
        }
        (None, false) => {
            if reader.mistakes() == 0 {
                reader.mistake(
                    at,
                    "nothing says where the timestamp is",
                    "add timestamp: { from: $request.header.NAME }, or a field of signature.list",
                );
            }
            None
        }
    }
}

fn tolerance(own: &Members<'_>, reader: &mut Reader<'_>) -> Option<u32> {
    let (value, at) = own.get("tolerance")?;
    let seconds = value
        .as_u64()
        .and_then(|seconds| u32::try_from(seconds).ok());
    if seconds.is_none() {
        let what = match value {
            Value::Number(number) => number.to_string(),
            other => kind(other).to_owned(),
        };
        reader.mistake(
            &at,
            format!("`tolerance` must be a number of seconds, not {what}"),
            "say how far from now a timestamp may be: 300",
        );
    }
    seconds
}
