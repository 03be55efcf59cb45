//! The signature of a delivery, as the description says it is made.

use hookgen::Error;
use hookgen::api::{Algorithm, KeyEncoding, Verification};
use hookgen_runtime::{Bytes, Signer, VerifyError};
use reqwest::header::HeaderMap;

use super::plan::{Delivery, Plan};
use super::scheme::scheme;

/// The headers and the body of a delivery that is made now.
pub(super) fn sign(plan: &Plan, delivery: &Delivery) -> Result<(HeaderMap, Bytes), Error> {
    let mut headers = delivery.headers.clone();
    let body = Bytes::from(delivery.body.clone());
    let Some((said, secret)) = delivery.verification.as_ref().zip(plan.secret.as_ref()) else {
        return Ok((headers, body));
    };
    let signer = Signer::new(scheme(said), secret.expose()).at_url(plan.url.as_str());
    let body = signer
        .sign(&mut headers, &body)
        .map_err(|error| match error.reason() {
            VerifyError::BadSecret => Error::Usage(bad_secret(said)),
            _ => Error::Usage(format!("`{}`: {error}", delivery.event)),
        })?;
    plan.given.put(&mut headers);
    Ok((headers, body))
}

fn bad_secret(said: &Verification) -> String {
    let written = match said.key {
        KeyEncoding::Utf8 => "it is empty",
        KeyEncoding::Base64 => "it is not base64",
        KeyEncoding::Hex => "it is not hexadecimal",
    };
    let else_what = match said.algorithm {
        Algorithm::Ed25519 | Algorithm::EcdsaP256Sha256 => ", or not the private key",
        _ => "",
    };
    format!("the secret cannot be a key: {written}{else_what}")
}
