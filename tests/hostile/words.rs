//! Texts that are code, markup or nothing at all, wherever a description has a text.

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
    let tagged =
        json!({ "type": "object", "required": [text], "properties": { text: { "const": text } } });
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
