//! Deliveries that are refused, and why.

use std::time::Duration;

use hookgen_runtime::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use hookgen_runtime::{Timestamp, VerifyError};

use super::{
    GITHUB, STANDARD_BODY, STANDARD_SECRET, STANDARD_SIGNATURE, STANDARD_TIME, STANDARD_WEBHOOKS,
    STRIPE, STRIPE_BODY, STRIPE_HEADER, STRIPE_TIME, headers, standard_headers, stripe, verifier,
};

#[test]
fn a_timestamp_may_be_off_by_the_tolerance() {
    let at = |seconds| stripe("secret", seconds, STRIPE_HEADER, STRIPE_BODY);
    let second = Duration::from_secs(1);
    assert_eq!(at(STRIPE_TIME + 300), Ok(()));
    assert_eq!(
        at(STRIPE_TIME + 301),
        Err(VerifyError::TooOld { by: second })
    );
    assert_eq!(at(STRIPE_TIME - 300), Ok(()));
    assert_eq!(
        at(STRIPE_TIME - 301),
        Err(VerifyError::TooNew { by: second })
    );
}

#[test]
fn a_timestamp_cannot_be_altered() {
    let fresh = STRIPE_HEADER.replace("1533204620", "1533205620");
    assert_eq!(
        stripe("secret", 1_533_205_620, &fresh, STRIPE_BODY),
        Err(VerifyError::NoMatch)
    );
    // Neither by a second one, of which the one would be checked and the other be signed.
    for two in [
        format!("t=1533205620,{STRIPE_HEADER}"),
        format!("{STRIPE_HEADER},t=1533205620"),
    ] {
        assert_eq!(
            stripe("secret", 1_533_205_620, &two, STRIPE_BODY),
            Err(VerifyError::MalformedSignature)
        );
    }
}

#[test]
fn milliseconds_are_milliseconds() {
    // Only the unit is at stake, so the signature is of the body alone.
    let scheme = |timestamp: Timestamp| GITHUB.timestamp(timestamp.tolerance(300));
    let delivery = headers(&[
        (
            "x-hub-signature-256",
            "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
        ),
        ("x-time", "1531420618999"),
    ]);
    let verify = |timestamp| {
        verifier(
            scheme(timestamp),
            "It's a Secret to Everybody",
            1_531_420_618,
        )
        .verify(&delivery, b"Hello, World!")
    };
    assert_eq!(
        verify(Timestamp::in_header("x-time").milliseconds()),
        Ok(())
    );
    assert!(matches!(
        verify(Timestamp::in_header("x-time").seconds()),
        Err(VerifyError::TooNew { .. })
    ));
}

#[test]
fn what_is_missing_or_malformed_says_so() {
    let good = STRIPE_HEADER;
    for (header, error) in [
        ("", VerifyError::MalformedSignature),
        ("t=1533204620", VerifyError::MalformedSignature),
        ("t=1533204620,v1=", VerifyError::MalformedSignature),
        ("t=1533204620,v1=xyz", VerifyError::MalformedSignature),
        ("v1;d7,=,,,t", VerifyError::MalformedSignature),
        (&good[..41], VerifyError::MalformedSignature),
        (&good[..40], VerifyError::NoMatch),
        (
            &good.replace("t=1533204620,", ""),
            VerifyError::MissingTimestamp,
        ),
        (&good.replace("v1=d7", "v1=d8"), VerifyError::NoMatch),
    ] {
        assert_eq!(
            stripe("secret", STRIPE_TIME, header, STRIPE_BODY),
            Err(error),
            "{header}"
        );
    }
    assert_eq!(
        verifier(STRIPE, "secret", STRIPE_TIME).verify(&HeaderMap::new(), b""),
        Err(VerifyError::MissingHeader("Stripe-Signature"))
    );
    for (opaque, error) in [
        (&b"t=\xff,v1=00"[..], VerifyError::MalformedTimestamp),
        (b"t=1533204620,v1=\xff0", VerifyError::MalformedSignature),
    ] {
        let mut headers = HeaderMap::new();
        headers.insert("stripe-signature", HeaderValue::from_bytes(opaque).unwrap());
        assert_eq!(
            verifier(STRIPE, "secret", STRIPE_TIME).verify(&headers, b""),
            Err(error)
        );
    }

    let standard = |name: &str, value: Option<&str>| {
        let mut headers = standard_headers(STANDARD_SIGNATURE);
        match value {
            Some(value) => {
                drop(headers.insert(name.parse::<HeaderName>().unwrap(), value.parse().unwrap()));
            }
            None => drop(headers.remove(name)),
        }
        verifier(STANDARD_WEBHOOKS, STANDARD_SECRET, STANDARD_TIME)
            .verify(&headers, STANDARD_BODY.as_bytes())
    };
    assert_eq!(
        standard("webhook-id", None),
        Err(VerifyError::MissingHeader("webhook-id"))
    );
    assert_eq!(
        standard("webhook-id", Some("other")),
        Err(VerifyError::NoMatch)
    );
    assert_eq!(
        standard("webhook-timestamp", None),
        Err(VerifyError::MissingTimestamp)
    );
}

#[test]
fn a_timestamp_is_a_number() {
    let body = b"Hello, World!";
    let scheme = GITHUB.timestamp(Timestamp::in_header("x-time"));
    for time in [
        "",
        "-1",
        "+1531420618",
        "1531420618.5",
        "now",
        "18446744073709551615",
        "99999999999999999999999",
    ] {
        let delivery = headers(&[
            (
                "x-hub-signature-256",
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
            ),
            ("x-time", time),
        ]);
        let verified = verifier(scheme, "It's a Secret to Everybody", 0).verify(&delivery, body);
        assert_eq!(verified, Err(VerifyError::MalformedTimestamp), "{time}");
    }
}

#[test]
fn a_bad_secret_cannot_be_missed() {
    let signed = standard_headers(STANDARD_SIGNATURE);
    for secret in ["", "whsec_", "not base64!"] {
        let alone = verifier(STANDARD_WEBHOOKS, secret, STANDARD_TIME);
        assert_eq!(
            alone.verify(&signed, STANDARD_BODY.as_bytes()),
            Err(VerifyError::BadSecret)
        );
        let besides = verifier(STANDARD_WEBHOOKS, STANDARD_SECRET, STANDARD_TIME).or_secret(secret);
        assert_eq!(
            besides.verify(&signed, STANDARD_BODY.as_bytes()),
            Err(VerifyError::BadSecret)
        );
    }
    assert_eq!(
        VerifyError::BadSecret.status(),
        StatusCode::INTERNAL_SERVER_ERROR
    );
}

#[test]
fn an_error_has_a_status() {
    let second = Duration::from_secs(1);
    for (error, status) in [
        (VerifyError::NoMatch, StatusCode::UNAUTHORIZED),
        (VerifyError::TooOld { by: second }, StatusCode::UNAUTHORIZED),
        (VerifyError::TooNew { by: second }, StatusCode::UNAUTHORIZED),
        (VerifyError::MissingHeader("x"), StatusCode::BAD_REQUEST),
        (VerifyError::MalformedSignature, StatusCode::BAD_REQUEST),
        (VerifyError::MissingTimestamp, StatusCode::BAD_REQUEST),
        (VerifyError::MalformedTimestamp, StatusCode::BAD_REQUEST),
    ] {
        assert_eq!(error.status(), status, "{error}");
    }
}
