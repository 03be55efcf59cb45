//! Objects.

use std::collections::BTreeMap;

use hookgen_runtime::{DateTime, Maybe, Secret, Value, decode, object, serde_json};
use serde_json::json;

use super::{read, write};

#[derive(Clone)]
struct Hook {
    url: String,
    nullable: Option<i64>,
    note: Option<String>,
    label: Maybe<String>,
    created_at: DateTime,
    r#type: Option<bool>,
    parent: Option<Box<Hook>>,
    extra: BTreeMap<String, i64>,
}

object! {
    Hook {
        "kind" == "webhook",
        "version" == -1,
        "ratio" == 0.5,
        "live" == true,
        url,
        nullable,
        note?,
        label?,
        created_at = "createdAt",
        r#type?,
        parent? = "the parent",
        ..extra
    }
}

fn hook() -> Hook {
    Hook {
        url: "/".into(),
        nullable: None,
        note: None,
        label: Maybe::Absent,
        created_at: "2025-04-12T00:11:01Z".into(),
        r#type: None,
        parent: None,
        extra: BTreeMap::new(),
    }
}

fn hook_json() -> Value {
    json!({
        "kind": "webhook", "version": -1, "ratio": 0.5, "live": true,
        "url": "/", "nullable": null, "createdAt": "2025-04-12T00:11:01Z",
    })
}

fn with(mut json: Value, name: &str, value: Value) -> Value {
    json[name] = value;
    json
}

fn without(mut json: Value, name: &str) -> Value {
    json.as_object_mut().unwrap().remove(name);
    json
}

#[test]
fn an_object_goes_there_and_back() {
    assert_eq!(read(&hook_json()), Ok(hook()));
    assert_eq!(write(hook()), hook_json());

    let full = Hook {
        nullable: Some(1),
        note: Some("n".into()),
        label: Maybe::Null,
        r#type: Some(true),
        parent: Some(Box::new(hook())),
        extra: BTreeMap::from([("more".into(), 1)]),
        ..hook()
    };
    let json = [
        ("nullable", json!(1)),
        ("note", json!("n")),
        ("label", json!(null)),
        ("type", json!(true)),
        ("the parent", hook_json()),
        ("more", json!(1)),
    ]
    .into_iter()
    .fold(hook_json(), |json, (name, value)| with(json, name, value));
    assert_eq!(read(&json), Ok(full.clone()));
    assert_eq!(write(full), json);
}

#[test]
fn members_are_written_in_the_order_of_the_fields_constants_first() {
    assert_eq!(
        serde_json::to_string(&hook()).unwrap(),
        r#"{"kind":"webhook","version":-1,"ratio":0.5,"live":true,"url":"/","nullable":null,"createdAt":"2025-04-12T00:11:01Z"}"#
    );
}

#[test]
fn absent_null_and_a_value_are_told_apart() {
    for (label, value) in [
        (Maybe::Absent, None),
        (Maybe::Null, Some(json!(null))),
        (Maybe::Value("x".to_owned()), Some(json!("x"))),
    ] {
        let json = match value {
            Some(value) => with(hook_json(), "label", value),
            None => hook_json(),
        };
        let expected = Hook { label, ..hook() };
        assert_eq!(read(&json), Ok(expected.clone()));
        assert_eq!(write(expected), json);
    }
}

#[test]
fn null_is_nothing_for_an_option() {
    assert_eq!(read(&with(hook_json(), "note", json!(null))), Ok(hook()));
    assert_eq!(
        read(&with(hook_json(), "nullable", json!(null))),
        Ok(hook())
    );
}

#[test]
fn what_is_required_must_be_there() {
    // What may be `null` has to be there as well: it would be `null` when it is written again.
    let names = [
        "url",
        "nullable",
        "createdAt",
        "kind",
        "version",
        "ratio",
        "live",
    ];
    for name in names {
        let error = read::<Hook>(&without(hook_json(), name)).unwrap_err();
        assert!(
            error.contains(&format!("missing field `{name}`")),
            "{error}"
        );
    }
}

#[test]
fn constants_are_compared() {
    for (name, value, found) in [
        (
            "kind",
            json!("order"),
            r#"`kind` must be "webhook", found "order""#,
        ),
        ("kind", json!(null), "found null"),
        ("kind", json!([1, {}]), "found an array"),
        ("kind", json!({"a": [1]}), "found an object"),
        ("version", json!(1), "`version` must be -1, found 1"),
        ("version", json!(u64::MAX), "found 18446744073709551615"),
        (
            "live",
            json!("true"),
            r#"`live` must be true, found "true""#,
        ),
        ("ratio", json!(0.25), "`ratio` must be 0.5, found 0.25"),
    ] {
        let error = read::<Hook>(&with(hook_json(), name, value)).unwrap_err();
        assert!(error.contains(found), "{error}");
        assert!(error.starts_with(&format!("$.{name}: ")), "{error}");
    }
    assert_eq!(read(&with(hook_json(), "version", json!(-1.0))), Ok(hook()));
}

