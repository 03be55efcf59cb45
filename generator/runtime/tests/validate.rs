//! Values held against what a description says of them.

use std::collections::BTreeMap;

use hookgen_runtime::{Maybe, Tuple, Validate, Value, constraints, object, union};
use serde_json::json;

/// A type that is not generated, and knows nothing of validation.
#[derive(Debug, Clone, PartialEq)]
struct Foreign(String);

impl hookgen_runtime::serde::Serialize for Foreign {
    fn serialize<S: hookgen_runtime::serde::Serializer>(
        &self,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> hookgen_runtime::serde::Deserialize<'de> for Foreign {
    fn deserialize<D: hookgen_runtime::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}

#[derive(Clone)]
struct Node {
    name: String,
    next: Option<Box<Node>>,
    label: Maybe<String>,
    foreign: Option<Foreign>,
    rows: Vec<Tuple<(i64, f64), Node>>,
    any: Value,
    either: Vec<Either>,
    rest: BTreeMap<String, Value>,
}

object! {
    Node {
        "kind" == "node",
        name = "Name",
        next?,
        label?,
        foreign?,
        rows,
        any,
        either,
        ..rest
    }
}

constraints! {
    Node [MaxMembers(7)] {
        name: [MinLength(2), MaxLength(3)],
        label: [Pattern("^a")],
        foreign: [MaxLength(1)],
        rows: [MaxItems(1), Each(&[MinItems(3)])],
        any: [UniqueItems, OneOf(&["[1]", "[1,1]", "{\"a\":1}"])],
    }
}

#[derive(Clone)]
enum Either {
    Node(Box<Node>),
    Text(String),
    Unknown(Value),
}

union! {
    Either {
        Node,
        Text,
    }
}

fn node(name: &str) -> Node {
    Node {
        name: name.to_owned(),
        next: None,
        label: Maybe::Absent,
        foreign: None,
        rows: Vec::new(),
        any: json!([1]),
        either: Vec::new(),
        rest: BTreeMap::new(),
    }
}

fn violations(node: &Node) -> Vec<String> {
    match node.validate() {
        Ok(()) => Vec::new(),
        Err(violations) => violations.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn characters_are_counted_and_not_bytes() {
    assert_eq!(violations(&node("日本語")), Vec::<String>::new());
    assert_eq!(
        violations(&node("日")),
        ["$.Name: must have 2 characters or more"]
    );
}

#[test]
fn null_and_absent_keep_to_everything() {
    let mut null = node("ab");
    null.label = Maybe::Null;
    assert_eq!(violations(&null), Vec::<String>::new());
    null.label = Maybe::Value("b".to_owned());
    assert_eq!(violations(&null), ["$.label: must match `^a`"]);
}

#[test]
fn what_is_inside_is_looked_at_wherever_it_stands() {
    let mut outer = node("ab");
    outer.next = Some(Box::new(node("abcd")));
    outer.rows = vec![Tuple {
        first: (1, 2.0),
        rest: vec![node("")],
    }];
    outer.either = vec![
        Either::Text("x".to_owned()),
        Either::Node(Box::new(node("x"))),
        Either::Unknown(json!({ "new": true })),
    ];
    assert_eq!(
        violations(&outer),
        [
            "$.next.Name: must have 3 characters or fewer",
            "$.rows[0][2].Name: must have 2 characters or more",
            "$.either[1].Name: must have 2 characters or more",
        ]
    );
}

#[test]
fn members_count_where_they_are_there_and_a_constant_is() {
    let mut full = node("ab");
    full.next = Some(Box::new(node("ab")));
    full.label = Maybe::Null;
    assert_eq!(violations(&full), Vec::<String>::new());
    full.rest.insert("more".to_owned(), Value::Null);
    assert_eq!(violations(&full), ["$: must have 7 members or fewer"]);
}

#[test]
fn a_list_of_values_is_compared_as_json() {
    let mut other = node("ab");
    other.any = json!({ "a": 1.0 });
    assert_eq!(violations(&other), Vec::<String>::new());
    other.any = json!([1, 1.0]);
    assert_eq!(
        violations(&other),
        ["$.any: must have no two equal elements"]
    );
}

#[test]
fn a_type_that_knows_nothing_of_it_is_passed_over() {
    let mut foreign = node("ab");
    foreign.foreign = Some(Foreign("long".to_owned()));
    assert_eq!(violations(&foreign), Vec::<String>::new());
}
