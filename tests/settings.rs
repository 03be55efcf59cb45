//! What is generated with settings, as whoever uses it sees it: the bytes on the wire are those that
//! the description says, whatever things are called in Rust and whichever types they have there.

use std::collections::{BTreeSet, HashSet};

use hookgen_runtime::serde::Serialize;
use hookgen_runtime::{Maybe, Rfc3339, chrono, decode, jiff, rust_decimal, time};
use hookgen_workspace::own::{Cents, Note};
use hookgen_workspace::settings::{
    as_described, derived, file_per_type, lenient, receiver_only, renamed, replaced, with_chrono,
    with_jiff, with_strings, with_time,
};
use http::HeaderMap;
use serde_json::{Value, json};

fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("it can be written")
}

#[test]
fn renamed_things_keep_their_names_on_the_wire() {
    let body = r#"{"type":"shop.order.paid","order":{"createdAt":"2025-04-12","status":"ff"}}"#;
    let receiver = renamed::Receiver::unverified();
    let event = receiver
        .receive(&HeaderMap::new(), body.as_bytes())
        .expect("a delivery");
    assert_eq!(event.name(), renamed::EventType::Paid.as_str());
    let renamed::Event::Paid(paid) = event else {
        panic!("another event: {event:?}")
    };
    assert_eq!(paid.order.created.as_str(), "2025-04-12");
    assert_eq!(paid.order.status, Some(renamed::types::Progress::Fulfilled));
    assert_eq!(written(&paid), body);
}

#[test]
fn ordinary_types_stand_for_those_of_the_description() {
    let text = r#"{"total":1999,"note":" by hand ","paid_by":5,"parts":[1,2],"refunded":null,"tags":["b","a"]}"#;
    let order: replaced::types::Order = decode(text.as_bytes()).expect("an order");
    assert_eq!(order.total, Cents(1999));
    assert_eq!(order.discount, None);
    assert_eq!(order.refunded, Maybe::Null);
    assert_eq!(
        order.paid_by,
        Some(replaced::types::OrderPaidBy::Money(Box::new(Cents(5))))
    );
    let tags = ["a", "b"].map(str::to_owned);
    let made = replaced::types::Order::new(Cents(1999))
        .note(Note("by hand".to_owned()))
        .tags(BTreeSet::from(tags));
    assert_eq!((&made.note, &made.tags), (&order.note, &order.tags));
    assert_eq!(
        written(&made),
        r#"{"total":1999,"note":"by hand","tags":["a","b"]}"#
    );
}

#[test]
fn a_type_of_ones_own_that_does_not_fit_is_told_with_its_place() {
    let text = r#"{"total":"a lot"}"#;
    let error = decode::<replaced::types::Order>(text.as_bytes()).expect_err("no number");
    assert!(error.to_string().contains("total"), "{error}");
    let error = decode::<replaced::types::Order>(b"{}").expect_err("nothing there");
    assert!(error.to_string().contains("total"), "{error}");
}

#[test]
fn derives_are_there() {
    let tasks = HashSet::from([decode::<derived::types::Task>(b"{}").expect("a task")]);
    assert_eq!(tasks.len(), 1);
    assert!(derived::types::Priority::Low < derived::types::Priority::High);
    assert!(derived::types::Wide::default().text.is_none());
}

#[test]
fn paths_are_the_same_with_a_file_for_each_type() {
    let text = r#"{"address":{"city":"Ghent"},"status":"new"}"#;
    let order: file_per_type::types::Order = decode(text.as_bytes()).expect("an order");
    assert_eq!(order.status, Some(file_per_type::types::OrderStatus::New));
    assert_eq!(written(&order), text);
}

#[test]
fn a_receiver_alone_receives() {
    let body = br#"{"event":"order.paid","total":{"amount":3}}"#;
    let event = receiver_only::Receiver::unverified()
        .receive(&HeaderMap::new(), body)
        .expect("a delivery");
    assert_eq!(event.name(), "order.paid");
}

