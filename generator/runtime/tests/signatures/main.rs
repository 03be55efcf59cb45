//! Signatures: those that providers' own test suites have, and what is wrong with a delivery.

mod refusals;
mod vectors;

use std::time::{Duration, SystemTime};

use hookgen_runtime::http::{HeaderMap, HeaderName, HeaderValue};
use hookgen_runtime::{
    Algorithm, Key, Part, Signature, Timestamp, Verification, Verifier, VerifyError,
};

const STANDARD_WEBHOOKS: Verification = Verification::new(Algorithm::HmacSha256)
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

const STRIPE: Verification = Verification::new(Algorithm::HmacSha256)
    .signature(
        Signature::in_header("Stripe-Signature")
            .hex()
            .list(",", "=", &["v1"])
            .timestamp("t"),
    )
    .signed(&[Part::Timestamp, Part::Literal("."), Part::Body])
    .timestamp(Timestamp::in_list().seconds().tolerance(300));

const PADDLE: Verification = Verification::new(Algorithm::HmacSha256)
    .signature(
        Signature::in_header("Paddle-Signature")
            .hex()
            .list(";", "=", &["h1"])
            .timestamp("ts"),
    )
    .signed(&[Part::Timestamp, Part::Literal(":"), Part::Body])
    .timestamp(Timestamp::in_list().seconds().tolerance(5));

const GITHUB: Verification = Verification::new(Algorithm::HmacSha256).signature(
    Signature::in_header("X-Hub-Signature-256")
        .hex()
        .prefix("sha256="),
);

const INTERCOM: Verification = Verification::new(Algorithm::HmacSha1)
    .signature(
        Signature::in_header("X-Hub-Signature")
            .hex()
            .prefix("sha1="),
    )
    .signed(&[Part::Body]);

const SHOPIFY: Verification = Verification::new(Algorithm::HmacSha256)
    .signature(Signature::in_header("X-Shopify-Hmac-Sha256").base64())
    .signed(&[Part::Body]);

const SLACK: Verification = Verification::new(Algorithm::HmacSha256)
    .signature(
        Signature::in_header("X-Slack-Signature")
            .hex()
            .prefix("v0="),
    )
    .signed(&[
        Part::Literal("v0:"),
        Part::Timestamp,
        Part::Literal(":"),
        Part::Body,
    ])
    .timestamp(
        Timestamp::in_header("X-Slack-Request-Timestamp")
            .seconds()
            .tolerance(300),
    );

const ADYEN: Verification = Verification::new(Algorithm::HmacSha256)
    .key(Key::hex())
    .signature(Signature::in_header("hmacsignature").base64());

const STANDARD_SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const STANDARD_BODY: &str = r#"{"test": 2432232314}"#;
const STANDARD_SIGNATURE: &str = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
const STANDARD_TIME: u64 = 1_614_265_330;

const STRIPE_HEADER: &str = "t=1533204620,v1=d7373bc68f4bd320b253cd7461f87af6e1cdf1b4d7db1614d8d1d746972d2d0a,v0=63f3a72374a733066c4be69ed7f8e5ac85c22c9f0a6a612ab9a025a9e4ee7eef";
const STRIPE_BODY: &str = r#"{"account":"acct_123","api_version":"2017-05-25","created":1533204620,"data":{"object":{"amount":1000,"currency":"usd","customer":"cus_123","date":1533204620,"description":"Test Invoice Item","discountable":false,"id":"ii_123","invoice":"in_123","livemode":false,"metadata":{},"object":"invoiceitem","period":{"end":1533204620,"start":1533204620},"proration":false,"quantity":3,"quantity_decimal":"0"}},"id":"evt_123","livemode":false,"object":"event","pending_webhooks":1,"request":{"id":"req_123","idempotency_key":"idempotency-key-123"},"type":"invoiceitem.created"}"#;
const STRIPE_TIME: u64 = 1_533_204_620;

fn headers(pairs: &[(&str, &str)]) -> HeaderMap {
    let parse = |(name, value): &(&str, &str)| {
        (
            name.parse::<HeaderName>().unwrap(),
            HeaderValue::from_str(value).unwrap(),
        )
    };
    pairs.iter().map(parse).collect()
}

/// A verifier whose clock stands at `seconds` since 1970.
fn verifier(scheme: Verification, secret: &str, seconds: u64) -> Verifier {
    Verifier::new(scheme, secret)
        .with_clock(move || SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
}

fn standard_headers(signature: &str) -> HeaderMap {
    headers(&[
        ("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"),
        ("webhook-timestamp", "1614265330"),
        ("webhook-signature", signature),
    ])
}

fn stripe(secret: &str, seconds: u64, header: &str, body: &str) -> Result<(), VerifyError> {
    let headers = headers(&[("stripe-signature", header)]);
    verifier(STRIPE, secret, seconds).verify(&headers, body.as_bytes())
}