#[test]
fn of_members_with_one_name_the_last_counts() {
    let text = hook_json()
        .to_string()
        .replacen('{', r#"{"url":"first","url":"second","#, 1);
    assert_eq!(decode::<Hook>(text.as_bytes()).unwrap().url, "/");
}

#[test]
fn names_are_read_with_escapes() {
    let text = hook_json().to_string().replace("\"url\"", "\"\\u0075rl\"");
    assert_eq!(decode::<Hook>(text.as_bytes()), Ok(hook()));
}

/// The same struct with the derives that `object!` stands for.
mod derived {
    use super::{BTreeMap, DateTime, Maybe};

    #[derive(Debug, Clone, PartialEq)]
    pub struct Hook {
        pub url: String,
        pub nullable: Option<i64>,
        pub note: Option<String>,
        pub label: Maybe<String>,
        pub created_at: DateTime,
        pub r#type: Option<bool>,
        pub parent: Option<Box<Hook>>,
        pub extra: BTreeMap<String, i64>,
    }

    impl From<super::Hook> for Hook {
        fn from(hook: super::Hook) -> Self {
            Self {
                url: hook.url,
                nullable: hook.nullable,
                note: hook.note,
                label: hook.label,
                created_at: hook.created_at,
                r#type: hook.r#type,
                parent: hook.parent.map(|parent| Box::new((*parent).into())),
                extra: hook.extra,
            }
        }
    }
}

#[test]
fn objects_are_shown_and_compared_as_by_derives() {
    let changes: [fn(&mut Hook); 8] = [
        |hook| hook.url.push('/'),
        |hook| hook.nullable = Some(-1),
        |hook| hook.note = Some("another".to_owned()),
        |hook| hook.label = Maybe::Null,
        |hook| hook.created_at = "2026-01-01T00:00:00Z".into(),
        |hook| hook.r#type = Some(false),
        |hook| hook.parent = Some(Box::new(self::hook())),
        |hook| hook.extra = BTreeMap::from([("another".to_owned(), 1)]),
    ];
    for change in changes {
        let mut changed = hook();
        change(&mut changed);
        assert_eq!(changed, changed.clone());
        assert_ne!(changed, hook());
        let derived = derived::Hook::from(changed.clone());
        assert_eq!(format!("{changed:?}"), format!("{derived:?}"));
        assert_eq!(format!("{changed:#?}"), format!("{derived:#?}"));
    }
}

macro_rules! many {
    ($name:ident, $($field:ident)*) => {
        struct $name { $($field: i64,)* }
        object! { $name { $($field,)* } }
    };
}

many!(None_,);
many!(Eight, a b c d e f g h);
many!(Nine, a b c d e f g h i);
many!(Seventeen, a b c d e f g h i j k l m n o p q);

#[test]
fn objects_may_have_any_number_of_members() {
    assert_eq!(read(&json!({"other": 1})), Ok(None_ {}));
    assert_eq!(write(None_ {}), json!({}));
    let letters = "abcdefghijklmnopq";
    let object = |count: usize| -> Value {
        letters
            .chars()
            .take(count)
            .enumerate()
            .map(|(at, c)| (c.to_string(), json!(at)))
            .collect()
    };
    let eight = read::<Eight>(&object(8)).unwrap();
    assert_eq!((eight.a, eight.h), (0, 7));
    assert_eq!(write(eight), object(8));
    let nine = read::<Nine>(&object(9)).unwrap();
    assert_eq!((nine.h, nine.i), (7, 8));
    assert_eq!(write(nine), object(9));
    let seventeen = read::<Seventeen>(&object(17)).unwrap();
    assert_eq!(
        (seventeen.h, seventeen.i, seventeen.p, seventeen.q),
        (7, 8, 15, 16)
    );
    assert_eq!(write(seventeen), object(17));
    let error = read::<Seventeen>(&object(16)).unwrap_err();
    assert!(error.contains("missing field `q`"), "{error}");
}

#[test]
fn a_secret_is_text_on_the_wire() {
    let secret: Secret = read(&json!("hush")).unwrap();
    assert_eq!(secret.expose(), "hush");
    assert_eq!(write(secret), json!("hush"));
}

/// What is deprecated is used by the macros without a warning.
mod deprecated {
    #![deny(deprecated)]

    use hookgen_runtime::{decode, object, serde_json};

    #[derive(Clone)]
    struct Old {
        #[deprecated]
        name: String,
    }

    object! { Old { name } }

    #[test]
    fn it_goes_there_and_back() {
        let text = r#"{"name":"x"}"#;
        let old: Old = decode(text.as_bytes()).unwrap();
        assert_eq!(serde_json::to_string(&old).unwrap(), text);
    }
}

/// A number that no type of Rust's holds is kept if serde_json keeps it.
#[test]
fn a_number_is_kept_as_far_as_serde_json_keeps_it() {
    let exact = serde_json::from_str::<Value>("1e400").is_ok();
    for number in ["18446744073709551616", "0.1234567890123456789012", "1e400"] {
        let read = decode::<Value>(number.as_bytes());
        if exact {
            let text = serde_json::to_string(&read.unwrap()).unwrap();
            assert_eq!(text.replace('+', ""), number);
        } else if let Ok(value) = read {
            assert!(value.is_f64(), "{number}");
        }
    }
}

#[derive(Clone)]
struct Measured {
    value: f64,
}

object! { Measured { value } }

#[test]
fn numbers_are_written_as_they_were_read() {
    for step in 1..2_000 {
        let text = format!("{{\"value\":{:?}}}", f64::from(step) / 7.0);
        let read: Measured = decode(text.as_bytes()).expect("an object");
        assert_eq!(serde_json::to_string(&read).expect("JSON"), text);
    }
}
