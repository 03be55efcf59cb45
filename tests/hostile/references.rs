//! References that lead nowhere, or in circles.

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
