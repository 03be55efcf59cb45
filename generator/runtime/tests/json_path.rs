//! Where a value stands that does not fit.

use std::collections::BTreeMap;

use hookgen_runtime::{Maybe, Secret, Value, decode, object, union};

struct Event {
    id: String,
    data: Data,
}

object! { Event { "object" == "event", id, data } }

struct Data {
    links: Vec<Link>,
    by_name: BTreeMap<String, Link>,
    pet: Option<Pet>,
    matrix: Option<Vec<Vec<i64>>>,
    secret: Option<Secret>,
    maybe: Maybe<i64>,
}

object! { Data { links, by_name = "by name", pet?, matrix?, secret?, maybe? } }

struct Link {
    href: String,
}

object! { Link { href } }

enum Pet {
    Cat(Box<Cat>),
    Unknown(Value),
}

union! { Pet by "type" { Cat = "cat" } }

struct Cat {
    kittens: Vec<Pet>,
    lives: i64,
}

object! { Cat { kittens, lives } }

/// Reads `text` in place of `data`, and gives the path and the reason.
fn failure(data: &str) -> (String, String) {
    let text = format!("{{\n  \"object\": \"event\",\n  \"id\": \"e\",\n  \"data\": {data}\n}}");
    let error = decode::<Event>(text.as_bytes()).expect_err(data);
    (error.path().to_owned(), error.reason().to_owned())
}

