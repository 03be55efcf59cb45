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
        key_prefixes: vec!["whsec_".to_owned()],
        each: None,
        signature: SignatureSource {
            place: Place::Header("X-Signature".to_owned()),
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
    let id = Piece::At(Place::Header("webhook-id".to_owned()));
    assert_eq!(found.signed.get(1), Some(&id));
    let timestamp = Timestamps {
        source: TimestampSource::At(Place::Header("webhook-timestamp".to_owned())),
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
    assert_eq!(with("{$request.query.a}{$request.body}"), mistake);
    // Where the items are is not said.
    assert_eq!(with("{$item#/token}"), ["invalid-verification "]);
}

#[test]
fn parts_of_the_body_are_doubted_and_taken() {
    let (found, diagnostics) = read(&json!({
        "algorithm": "hmac-sha256",
        "signature": { "from": "$request.body#/signature", "encoding": "hex" },
        "signed": "{$url}{$request.body#/token}",
        "timestamp": { "from": "$request.body#/at", "unit": "iso8601" },
    }));
    assert!(!diagnostics.has_errors());
    let codes: Vec<_> = diagnostics.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["unsigned-timestamp", "unsigned-body"]);
    let token = Piece::At(Place::Body(vec!["token".to_owned()]));
    assert_eq!(found.expect("it can be done").signed, [Piece::Url, token]);
}

#[test]
fn items_are_signed_each_by_itself() {
    let with = |each: &str, from: &str| {
        wrong(|it| {
            it["each"] = json!(each);
            it["signature"]["from"] = json!(from);
            it["signed"] = json!("{$item#/id}");
        })
    };
    let items = "$request.body#/items";
    let mistake = "invalid-verification ";
    assert_eq!(
        with("$item#/items", "$item#/signature"),
        [format!("{mistake}/each"), mistake.to_owned()]
    );
    assert_eq!(
        with(items, "$request.header.X-Signature"),
        [format!("{mistake}/each")]
    );
    // It would have to be a signature of itself.
    assert_eq!(
        wrong(|it| it["signature"]["from"] = json!("$request.body#/signature")),
        [format!("{mistake}/signed")]
    );
}

#[test]
fn every_preset_is_read_without_a_word() {
    let presets = crate::presets::all();
    let presets = presets.as_object().expect("an object");
    assert!(presets.len() >= 16);
    for name in presets.keys() {
        let (found, diagnostics) = read(&json!({ "preset": name }));
        assert_eq!(diagnostics, Diagnostics::default(), "{name}");
        assert!(found.is_some(), "{name}");
    }
}

#[test]
fn a_preset_is_changed_by_what_stands_beside_it() {
    let (found, diagnostics) = read(&json!({
        "preset": "stripe",
        "signature": { "list": { "fields": { "v0": "signature" } } },
        "timestamp": { "tolerance": 600 },
    }));
    assert_eq!(diagnostics, Diagnostics::default());
    let found = found.expect("nothing is wrong with it");
    assert_eq!(found.timestamp.map(|it| it.tolerance), Some(600));
    assert_eq!(
        found.signature.list.map(|list| list.signatures),
        Some(vec!["v0".to_owned(), "v1".to_owned()])
    );
    let at = |pointer: &str| [format!("invalid-verification {pointer}")];
    assert_eq!(
        wrong(|it| *it = json!({ "preset": "strip" })),
        at("/preset")
    );
    assert_eq!(
        wrong(|it| *it = json!({ "preset": "github", "timestamp": { "unit": "h" } }))[0],
        at("/timestamp/unit")[0]
    );
}

/// What a document says by an extension that is not ours.
fn other(name: &str, value: Value) -> (Option<Verification>, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    let mut openapi = openapiv3::OpenAPI::default();
    openapi.extensions.insert(name.to_owned(), value);
    let found = of_document(&openapi, &mut diagnostics);
    let told = diagnostics.iter().map(|one| one.message.clone()).collect();
    (found, told)
}

#[test]
fn what_fern_and_speakeasy_say_is_understood() {
    let (found, told) = other(
        "x-fern-webhook-signature",
        json!({
            "type": "hmac",
            "header": "X-Signature",
            "encoding": "hex",
            "signature-prefix": "v1=",
            "payload-format": { "components": ["timestamp", "notification-url", "body"], "delimiter": "." },
            "timestamp": { "header": "X-Time", "format": "unix-millis", "tolerance": 60 },
        }),
    );
    assert_eq!(told, Vec::<String>::new());
    let (same, _) = read(&json!({
        "algorithm": "hmac-sha256",
        "signature": { "from": "$request.header.X-Signature", "encoding": "hex", "prefix": "v1=" },
        "signed": "{$timestamp}.{$url}.{$request.body}",
        "timestamp": { "from": "$request.header.X-Time", "unit": "ms", "tolerance": 60 },
    }));
    let same = same.map(|same| Verification {
        origin: "#/x-fern-webhook-signature".to_owned(),
        ..same
    });
    assert_eq!(found, same);

    let (found, told) = other(
        "x-speakeasy-webhooks",
        json!({ "security": {
            "type": "signature",
            "headerName": "x-signature",
            "signatureTextEncoding": "base64",
            "algorithm": "hmac-sha256",
        } }),
    );
    assert_eq!(told, Vec::<String>::new());
    assert!(found.is_some());
}

#[test]
fn what_fern_and_speakeasy_say_beyond_us_is_an_error() {
    let (found, told) = other(
        "x-fern-webhook-signature",
        json!({ "type": "asymmetric", "asymmetric-algorithm": "rsa-sha256", "header": "A" }),
    );
    assert_eq!((found, told.len()), (None, 1), "{told:?}");
    let (found, told) = other(
        "x-fern-webhook-signature",
        json!({ "type": "hmac", "header": "A", "payload-format": { "components": ["message-id", "body"] } }),
    );
    assert_eq!((found, told.len()), (None, 1), "{told:?}");
    let (found, told) = other(
        "x-speakeasy-webhooks",
        json!({ "security": { "type": "custom" } }),
    );
    assert_eq!((found, told.len()), (None, 1), "{told:?}");
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
