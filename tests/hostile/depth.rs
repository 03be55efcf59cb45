//! What is deep, long or without an end.

use super::*;

const DEPTHS: [usize; 2] = [200, 20_000];

#[test]
fn nesting_in_flow_style_is_refused() {
    for depth in DEPTHS {
        // The parser takes its time for the square of the depth, and is not optimized here.
        let styles: &[_] = match depth {
            200 => &[("[", "]"), ("{a: ", "}")],
            _ => &[("[", "]")],
        };
        for (open, close) in styles {
            let text = format!(
                "openapi: 3.1.0\nx: {}{}",
                open.repeat(depth),
                close.repeat(depth)
            );
            assert_eq!(refused(&text), ["nested-too-deeply"], "{depth} {open}");
        }
    }
    refused(&format!("x: {}", "[".repeat(200)));
}

#[test]
fn nesting_in_block_style_is_refused() {
    for depth in [200, 2_000] {
        let mut text = "openapi: 3.1.0\nx:\n".to_owned();
        for level in 1..depth {
            _ = writeln!(text, "{}a:", " ".repeat(level));
        }
        assert_eq!(refused(&text), ["nested-too-deeply"], "{depth}");
    }
    for depth in DEPTHS {
        let text = format!("openapi: 3.1.0\nx: \n {}a", "- ".repeat(depth));
        assert_eq!(refused(&text), ["nested-too-deeply"], "{depth}");
    }
}

#[test]
fn nesting_in_json_is_refused() {
    for depth in DEPTHS {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let text = format!(
                "{{\"openapi\": \"3.1.0\", \"x\": {}0{}}}",
                open.repeat(depth),
                close.repeat(depth)
            );
            assert_eq!(refused(&text), ["nested-too-deeply"], "{depth} {open}");
        }
    }
}

/// As many schemas, each made of the next by `link`; the last is `end`.
fn chain(length: usize, link: impl Fn(&str) -> Value, end: &Value) -> String {
    let mut schemas = Map::new();
    for index in 0..length {
        let next = format!("#/components/schemas/S{}", index + 1);
        schemas.insert(format!("S{index}"), link(&next));
    }
    schemas.insert(format!("S{length}"), end.clone());
    with_schemas(Value::Object(schemas))
}

const LONG: usize = 10_000;

/// Long enough where each schema is looked at with a hundred of those behind it.
const SHORTER: usize = 1_000;

fn object() -> Value {
    json!({ "type": "object", "properties": { "a": { "type": "string" } } })
}

#[test]
fn long_chains_of_references_have_an_end() {
    generated(&chain(LONG, |next| json!({ "$ref": next }), &object()));
}

#[test]
fn long_chains_of_merges_have_an_end() {
    let own = |next: &str| json!({ "allOf": [{ "$ref": next }], "properties": { "b": {} } });
    generated(&chain(SHORTER, own, &object()));
    generated(&chain(
        LONG,
        |next| json!({ "allOf": [{ "$ref": next }] }),
        &object(),
    ));
    let beside = |next: &str| json!({ "$ref": next, "description": "More." });
    generated(&chain(SHORTER, beside, &object()));
}

#[test]
fn long_chains_of_unions_have_an_end() {
    for keyword in ["oneOf", "anyOf"] {
        let link = |next: &str| json!({ keyword: [{ "$ref": next }, { "type": "integer" }] });
        generated(&chain(SHORTER, link, &object()));
        let link = |next: &str| json!({ keyword: [{ "$ref": next }] });
        generated(&chain(SHORTER, link, &object()));
    }
}

#[test]
fn long_chains_of_members_have_an_end() {
    let member = |next: &str| json!({ "type": "object", "properties": { "next": { "$ref": next } }, "required": ["next"] });
    generated(&chain(1_000, member, &object()));
    let items = |next: &str| json!({ "type": "array", "items": { "$ref": next } });
    generated(&chain(1_000, items, &object()));
    let into = |next: &str| json!({ "type": "object", "properties": { "a": { "$ref": format!("{next}/properties/a") } } });
    generated(&chain(1_000, into, &object()));
}

#[test]
fn arrays_in_one_another_have_an_end() {
    for wrap in [
        |inner: Value| json!({ "type": "array", "items": inner }),
        |inner: Value| json!({ "type": "object", "additionalProperties": inner }),
        |inner: Value| json!({ "type": ["array", "null"], "prefixItems": [inner], "items": false }),
    ] {
        for depth in [20, 55] {
            let schema = (0..depth).fold(json!({ "type": "string" }), |inner, _| wrap(inner));
            let module = generated(&with_schemas(json!({ "A": schema })));
            let codes: Vec<_> = module.findings.iter().map(|one| one.code).collect();
            assert!(codes.contains(&"too-deep"), "{depth}: {codes:?}");
        }
    }
}

#[test]
fn long_circles_have_an_end() {
    for link in [
        |next: &str| json!({ "$ref": next }),
        |next: &str| json!({ "allOf": [{ "$ref": next }] }),
        |next: &str| json!({ "oneOf": [{ "$ref": next }, { "type": "integer" }] }),
        |next: &str| json!({ "type": "array", "items": { "$ref": next } }),
    ] {
        let first = json!({ "$ref": "#/components/schemas/S0" });
        let module = generated(&chain(SHORTER, link, &first));
        assert!(!module.findings.is_empty());
    }
}

#[test]
fn schemas_inside_one_another_have_an_end() {
    for (keyword, wrap) in [
        (
            "items",
            (|inner| json!({ "items": inner })) as fn(Value) -> Value,
        ),
        (
            "properties",
            |inner| json!({ "properties": { "a": inner } }),
        ),
        (
            "allOf",
            |inner| json!({ "allOf": [inner, { "properties": { "b": {} } }] }),
        ),
        (
            "oneOf",
            |inner| json!({ "oneOf": [inner, { "type": "integer" }] }),
        ),
        ("not", |inner| json!({ "not": inner })),
    ] {
        let mut schema = json!({ "type": "string" });
        for _ in 0..55 {
            schema = wrap(schema);
        }
        generated(&with_schemas(json!({ "Deep": schema })));
        for _ in 0..200 {
            schema = wrap(schema);
        }
        let codes = refused(&with_schemas(json!({ "Deep": schema })));
        assert_eq!(codes, ["nested-too-deeply"], "{keyword}");
    }
}

#[test]
fn wide_unions_have_an_end() {
    let members: Vec<_> = (0..300)
        .map(|index| json!({ "type": "object", "properties": { format!("p{index}"): { "type": "string" } } }))
        .collect();
    generated(&with_schemas(json!({ "Wide": { "oneOf": members } })));
}

/// Each level merges the one below it twice: 2⁶⁴ ways to the bottom.
#[test]
fn what_is_merged_twice_is_looked_at_once() {
    for keyword in ["allOf", "oneOf", "anyOf"] {
        let link = |next: &str| json!({ keyword: [{ "$ref": next }, { "$ref": next, "description": "Again." }] });
        generated(&chain(64, link, &object()));
    }
    let link =
        |next: &str| json!({ "properties": { "a": { "$ref": next }, "b": { "$ref": next } } });
    generated(&chain(64, link, &object()));
}
