//! `x-speakeasy-webhooks`: the same as Speakeasy says it, which is HMAC of the body in a header.
//!
//! ```yaml
//! x-speakeasy-webhooks:
//!   security:
//!     type: signature
//!     headerName: x-signature
//!     signatureTextEncoding: base64
//!     algorithm: hmac-sha256
//! ```
//!
//! What it means is told by Speakeasy's documentation of webhooks.

use serde_json::{Value, json};

use crate::diagnostics::Pointer;
use crate::lower::expression::is_header_name;
use crate::lower::extension::Reader;

/// The extension's name.
pub(super) const NAME: &str = "x-speakeasy-webhooks";

const HELP: &str = "describe it by x-webhook-verification, which is read instead";

/// What it says in the words of our extension; `None` with an error where it cannot be done, or
/// where it says nothing of signatures.
pub(super) fn translate(value: &Value, at: &Pointer, reader: &mut Reader<'_>) -> Option<Value> {
    let (security, at) = reader.map(value, at, HELP)?.get("security")?;
    let security = reader.map(security, &at, HELP)?;
    let kind = security.required_text("type", "it may be signature", reader)?;
    if kind.0 != "signature" {
        let message = format!("security of the type `{}` cannot be followed", kind.0);
        reader.not_modelled(&kind.1, message, HELP);
        return None;
    }
    let header = security.required_text("headerName", "name the header", reader);
    let encodings = [("base64", "base64"), ("hex", "hex")];
    security.required("signatureTextEncoding", "it may be base64, hex", reader);
    let encoding = security.choice("signatureTextEncoding", &encodings, reader);
    security.required("algorithm", "it may be hmac-sha256", reader);
    let algorithm = security.choice("algorithm", &[("hmac-sha256", "hmac-sha256")], reader);
    let (name, at) = header?;
    if !is_header_name(name) {
        reader.mistake(&at, format!("no header can be called `{name}`"), HELP);
    }
    Some(json!({
        "algorithm": algorithm?,
        "signature": { "from": format!("$request.header.{name}"), "encoding": encoding? },
        "signed": "{$request.body}",
    }))
}
