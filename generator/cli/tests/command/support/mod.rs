//! A folder to run the command in, and what it answers.

mod answer;
mod folder;
mod server;

pub use answer::Answer;
pub use folder::Folder;
pub use server::{Received, Server};

/// Two events that a header tells apart, all of which can be expressed.
pub const FORGE: &str = r##"openapi: 3.1.0
info: { title: Forge, version: "1" }
x-webhook-discriminator: { from: $request.header.X-Forge-Event }
x-webhook-verification:
  algorithm: hmac-sha256
  signature: { from: $request.header.X-Forge-Signature, encoding: hex, prefix: sha256= }
  signed: "{$request.body}"
servers:
  - { url: https://forge.example, description: Production }
paths:
  /hooks:
    get:
      operationId: listHooks
      parameters: [{ name: limit, in: query, schema: { type: integer } }]
      responses:
        "200":
          description: All of them.
          content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Hook" } } } }
    post:
      operationId: createHook
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Hook" } } } }
      responses: { "204": { description: It is made. } }
webhooks:
  push:
    post:
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Push" } } } }
      responses: { "200": { description: Received. } }
  release:
    post:
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Release" } } } }
      responses: { "200": { description: Received. } }
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
  schemas:
    Hook: { type: object, required: [url], properties: { url: { type: string } } }
    Push: { type: object, required: [ref], properties: { ref: { type: string } } }
    Release: { type: object, properties: { tag: { type: string } } }
"##;

/// The same, with two places that cannot be expressed.
pub fn with_warnings() -> String {
    format!(
        "{FORGE}    Odd:
      type: object
      properties:
        lost: {{ $ref: \"#/components/schemas/Nowhere\" }}
        mistyped: {{ type: strin }}
"
    )
}

/// The same, after `release` and its type are gone.
pub fn without_release() -> String {
    let (before, rest) = FORGE.split_once("  release:\n").expect("an event");
    let (_, after) = rest.split_once("components:\n").expect("components");
    let after = after.split("    Release:").next().expect("a beginning");
    format!("{before}components:\n{after}")
}

pub const SETTINGS: &str = r#"output = "../generated"
command = "cargo regen"

[package]
name = "forge-hooks"
description = "What a forge delivers."

[descriptions.forge]
path = "forge.yaml"
"#;
