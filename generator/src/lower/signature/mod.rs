//! How a delivery is signed: `x-webhook-verification`.
//!
//! Whatever is wrong with it is an error: a receiver that does not check what the description
//! asks it to check would be worse than none.

mod source;
mod template;
mod timestamp;

use serde_json::Value;

use super::extension::{Members, Reader, names};
use crate::api::{Algorithm, KeyEncoding, Verification};
use crate::diagnostics::{Diagnostics, Pointer, Severity};

const ALGORITHMS: [(&str, Algorithm); 4] = [
    ("hmac-sha1", Algorithm::HmacSha1),
    ("hmac-sha256", Algorithm::HmacSha256),
    ("hmac-sha384", Algorithm::HmacSha384),
    ("hmac-sha512", Algorithm::HmacSha512),
];

const KEY_ENCODINGS: [(&str, KeyEncoding); 3] = [
    ("utf8", KeyEncoding::Utf8),
    ("base64", KeyEncoding::Base64),
    ("hex", KeyEncoding::Hex),
];

/// Reads `x-webhook-verification`, which stands at `at`; `None` with an error where it cannot be
/// done as it says.
pub(super) fn verification(
    value: &Value,
    at: &Pointer,
    diagnostics: &mut Diagnostics,
) -> Option<Verification> {
    let mut reader = Reader::new(diagnostics, Severity::Error, "invalid-verification");
    let found = read(value, at, &mut reader);
    found.filter(|_| reader.mistakes() == 0)
}

fn read(value: &Value, at: &Pointer, reader: &mut Reader<'_>) -> Option<Verification> {
    let known = [
        "algorithm",
        "key",
        "signature",
        "signed",
        "timestamp",
        "preset",
        "each",
    ];
    let members = reader.object(value, at, &known)?;
    if is_beyond_us(&members, reader) {
        return None;
    }
    let algorithm = algorithm(&members, reader);
    let (key, key_prefix) = key(&members, reader);
    let signature = source::signature(&members, reader);
    let signed = template::signed(&members, reader);
    let timestamp = timestamp::timestamps(&members, signature.as_ref(), &signed, reader);
    Some(Verification {
        origin: at.to_string(),
        algorithm: algorithm?,
        key,
        key_prefix,
        signature: signature?,
        signed,
        timestamp,
    })
}

/// Whether it says what only a later version can do.
fn is_beyond_us(members: &Members<'_>, reader: &mut Reader<'_>) -> bool {
    let before = reader.mistakes();
    if let Some((_, at)) = members.get("preset") {
        reader.not_modelled(
            &at,
            "presets cannot be generated yet",
            "write it out: algorithm, key, signature, signed and timestamp",
        );
    }
    if let Some((_, at)) = members.get("each") {
        reader.not_modelled(
            &at,
            "signatures of a delivery's parts cannot be checked yet",
            "leave the extension out and check each part in your own code before using it",
        );
    }
    reader.mistakes() > before
}

fn algorithm(members: &Members<'_>, reader: &mut Reader<'_>) -> Option<Algorithm> {
    let help = format!("it may be {}", names(&ALGORITHMS));
    let (text, at) = members.required_text("algorithm", &help, reader)?;
    if matches!(text, "ed25519" | "ecdsa-p256-sha256") {
        reader.not_modelled(&at, format!("`{text}` cannot be checked yet"), &help);
        return None;
    }
    members.choice("algorithm", &ALGORITHMS, reader)
}

fn key(members: &Members<'_>, reader: &mut Reader<'_>) -> (KeyEncoding, Option<String>) {
    let key = members
        .get("key")
        .and_then(|(value, at)| reader.object(value, &at, &["encoding", "prefix"]));
    let Some(key) = key else {
        return (KeyEncoding::Utf8, None);
    };
    let encoding = key.choice("encoding", &KEY_ENCODINGS, reader);
    let prefix = key.text("prefix", reader);
    (
        encoding.unwrap_or(KeyEncoding::Utf8),
        prefix.map(|(text, _)| text.to_owned()),
    )
}

#[cfg(test)]
mod tests;
