//! Input that nobody should write: what comes of it is an error that says what is wrong, or Rust
//! that parses. Never a panic, never an exhausted stack, never code that the input brought along.

use std::fmt::Write as _;

use hookgen::diagnostics::Severity;
use hookgen::{Finding, Module, Options, generate_text};
use serde_json::{Map, Value, json};

/// What is generated, which is Rust, or the codes of the errors.
fn outcome(text: &str) -> Result<Module, Vec<&'static str>> {
    let options = Options {
        name: "hostile".to_owned(),
        shown_as: "hostile.yaml\n*/ fn injected() {}".to_owned(),
        command: "run `me` \"now\"\nfn injected() {}".to_owned(),
        features: true,
        choices: hookgen::Choices::default(),
        input: hookgen::input::Input::default(),
    };
    match generate_text(text, &options) {
        Ok(module) => {
            for file in &module.files {
                if let Err(error) = syn::parse_file(&file.text) {
                    panic!("{} does not parse: {error}\n{}", file.path, file.text);
                }
            }
            Ok(module)
        }
        Err(findings) => Err(errors(&findings)),
    }
}

fn errors(findings: &[Finding]) -> Vec<&'static str> {
    let errors = findings
        .iter()
        .filter(|one| one.severity == Severity::Error);
    let codes: Vec<_> = errors.map(|one| one.code).collect();
    assert!(!codes.is_empty(), "a refusal has a reason");
    codes
}

fn refused(text: &str) -> Vec<&'static str> {
    outcome(text).expect_err("nothing can be made of this")
}

fn generated(text: &str) -> Module {
    outcome(text).unwrap_or_else(|codes| panic!("{codes:?}"))
}

fn warnings(module: &Module) -> Vec<&'static str> {
    module.findings.iter().map(|one| one.code).collect()
}

/// A description with these schemas.
fn with_schemas(schemas: Value) -> String {
    let api = json!({
        "openapi": "3.1.0",
        "info": { "title": "Parcels", "version": "1" },
        "components": { "schemas": schemas },
    });
    api.to_string()
}

mod texts {
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
            ("&a [*a]", "nested-too-deeply"),
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
}

mod depth {
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
}

mod references {
    use super::*;

    fn api(parts: &Value) -> Module {
        let mut api = json!({
            "openapi": "3.1.0",
            "info": { "title": "Parcels", "version": "1" },
        });
        for (name, part) in parts.as_object().expect("members") {
            api[name] = part.clone();
        }
        generated(&api.to_string())
    }

    #[test]
    fn circles_of_every_kind_are_left_out() {
        let module = api(&json!({
            "security": [{ "key": [] }],
            "paths": {
                "/a": { "$ref": "#/paths/~1b" },
                "/b": { "$ref": "#/paths/~1a" },
                "/c": { "$ref": "#/paths/~1c" },
                "/d": { "post": {
                    "parameters": [{ "$ref": "#/components/parameters/P" }],
                    "requestBody": { "$ref": "#/components/requestBodies/B" },
                    "responses": { "200": { "$ref": "#/components/responses/R" } },
                } },
            },
            "webhooks": { "w": { "$ref": "#/webhooks/v" }, "v": { "$ref": "#/webhooks/w" } },
            "components": {
                "parameters": { "P": { "$ref": "#/components/parameters/P" } },
                "requestBodies": { "B": { "$ref": "#/components/requestBodies/B" } },
                "responses": {
                    "R": { "$ref": "#/components/responses/S" },
                    "S": { "$ref": "#/components/responses/R" },
                },
                "securitySchemes": { "key": { "$ref": "#/components/securitySchemes/key" } },
                "pathItems": { "I": { "$ref": "#/components/pathItems/I" } },
            },
        }));
        let codes = warnings(&module);
        assert!(
            codes.iter().all(|code| *code == "dangling-reference"),
            "{codes:?}"
        );
        assert!(codes.len() >= 8, "{codes:?}");
    }

