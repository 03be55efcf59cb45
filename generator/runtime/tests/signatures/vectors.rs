//! Signatures that are right.

use hookgen_runtime::http::HeaderValue;
use hookgen_runtime::{Algorithm, Key, Signature, Verification, Verifier, VerifyError};

use super::{
    ADYEN, GITHUB, INTERCOM, PADDLE, SHOPIFY, SLACK, STANDARD_BODY, STANDARD_SECRET,
    STANDARD_SIGNATURE, STANDARD_TIME, STANDARD_WEBHOOKS, STRIPE, STRIPE_BODY, STRIPE_HEADER,
    STRIPE_TIME, headers, standard_headers, verifier,
};

#[test]
fn providers_own_signatures_are_right() {
    let slack_body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    let paddle_body = r#"{"data":{"id":"ctm_01hs0tqf76sxmp7ba5e4mw1sc8","name":"John Doe","email":"blackhole+verification2@paddle.com","locale":"en","status":"active","created_at":"2024-03-15T10:32:37.862Z","updated_at":"2024-03-15T10:32:37.862Z","custom_data":null,"import_meta":null,"marketing_consent":false},"event_id":"evt_01hs0tqfme2xwb2hvwv87p8y3w","event_type":"customer.created","occurred_at":"2024-03-15T10:32:38.286848Z","notification_id":"ntf_01hs0tqfrhgkyp39x4wyvy7h6n"}"#;
    let optimizely_body = r#"{"timestamp": 1558138293, "project_id": 11387641093, "data": {"cdn_url": "https://cdn.optimizely.com/datafiles/QMVJcUKEJZFg8pQ2jhAybK.json", "environment": "Production", "origin_url": "https://optimizely.s3.amazonaws.com/datafiles/QMVJcUKEJZFg8pQ2jhAybK.json", "revision": 13}, "event": "project.datafile_updated"}"#;
    for (scheme, secret, time, headers, body) in [
        (
            STANDARD_WEBHOOKS,
            STANDARD_SECRET,
            STANDARD_TIME,
            standard_headers(STANDARD_SIGNATURE),
            STANDARD_BODY,
        ),
        (
            STRIPE,
            "secret",
            STRIPE_TIME,
            headers(&[("stripe-signature", STRIPE_HEADER)]),
            STRIPE_BODY,
        ),
        (
            PADDLE,
            "pdl_ntfset_01hs0t3tw21j988db1pam5xg8m_GrOWLNef+vmtjJYq4mSnHNzvc8uWoJ1I",
            1_710_498_758,
            headers(&[(
                "paddle-signature",
                "ts=1710498758;h1=558bf93944dbeb4790c7a8af6cb2ea435c8ca9c8396aafc1a4e37424ac132744",
            )]),
            paddle_body,
        ),
        (
            GITHUB,
            "It's a Secret to Everybody",
            0,
            headers(&[(
                "x-hub-signature-256",
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
            )]),
            "Hello, World!",
        ),
        (
            INTERCOM,
            "yIRFMTpsBcAKKRjJPCIykNo6EkNxJn_nq01-_r3S8i4",
            0,
            headers(&[(
                "x-hub-signature",
                "sha1=b2493723c6ea6973fbda41573222c8ecb1c82666",
            )]),
            optimizely_body,
        ),
        (
            SHOPIFY,
            "hush",
            0,
            headers(&[(
                "x-shopify-hmac-sha256",
                "hMTq0K2x7oyOjoBwGYeTj5oxfnaVYXzbanUG9aajpKI=",
            )]),
            "\"my secret message\"",
        ),
        (
            SLACK,
            "8f742231b10e8888abcd99yyyzzz85a5",
            1_531_420_618,
            headers(&[
                ("x-slack-request-timestamp", "1531420618"),
                (
                    "x-slack-signature",
                    "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                ),
            ]),
            slack_body,
        ),
        (
            ADYEN,
            "DFB1EB5485895CFA84146406857104ABB4CBCABDC8AAF103A624C8F6A3EAAB00",
            0,
            headers(&[(
                "hmacsignature",
                "ZNBPtI+oDyyRrLyD1XirkKnQgIAlFc07Vj27TeHsDRE=",
            )]),
            "pspReference:originalReference:merchantAccount:reference:1000:EUR:REPORT_AVAILABLE:true",
        ),
    ] {
        let right = verifier(scheme, secret, time).verify(&headers, body.as_bytes());
        assert_eq!(right, Ok(()), "{scheme:?}");
        let altered =
            verifier(scheme, secret, time).verify(&headers, format!("{body} ").as_bytes());
        assert_eq!(altered, Err(VerifyError::NoMatch), "{scheme:?}");
        // Text, base64 and hexadecimal alike.
        let other = verifier(scheme, "whsec_abcdef01", time).verify(&headers, body.as_bytes());
        assert_eq!(
            other,
            Err(if scheme == ADYEN {
                VerifyError::BadSecret
            } else {
                VerifyError::NoMatch
            })
        );
    }
}

/// The third test case of RFC 4231, and of RFC 2202.
#[test]
fn every_algorithm_is_the_one_of_its_name() {
    let body = [0xdd; 50];
    for (algorithm, signature) in [
        (
            Algorithm::HmacSha1,
            "125d7342b9ac11cd91a39af48aa17b4f63f175d3",
        ),
        (
            Algorithm::HmacSha256,
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
        ),
        (
            Algorithm::HmacSha384,
            "88062608d3e6ad8a0aa2ace014c8a86f0aa635d947ac9febe83ef4e55966144b2a5ab39dc13814b94e3ab6e101a34f27",
        ),
        (
            Algorithm::HmacSha512,
            "fa73b0089d56a284efb0f0756c890be9b1b5dbdd8ee81a3655f83e33b2279d39bf3e848279a722c806b485a47e67c807b946a337bee8942674278859e13292fb",
        ),
    ] {
        let scheme = Verification::new(algorithm)
            .key(Key::hex())
            .signature(Signature::in_header("signature"));
        let verified = Verifier::new(scheme, "aa".repeat(20))
            .verify(&headers(&[("signature", signature)]), &body);
        assert_eq!(verified, Ok(()), "{algorithm:?}");
    }
}

#[test]
fn any_signature_will_do() {
    let wrong = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=";
    let verifier = verifier(STANDARD_WEBHOOKS, STANDARD_SECRET, STANDARD_TIME);
    let verify =
        |signature: &str| verifier.verify(&standard_headers(signature), STANDARD_BODY.as_bytes());
    assert_eq!(
        verify(&format!("{wrong} v2,x {STANDARD_SIGNATURE} {wrong}")),
        Ok(())
    );
    assert_eq!(verify(&format!("v1,!! {STANDARD_SIGNATURE}")), Ok(()));
    assert_eq!(
        verify(&format!("{wrong} {wrong}")),
        Err(VerifyError::NoMatch)
    );
    let among = |count| format!("{}{STANDARD_SIGNATURE}", format!("{wrong} ").repeat(count));
    assert_eq!(verify(&among(31)), Ok(()));
    assert_eq!(
        verify(&among(32)),
        Err(VerifyError::MalformedSignature),
        "whoever sends it does not choose how long it takes"
    );
    // The right signature of another kind is none.
    assert_eq!(
        verify(&STANDARD_SIGNATURE.replace("v1,", "v2,")),
        Err(VerifyError::MalformedSignature)
    );

    // A list may be written as several headers, and nothing else may.
    let mut several = standard_headers(wrong);
    several.append(
        "webhook-signature",
        HeaderValue::from_static(STANDARD_SIGNATURE),
    );
    assert_eq!(verifier.verify(&several, STANDARD_BODY.as_bytes()), Ok(()));
    let signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    let mut several = headers(&[("x-hub-signature-256", signature)]);
    several.append("x-hub-signature-256", HeaderValue::from_static("sha256=00"));
    assert_eq!(
        Verifier::new(GITHUB, "It's a Secret to Everybody").verify(&several, b"Hello, World!"),
        Err(VerifyError::MalformedHeader("X-Hub-Signature-256"))
    );
}

#[test]
fn any_secret_will_do() {
    let signed = standard_headers(STANDARD_SIGNATURE);
    let (other, another) = ("whsec_AAAA", "BBBB");
    for verifier in [
        verifier(STANDARD_WEBHOOKS, STANDARD_SECRET, STANDARD_TIME).or_secret(other),
        verifier(STANDARD_WEBHOOKS, other, STANDARD_TIME).or_secret(STANDARD_SECRET),
        verifier(STANDARD_WEBHOOKS, other, STANDARD_TIME)
            .or_secret(another)
            .or_secret(STANDARD_SECRET),
    ] {
        assert_eq!(verifier.verify(&signed, STANDARD_BODY.as_bytes()), Ok(()));
    }
    let neither = verifier(STANDARD_WEBHOOKS, other, STANDARD_TIME).or_secret(another);
    assert_eq!(
        neither.verify(&signed, STANDARD_BODY.as_bytes()),
        Err(VerifyError::NoMatch)
    );
}
