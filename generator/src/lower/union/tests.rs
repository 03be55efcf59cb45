//! How the members of a union are told apart.

use crate::api::{Api, Shape, Tagging, Union};
use crate::lower::testing::lowered;

/// The union `U` in a description of these schemas, and what was reported.
fn union(schemas: &str) -> (Union, Vec<String>) {
    let (api, codes) = lowered(&format!("components:\n  schemas:\n{schemas}"));
    (found(&api), codes)
}

fn found(api: &Api) -> Union {
    let mut unions = api.types.iter().filter_map(|(_, ty)| match &ty.shape {
        Shape::Union(union) if ty.name.root == "U" && ty.name.steps.is_empty() => Some(union),
        _ => None,
    });
    unions.next().expect("U is a union").clone()
}

/// `name "tag" "tag"`, a line each.
fn tags(union: &Union) -> Vec<String> {
    let variants = union.variants.iter();
    variants
        .map(|variant| {
            let mut words = vec![variant.name.clone()];
            words.extend(variant.tags.iter().map(|tag| format!("{tag:?}")));
            words.join(" ")
        })
        .collect()
}

#[test]
fn whole_numbers_and_truth_values_tell_apart_where_they_are_required() {
    for (one, other, expected) in [
        (
            "const: 1",
            "const: 2",
            [r#"version 1 "1""#, r#"version 2 "2""#],
        ),
        (
            "enum: [true]",
            "enum: [false]",
            [r#"version true "true""#, r#"version false "false""#],
        ),
        ("enum: [a]", "const: b", [r#"a "a""#, r#"b "b""#]),
    ] {
        let text = |required: &str| {
            format!(
                "
    U:
      anyOf:
        - {{ type: object, {required} properties: {{ version: {{ {one} }} }} }}
        - {{ type: object, {required} properties: {{ version: {{ {other} }} }} }}
"
            )
        };
        let (found, codes) = union(&text("required: [version],"));
        assert_eq!(found.tagging, Tagging::Inferred("version".into()));
        assert_eq!(tags(&found), expected);
        assert!(codes.is_empty(), "{codes:?}");
        assert_eq!(union(&text("")).0.tagging, Tagging::Untagged);
    }
}

#[test]
fn a_value_that_two_share_tells_nothing() {
    let (found, codes) = union(
        "
    U:
      oneOf:
        - { type: object, required: [a, b], properties: { a: { enum: [x, y] }, b: { const: 1 } } }
        - { type: object, required: [a, b], properties: { a: { enum: [y, z] }, b: { const: 2 } } }
",
    );
    assert_eq!(found.tagging, Tagging::Inferred("b".into()));
    assert!(codes.is_empty(), "{codes:?}");
    let (found, _) = union(
        "
    U:
      oneOf:
        - { type: object, required: [a], properties: { a: { const: x } } }
        - { type: object, required: [a, b], properties: { a: { const: x }, b: { type: string } } }
",
    );
    assert_eq!(found.tagging, Tagging::Untagged);
}

#[test]
fn a_constant_of_the_members_own_wins_over_what_the_mapping_says() {
    let (found, codes) = union(
        "
    U:
      oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }]
      discriminator: { propertyName: kind, mapping: { first: '#/components/schemas/A' } }
    A: { type: object, required: [kind], properties: { kind: { const: one } } }
    B: { type: object, required: [kind], properties: { kind: { type: string } } }
",
    );
    assert_eq!(found.tagging, Tagging::Declared("kind".into()));
    assert_eq!(tags(&found), [r#"A "one""#, r#"B "B""#]);
    assert!(codes.is_empty(), "{codes:?}");
}

#[test]
fn a_declaration_that_tells_nothing_is_reported_and_left_out() {
    let (found, codes) = union(
        "
    U:
      oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }]
      discriminator: { propertyName: kind }
    A: { type: object, required: [kind, v], properties: { kind: { const: x }, v: { const: 1 } } }
    B: { type: object, required: [kind, v], properties: { kind: { const: x }, v: { const: 2 } } }
",
    );
    assert_eq!(found.tagging, Tagging::Inferred("v".into()));
    assert_eq!(
        codes,
        ["unusable-discriminator /components/schemas/U/oneOf"]
    );
}

#[test]
fn a_union_in_a_union_is_one() {
    let (found, codes) = union(
        "
    U:
      oneOf: [{ $ref: '#/components/schemas/V' }, { $ref: '#/components/schemas/A' }, false]
    V:
      anyOf: [{ $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' }]
    A: { type: object, required: [kind], properties: { kind: { const: a } } }
    B: { type: object, required: [kind], properties: { kind: { const: b } } }
    C: { type: object, required: [kind], properties: { kind: { const: c } } }
",
    );
    assert_eq!(found.tagging, Tagging::Inferred("kind".into()));
    assert_eq!(tags(&found), [r#"B "b""#, r#"C "c""#, r#"A "a""#]);
    assert!(codes.is_empty(), "{codes:?}");
}