    #[test]
    fn strange_references_lead_nowhere() {
        for reference in [
            "",
            "#",
            "#/",
            "/",
            "//",
            "#/components",
            "#/components/schemas",
            "#/components/schemas/",
            "#/components/schemas/A/properties/a/properties/b",
            "#/components/schemas/%",
            "#/components/schemas/%zz",
            "#/components/schemas/%FF",
            "#/components/schemas/~2",
            "#/components/schemas/A~",
            "#/info",
            "#/info/title",
            "#/openapi",
            "#/paths",
            "#/components/schemas/A/0",
            "file:///etc/passwd",
            "../../../etc/passwd",
            "http://[",
            "#\u{202e}",
            "#/components/schemas/A */ fn injected() {}",
        ] {
            let module = api(&json!({
                "paths": {
                    "/a": { "$ref": reference },
                    "/b": { "post": {
                        "parameters": [{ "$ref": reference }],
                        "requestBody": { "$ref": reference },
                        "responses": { "200": { "$ref": reference } },
                    } },
                },
                "webhooks": { "w": { "$ref": reference } },
                "components": { "schemas": { "A": {
                    "type": "object",
                    "properties": { "a": { "$ref": reference } },
                    "allOf": [{ "$ref": reference }],
                    "oneOf": [{ "$ref": reference }, { "type": "object" }],
                } } },
            }));
            assert!(!module.findings.is_empty(), "{reference:?}");
        }
    }
}

/// Texts that are code, markup or nothing at all, wherever a description has a text.
mod words {
    use super::*;

    const TEXTS: &[&str] = &[
        "",
        " ",
        "_",
        "self",
        "Self",
        "super",
        "crate",
        "type",
        "r#type",
        "async",
        "gen",
        "new",
        "String",
        "Option",
        "Event",
        "Client",
        "main",
        "0",
        "-1",
        "$",
        "!!!",
        "a b",
        "a-b",
        "a_b",
        "A B",
        "../../x",
        "C:\\x",
        "*/ fn injected() {} /*",
        "/* /* /*",
        "//! injected",
        "\"; fn injected() {} //",
        "\"# fn injected() {} r#\"",
        "`fn injected() {}`",
        "```\nfn injected() {}\n```",
        "~~~\nfn injected() {}",
        "}} fn injected() {} {{",
        "{}",
        "{0}",
        "{self}",
        "{\"a\": 1}",
        "a\nfn injected() {}",
        "a\r\nfn injected() {}",
        "a\u{2028}fn injected() {}",
        "a\u{b}b\u{c}c\u{85}d",
        "\u{0}",
        "\u{7f}\u{1b}[31m",
        "\u{202e}desrever\u{202c}",
        "\u{2066}a\u{2069}",
        "\u{feff}",
        "\u{fffd}",
        "\u{1f600}",
        "Stra\u{df}e",
        "\u{130}",
        "e\u{301}",
        "\u{ff21}",
        "\u{2160}",
        "<script>alert(1)</script>",
        "<!--",
        "&lt;&#0;",
        "[a](javascript:x)",
        "[`Vec`]",
        "[a]: https://example.com",
        "https://example.com/*/",
        "\\",
        "\\n\\u{41}\\x41",
        "'a'",
        "#![allow(x)]",
        "#[cfg(any())]",
        "cargo::rustc-env=X=1",
        "true",
        "null",
        "1e999",
    ];

