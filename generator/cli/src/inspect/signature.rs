//! How a delivery is verified, in words.

use hookgen::api::{
    Algorithm, Encoding, KeyEncoding, Piece, Place, TimestampSource, TimestampUnit, Timestamps,
    Verification,
};

use super::words::line;

/// `HMAC-SHA256 of the body, in hexadecimal in the header Sezzle-Signature`, and what else there is
/// to know, each a part of a sentence.
pub(super) fn parts(verification: &Verification) -> Vec<String> {
    let signature = &verification.signature;
    let mut parts = vec![format!(
        "{} of {}, {} in {}",
        algorithm(verification.algorithm),
        signed(&verification.signed),
        encoding(signature.encoding),
        place(&signature.place),
    )];
    if let Some(path) = &verification.each {
        parts.push(format!(
            "each item of {}",
            place(&Place::Body(path.clone()))
        ));
    }
    if let Some(prefix) = &signature.prefix {
        parts.push(format!("the signature is after `{}`", line(prefix)));
    }
    if let Some(list) = &signature.list {
        let names = line(&list.signatures.join(", "));
        parts.push(format!("the signatures are at {names}"));
    }
    match verification.key {
        KeyEncoding::Utf8 => {}
        KeyEncoding::Base64 => parts.push("the secret is base64".to_owned()),
        KeyEncoding::Hex => parts.push("the secret is hexadecimal".to_owned()),
    }
    parts.extend(verification.timestamp.as_ref().map(timestamp));
    parts
}

fn timestamp(timestamp: &Timestamps) -> String {
    let source = match &timestamp.source {
        TimestampSource::List => "in the same header".to_owned(),
        TimestampSource::At(place) => format!("in {}", self::place(place)),
    };
    let unit = match timestamp.unit {
        TimestampUnit::Seconds => "seconds",
        TimestampUnit::Milliseconds => "milliseconds",
        TimestampUnit::Iso8601 => "by ISO 8601",
    };
    let tolerance = timestamp.tolerance;
    format!("the timestamp, {unit} {source}, is at most {tolerance} s off")
}

/// `the header Sezzle-Signature`.
pub(super) fn place(place: &Place) -> String {
    match place {
        Place::Header(name) => format!("the header {}", line(name)),
        Place::Body(path) => format!("/{} of the body", line(&path.join("/"))),
        Place::Item(path) => format!("/{} of the item", line(&path.join("/"))),
    }
}

fn algorithm(algorithm: Algorithm) -> &'static str {
    match algorithm {
        Algorithm::HmacSha1 => "HMAC-SHA1",
        Algorithm::HmacSha256 => "HMAC-SHA256",
        Algorithm::HmacSha384 => "HMAC-SHA384",
        Algorithm::HmacSha512 => "HMAC-SHA512",
        Algorithm::Ed25519 => "Ed25519",
        Algorithm::EcdsaP256Sha256 => "ECDSA-P256-SHA256",
    }
}

fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Hex => "in hexadecimal",
        Encoding::Base64 => "in base64",
    }
}

fn signed(pieces: &[Piece]) -> String {
    let pieces: Vec<_> = pieces
        .iter()
        .map(|piece| match piece {
            Piece::Literal(text) => format!("`{}`", line(text)),
            Piece::Body => "the body".to_owned(),
            Piece::Timestamp => "the timestamp".to_owned(),
            Piece::At(at) => place(at),
            Piece::Url => "the URL".to_owned(),
            Piece::SortedForm => "the sorted form".to_owned(),
        })
        .collect();
    pieces.join(" + ")
}
