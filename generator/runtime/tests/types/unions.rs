//! Open enums and unions.

use hookgen_runtime::{Value, decode, object, open_enum, serde_json, union};
use serde_json::json;

use super::{read, write};

open_enum! {
    /// What happened.
    pub enum EventType {
        /// An order is captured.
        OrderCaptured = "order.captured",
        /// An order is refunded.
        #[deprecated]
        OrderRefunded = "order.refunded",
    }
}

#[test]
fn an_enum_keeps_what_it_does_not_list() {
    let listed: EventType = read(&json!("order.captured")).unwrap();
    assert_eq!(listed, EventType::OrderCaptured);
    assert_eq!(listed, "order.captured");
    assert!(listed.is_known());

    let new: EventType = read(&json!("order.voided")).unwrap();
    assert_eq!(new, EventType::Unrecognized("order.voided".into()));
    assert!(!new.is_known());
    assert_eq!(write(&new), json!("order.voided"));
    assert_eq!(
        format!("{new:>13}|{listed}"),
        " order.voided|order.captured"
    );
    assert_eq!(
        format!("{new:?} {listed:?}"),
        r#"EventType("order.voided") EventType("order.captured")"#
    );
    assert_ne!(new, listed);
    assert_eq!(new, new.clone());

    assert_eq!(
        EventType::from("order.captured".to_owned()),
        EventType::OrderCaptured
    );
    assert_eq!("order.captured".parse(), Ok(EventType::OrderCaptured));
    assert_eq!(EventType::KNOWN.len(), 2);
    assert!(read::<EventType>(&json!(7)).is_err());
}

#[derive(Clone)]
struct Cat {
    lives: i64,
}

object! { Cat { lives } }

#[derive(Clone)]
struct Dog {
    pet_type: String,
    friends: Vec<Pet>,
}

object! { Dog { pet_type = "petType", friends } }

#[derive(Clone)]
enum Pet {
    Cat(Box<Cat>),
    Dog(Box<Dog>),
    Unknown(Value),
}

union! {
    Pet by "petType" {
        Cat = "cat",
        Dog = "dog" | "hound",
    }
}

#[test]
fn a_tagged_union_goes_there_and_back() {
    let json = json!({"petType": "hound", "friends": [
        {"petType": "cat", "lives": 9},
        {"petType": "axolotl", "gills": 6},
        {"lives": 9},
        "a string",
    ]});
    let pet = Pet::Dog(Box::new(Dog {
        pet_type: "hound".into(),
        friends: vec![
            Pet::Cat(Box::new(Cat { lives: 9 })),
            Pet::Unknown(json!({"petType": "axolotl", "gills": 6})),
            Pet::Unknown(json!({"lives": 9})),
            Pet::Unknown(json!("a string")),
        ],
    }));
    assert_eq!(read(&json), Ok(pet.clone()));
    assert_eq!(write(pet), json);
}

#[test]
fn a_union_with_a_known_tag_has_to_fit() {
    let error = read::<Pet>(&json!({"petType": "cat", "lives": "nine"})).unwrap_err();
    assert!(
        error.starts_with("$.lives: invalid type: string"),
        "{error}"
    );
}

#[derive(Clone)]
enum Guest {
    Cat(Cat),
    Friend(Friend),
    Unknown(Value),
}

#[derive(Clone)]
struct Friend {
    name: String,
    pet_type: Option<String>,
}

object! { Friend { name, pet_type? = "petType" } }

union! {
    Guest by "petType" {
        Cat = "cat",
        Friend = "friend",
    } otherwise Friend
}

#[test]
fn another_tag_may_be_that_of_a_variant() {
    let friend = |pet_type: Option<&str>| {
        Guest::Friend(Friend {
            name: "Ann".into(),
            pet_type: pet_type.map(Into::into),
        })
    };
    for (guest, json) in [
        (friend(None), json!({"name": "Ann"})),
        (
            friend(Some("fish")),
            json!({"name": "Ann", "petType": "fish"}),
        ),
        (
            friend(Some("friend")),
            json!({"name": "Ann", "petType": "friend"}),
        ),
        (
            Guest::Unknown(json!({"petType": "fish"})),
            json!({"petType": "fish"}),
        ),
        (
            Guest::Cat(Cat { lives: 9 }),
            json!({"petType": "cat", "lives": 9}),
        ),
    ] {
        assert_eq!(read(&json), Ok(guest.clone()));
        assert_eq!(write(guest), json);
    }
}

#[derive(Clone)]
enum Id {
    Cat(Cat),
    Integer(i64),
    Text(String),
    Unknown(Value),
}

union! { Id { Cat, Integer, Text } }

/// As the derives would, which are not there.
#[test]
fn a_union_is_shown_and_compared_by_its_variant_and_what_is_in_it() {
    let text = |text: &str| Id::Text(text.to_owned());
    assert_eq!(format!("{:?}", text("a")), r#"Text("a")"#);
    assert_eq!(format!("{:?}", Id::Unknown(json!(null))), "Unknown(Null)");
    let cat = Pet::Cat(Box::new(Cat { lives: 9 }));
    assert_eq!(format!("{cat:?}"), "Cat(Cat { lives: 9 })");
    assert_eq!(
        format!("{cat:#?}"),
        "Cat(\n    Cat {\n        lives: 9,\n    },\n)"
    );
    assert_eq!(text("a"), text("a"));
    assert_ne!(text("a"), text("b"));
    assert_ne!(text("7"), Id::Integer(7));
    assert_ne!(Guest::Unknown(json!(7)), Guest::Unknown(json!(8)));
}

#[test]
fn an_untagged_union_is_the_first_that_fits() {
    for (id, json) in [
        (Id::Cat(Cat { lives: 9 }), json!({"lives": 9})),
        (Id::Integer(7), json!(7)),
        (Id::Text("seven".into()), json!("seven")),
        (
            Id::Unknown(json!({"lives": "nine"})),
            json!({"lives": "nine"}),
        ),
        (Id::Unknown(json!(null)), json!(null)),
    ] {
        assert_eq!(read(&json), Ok(id.clone()));
        assert_eq!(write(id), json);
    }
}

#[test]
fn nesting_cannot_exhaust_the_stack() {
    let deep = r#"{"petType":"dog","friends":["#.repeat(50_000);
    let closed = format!("{deep}{}", "]}".repeat(50_000));
    for text in [deep, closed, "[".repeat(100_000), "{\"a\":".repeat(100_000)] {
        assert!(decode::<Pet>(text.as_bytes()).is_err());
        assert!(decode::<Id>(text.as_bytes()).is_err());
    }
}
