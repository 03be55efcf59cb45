//! What is signed is verified, in every way that has a name and with every algorithm.

use std::time::{Duration, SystemTime};

use hookgen_runtime::http::{HeaderMap, HeaderValue};
use hookgen_runtime::{
    Algorithm, Key, Part, Signature, Signer, Timestamp, Verification, Verifier, VerifyError,
};
use proptest::prelude::*;

use crate::Delivery;
use crate::presets::{Preset, all};

const NOW: u64 = 1_700_000_000;
const URL: &str = "https://example.com/hooks?of=mine";

/// The seed of the first test of RFC 8032, section 7.1, and its public key.
const PRIVATE: &str = "whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";
const PUBLIC: &str = "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

/// What signs, and what verifies: text, base64 and hexadecimal alike.
fn secrets(preset: &Preset) -> (&'static str, &'static str) {
    match preset.name {
        "standard_webhooks_asymmetric" => (PRIVATE, PUBLIC),
        _ => ("abcdef0123456789", "abcdef0123456789"),
    }
}

/// A body of the kind that is signed.
fn body(preset: &Preset, text: &str) -> String {
    let text = serde_json::Value::from(text);
    match preset.name {
        "twilio_form" => format!("b={}&a=1&a=1&c=", text.to_string().len()),
        "adyen_payments" => format!(
            r#"{{"notificationItems":[{{"NotificationRequestItem":{{"pspReference":{text}}}}},{{"NotificationRequestItem":{{"success":"true"}}}}]}}"#
        ),
        _ => format!(r#"{{"signature":{{"token":{text}}},"at":[{text},1.50]}}"#),
    }
}

fn signed(preset: &Preset, text: &str) -> Delivery {
    let (private, public) = secrets(preset);
    let id = HeaderValue::from_static("msg_1");
    let mut headers = HeaderMap::new();
    headers.insert("webhook-id", id.clone());
    headers.insert("svix-id", id);
    let body = Signer::new(preset.scheme, private)
        .at_url(URL)
        .with_clock(|| SystemTime::UNIX_EPOCH + Duration::from_secs(NOW))
        .sign(&mut headers, body(preset, text).as_bytes());
    Delivery {
        name: preset.name,
        secret: public.to_owned(),
        url: Some(URL),
        now: NOW,
        headers,
        body: body.expect("it can be signed").to_vec(),
        verify: preset.verify,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_signed_is_verified(text in "[^\u{0}]{0,40}") {
        for preset in all() {
            let delivery = signed(&preset, &text);
            prop_assert_eq!(delivery.verify(), Ok(()), "{}", preset.name);
        }
    }

    #[test]
    fn another_text_is_not(text in "[a-z]{1,40}") {
        for preset in all() {
            let mut delivery = signed(&preset, &text);
            delivery.body = body(&preset, &format!("{text}s, and more")).into_bytes();
            prop_assert!(delivery.verify().is_err(), "{}", preset.name);
        }
    }
}

#[test]
fn a_body_that_holds_no_signature_is_sent_as_it_is() {
    for preset in all() {
        let delivery = signed(&preset, "so it is");
        let is_same = delivery.body == body(&preset, "so it is").as_bytes();
        let has_signature = ["adyen_payments", "mailgun", "linear"].contains(&preset.name);
        assert_eq!(is_same, !has_signature, "{}", preset.name);
    }
}

#[test]
fn each_algorithm_signs_what_it_verifies() {
    let mac = "00112233445566778899aabbccddeeff";
    for (algorithm, private, public) in [
        (Algorithm::HmacSha1, mac, mac),
        (Algorithm::HmacSha256, mac, mac),
        (Algorithm::HmacSha384, mac, mac),
        (Algorithm::HmacSha512, mac, mac),
        (
            Algorithm::Ed25519,
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        ),
        // RFC 6979, A.2.5.
        (
            Algorithm::EcdsaP256Sha256,
            "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721",
            "0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb67903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299",
        ),
    ] {
        let scheme = Verification::new(algorithm)
            .key(Key::hex())
            .signature(Signature::in_header("Signature").base64().prefix("s="))
            .signed(&[Part::Timestamp, Part::Body])
            .timestamp(Timestamp::in_header("Time").iso_8601().tolerance(10));
        let at = |seconds| move || SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        let mut headers = HeaderMap::new();
        let body = Signer::new(scheme, private)
            .with_clock(at(NOW))
            .sign(&mut headers, b"sample")
            .expect("it can be signed");
        assert_eq!(headers["time"], "2023-11-14T22:13:20Z");
        let verifier = Verifier::new(scheme, public).with_clock(at(NOW + 10));
        assert_eq!(verifier.verify(&headers, &body), Ok(()), "{algorithm:?}");
        assert_eq!(
            verifier.verify(&headers, b"Sample"),
            Err(VerifyError::NoMatch),
            "{algorithm:?}"
        );
        let late = Verifier::new(scheme, public).with_clock(at(NOW + 11));
        let too_old = matches!(
            late.verify(&headers, &body),
            Err(VerifyError::TooOld { .. })
        );
        assert!(too_old, "{algorithm:?}");
    }
}

/// The signature of RFC 6979, A.2.5, both as DER and as two numbers.
#[test]
fn both_forms_of_an_ecdsa_signature_are_read() {
    let key = "0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb67903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299";
    let r = "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716";
    let s = "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8";
    let scheme = Verification::new(Algorithm::EcdsaP256Sha256)
        .key(Key::hex())
        .signature(Signature::in_header("Signature"));
    for signature in [format!("{r}{s}"), format!("3046022100{r}022100{s}")] {
        let mut headers = HeaderMap::new();
        let value = HeaderValue::from_str(&signature).expect("a value");
        headers.insert("signature", value);
        let verified = Verifier::new(scheme, key).verify(&headers, b"sample");
        assert_eq!(verified, Ok(()), "{signature}");
    }
}

#[test]
fn what_cannot_be_signed_says_why() {
    let mut headers = HeaderMap::new();
    for preset in all() {
        let signer = Signer::new(preset.scheme, "");
        let error = signer.sign(&mut headers, b"{}").expect_err("no key");
        assert_eq!(*error.reason(), VerifyError::BadSecret, "{}", preset.name);
    }
    let wants = |name: &str| all().into_iter().find(|one| one.name == name);
    for (name, reason) in [
        (
            "standard_webhooks",
            VerifyError::MissingHeader("webhook-id"),
        ),
        ("square", VerifyError::UnknownUrl),
        ("adyen_payments", VerifyError::MalformedBody),
    ] {
        let preset = wants(name).expect("one of them");
        let signer = Signer::new(preset.scheme, "abcdef0123456789");
        let error = signer
            .sign(&mut headers, b"{}")
            .expect_err("it lacks something");
        assert_eq!(*error.reason(), reason, "{name}");
    }
}
