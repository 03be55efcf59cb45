//! The signature of a delivery, as the description says it is made.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_PAD_INDIFFERENT};
use hmac::{Hmac, KeyInit, Mac};
use hookgen::Error;
use hookgen::api::{
    Algorithm, Encoding, KeyEncoding, Piece, TimestampSource, TimestampUnit, Verification,
};
use jiff::Timestamp;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use sha1::Sha1;
use sha2::{Sha256, Sha384, Sha512};

use super::plan::{Delivery, Plan};

/// All headers of a delivery that is made now.
pub(super) fn headers(
    plan: &Plan,
    delivery: &Delivery,
    now: Timestamp,
) -> Result<HeaderMap, Error> {
    let mut headers = delivery.headers.clone();
    if let Some((scheme, secret)) = delivery.verification.as_ref().zip(plan.secret.as_ref()) {
        let signed = sign(scheme, secret.expose(), &headers, &delivery.body, now);
        headers.extend(signed.ok_or_else(|| {
            let written = match scheme.key {
                KeyEncoding::Utf8 => "it is empty",
                KeyEncoding::Base64 => "it is not base64",
                KeyEncoding::Hex => "it is not hexadecimal",
            };
            Error::Usage(format!("the secret cannot be a key: {written}"))
        })?);
        plan.given.put(&mut headers);
    }
    Ok(headers)
}

/// The headers of the signature; `None` if the secret cannot be a key.
fn sign(
    scheme: &Verification,
    secret: &str,
    headers: &HeaderMap,
    body: &[u8],
    now: Timestamp,
) -> Option<Vec<(HeaderName, HeaderValue)>> {
    let key = key(scheme, secret)?;
    let timestamp = scheme
        .timestamp
        .as_ref()
        .map(|timestamp| match timestamp.unit {
            TimestampUnit::Seconds => now.as_second().to_string(),
            TimestampUnit::Milliseconds => now.as_millisecond().to_string(),
        });
    let told = timestamp.as_deref().unwrap_or_default();
    let pieces = scheme.signed.iter().map(|piece| match piece {
        Piece::Literal(text) => text.as_bytes(),
        Piece::Body => body,
        Piece::Timestamp => told.as_bytes(),
        Piece::Header(name) => headers.get(name).map_or(&[][..], HeaderValue::as_bytes),
    });
    let message = pieces.collect::<Vec<_>>().concat();
    let signature = mac(scheme.algorithm, &key, &message)?;
    let source = &scheme.signature;
    let prefix = source.prefix.as_deref().unwrap_or_default();
    let signature = match source.encoding {
        Encoding::Hex => format!("{prefix}{}", hex::encode(signature)),
        Encoding::Base64 => format!("{prefix}{}", STANDARD.encode(signature)),
    };
    let value = match &source.list {
        None => signature,
        Some(list) => {
            let pair = |name: &str, value: &str| format!("{name}{}{value}", list.pair);
            let time = list.timestamp.as_ref().map(|name| pair(name, told));
            let name = list.signatures.first().map_or("", String::as_str);
            let parts: Vec<_> = time.into_iter().chain([pair(name, &signature)]).collect();
            parts.join(&list.separator)
        }
    };
    let mut signed = vec![header(&source.header, &value)?];
    if let Some(TimestampSource::Header(name)) = scheme.timestamp.as_ref().map(|it| &it.source) {
        signed.push(header(name, told)?);
    }
    Some(signed)
}

fn header(name: &str, value: &str) -> Option<(HeaderName, HeaderValue)> {
    let name = HeaderName::from_bytes(name.as_bytes()).ok()?;
    Some((name, HeaderValue::from_str(value).ok()?))
}

fn key(scheme: &Verification, secret: &str) -> Option<Vec<u8>> {
    let prefix = scheme.key_prefix.as_deref().unwrap_or_default();
    let text = secret.strip_prefix(prefix).unwrap_or(secret);
    let key = match scheme.key {
        KeyEncoding::Utf8 => text.as_bytes().to_vec(),
        KeyEncoding::Base64 => STANDARD_PAD_INDIFFERENT.decode(text).ok()?,
        KeyEncoding::Hex => hex::decode(text).ok()?,
    };
    (!key.is_empty()).then_some(key)
}

fn mac(algorithm: Algorithm, key: &[u8], message: &[u8]) -> Option<Vec<u8>> {
    fn of<M: Mac + KeyInit>(key: &[u8], message: &[u8]) -> Option<Vec<u8>> {
        let mut mac = M::new_from_slice(key).ok()?;
        mac.update(message);
        Some(mac.finalize().into_bytes().to_vec())
    }
    match algorithm {
        Algorithm::HmacSha1 => of::<Hmac<Sha1>>(key, message),
        Algorithm::HmacSha256 => of::<Hmac<Sha256>>(key, message),
        Algorithm::HmacSha384 => of::<Hmac<Sha384>>(key, message),
        Algorithm::HmacSha512 => of::<Hmac<Sha512>>(key, message),
    }
}
