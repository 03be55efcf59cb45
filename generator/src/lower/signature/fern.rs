//! `x-fern-webhook-signature`: the same as Fern says it.
//!
//! ```yaml
//! x-fern-webhook-signature:
//!   type: hmac
//!   header: x-signature
//!   algorithm: sha256
//!   encoding: hex
//!   payload-format: { components: [timestamp, body], delimiter: "." }
//!   timestamp: { header: x-timestamp, format: unix-seconds, tolerance: 300 }
//! ```
//!
//! What it means is told by Fern's documentation of webhook signature verification.

use serde_json::{Value, json};

use crate::diagnostics::Pointer;
use crate::lower::expression::is_header_name;
use crate::lower::extension::{Members, Reader};

/// The extension's name.
pub(super) const NAME: &str = "x-fern-webhook-signature";

const HELP: &str = "describe it by x-webhook-verification, which is read instead";

/// What it says in the words of our extension; `None` with an error where it cannot be done.
pub(super) fn translate(value: &Value, at: &Pointer, reader: &mut Reader<'_>) -> Option<Value> {
    let members = reader.map(value, at, HELP)?;
    for name in ["body-hash-binding", "url-normalization", "jwks-url"] {
        if let Some((_, at)) = members.get(name) {
            reader.not_modelled(&at, format!("`{name}` cannot be followed"), HELP);
        }
    }
    let algorithm = algorithm(&members, reader);
    let is_asymmetric = algorithm.is_some_and(|one| !one.starts_with("hmac"));
    let header = header(&members, reader);
    let encoding = members.choice("encoding", &ENCODINGS, reader);
    let prefix = members.text("signature-prefix", reader);
    let signed = signed(&members, reader);
    let timestamp = timestamp(&members, reader);

    let mut scheme = json!({
        "algorithm": algorithm?,
        "key": { "encoding": if is_asymmetric { "base64" } else { "utf8" } },
        "signature": { "from": header?, "encoding": encoding.unwrap_or("base64") },
        "signed": signed?,
    });
    if let Some((prefix, _)) = prefix {
        scheme["signature"]["prefix"] = json!(prefix);
    }
    if let Some(timestamp) = timestamp {
        scheme["timestamp"] = timestamp;
    }
    Some(scheme)
}

const ENCODINGS: [(&str, &str); 2] = [("base64", "base64"), ("hex", "hex")];

fn algorithm(members: &Members<'_>, reader: &mut Reader<'_>) -> Option<&'static str> {
    let kinds = [("hmac", false), ("asymmetric", true)];
    members.required("type", "it may be hmac, asymmetric", reader)?;
    if members.choice("type", &kinds, reader)? {
        let algorithms = [
            ("ed25519", "ed25519"),
            ("ecdsa-sha256", "ecdsa-p256-sha256"),
        ];
        members.required("asymmetric-algorithm", HELP, reader)?;
        return members.choice("asymmetric-algorithm", &algorithms, reader);
    }
    let algorithms = [
        ("sha1", "hmac-sha1"),
        ("sha256", "hmac-sha256"),
        ("sha384", "hmac-sha384"),
        ("sha512", "hmac-sha512"),
    ];
    match members.get("algorithm") {
        None => Some("hmac-sha256"),
        Some(_) => members.choice("algorithm", &algorithms, reader),
    }
}

/// The runtime expression of the member `header`.
fn header(members: &Members<'_>, reader: &mut Reader<'_>) -> Option<String> {
    let (name, at) = members.required_text("header", "name the header", reader)?;
    if !is_header_name(name) {
        reader.mistake(&at, format!("no header can be called `{name}`"), HELP);
        return None;
    }
    Some(format!("$request.header.{name}"))
}

/// `payload-format`: a list of components, and what is between them. The body alone where it says
/// nothing.
fn signed(members: &Members<'_>, reader: &mut Reader<'_>) -> Option<String> {
    let Some((value, at)) = members.get("payload-format") else {
        return Some("{$request.body}".to_owned());
    };
    let format = reader.map(value, &at, HELP)?;
    let known = [
        ("body", "{$request.body}"),
        ("timestamp", "{$timestamp}"),
        ("notification-url", "{$url}"),
    ];
    let mut pieces = Vec::new();
    for component in format.texts("components", reader) {
        match known.iter().find(|(name, _)| *name == component) {
            Some((_, expression)) => pieces.push(*expression),
            None => {
                let at = at.member("components");
                reader.not_modelled(&at, format!("`{component}` cannot be followed"), HELP);
            }
        }
    }
    let delimiter = match format.get("delimiter") {
        // An empty one is one too.
        Some((Value::String(text), _)) => text,
        _ if pieces.len() < 2 => "",
        _ => {
            reader.mistake(&at, "`delimiter` is missing", "say what is between them");
            return None;
        }
    };
    Some(pieces.join(delimiter))
}

fn timestamp(members: &Members<'_>, reader: &mut Reader<'_>) -> Option<Value> {
    let (value, at) = members.get("timestamp")?;
    let timestamp = reader.map(value, &at, HELP)?;
    let header = header(&timestamp, reader)?;
    let formats = [
        ("unix-seconds", "s"),
        ("unix-millis", "ms"),
        ("iso8601", "iso8601"),
    ];
    let unit = timestamp.choice("format", &formats, reader).unwrap_or("s");
    let mut said = json!({ "from": header, "unit": unit });
    if let Some((tolerance, _)) = timestamp.get("tolerance") {
        said["tolerance"] = tolerance.clone();
    }
    Some(said)
}
