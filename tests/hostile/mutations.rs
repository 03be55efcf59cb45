//! Fixtures with something in them that nobody meant.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;

/// One change of a description.
#[derive(Debug, Clone)]
enum Change {
    Replace(Value),
    Delete,
    Duplicate(String),
    Swap(usize),
}

static DESCRIPTIONS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = fs::read_dir(root.join("tests/fixtures")).expect("the fixtures are there");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.push(root.join("spec/sezzle.yaml"));
    paths.sort();
    let read = |path| {
        let text = fs::read_to_string(path).expect("a description is text");
        serde_yaml::from_str(&text).expect("YAML")
    };
    paths.into_iter().map(read).collect()
});

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        // Words that mean something somewhere.
        prop::sample::select(vec![
            "string",
            "object",
            "array",
            "null",
            "type",
            "allOf",
            "oneOf",
            "$ref",
            "const",
            "enum",
            "#/components/schemas/Event",
            "#/components/schemas/Order",
            "#/paths",
            "application/json",
            "header",
            "path",
            "default",
            "$request.body#/type",
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((name(), inner), 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,8}",
        prop::sample::select(vec![
            "type",
            "$ref",
            "properties",
            "items",
            "required",
            "allOf",
            "oneOf",
            "anyOf",
            "const",
            "enum",
            "discriminator",
            "description",
            "content",
            "schema",
            "x-a",
            "nullable",
            "additionalProperties",
            "default",
            "format",
            "get",
            "post",
        ])
        .prop_map(str::to_owned),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        3 => value().prop_map(Change::Replace),
        2 => Just(Change::Delete),
        1 => name().prop_map(Change::Duplicate),
        2 => any::<usize>().prop_map(Change::Swap),
    ]
}

/// The pointers to all values below `value`.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut visit = |name: &str, value: &Value| {
        let name = name.replace('~', "~0").replace('/', "~1");
        let at = format!("{at}/{name}");
        places(value, &at, found);
        found.push(at);
    };
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                visit(&index.to_string(), item);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                visit(name, member);
            }
        }
        _ => {}
    }
}

fn apply(root: &mut Value, place: usize, change: Change) {
    let mut found = Vec::new();
    places(root, "", &mut found);
    let Some(at) = found.get(place % found.len().max(1)).cloned() else {
        return;
    };
    let (parent, name) = at.rsplit_once('/').expect("a pointer has a slash");
    let name = name.replace("~1", "/").replace("~0", "~");
    match change {
        Change::Replace(value) => *root.pointer_mut(&at).expect("it is there") = value,
        Change::Delete => match root.pointer_mut(parent).expect("it is there") {
            Value::Object(members) => _ = members.remove(&name),
            Value::Array(items) => _ = items.remove(name.parse().expect("an index")),
            _ => {}
        },
        Change::Duplicate(called) => {
            let copy = root.pointer(&at).expect("it is there").clone();
            match root.pointer_mut(parent).expect("it is there") {
                Value::Object(members) => _ = members.insert(called, copy),
                Value::Array(items) => items.push(copy),
                _ => {}
            }
        }
        Change::Swap(other) => {
            let other = &found[other % found.len()];
            let copies = [&at, other].map(|at| root.pointer(at).expect("it is there").clone());
            let [one, two] = copies;
            *root.pointer_mut(&at).expect("it is there") = two;
            // The first may have held the second, which is gone then.
            if let Some(place) = root.pointer_mut(other) {
                *place = one;
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 192,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_changed_description_is_refused_or_becomes_rust(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<usize>(), change()), 1..6),
    ) {
        let mut description = which.get(&DESCRIPTIONS).clone();
        for (place, change) in changes {
            apply(&mut description, place, change);
        }
        _ = outcome(&description.to_string());
    }
}
