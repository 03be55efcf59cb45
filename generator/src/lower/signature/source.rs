//! `signature`: where it is, and how it is written.

use super::place::place;
use crate::api::{Encoding, SignatureList, SignatureSource};
use crate::lower::extension::{Members, Reader};

const ENCODINGS: [(&str, Encoding); 2] = [("hex", Encoding::Hex), ("base64", Encoding::Base64)];

/// What a field of a list holds.
#[derive(Clone, Copy, PartialEq)]
enum Holds {
    Signature,
    Timestamp,
}

/// Reads the member `signature`.
pub(super) fn signature(members: &Members<'_>, reader: &mut Reader<'_>) -> Option<SignatureSource> {
    let help = "say where it is: signature: { from: $request.header.X-Signature, encoding: hex }";
    let (value, at) = members.required("signature", help, reader)?;
    let signature = reader.object(value, &at, &["from", "encoding", "prefix", "list"])?;

    let from = signature.required_text("from", "it may be $request.header.NAME", reader);
    let place = from.and_then(|(text, at)| place(text, &at, reader));
    signature.required("encoding", "it may be hex, base64", reader);
    let encoding = signature.choice("encoding", &ENCODINGS, reader);
    let prefix = signature.text("prefix", reader);
    let list = signature
        .get("list")
        .and_then(|(value, at)| reader.object(value, &at, &["separator", "pair", "fields"]))
        .and_then(|members| list(&members, reader));
    Some(SignatureSource {
        place: place?,
        encoding: encoding?,
        prefix: prefix.map(|(text, _)| text.to_owned()),
        list,
    })
}

fn list(members: &Members<'_>, reader: &mut Reader<'_>) -> Option<SignatureList> {
    let separator = members.required_text("separator", "it stands between two fields", reader);
    let pair = members.required_text("pair", "it stands between a name and its value", reader);
    let fields = fields(members, reader)?;

    let mut timestamps = named(&fields, Holds::Timestamp);
    let signatures = named(&fields, Holds::Signature);
    let at = members.at().member("fields");
    if signatures.is_empty() {
        reader.mistake(
            &at,
            "no field is a signature",
            "say which: fields: { v1: signature }",
        );
    }
    let timestamp = timestamps.pop();
    if !timestamps.is_empty() {
        reader.mistake(&at, "several fields are the timestamp", "name one");
    }
    Some(SignatureList {
        separator: separator?.0.to_owned(),
        pair: pair?.0.to_owned(),
        signatures,
        timestamp,
    })
}

/// The names of a list's fields with what they hold, in the order of their names.
fn fields<'v>(members: &Members<'v>, reader: &mut Reader<'_>) -> Option<Vec<(&'v str, Holds)>> {
    let help = "say what each name holds: fields: { t: timestamp, v1: signature }";
    let (value, at) = members.required("fields", help, reader)?;
    let fields = reader.map(value, &at, help)?;
    let choices = [
        ("signature", Holds::Signature),
        ("timestamp", Holds::Timestamp),
    ];
    Some(
        fields
            .iter()
            .filter_map(|(name, _, _)| Some((name, fields.choice(name, &choices, reader)?)))
            .collect(),
    )
}

fn named(fields: &[(&str, Holds)], what: Holds) -> Vec<String> {
    fields
        .iter()
        .filter(|(_, holds)| *holds == what)
        .map(|(name, _)| (*name).to_owned())
        .collect()
}
