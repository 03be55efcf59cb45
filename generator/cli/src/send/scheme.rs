//! How deliveries are signed: what a description says, as the runtime has it.

use hookgen::api::{self, Place, TimestampSource, TimestampUnit};
use hookgen_runtime::{Algorithm, Key, Part, Signature, Timestamp, Verification};

/// The scheme that is described. The runtime has it as a constant, as generated code does; so what
/// is read here lives as long as the command does, which is not long.
pub(super) fn scheme(said: &api::Verification) -> Verification {
    let algorithm = match said.algorithm {
        api::Algorithm::HmacSha1 => Algorithm::HmacSha1,
        api::Algorithm::HmacSha256 => Algorithm::HmacSha256,
        api::Algorithm::HmacSha384 => Algorithm::HmacSha384,
        api::Algorithm::HmacSha512 => Algorithm::HmacSha512,
        api::Algorithm::Ed25519 => Algorithm::Ed25519,
        api::Algorithm::EcdsaP256Sha256 => Algorithm::EcdsaP256Sha256,
    };
    let scheme = Verification::new(algorithm)
        .key(key(said))
        .signature(signature(&said.signature))
        .signed(Vec::leak(said.signed.iter().map(part).collect()));
    let scheme = match &said.each {
        Some(path) => scheme.each(pointer(path)),
        None => scheme,
    };
    match &said.timestamp {
        Some(timestamp) => scheme.timestamp(self::timestamp(timestamp)),
        None => scheme,
    }
}

fn key(said: &api::Verification) -> Key {
    let key = match said.key {
        api::KeyEncoding::Utf8 => Key::utf8(),
        api::KeyEncoding::Base64 => Key::base64(),
        api::KeyEncoding::Hex => Key::hex(),
    };
    key.prefixes(texts(&said.key_prefixes))
}

fn signature(said: &api::SignatureSource) -> Signature {
    let signature = match &said.place {
        Place::Header(name) => Signature::in_header(text(name)),
        Place::Body(path) => Signature::in_body(pointer(path)),
        Place::Item(path) => Signature::in_item(pointer(path)),
    };
    let signature = match said.encoding {
        api::Encoding::Hex => signature.hex(),
        api::Encoding::Base64 => signature.base64(),
    };
    let signature = signature.prefix(text(said.prefix.as_deref().unwrap_or_default()));
    let Some(list) = &said.list else {
        return signature;
    };
    let names = texts(&list.signatures);
    let signature = signature.list(text(&list.separator), text(&list.pair), names);
    match &list.timestamp {
        Some(name) => signature.timestamp(text(name)),
        None => signature,
    }
}

fn part(piece: &api::Piece) -> Part {
    match piece {
        api::Piece::Literal(literal) => Part::Literal(text(literal)),
        api::Piece::Body => Part::Body,
        api::Piece::Timestamp => Part::Timestamp,
        api::Piece::Url => Part::Url,
        api::Piece::SortedForm => Part::SortedForm,
        api::Piece::At(Place::Header(name)) => Part::Header(text(name)),
        api::Piece::At(Place::Body(path)) => Part::Member(pointer(path)),
        api::Piece::At(Place::Item(path)) => Part::Item(pointer(path)),
    }
}

fn timestamp(said: &api::Timestamps) -> Timestamp {
    let timestamp = match &said.source {
        TimestampSource::List => Timestamp::in_list(),
        TimestampSource::At(Place::Header(name)) => Timestamp::in_header(text(name)),
        TimestampSource::At(Place::Body(path)) => Timestamp::in_body(pointer(path)),
        TimestampSource::At(Place::Item(path)) => Timestamp::in_item(pointer(path)),
    };
    let timestamp = match said.unit {
        TimestampUnit::Seconds => timestamp.seconds(),
        TimestampUnit::Milliseconds => timestamp.milliseconds(),
        TimestampUnit::Iso8601 => timestamp.iso_8601(),
    };
    timestamp.tolerance(said.tolerance)
}

fn text(text: &str) -> &'static str {
    String::leak(text.to_owned())
}

fn texts(texts: &[String]) -> &'static [&'static str] {
    Vec::leak(texts.iter().map(|one| text(one)).collect())
}

/// A JSON pointer (RFC 6901).
fn pointer(path: &[String]) -> &'static str {
    String::leak(api::pointer(path))
}
