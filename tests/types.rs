//! What is generated for the fixtures, as a consumer has it: decoded, and encoded again.

use hookgen_runtime::serde::Serialize;
use hookgen_runtime::serde::de::DeserializeOwned;
use hookgen_runtime::{Maybe, Validate, Value, decode};
use hookgen_workspace::fixtures::{
    access, arrays, constants, constraints, formats, maps, nulls, numbers, objects, one_of_numbers,
    patterns, same_places,
};
use serde_json::json;

fn read<T: DeserializeOwned>(json: &Value) -> T {
    let text = json.to_string();
    decode(text.as_bytes()).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn write(value: &impl Serialize) -> Value {
    serde_json::to_value(value).expect("JSON")
}

/// Decodes `json` and encodes it again: nothing of it may be lost.
fn kept<T: DeserializeOwned + Serialize>(json: &Value) {
    assert_eq!(write(&read::<T>(json)), *json);
}

fn refused<T: DeserializeOwned>(json: &Value) -> String {
    match decode::<T>(json.to_string().as_bytes()) {
        Ok(_) => panic!("taken: {json}"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn a_client_is_asked_for_what_it_sends_and_a_server_for_nothing_else() {
    use access::types::{Account, Login, Session};
    let account = Account::new("Ada", "secret", Maybe::Null);
    let sent = json!({ "name": "Ada", "password": "secret", "hint": null });
    assert_eq!(write(&account), sent);
    kept::<Account>(&json!({ "id": "1", "name": "Ada", "kind": "account" }));
    kept::<Account>(&json!({ "id": "1", "name": "Ada", "owner": { "email": "ada@example.com" } }));
    let login = Login::new("Ada", "secret");
    assert_eq!(
        write(&login),
        json!({ "name": "Ada", "password": "secret" })
    );
    kept::<Session>(&json!({ "token": "t" }));
}

#[test]
fn what_is_the_same_in_several_places_is_one_type() {
    use same_places::types::{Loan, LoanPerson, LoanPersonRole, LoanWitnessesItemRole};
    let loan: Loan = read(&json!({
        "lender": { "name": "Ada", "role": "staff" },
        "witnesses": [{ "name": "Grace" }],
    }));
    let name = |person: &LoanPerson| person.name.clone();
    assert_eq!(name(&loan.lender).as_deref(), Some("Ada"));
    let witnesses = loan.witnesses.iter().flatten().filter_map(name);
    assert_eq!(witnesses.collect::<Vec<_>>(), ["Grace"]);
    assert_eq!(loan.lender.role, Some(LoanPersonRole::Staff));
    assert_eq!(LoanWitnessesItemRole::Staff, LoanPersonRole::Staff);
}

#[test]
fn null_and_absent_stay_apart_wherever_both_may_be() {
    use nulls::types::Nulls;
    let least = json!({ "always": null, "union": null, "anything": null });
    kept::<Nulls>(&least);
    kept::<Nulls>(&json!({
        "always": "a",
        "anything": { "b": null },
        "elements": [1, null, 3],
        "list": null,
        "maybe": null,
        "named": null,
        "object": null,
        "onlyNull": null,
        "union": 1,
        "values": { "a": null, "b": true },
        "whatever": null,
    }));
    let absent: Nulls = read(&least);
    assert_eq!(absent.whatever, Maybe::Absent);
    assert_eq!(absent.maybe, Maybe::Absent);
    assert_eq!(absent.named, Maybe::Absent);
    // A server that says `null` where the description does not allow it is understood.
    let never: Nulls = read(&json!({
        "always": null, "union": null, "anything": null, "never": null
    }));
    assert_eq!(never.never, None);
}

#[test]
fn tuples_keep_what_follows_them() {
    use arrays::types::{Entry, Older, Place, Row, Sparse, Unevaluated};
    kept::<Place>(&json!([52.5, 13.4]));
    kept::<Place>(&json!([52.5, 13.4, "WGS 84", null]));
    kept::<Entry>(&json!(["a", 1]));
    kept::<Older>(&json!(["a", true, 1, 2]));
    kept::<Unevaluated>(&json!(["a"]));
    kept::<Row>(&json!([{ "title": "t" }, 1.5, 2.5]));
    kept::<Sparse>(&json!({
        "alike": ["a"],
        "holes": ["a", null],
        "nested": [[1], []],
        "pair": ["a", 1],
        "unsaid": [1, "a", null],
        "within": [{ "within": [{}, false] }, true],
    }));
    assert!(refused::<Place>(&json!([1.5])).contains("an array of 2 elements or more"));
    assert!(refused::<Entry>(&json!(["a", 1, 2])).contains("trailing"));
    let place: Place = (52.5, 13.4).into();
    assert_eq!(write(&place), json!([52.5, 13.4]));
}

#[test]
fn members_without_a_name_are_kept() {
    use maps::types::{Open, Reading};
    use patterns::types::{Booleans, Closed, Evaluated, Extensible, Labels, Mixed};
    kept::<Labels>(&json!({ "a-b": "c" }));
    kept::<Mixed>(&json!({ "is_new": true, "n_items": 3, "other": [null] }));
    kept::<Extensible>(&json!({ "id": "1", "x-a": "b", "new": { "deep": [1] } }));
    kept::<Closed>(&json!({ "id": "1", "x-a": "b" }));
    kept::<Booleans>(&json!({ "anything": [1], "else": 2 }));
    kept::<Evaluated>(&json!({ "closed": {}, "open": { "a": 1 }, "nulls": { "b": null } }));
    kept::<Open>(&json!({ "id": "1", "else": null }));
    kept::<Reading>(&json!({ "sensor": "s", "a": 1.5 }));
}

#[test]
fn members_that_are_not_described_are_passed_over() {
    use objects::types::Address;
    let address: Address = read(&json!({ "street": "s", "floor": 3 }));
    assert_eq!(write(&address), json!({ "street": "s" }));
}

#[test]
fn of_two_members_of_one_name_the_last_counts_and_the_order_is_the_descriptions() {
    use objects::types::Address;
    let address: Address = decode(br#"{"zip-code":"1","street":"a","street":"b"}"#).expect("JSON");
    let text = serde_json::to_string(&address).expect("JSON");
    assert_eq!(text, r#"{"street":"b","zip-code":"1"}"#);
}

#[test]
fn numbers_keep_their_value() {
    use numbers::types::Numbers;
    kept::<Numbers>(&json!({
        "bounded": 11,
        "huge": u64::MAX,
        "int8": -128,
        "number": 0.1,
        "open": u64::MAX,
        "uint16": 65535,
        "uint32": u32::MAX,
        "uint64": u64::MAX,
    }));
    // JSON has one kind of number: a `1` is a `1.0`, however it is written.
    let numbers: Numbers = decode(br#"{"number":1,"open":1.0}"#).expect("JSON");
    assert_eq!(numbers.number, Some(1.0));
    assert_eq!(write(&numbers)["open"], json!(1.0));
    let numbers: Numbers = decode(br#"{"number":12e2,"open":-1.5E-3}"#).expect("JSON");
    assert_eq!(numbers.number, Some(1200.0));
    assert_eq!(write(&numbers)["open"], json!(-0.0015));
    // What is passed over is not even looked at.
    decode::<Numbers>(br#"{"new":1e400}"#).expect("JSON");
    assert!(refused::<Numbers>(&json!({ "int8": 3_000_000_000_u32 })).contains("$.int8"));
}

#[test]
fn instants_keep_their_offset_and_their_fraction() {
    use formats::types::Everything;
    for instant in [
        "2025-04-12T00:11:01Z",
        "2025-04-12T00:11:01.000100+02:00",
        "2025-04-12t00:11:01-00:00",
    ] {
        kept::<Everything>(&json!({ "instant": instant }));
    }
}

#[test]
fn constants_are_written_and_demanded() {
    use constants::types::Greeting;
    let json = json!({
        "kind": "greeting", "version": 2, "negative": -1, "loud": false, "to": "you"
    });
    kept::<Greeting>(&json);
    assert_eq!(write(&Greeting::new("you")), json);
    let mut other = json.clone();
    other["version"] = json!(3);
    assert!(refused::<Greeting>(&other).contains("`version` must be 2"));
}

#[test]
fn tags_may_be_numbers_and_truth_values() {
    use one_of_numbers::types::{Answer, Message};
    let second = json!({ "version": 2, "body": "b", "text": "t" });
    assert!(matches!(read(&second), Message::Second(second) if second.body == "b"));
    kept::<Message>(&json!({ "version": 1, "text": "t" }));
    kept::<Message>(&json!({ "version": 3, "new": true }));
    assert!(matches!(read(&json!({ "text": "t" })), Message::Unknown(_)));
    assert!(refused::<Message>(&json!({ "version": 1 })).contains("`text`"));
    kept::<Answer>(&json!({ "ok": false, "why": "w" }));
    kept::<Answer>(&json!({ "ok": true, "value": 1.5 }));
}

#[test]
fn all_that_a_description_forbids_is_found_at_once() {
    use constraints::types::{Card, Line, Order, OrderChannel, OrderPayment};
    let order = Order::new("A1", 500);
    assert_eq!(order.validate(), Ok(()));
    let notes = [("A".to_owned(), "too long a text".to_owned())];
    let order = Order::new("", 0)
        .rate(0.07)
        .priority(3)
        .exact(1.25)
        .coupon("ABC".into())
        .email("a".repeat(255))
        .tags([
            "a".to_owned(),
            String::new(),
            "a".to_owned(),
            "b".to_owned(),
        ])
        .notes(notes)
        .lines([Line::new(1), Line::new(0)])
        .payment(OrderPayment::Card(Box::new(Card::new("12x4"))))
        .channel(OrderChannel::from("fax"));
    let violations = order.validate().expect_err("it is wrong throughout");
    let found: Vec<String> = violations.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "$.reference: must have 1 character or more",
            r"$.reference: must match `^[A-Z]\d+$`",
            "$.amount: must be 1 or more",
            "$.channel: must be one of the listed values",
            "$.coupon: must have 4 characters or more",
            "$.email: must have 254 characters or fewer",
            "$.exact: must be 1.5",
            "$.lines[1].count: must be 1 or more",
            "$.notes.A: the name must match `^[a-z]+$`",
            "$.notes.A: must have 10 characters or fewer",
            "$.payment.number: must match `^[0-9]{4}$`",
            "$.priority: must be one of 1, 2, 5",
            "$.rate: must be a multiple of 0.05",
            "$.tags: must have 3 elements or fewer",
            "$.tags: must have no two equal elements",
            "$.tags[1]: must have 1 character or more",
        ]
    );
}
