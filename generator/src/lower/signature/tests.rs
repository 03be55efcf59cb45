use serde_json::{Value, json};

use super::*;
use crate::api::{
    Encoding, Piece, SignatureList, SignatureSource, TimestampSource, TimestampUnit, Timestamps,
};

fn read(value: &Value) -> (Option<Verification>, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let at = Pointer::default().member("x-webhook-verification");
    let found = verification(value, &at, &mut diagnostics);
    (found, diagnostics)
}

/// What is wrong with `change` made to a sound description, as `code pointer`.
fn wrong(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut value = json!({
        "algorithm": "hmac-sha256",
        "signature": { "from": "$request.header.X-Signature", "encoding": "hex" },
        "signed": "{$request.body}",
    });
    change(&mut value);
    let (found, diagnostics) = read(&value);
    assert_eq!(found, None);
    assert!(diagnostics.has_errors());
    diagnostics
        .iter()
        .map(|one| {
            let crate::diagnostics::Place::Pointer(at) = &one.place else {
                panic!("{one:?} stands nowhere");
            };
            assert!(one.help.is_some(), "{one:?}");
            let at = at.as_str().trim_start_matches("/x-webhook-verification");
            format!("{} {at}", one.code)
        })
        .collect()
}

#[test]
fn a_signature_over_the_body_is_read() {
    let (found, diagnostics) = read(&json!({
        "algorithm": "hmac-sha512",
        "key": { "encoding": "base64", "prefix": "whsec_" },
        "signature": {
            "from": "$request.header.X-Signature",
            "encoding": "base64",
            "prefix": "v0=",
        },
        "signed": "{$request.body}",
    }));
    assert_eq!(diagnostics, Diagnostics::default());
    let expected = Verification {
        origin: "#/x-webhook-verification".to_owned(),
        algorithm: Algorithm::HmacSha512,
        key: KeyEncoding::Base64,
        key_prefix: Some("whsec_".to_owned()),
        signature: SignatureSource {
            header: "X-Signature".to_owned(),
            encoding: Encoding::Base64,
            prefix: Some("v0=".to_owned()),
            list: None,
        },
        signed: vec![Piece::Body],
        timestamp: None,
    };
    assert_eq!(found, Some(expected));
}

#[test]
fn a_list_may_hold_the_timestamp() {
    let (found, diagnostics) = read(&json!({
        "algorithm": "hmac-sha256",
        "signature": {
            "from": "$request.header.Stripe-Signature",
            "encoding": "hex",
            "list": {
                "separator": ",",
                "pair": "=",
                "fields": { "v1": "signature", "t": "timestamp", "v0": "signature" },
            },
        },
        "signed": "{$timestamp}.{$request.body}",
        "timestamp": { "unit": "ms", "tolerance": 5 },
    }));
    assert_eq!(diagnostics, Diagnostics::default());
    let found = found.expect("nothing is wrong with it");
    let list = SignatureList {
        separator: ",".to_owned(),
        pair: "=".to_owned(),
        signatures: vec!["v0".to_owned(), "v1".to_owned()],
        timestamp: Some("t".to_owned()),
    };
    assert_eq!(found.signature.list, Some(list));
    let signed = [
        Piece::Timestamp,
        Piece::Literal(".".to_owned()),
        Piece::Body,
    ];
    assert_eq!(found.signed, signed);
    let timestamp = Timestamps {
        source: TimestampSource::List,
        unit: TimestampUnit::Milliseconds,
        tolerance: 5,
    };
    assert_eq!(found.timestamp, Some(timestamp));
}

#[test]
fn headers_may_be_signed_and_hold_the_timestamp() {
    let (found, diagnostics) = read(&json!({
        "algorithm": "hmac-sha256",
        "signature": { "from": "$request.header.webhook-signature", "encoding": "base64" },
        "signed": "v0:{$request.header.webhook-id}.{$timestamp}.{$request.body}",
        "timestamp": { "from": "$request.header.webhook-timestamp" },
    }));
    assert_eq!(diagnostics, Diagnostics::default());
    let found = found.expect("nothing is wrong with it");
    assert_eq!(
        found.signed.first(),
        Some(&Piece::Literal("v0:".to_owned()))
    );
    let id = Piece::Header("webhook-id".to_owned());
    assert_eq!(found.signed.get(1), Some(&id));
    let timestamp = Timestamps {
        source: TimestampSource::Header("webhook-timestamp".to_owned()),
        unit: TimestampUnit::Seconds,
        tolerance: 300,
    };
    assert_eq!(found.timestamp, Some(timestamp));
}