    /// One description with `text` wherever a text stands.
    fn everywhere(text: &str) -> String {
        let name = |suffix: &str| format!("{text}{suffix}");
        let schema = json!({
            "title": text,
            "description": text,
            "type": "object",
            "required": [text, name("1")],
            "properties": {
                text: { "type": "string", "description": text, "default": text },
                name("1"): { "const": text },
                name("2"): { "type": "string", "enum": [text, name("x"), name(" x")] },
                name("3"): { "type": "object", "properties": { text: { "enum": [text] } } },
                name("4"): { "type": "string", "format": text, "pattern": text },
            },
            "additionalProperties": { "type": "string", "enum": [text] },
        });
        let tagged = json!({ "type": "object", "required": [text], "properties": { text: { "const": text } } });
        let other = json!({ "type": "object", "required": [text], "properties": { text: { "const": name("2") } } });
        let reference = format!(
            "#/components/schemas/{}",
            text.replace('~', "~0")
                .replace('/', "~1")
                .replace('%', "%25")
        );
        let union = json!({
            "oneOf": [tagged.clone(), other.clone()],
            "discriminator": { "propertyName": text, "mapping": { text: reference } },
        });
        let parameters: Vec<_> = ["path", "query", "header", "cookie"]
            .iter()
            .map(|place| {
                json!({
                    "name": text, "in": place, "required": *place == "path", "description": text,
                    "schema": { "type": "string", "enum": [text], "default": text },
                })
            })
            .collect();
        let delivery = |name: &str| {
            json!({ "post": {
            "operationId": name, "summary": text, "description": text,
            "requestBody": { "content": { "application/json": { "schema": {
                "type": "object", "required": ["type"],
                "properties": { "type": { "const": name }, text: { "type": "string" } },
            } } } },
        } })
        };
        let api = json!({
            "openapi": "3.1.0",
            "info": { "title": text, "version": text, "description": text },
            "x-webhook-verification": {
                "algorithm": "hmac-sha256",
                "key": { "encoding": "utf8", "prefix": text },
                "signature": {
                    "from": "$request.header.X-Signature", "encoding": "hex", "prefix": text,
                    "list": { "separator": text, "pair": text, "fields": { text: "signature", name("t"): "timestamp" } },
                },
                "signed": format!("{}{{$timestamp}}{{$request.body}}", text.replace(['{', '}'], "")),
                "timestamp": { "unit": "s", "tolerance": 300 },
            },
            "servers": [
                { "url": format!("https://example.com/{text}"), "description": text, "x-name": text },
                { "url": format!("https://{{{text}}}.example.com"), "variables": { text: { "default": text, "enum": [text], "description": text } } },
                { "url": text },
            ],
            "security": [{ text: [text] }],
            "tags": [{ "name": text, "description": text }],
            "paths": {
                format!("/{text}/{{{text}}}"): { "post": {
                    "operationId": text, "summary": text, "description": text, "tags": [text],
                    "parameters": parameters,
                    "requestBody": { "description": text, "content": { "application/json": { "schema": union } } },
                    "responses": {
                        "200": { "description": text, "content": { text: { "schema": schema } } },
                        "404": { "description": text, "content": { "application/json": { "schema": { "$ref": reference } } } },
                    },
                } },
                format!("/{text}"): { "get": { "responses": { "204": { "description": text } } } },
            },
            "webhooks": { text: delivery(text), name("2"): delivery(&name("2")) },
            "components": {
                "schemas": {
                    text: schema, name("1"): tagged, name("-"): other,
                    name("2"): { "type": "string", "const": text, "description": text },
                    name("3"): union,
                },
                "securitySchemes": {
                    text: { "type": "apiKey", "in": "header", "name": text, "description": text },
                    name("2"): { "type": "apiKey", "in": "query", "name": text },
                    name("3"): { "type": "http", "scheme": "bearer", "description": text },
                },
            },
        });
        api.to_string()
    }

    #[test]
    fn no_text_becomes_code() {
        for text in TEXTS {
            let module = match outcome(&everywhere(text)) {
                Ok(module) => module,
                // What cannot be a part of a signature is refused; the rest has to go on.
                Err(codes) => {
                    assert!(
                        codes.iter().all(|code| *code == "invalid-verification"),
                        "{text:?}: {codes:?}"
                    );
                    let without = everywhere(text).replace("x-webhook-verification", "x-other");
                    generated(&without)
                }
            };
            assert!(
                module.files.iter().any(|file| file.path == "types.rs"),
                "{text:?}"
            );
            for file in &module.files {
                let parsed = syn::parse_file(&file.text).expect("it parsed before");
                let is_injected = |item: &syn::Item| matches!(item, syn::Item::Fn(item) if item.sig.ident == "injected");
                assert!(
                    !parsed.items.iter().any(is_injected),
                    "{text:?} in {}",
                    file.path
                );
                let hidden = |one: char| {
                    one.is_control() && one != '\n'
                        || matches!(one, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
                };
                assert!(
                    !file.text.contains(hidden),
                    "{text:?} in {}: what is not seen misleads",
                    file.path
                );
            }
        }
    }
}

/// Fixtures with something in them that nobody meant.
mod mutations {
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
}