#[test]
fn the_path_leads_to_what_does_not_fit() {
    for (data, path, reason) in [
        (
            "7",
            "$.data",
            "invalid type: integer `7`, expected an object",
        ),
        ("[]", "$.data", "invalid type: sequence, expected an object"),
        (r#"{"by name": {}}"#, "$.data", "missing field `links`"),
        (
            r#"{"links": [], "by name": {"a": {}} , "x": 1}"#,
            "$.data['by name'].a",
            "missing field `href`",
        ),
        (
            r#"{"links": [{"href": ""}, {"href": 7}]}"#,
            "$.data.links[1].href",
            "invalid type: integer `7`, expected a string",
        ),
        (
            r#"{"links": [{"href": ""}, {"href": {"a": 1}}]}"#,
            "$.data.links[1].href",
            "invalid type: map, expected a string",
        ),
        (
            r#"{"links": [{"href": ""}, [1]]}"#,
            "$.data.links[1]",
            "invalid type: sequence, expected an object",
        ),
        (
            r#"{"links": [ {"href": null} ]}"#,
            "$.data.links[0].href",
            "invalid type: null, expected a string",
        ),
        (
            r#"{"links": {}}"#,
            "$.data.links",
            "invalid type: map, expected a sequence",
        ),
        (
            r#"{"links":[],"by name":{"it's":{"href":[]}}}"#,
            r"$.data['by name']['it\'s'].href",
            "invalid type: sequence, expected a string",
        ),
        (
            r#"{"links":[],"by name":{"\u0041\n":true}}"#,
            r"$.data['by name']['A\u{a}']",
            "invalid type: boolean `true`, expected an object",
        ),
        (
            r#"{"links":[],"by name":{},"matrix":[[1],[2,3,"x"]]}"#,
            "$.data.matrix[1][2]",
            "invalid type: string \"x\", expected i64",
        ),
        (
            r#"{"links":[],"by name":{},"maybe":"x"}"#,
            "$.data.maybe",
            "invalid type: string \"x\", expected i64",
        ),
        (
            r#"{"links":[],"by name":{},"secret": 735012 }"#,
            "$.data.secret",
            "invalid type: number, expected a string",
        ),
        (
            r#"{"links":[],"by name":{},"secret": 735012 , "matrix":[]}"#,
            "$.data.secret",
            "invalid type: number, expected a string",
        ),
    ] {
        assert_eq!(
            failure(data),
            (path.to_owned(), reason.to_owned()),
            "{data}"
        );
    }
}

#[test]
fn the_path_leads_through_unions() {
    let cat = |inside: &str| format!(r#"{{"links": [], "by name": {{}}, "pet": {inside} }}"#);
    for (pet, path, reason) in [
        (
            r#"{"type": "cat", "lives": 9}"#,
            "$.data.pet",
            "missing field `kittens`",
        ),
        (
            r#"{"type": "cat", "lives": 9, "kittens": [{"type": "new"}, {"type":"cat","kittens":[],"lives":"x"}]}"#,
            "$.data.pet.kittens[1].lives",
            "invalid type: string \"x\", expected i64",
        ),
        (
            r#"{"type": "cat", "lives": 9, "kittens": [{"type":"cat","lives":1,"kittens":[{"type":"cat","lives":1}]}]}"#,
            "$.data.pet.kittens[0].kittens[0]",
            "missing field `kittens`",
        ),
    ] {
        assert_eq!(
            failure(&cat(pet)),
            (path.to_owned(), reason.to_owned()),
            "{pet}"
        );
    }
}

#[test]
fn a_union_is_found_wherever_it_stands() {
    let bad = r#"{"type":"cat","kittens":[],"lives":""}"#;
    let good = r#"{"type":"cat","kittens":[],"lives":1}"#;
    for (text, path, column) in [
        (bad.to_owned(), "$.lives", 37),
        (format!("  {bad}  "), "$.lives", 39),
        (
            format!(r#"{{"type":"cat","kittens":[{bad}],"lives":1}}"#),
            "$.kittens[0].lives",
            62,
        ),
        (
            format!(r#"{{"type":"cat","kittens":[ {bad} , {good}]}}"#),
            "$.kittens[0].lives",
            63,
        ),
        (
            format!(r#"{{"lives":1,"type":"cat","kittens":[{good},{bad} ]}}"#),
            "$.kittens[1].lives",
            110,
        ),
    ] {
        let error = decode::<Pet>(text.as_bytes()).expect_err("a cat has a number of lives");
        assert_eq!(
            (error.path(), error.line(), error.column()),
            (path, 1, column),
            "{text}"
        );
        assert_eq!(error.reason(), "invalid type: string \"\", expected i64");
    }
}

#[test]
fn constants_say_where_they_are() {
    let error = decode::<Event>(br#"{"id": "e", "object": "list"}"#).unwrap_err();
    assert_eq!(error.path(), "$.object");
    assert_eq!(error.reason(), r#"`object` must be "event", found "list""#);
    assert_eq!((error.line(), error.column()), (1, 28));
    assert_eq!(
        error.to_string(),
        r#"$.object: `object` must be "event", found "list" (line 1, column 28)"#
    );
}

#[test]
fn a_text_that_is_not_json_says_how_far_it_was_read() {
    for (text, path) in [
        (&b""[..], "$"),
        (b"{", "$"),
        (b"nothing", "$"),
        (
            br#"{"id": "e", "data": {"links": [{"href": "#,
            "$.data.links[0].href",
        ),
        (
            br#"{"id": "e", "data": {"links": [{"href": ""}, ?"#,
            "$.data.links[1]",
        ),
        (b"{\"id\": \"\xff\"}", "$.id"),
        (b"\xff", "$"),
    ] {
        let error = decode::<Event>(text).expect_err("it is not JSON");
        assert_eq!(
            error.path(),
            path,
            "{}: {error}",
            String::from_utf8_lossy(text)
        );
    }
}

#[test]
fn lines_are_counted() {
    let error = decode::<Event>(b"{\n  \"id\":\n    7}").unwrap_err();
    assert_eq!((error.path(), error.line(), error.column()), ("$.id", 3, 5));
    let error = decode::<Event>(b"{\n\n\"id\": \"\xff\"}").unwrap_err();
    assert_eq!((error.path(), error.line(), error.column()), ("$.id", 3, 7));
}

#[test]
fn no_prefix_or_change_of_a_text_makes_it_panic() {
    let text = br#"{"object":"event","id":"\u00e4\\\"","data":{"links":[{"href":"x"}],"by name":{"a":{"href":""}},"pet":{"type":"cat","kittens":[{"type":"x"}],"lives":1}}}"#;
    decode::<Event>(text).expect("it fits");
    for end in 0..text.len() {
        assert!(decode::<Event>(&text[..end]).is_err());
        for byte in [
            b'"', b'\\', b'{', b'}', b'[', b']', b',', b':', b'0', 0x80, 0, 1, b'\n',
        ] {
            let mut changed = text.to_vec();
            changed[end] = byte;
            if let Err(error) = decode::<Event>(&changed) {
                assert!(error.path().starts_with('$'));
            }
        }
    }
}
