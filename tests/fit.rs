//! What `hookgen fit` says of a delivery is what a generated receiver makes of it.

use std::path::{Path, PathBuf};

use hookgen::fit::{self, Deliveries, Report};
use hookgen::input::Input;
use hookgen_workspace::settings::as_described;
use http::HeaderMap;
use proptest::prelude::*;
use serde_json::{Value, json};

fn description(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(path)
}

fn deliveries(text: &str) -> Deliveries {
    let deliveries = Deliveries::new();
    deliveries
        .reader("here", text.as_bytes())
        .expect("it is in memory")
}

fn report(path: &str, text: &str) -> Report {
    let path = description(path);
    fit::fit(&path, &Input::default(), &deliveries(text)).expect("a description")
}

/// A delivery as it is described.
fn parcel_sent() -> Value {
    json!({
        "about": { "event": "parcel.sent", "at": "2025-04-12T00:11:01Z" },
        "parcel": {
            "id": "p1", "kind": "parcel", "to": { "city": "Ghent", "street": "Veldstraat" },
            "weight": { "amount": 1.5, "unit": "kg" }, "state": "sent", "returned": null,
            "route": [{ "type": "depot", "name": "North" }, { "type": "flight", "number": "7" }],
            "notes": "fragile",
        },
        "carrier": { "name": "Swift", "vehicle": { "plate": "1-ABC" } },
    })
}

/// JSON pointers to everything in a value.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                pointers(value, &format!("{at}/{name}"), found);
            }
        }
        Value::Array(elements) => {
            for (index, value) in elements.iter().enumerate() {
                pointers(value, &format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
}

/// The delivery with each of its parts missing, and with something else in its place.
fn others() -> Vec<(String, Value)> {
    let mut places = Vec::new();
    pointers(&parcel_sent(), "", &mut places);
    let mut others = Vec::new();
    for place in places.iter().filter(|place| place.len() > 1) {
        let (parent, name) = place.rsplit_once('/').expect("a pointer");
        let mut without = parcel_sent();
        if let Some(Value::Object(members)) = without.pointer_mut(parent) {
            members.remove(name);
            others.push((format!("nothing at {place}"), without));
        }
        for value in [
            json!(null),
            json!(true),
            json!(7),
            json!(1.5),
            json!("x"),
            json!([]),
            json!([{}]),
            json!({}),
            json!({ "type": "drone" }),
        ] {
            let mut other = parcel_sent();
            *other.pointer_mut(place).expect("it is there") = value.clone();
            others.push((format!("{value} at {place}"), other));
        }
    }
    others
}

#[test]
fn a_delivery_fits_if_a_receiver_has_it_typed() {
    let receiver = as_described::Receiver::unverified();
    let others = others();
    assert!(others.len() > 200, "{} of them", others.len());
    for (what, delivery) in others {
        let text = delivery.to_string();
        let received = receiver.receive(&HeaderMap::new(), text.as_bytes());
        let report = report("settings/parcels.yaml", &text);
        match received {
            Ok(as_described::Event::ParcelSent(sent)) => {
                // What fits no variant is kept; yet it is not what is described.
                let open = as_described::types::ParcelSentCarrier::Unknown;
                let is_open = matches!(&sent.carrier, carrier if *carrier == open(delivery["carrier"].clone()));
                assert_eq!(report.all_fit(), !is_open, "{what}: {report:?}");
            }
            Ok(as_described::Event::Unfit(unfit)) => {
                assert!(!report.all_fit(), "{what}: {}", unfit.error());
                assert_eq!(report.unknown.len() + report.unreadable.len(), 0, "{what}");
            }
            Ok(as_described::Event::Unknown(_)) => assert_eq!(report.unknown.len(), 1, "{what}"),
            Ok(other) => panic!("{what}: {other:?}"),
            Err(_) => assert_eq!(report.unreadable.len(), 1, "{what}"),
        }
    }
}

#[test]
fn under_the_overlay_every_one_fits_that_an_action_is_known_for() {
    let path = description("settings/parcels.yaml");
    let known = |(what, delivery): (String, Value)| {
        let text = delivery.to_string();
        let report = report("settings/parcels.yaml", &text);
        (report.unknown.is_empty() && report.unreadable.is_empty()).then_some((what, text))
    };
    let (what, texts): (Vec<_>, Vec<_>) = others().into_iter().filter_map(known).unzip();
    let file = Path::new("mended.overlay.yaml");
    for (what, text) in what.iter().zip(&texts) {
        let mended = fit::mend(&path, &Input::default(), &deliveries(text), file);
        let mended = mended.unwrap_or_else(|error| panic!("{what}: {error}"));
        assert!(
            mended.report.all_fit(),
            "{what}: {:#?}",
            mended.report.misfits
        );
    }
    let all = fit::mend(
        &path,
        &Input::default(),
        &deliveries(&texts.join("\n")),
        file,
    );
    let all = all.expect("an overlay");
    assert!(all.report.all_fit(), "{:#?}", all.report.misfits);
}

fn arbitrary_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[a-z\u{0}-\u{1f}é'\\\\]{0,8}".prop_map(Value::from),
    ];
    let name = prop_oneof![
        Just("id".to_owned()),
        Just("name".to_owned()),
        Just("type".to_owned()),
        Just("children".to_owned()),
        Just("parent".to_owned()),
        Just("value".to_owned()),
        ".{0,4}",
    ];
    leaf.prop_recursive(6, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(name.clone(), inner, 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn whatever_is_delivered_nothing_panics(body in arbitrary_json()) {
        let path = description("settings/parcels.yaml");
        let file = Path::new("mended.overlay.yaml");
        for event in ["parcel.sent", "parcel.lost"] {
            let deliveries = deliveries(&json!({ "headers": {}, "body": body }).to_string());
            let deliveries = deliveries.of_event(event);
            let mended = fit::mend(&path, &Input::default(), &deliveries, file);
            let mended = mended.expect("the overlay can be applied");
            prop_assert_eq!(mended.report.deliveries, 1);
        }
    }
}
