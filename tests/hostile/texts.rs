//! What is no text, no YAML, no JSON or no description.

use super::*;

const YAML: &str = "openapi: 3.1.0
info: { title: Parcels, version: \"1\" }
components: { schemas: { Parcel: { type: object, properties: { name: { type: string } } } } }
";

#[test]
fn what_is_no_description_is_refused() {
    for (text, code) in [
        ("", "empty-file"),
        ("# nothing\n", "empty-file"),
        ("null", "empty-file"),
        ("[]", "not-openapi"),
        ("{}", "not-openapi"),
        ("42", "not-openapi"),
        ("hello", "not-openapi"),
        ("openapi:", "unknown-version"),
        ("openapi: three", "unknown-version"),
        ("openapi: 3", "unknown-version"),
        ("swagger: '2.0'", "swagger-2"),
        ("openapi: 2.0", "swagger-2"),
        ("{", "invalid-json"),
        ("{\"openapi\": \"3.1.0\"", "invalid-json"),
        ("a: b: c", "invalid-yaml"),
        ("\u{0}", "invalid-yaml"),
        ("\u{7}openapi: 3.1.0", "invalid-yaml"),
        ("openapi: \"3.1.0", "invalid-yaml"),
        ("&a [*a]", "invalid-yaml"),
        ("openapi: 3.1.0\n---\nopenapi: 3.1.0", "invalid-yaml"),
        ("openapi: 3.1.0\nopenapi: 3.1.0", "duplicate-key"),
        (
            "{\"openapi\": \"3.1.0\", \"openapi\": \"3.1.0\"}",
            "duplicate-key",
        ),
        ("openapi: !secret 3.1.0", "yaml-tag"),
        ("? [a, b]\n: c", "invalid-yaml"),
    ] {
        assert_eq!(refused(text), [code], "{text:?}");
    }
}

#[test]
fn what_may_be_written_otherwise_is_the_same() {
    let plain = generated(YAML);
    let json: Value = serde_yaml::from_str(YAML).expect("YAML");
    for (what, text) in [
        ("JSON", json.to_string()),
        ("a byte-order mark", format!("\u{FEFF}{YAML}")),
        ("CRLF", YAML.replace('\n', "\r\n")),
        ("one document with its marks", format!("---\n{YAML}...\n")),
        ("a directive", format!("%YAML 1.2\n---\n{YAML}")),
        (
            "an anchor",
            YAML.replace("{ type: string }", "&text { type: string }"),
        ),
    ] {
        let other = generated(&text);
        assert_eq!(warnings(&other), warnings(&plain), "{what}");
        for (one, other) in plain.files.iter().zip(&other.files) {
            assert_eq!(one.text, other.text, "{what}");
        }
    }
}

#[test]
fn aliases_and_merge_keys_are_followed() {
    let module = generated(
        "openapi: 3.1.0
info: { title: Parcels, version: \"1\" }
components:
  schemas:
    Sized: &sized { type: object, properties: &members { size: { type: integer } } }
    Merged: { <<: *sized, description: Merged. }
    Listed: { <<: [*sized, { description: Listed. }] }
    Aliased: { type: object, properties: *members }
",
    );
    assert_eq!(warnings(&module), [""; 0]);
    let types = module.files.iter().find(|file| file.path == "types.rs");
    let text = &types.expect("there are types").text;
    assert_eq!(text.matches("pub size: Option<i64>").count(), 4, "{text}");
}

#[test]
fn billions_of_laughs_are_refused() {
    let mut text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned();
    for level in 1..12 {
        let before = level - 1;
        _ = writeln!(
            text,
            "a{level}: &a{level} [{}*a{before}]",
            format!("*a{before}, ").repeat(8)
        );
    }
    assert_eq!(refused(&text), ["alias-expansion"]);

    // Two aliases a level, deep instead of wide.
    let mut text = "a0: &a0 {}\n".to_owned();
    for level in 1..60 {
        let before = level - 1;
        _ = writeln!(
            text,
            "a{level}: &a{level} {{ l: *a{before}, r: *a{before} }}"
        );
    }
    assert_eq!(refused(&text), ["alias-expansion"]);
}
