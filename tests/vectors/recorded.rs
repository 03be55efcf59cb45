//! Deliveries with the signatures that providers' own test suites, or their documentation, have for
//! them. They are facts, and are spelt as they were found.

use crate::presets;
use crate::{Delivery, headers};

/// A delivery that is right, and where its parts are.
pub(crate) struct Recorded {
    pub(crate) delivery: Delivery,
    /// The text of the signature that is right, in a header or in the body.
    pub(crate) signature: &'static str,
    /// The header that the signature is in, unless it is in the body.
    pub(crate) header: Option<&'static str>,
    /// When it was signed, as it says itself.
    pub(crate) timestamp: Option<&'static str>,
    /// How far from that the receiver's clock may be, in seconds.
    pub(crate) tolerance: u64,
    /// What of the body is signed, where that is not all of it.
    pub(crate) signed: Vec<&'static str>,
}

#[test]
fn all_are_right() {
    let all = all();
    assert!(all.len() >= 13);
    for recorded in all {
        let delivery = recorded.delivery;
        assert_eq!(delivery.verify(), Ok(()), "{}", delivery.name);
    }
}

/// All of them.
pub(crate) fn all() -> Vec<Recorded> {
    vec![
        standard_webhooks("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
        standard_webhooks(SEVERAL),
        standard_webhooks_asymmetric(),
        stripe(),
        github(),
        shopify(),
        slack(),
        square(),
        twilio_form(),
        adyen_payments(),
        adyen_platform(),
        paddle(),
        intercom(),
    ]
}

/// Three signatures that are wrong or of a version that is not known, and one that is right.
const SEVERAL: &str = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v2,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=";

/// A delivery that has its signature alone in a header, over all of its body.
fn plain(
    preset: &'static str,
    secret: &str,
    header: &'static str,
    value: &str,
    signature: &'static str,
    body: &str,
) -> Recorded {
    let name = preset;
    let preset = presets::all()
        .into_iter()
        .find(|one| one.name == preset)
        .expect("one of them");
    Recorded {
        delivery: Delivery {
            name,
            secret: secret.to_owned(),
            url: None,
            now: 0,
            headers: headers(&[(header, value)]),
            body: body.as_bytes().to_vec(),
            verify: preset.verify,
        },
        signature,
        header: Some(header),
        timestamp: None,
        tolerance: 0,
        signed: Vec::new(),
    }
}

/// The same delivery, signed at this time.
fn at(recorded: Recorded, timestamp: &'static str, tolerance: u64) -> Recorded {
    let now = timestamp.parse().expect("seconds");
    Recorded {
        delivery: Delivery {
            now,
            ..recorded.delivery
        },
        timestamp: Some(timestamp),
        tolerance,
        ..recorded
    }
}

/// The same delivery, with one more header.
fn with(mut recorded: Recorded, name: &str, value: &str) -> Recorded {
    recorded.delivery.headers.extend(headers(&[(name, value)]));
    recorded
}

/// The test suite of Standard Webhooks' library for JavaScript.
fn standard_webhooks(signatures: &str) -> Recorded {
    let recorded = plain(
        "standard_webhooks",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "webhook-signature",
        signatures,
        "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        r#"{"test": 2432232314}"#,
    );
    let recorded = with(recorded, "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek");
    at(
        with(recorded, "webhook-timestamp", "1614265330"),
        "1614265330",
        300,
    )
}

/// The test suite of Svix's server.
fn standard_webhooks_asymmetric() -> Recorded {
    let recorded = plain(
        "standard_webhooks_asymmetric",
        "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=",
        "webhook-signature",
        "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==",
        "hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==",
        r#"{"test": 2432232314}"#,
    );
    let recorded = with(recorded, "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek");
    at(
        with(recorded, "webhook-timestamp", "1614265330"),
        "1614265330",
        300,
    )
}

/// The test suite of async-stripe.
fn stripe() -> Recorded {
    let recorded = plain(
        "stripe",
        "secret",
        "stripe-signature",
        "t=1533204620,v1=d7373bc68f4bd320b253cd7461f87af6e1cdf1b4d7db1614d8d1d746972d2d0a,v0=63f3a72374a733066c4be69ed7f8e5ac85c22c9f0a6a612ab9a025a9e4ee7eef",
        "d7373bc68f4bd320b253cd7461f87af6e1cdf1b4d7db1614d8d1d746972d2d0a",
        r#"{"account":"acct_123","api_version":"2017-05-25","created":1533204620,"data":{"object":{"amount":1000,"currency":"usd","customer":"cus_123","date":1533204620,"description":"Test Invoice Item","discountable":false,"id":"ii_123","invoice":"in_123","livemode":false,"metadata":{},"object":"invoiceitem","period":{"end":1533204620,"start":1533204620},"proration":false,"quantity":3,"quantity_decimal":"0"}},"id":"evt_123","livemode":false,"object":"event","pending_webhooks":1,"request":{"id":"req_123","idempotency_key":"idempotency-key-123"},"type":"invoiceitem.created"}"#,
    );
    at(recorded, "1533204620", 300)
}

/// GitHub's page on validating webhook deliveries.
fn github() -> Recorded {
    plain(
        "github",
        "It's a Secret to Everybody",
        "x-hub-signature-256",
        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
        "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
        "Hello, World!",
    )
}

/// The test suite of go-shopify.
fn shopify() -> Recorded {
    plain(
        "shopify",
        "hush",
        "x-shopify-hmac-sha256",
        "hMTq0K2x7oyOjoBwGYeTj5oxfnaVYXzbanUG9aajpKI=",
        "hMTq0K2x7oyOjoBwGYeTj5oxfnaVYXzbanUG9aajpKI=",
        r#""my secret message""#,
    )
}

/// The test suite of Slack's SDK for Python.
fn slack() -> Recorded {
    let recorded = plain(
        "slack",
        "8f742231b10e8888abcd99yyyzzz85a5",
        "x-slack-signature",
        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c",
    );
    let recorded = with(recorded, "x-slack-request-timestamp", "1531420618");
    at(recorded, "1531420618", 300)
}

/// The test suite of Square's SDK for Python.
fn square() -> Recorded {
    let mut recorded = plain(
        "square",
        "Ibxx_5AKakO-3qeNVR61Dw",
        "x-square-hmacsha256-signature",
        "GF4YkrJgGBDZ9NIYbNXBnMzqb2HoL4RW/S6vkZ9/2N4=",
        "GF4YkrJgGBDZ9NIYbNXBnMzqb2HoL4RW/S6vkZ9/2N4=",
        r#"{"merchant_id":"MLEFBHHSJGVHD","type":"webhooks.test_notification","event_id":"ac3ac95b-f97d-458c-a6e6-18981597e05f","created_at":"2022-07-13T20:30:59.037339943Z","data":{"type":"webhooks","id":"bc368e64-01aa-407e-b46e-3231809b1129"}}"#,
    );
    recorded.delivery.url = Some("https://webhook.site/679a4f3a-dcfa-49ee-bac5-9d0edad886b9");
    recorded
}

/// The test suite of Twilio's library for Python.
fn twilio_form() -> Recorded {
    let mut recorded = plain(
        "twilio_form",
        "12345",
        "x-twilio-signature",
        "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "To=%2B18005551212&CallSid=CA1234567890ABCDE&Digits=1234&From=%2B14158675309&Caller=%2B14158675309",
    );
    recorded.delivery.url = Some("https://mycompany.com/myapp.php?foo=1&bar=2");
    recorded
}

/// The test suite of Adyen's library for Node.
fn adyen_payments() -> Recorded {
    let body = r#"{"live":"false","notificationItems":[{"NotificationRequestItem":{"additionalData":{"hmacSignature":"ZNBPtI+oDyyRrLyD1XirkKnQgIAlFc07Vj27TeHsDRE="},"amount":{"currency":"EUR","value":1000},"eventCode":"REPORT_AVAILABLE","eventDate":"2019-09-21T11:45:24.637Z","merchantAccountCode":"merchantAccount","merchantReference":"reference","originalReference":"originalReference","paymentMethod":"VISA","pspReference":"pspReference","reason":"reason","success":"true"}}]}"#;
    let recorded = plain(
        "adyen_payments",
        "DFB1EB5485895CFA84146406857104ABB4CBCABDC8AAF103A624C8F6A3EAAB00",
        "content-type",
        "application/json",
        "ZNBPtI+oDyyRrLyD1XirkKnQgIAlFc07Vj27TeHsDRE=",
        body,
    );
    Recorded {
        header: None,
        signed: vec![
            "\"EUR\"",
            "1000",
            "\"REPORT_AVAILABLE\"",
            "\"merchantAccount\"",
            "\"reference\"",
            "\"originalReference\"",
            "\"pspReference\"",
            "\"true\"",
        ],
        ..recorded
    }
}

/// The same.
fn adyen_platform() -> Recorded {
    plain(
        "adyen_platform",
        "11223344D785FBAE710E7F943F307971BB61B21281C98C9129B3D4018A57B2EB",
        "hmacsignature",
        "UVBzHbDayhfT1XgaRGAkuKvxwoxrLoVCBdfi3WZU8lI=",
        "UVBzHbDayhfT1XgaRGAkuKvxwoxrLoVCBdfi3WZU8lI=",
        include_str!("adyen_platform.json"),
    )
}

/// The test suite of Paddle's SDK for Python.
fn paddle() -> Recorded {
    let recorded = plain(
        "paddle",
        "pdl_ntfset_01hs0t3tw21j988db1pam5xg8m_GrOWLNef+vmtjJYq4mSnHNzvc8uWoJ1I",
        "paddle-signature",
        "ts=1710498758;h1=558bf93944dbeb4790c7a8af6cb2ea435c8ca9c8396aafc1a4e37424ac132744",
        "558bf93944dbeb4790c7a8af6cb2ea435c8ca9c8396aafc1a4e37424ac132744",
        r#"{"data":{"id":"ctm_01hs0tqf76sxmp7ba5e4mw1sc8","name":"John Doe","email":"blackhole+verification2@paddle.com","locale":"en","status":"active","created_at":"2024-03-15T10:32:37.862Z","updated_at":"2024-03-15T10:32:37.862Z","custom_data":null,"import_meta":null,"marketing_consent":false},"event_id":"evt_01hs0tqfme2xwb2hvwv87p8y3w","event_type":"customer.created","occurred_at":"2024-03-15T10:32:38.286848Z","notification_id":"ntf_01hs0tqfrhgkyp39x4wyvy7h6n"}"#,
    );
    at(recorded, "1710498758", 5)
}

/// Optimizely's documentation, which has Intercom's scheme.
fn intercom() -> Recorded {
    plain(
        "intercom",
        "yIRFMTpsBcAKKRjJPCIykNo6EkNxJn_nq01-_r3S8i4",
        "x-hub-signature",
        "sha1=b2493723c6ea6973fbda41573222c8ecb1c82666",
        "b2493723c6ea6973fbda41573222c8ecb1c82666",
        r#"{"timestamp": 1558138293, "project_id": 11387641093, "data": {"cdn_url": "https://cdn.optimizely.com/datafiles/QMVJcUKEJZFg8pQ2jhAybK.json", "environment": "Production", "origin_url": "https://optimizely.s3.amazonaws.com/datafiles/QMVJcUKEJZFg8pQ2jhAybK.json", "revision": 13}, "event": "project.datafile_updated"}"#,
    )
}