const VALUES: &str = r#"{"instant":"2025-04-12T02:11:01.749261+02:00","day":"2025-04-12","amount":"19.90","link":"https://example.com/a?b=c","id":"0d9c1f6e-1f0a-4a52-9d0e-1f6f6a3b2c4d","expires":null,"holidays":["2025-12-25"]}"#;

#[test]
fn chrono_loses_neither_offset_nor_fraction() {
    let values: with_chrono::types::Values = decode(VALUES.as_bytes()).expect("values");
    assert_eq!(values.instant.offset().local_minus_utc(), 7200);
    assert_eq!(values.amount, rust_decimal::Decimal::new(1990, 2));
    assert_eq!(values.link.host_str(), Some("example.com"));
    assert_eq!(
        values.holidays,
        Some(vec![
            chrono::NaiveDate::from_ymd_opt(2025, 12, 25).expect("a day")
        ])
    );
    assert_eq!(written(&values), VALUES);
}

#[test]
fn time_loses_neither_offset_nor_fraction() {
    let values: with_time::types::Values = decode(VALUES.as_bytes()).expect("values");
    assert_eq!(values.instant.offset().whole_hours(), 2);
    assert_eq!(values.day.ordinal(), 102);
    assert_eq!(written(&values), VALUES);
    let made = with_time::types::Values::new(
        values.instant.0,
        values.day.0,
        "19.90",
        values.link.as_str(),
        values.id,
    )
    .expires(time::OffsetDateTime::UNIX_EPOCH);
    assert_eq!(
        made.expires,
        Maybe::Value(Rfc3339(time::OffsetDateTime::UNIX_EPOCH))
    );
}

#[test]
fn jiff_has_the_instant_without_its_offset() {
    let values: with_jiff::types::Values = decode(VALUES.as_bytes()).expect("values");
    assert_eq!(values.day, jiff::civil::date(2025, 4, 12));
    let utc = VALUES.replace("02:11:01.749261+02:00", "00:11:01.749261Z");
    assert_eq!(written(&values), utc);
}

#[test]
fn text_is_kept_as_it_came() {
    let text = VALUES.replace("2025-04-12T02:11:01.749261+02:00", "yesterday");
    let values: with_strings::types::Values = decode(text.as_bytes()).expect("values");
    assert_eq!(values.instant, "yesterday");
    assert_eq!(written(&values), text);
}

#[test]
fn what_is_no_instant_is_told_with_its_place() {
    let text = VALUES.replace("2025-04-12T02:11:01.749261+02:00", "yesterday");
    let errors = [
        decode::<with_chrono::types::Values>(text.as_bytes()).map(drop),
        decode::<with_jiff::types::Values>(text.as_bytes()).map(drop),
        decode::<with_time::types::Values>(text.as_bytes()).map(drop),
    ];
    for error in errors {
        let error = error.expect_err("no instant").to_string();
        assert!(error.contains("$.instant"), "{error}");
    }
}

/// A delivery that is as it is described.
fn parcel_sent() -> Value {
    json!({
        "about": { "event": "parcel.sent", "at": "2025-04-12T00:11:01Z" },
        "parcel": {
            "id": "p1", "kind": "parcel", "to": { "city": "Ghent" },
            "label": null,
            "weight": { "amount": 1.5, "unit": "kg" }, "state": "sent", "returned": null,
            "route": [{ "type": "depot", "name": "North" }, { "type": "flight", "number": "7" }],
        },
        "carrier": { "name": "Swift", "vehicle": { "plate": "1-ABC" } },
    })
}

/// The delivery with something else at a JSON Pointer; with nothing there where that is `None`.
fn with(pointer: &str, value: Option<Value>) -> Value {
    let mut delivery = parcel_sent();
    let (parent, name) = pointer.rsplit_once('/').expect("a member");
    let parent = delivery.pointer_mut(parent).expect("an object");
    match value {
        Some(value) => parent[name] = value,
        None => drop(parent.as_object_mut().expect("an object").remove(name)),
    }
    delivery
}