#[test]
fn a_timestamp_that_is_not_signed_is_doubted() {
    let (found, diagnostics) = read(&json!({
        "algorithm": "hmac-sha256",
        "signature": { "from": "$request.header.X-Signature", "encoding": "hex" },
        "signed": "{$request.body}",
        "timestamp": { "from": "$request.header.X-Time" },
    }));
    assert!(found.is_some());
    assert!(!diagnostics.has_errors());
    let codes: Vec<_> = diagnostics.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["unsigned-timestamp"]);
}

#[test]
fn what_is_missing_or_of_a_wrong_type_is_an_error() {
    let mistake = "invalid-verification";
    assert_eq!(wrong(|it| *it = json!(true)), [format!("{mistake} ")]);
    let all = wrong(|it| *it = json!({}));
    assert_eq!(
        all,
        [mistake, mistake, mistake].map(|code| format!("{code} "))
    );
    assert_eq!(
        wrong(|it| it["key"] = json!({ "encoding": "utf-8", "prefix": 3, "salt": "" })),
        [
            format!("{mistake} /key/salt"),
            format!("{mistake} /key/encoding"),
            format!("{mistake} /key/prefix"),
        ]
    );
    assert_eq!(
        wrong(|it| it["signature"] = json!({ "from": "X-Signature" })),
        [
            format!("{mistake} /signature/from"),
            format!("{mistake} /signature"),
        ]
    );
    assert_eq!(
        wrong(|it| it["timestamp"] = json!({ "unit": "h", "tolerance": -1 })),
        [
            format!("{mistake} /timestamp/unit"),
            format!("{mistake} /timestamp/tolerance"),
        ]
    );
}

#[test]
fn a_list_names_its_signatures_and_one_timestamp() {
    let with = |list: Value| wrong(|it| it["signature"]["list"] = list);
    let at = "invalid-verification /signature/list";
    assert_eq!(
        with(json!({ "separator": ",", "pair": "=", "fields": { "t": "timestamp" } })),
        [format!("{at}/fields")]
    );
    assert_eq!(
        with(json!({ "separator": ",", "pair": "=", "fields": { "a": "hash" } })),
        [format!("{at}/fields/a"), format!("{at}/fields")]
    );
    let fields = json!({ "s": "timestamp", "t": "timestamp", "v": "signature" });
    assert_eq!(
        with(json!({ "separator": ",", "pair": "=", "fields": fields })),
        [format!("{at}/fields")]
    );
    assert_eq!(
        with(json!({ "separator": "", "fields": { "v1": "signature" } })),
        [format!("{at}/separator"), at.to_owned()]
    );
}

#[test]
fn the_template_holds_the_body_and_nothing_unknown() {
    let with = |signed: &str| wrong(|it| it["signed"] = json!(signed));
    let mistake = ["invalid-verification /signed"];
    assert_eq!(with("{$request.header.X-Id}"), mistake);
    assert_eq!(with("{$request.body"), mistake);
    assert_eq!(with("$request.body}"), mistake);
    assert_eq!(with("{$body}"), mistake);
    assert_eq!(
        with("{$request.body}{$timestamp}"),
        ["invalid-verification "]
    );
    let later = ["not-modelled /signed"];
    assert_eq!(with("{$url}{$request.body}"), later);
    assert_eq!(with("{$request.body#/token}"), later);
}

#[test]
fn what_cannot_be_checked_yet_is_an_error() {
    assert_eq!(
        wrong(|it| it["algorithm"] = json!("ed25519")),
        ["not-modelled /algorithm"]
    );
    assert_eq!(
        wrong(|it| *it = json!({ "preset": "standard-webhooks" })),
        ["not-modelled /preset"]
    );
    assert_eq!(
        wrong(|it| it["each"] = json!("$request.body#/items")),
        ["not-modelled /each"]
    );
    assert_eq!(
        wrong(|it| it["signature"]["from"] = json!("$request.body#/signature")),
        ["not-modelled /signature/from"]
    );
}

#[test]
fn a_timestamp_in_two_places_is_an_error() {
    let found = wrong(|it| {
        it["signature"]["list"] = json!({
            "separator": ",",
            "pair": "=",
            "fields": { "t": "timestamp", "v1": "signature" },
        });
        it["timestamp"] = json!({ "from": "$request.header.X-Time" });
    });
    assert_eq!(found, ["invalid-verification /timestamp/from"]);
}
