//! Signatures of several shapes, verified by the runtime's verifier.

use axum::http::StatusCode;
use payment_webhooks::runtime::{
    Algorithm, Key, Part, Signature, Timestamp, Verification, Verifier,
};

use crate::support::{Folder, Server};

const STANDARD: Verification = Verification::new(Algorithm::HmacSha256)
    .key(Key::base64().prefixes(&["whsec_"]))
    .signature(
        Signature::in_header("webhook-signature")
            .base64()
            .list(" ", ",", &["v1"]),
    )
    .signed(&[
        Part::Header("webhook-id"),
        Part::Literal("."),
        Part::Timestamp,
        Part::Literal("."),
        Part::Body,
    ])
    .timestamp(
        Timestamp::in_header("webhook-timestamp")
            .seconds()
            .tolerance(300),
    );

const LIST: Verification = Verification::new(Algorithm::HmacSha512)
    .key(Key::hex())
    .signature(
        Signature::in_header("Ledger-Signature")
            .hex()
            .list(",", "=", &["v1"])
            .timestamp("t"),
    )
    .signed(&[Part::Timestamp, Part::Literal("."), Part::Body])
    .timestamp(Timestamp::in_list().milliseconds().tolerance(60));

const PREFIX: Verification = Verification::new(Algorithm::HmacSha1).signature(
    Signature::in_header("X-Hub-Signature")
        .hex()
        .prefix("sha1="),
);

fn description(verification: &str) -> String {
    format!(
        "openapi: 3.1.0
info: {{ title: Signed, version: '1' }}
x-webhook-verification: {verification}
webhooks:
  only: {{ post: {{ requestBody: {{ content: {{ application/json: {{ schema: {{ type: object }} }} }} }} }} }}
"
    )
}

#[test]
fn a_delivery_is_signed_as_the_description_says() {
    for (verification, secret, scheme) in [
        (
            "{ algorithm: hmac-sha256, key: { encoding: base64, prefix: whsec_ },
               signature: { from: $request.header.webhook-signature, encoding: base64,
                 list: { separator: ' ', pair: ',', fields: { v1: signature } } },
               signed: '{$request.header.webhook-id}.{$timestamp}.{$request.body}',
               timestamp: { from: $request.header.webhook-timestamp, unit: s } }",
            "whsec_c2VjcmV0",
            STANDARD,
        ),
        (
            "{ algorithm: hmac-sha512, key: { encoding: hex },
               signature: { from: $request.header.Ledger-Signature, encoding: hex,
                 list: { separator: ',', pair: '=', fields: { t: timestamp, v1: signature } } },
               signed: '{$timestamp}.{$request.body}', timestamp: { unit: ms, tolerance: 60 } }",
            "00ff",
            LIST,
        ),
        (
            "{ algorithm: hmac-sha1, signed: '{$request.body}',
               signature: { from: $request.header.X-Hub-Signature, encoding: hex, prefix: sha1= } }",
            "key",
            PREFIX,
        ),
    ] {
        let verifier = Verifier::new(scheme, secret);
        let server = Server::start(move |count, received| {
            let verified = verifier.verify(&received.headers, &received.body);
            match verified {
                Ok(()) if count > 0 => StatusCode::OK,
                Ok(()) => StatusCode::TOO_MANY_REQUESTS,
                Err(_) => StatusCode::UNAUTHORIZED,
            }
        });
        let folder = Folder::new();
        folder.write("signed.yaml", description(verification));
        folder.write("secret", format!("{secret}\n"));
        let url = server.url();
        let arguments = [
            "send", "signed.yaml", "only", "--to", &url, "--secret-file", "secret", "--pause",
            "10ms", "--format", "json",
        ];
        let answer = folder.run(&arguments);
        let object = answer.ends_with(0).json();
        let attempts = &object["deliveries"][0]["attempts"];
        assert_eq!(attempts[0]["status"], 429, "each attempt is signed: {object}");
        let received = server.received();
        if let Some(id) = received[0].headers.get("webhook-id") {
            assert_eq!(object["deliveries"][0]["id"], id.to_str().expect("text"));
            assert_eq!(received[1].headers.get("webhook-id"), Some(id));
        }
    }
}
