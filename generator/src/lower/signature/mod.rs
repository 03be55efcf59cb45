//! How a delivery is signed: `x-webhook-verification`.
//!
//! Whatever is wrong with it is an error: a receiver that does not check what the description
//! asks it to check would be worse than none.

mod fern;
mod place;
mod preset;
mod source;
mod speakeasy;
mod template;
mod timestamp;

use openapiv3::OpenAPI;
use serde_json::Value;

use self::template::Covers;
use super::extension::{Members, Reader, names};
use crate::api::{Algorithm, KeyEncoding, Place, Verification};
use crate::diagnostics::{Diagnostics, Pointer, Severity};

/// The extension that says it.
pub(super) const VERIFICATION: &str = "x-webhook-verification";

const ALGORITHMS: [(&str, Algorithm); 6] = [
    ("hmac-sha1", Algorithm::HmacSha1),
    ("hmac-sha256", Algorithm::HmacSha256),
    ("hmac-sha384", Algorithm::HmacSha384),
    ("hmac-sha512", Algorithm::HmacSha512),
    ("ed25519", Algorithm::Ed25519),
    ("ecdsa-p256-sha256", Algorithm::EcdsaP256Sha256),
];

const KEY_ENCODINGS: [(&str, KeyEncoding); 3] = [
    ("utf8", KeyEncoding::Utf8),
    ("base64", KeyEncoding::Base64),
    ("hex", KeyEncoding::Hex),
];

const MEMBERS: [&str; 7] = [
    "preset",
    "algorithm",
    "key",
    "each",
    "signature",
    "signed",
    "timestamp",
];

/// How deliveries are signed, by the extension at the document's root, or by those of other
/// generators that say the same.
pub(super) fn of_document(
    openapi: &OpenAPI,
    diagnostics: &mut Diagnostics,
) -> Option<Verification> {
    let at = |name: &str| Pointer::default().member(name);
    if let Some(value) = openapi.extensions.get(VERIFICATION) {
        return verification(value, &at(VERIFICATION), diagnostics);
    }
    let others: [(&str, Translate); 2] = [
        (fern::NAME, fern::translate),
        (speakeasy::NAME, speakeasy::translate),
    ];
    others.into_iter().find_map(|(name, translate)| {
        let value = openapi.extensions.get(name)?;
        let mut reader = Reader::new(diagnostics, Severity::Error, "invalid-verification");
        let scheme = translate(value, &at(name), &mut reader);
        let found = scheme.and_then(|scheme| read(&scheme, &at(name), &mut reader));
        found.filter(|_| reader.mistakes() == 0)
    })
}

/// What another extension says, in the words of ours.
type Translate = fn(&Value, &Pointer, &mut Reader<'_>) -> Option<Value>;

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
    let members = reader.object(value, at, &MEMBERS)?;
    let expanded;
    let is_preset = members.get("preset").is_some();
    let members = if is_preset {
        expanded = preset::expanded(&members, reader)?;
        reader.object(&expanded, at, &MEMBERS)?
    } else {
        members
    };
    let algorithm = algorithm(&members, reader);
    let (key, key_prefixes) = key(&members, reader);
    let each = each(&members, reader);
    let signature = source::signature(&members, reader);
    let signed = template::signed(&members, reader);
    let timestamp = timestamp::timestamps(&members, signature.as_ref(), &signed, reader);
    let found = Verification {
        origin: at.to_string(),
        algorithm: algorithm?,
        key,
        key_prefixes,
        each,
        signature: signature?,
        signed,
        timestamp,
    };
    check_items(&found, at, reader);
    check_itself(&found, at, reader);
    let is_partial = template::covers(&found.signed) == Covers::Some;
    if is_partial && !is_preset && reader.mistakes() == 0 {
        reader.doubt(
            "unsigned-body",
            &at.member("signed"),
            "only parts of the body are signed, so anybody could change the rest",
            "add {$request.body} to `signed`, if the provider signs all of it",
        );
    }
    Some(found)
}

/// Whether items are spoken of just where there are some.
fn check_items(found: &Verification, at: &Pointer, reader: &mut Reader<'_>) {
    let is_item = |place: &Place| matches!(place, Place::Item(_));
    let speaks = found.places().any(is_item);
    if speaks && found.each.is_none() {
        let message = "`$item` means nothing here, as nothing says what the items are";
        let help = "add `each: $request.body#/POINTER`, which leads to an array";
        reader.mistake(at, message, help);
    }
    if found.each.is_some() && !is_item(&found.signature.place) {
        let message = "the signature of each item is not in the item";
        let help = "say where in an item it is: signature: { from: $item#/POINTER }";
        reader.mistake(&at.member("each"), message, help);
    }
}

/// A signature that is in what it signs is none.
fn check_itself(found: &Verification, at: &Pointer, reader: &mut Reader<'_>) {
    let is_in_body = !matches!(found.signature.place, Place::Header(_));
    if is_in_body && template::covers(&found.signed) == Covers::All {
        let message = "the signature is in the body, which it cannot be a signature of";
        let help = "sign members of the body: {$request.body#/POINTER}";
        reader.mistake(&at.member("signed"), message, help);
    }
}

fn algorithm(members: &Members<'_>, reader: &mut Reader<'_>) -> Option<Algorithm> {
    let help = format!("it may be {}", names(&ALGORITHMS));
    members.required_text("algorithm", &help, reader)?;
    members.choice("algorithm", &ALGORITHMS, reader)
}

/// `key`: its encoding, and the prefixes that are stripped first.
fn key(members: &Members<'_>, reader: &mut Reader<'_>) -> (KeyEncoding, Vec<String>) {
    let key = members
        .get("key")
        .and_then(|(value, at)| reader.object(value, &at, &["encoding", "prefix"]));
    let Some(key) = key else {
        return (KeyEncoding::Utf8, Vec::new());
    };
    let encoding = key.choice("encoding", &KEY_ENCODINGS, reader);
    (
        encoding.unwrap_or(KeyEncoding::Utf8),
        key.texts("prefix", reader),
    )
}

/// `each`: the array in the body whose items are meant.
pub(super) fn each(members: &Members<'_>, reader: &mut Reader<'_>) -> Option<Vec<String>> {
    let (text, at) = members.text("each", reader)?;
    match place::place(text, &at, reader)? {
        Place::Body(path) => Some(path),
        Place::Header(_) | Place::Item(_) => {
            let message = format!("`{text}` is no array of the body");
            reader.mistake(&at, message, "it may be $request.body#/POINTER");
            None
        }
    }
}

#[cfg(test)]
mod tests;