fn received(delivery: &Value) -> lenient::Event {
    lenient::Receiver::unverified()
        .receive(&HeaderMap::new(), delivery.to_string().as_bytes())
        .expect("JSON that says which event it is")
}

fn rewritten(event: &lenient::Event) -> Value {
    match event {
        lenient::Event::ParcelSent(sent) => serde_json::to_value(sent).expect("JSON"),
        other => panic!("not typed: {other:?}"),
    }
}

#[test]
fn what_is_missing_in_a_delivery_is_none_if_it_is_received_leniently() {
    let strict = as_described::Receiver::unverified();
    for pointer in [
        "/about/at",
        "/parcel",
        "/parcel/id",
        "/parcel/kind",
        "/parcel/label",
        "/parcel/returned",
        "/parcel/route/0/name",
        "/parcel/to",
        "/parcel/weight/amount",
        "/carrier/vehicle/plate",
    ] {
        let delivery = with(pointer, None);
        assert_eq!(rewritten(&received(&delivery)), delivery, "{pointer}");
        let event = strict
            .receive(&HeaderMap::new(), delivery.to_string().as_bytes())
            .expect("JSON that says which event it is");
        // What fits no variant is kept.
        let is_kept = pointer == "/carrier/vehicle/plate";
        assert_eq!(
            matches!(event, as_described::Event::Unfit(_)),
            !is_kept,
            "{pointer}"
        );
    }
}

#[test]
fn null_and_values_that_are_not_listed_are_received_leniently() {
    let null = received(&with("/parcel/weight", Some(Value::Null)));
    assert_eq!(rewritten(&null), with("/parcel/weight", None));
    for delivery in [
        with("/parcel/state", Some(json!("stuck"))),
        with("/parcel/kind", Some(json!("letter"))),
        with("/parcel/returned", Some(json!("2025-04-12T00:11:01Z"))),
        with("/parcel/route/1/type", Some(json!("drone"))),
    ] {
        assert_eq!(rewritten(&received(&delivery)), delivery);
    }
    // What the description does not know is passed over, as ever.
    let more = received(&with("/parcel/colour", Some(json!("red"))));
    assert_eq!(rewritten(&more), parcel_sent());
}

#[test]
fn what_tells_apart_is_demanded_however_leniently_it_is_received() {
    let nameless = with("/about/event", None);
    let error = lenient::Receiver::unverified()
        .receive(&HeaderMap::new(), nameless.to_string().as_bytes())
        .expect_err("nobody knows which event it is");
    assert!(error.to_string().contains("event"), "{error}");

    let lenient::Event::ParcelSent(sent) = received(&parcel_sent()) else {
        panic!("not typed")
    };
    use lenient::types::{ParcelSentCarrier, Stop};
    assert!(matches!(
        sent.carrier,
        Some(ParcelSentCarrier::Company(company)) if company.name == "Swift"
    ));
    let route = sent.parcel.and_then(|parcel| parcel.route);
    assert!(matches!(
        route.as_deref(),
        Some([Stop::Depot(_), Stop::Flight(_)])
    ));
}

#[test]
fn what_is_no_value_of_its_type_is_unfit_however_leniently_it_is_received() {
    let delivery = with("/parcel/id", Some(json!(7)));
    let lenient::Event::Unfit(unfit) = received(&delivery) else {
        panic!("a number is no text")
    };
    assert_eq!(unfit.name(), "parcel.sent");
    assert!(unfit.error().to_string().contains("$.parcel.id"));
    let kept: Value = serde_json::from_slice(unfit.body()).expect("JSON");
    assert_eq!(kept, delivery);
    // What is sent as well stays as it is described.
    let delivery = with("/parcel/to/city", None);
    assert!(matches!(received(&delivery), lenient::Event::Unfit(_)));
}
