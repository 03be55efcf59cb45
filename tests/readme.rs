//! What the README shows of settings and extensions is taken: its commands are run by `.ci/readme`,
//! its Rust by `support/lib.rs`.

use std::fs;
use std::path::{Path, PathBuf};

use hookgen::{Choices, Options, Settings, generate_text};

/// The fenced blocks of a language.
fn blocks(language: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = fs::read_to_string(path).expect("the README is there");
    let opening = format!("```{language}\n");
    let blocks = text.split(&opening).skip(1);
    blocks
        .map(|rest| rest.split("```").next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn its_settings_are_read() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("readme");
    fs::create_dir_all(folder.join("shop")).expect("a folder of our own");
    for file in [
        "sezzle.yaml",
        "shop.yaml",
        "shop/openapi.yaml",
        "shop.overlay.yaml",
    ] {
        fs::write(folder.join(file), "openapi: 3.1.0\n").expect("it can be written");
    }
    let file = folder.join("hookgen.toml");
    let mut seen = 0;
    for block in blocks("toml") {
        if !block.contains("[descriptions.") {
            continue;
        }
        fs::write(&file, &block).expect("it can be written");
        let settings = Settings::read(&file).unwrap_or_else(|error| panic!("{error}\n{block}"));
        assert_eq!(settings.descriptions.len(), 1);
        seen += 1;
    }
    assert_eq!(seen, 3, "the README shows settings");
}

#[test]
fn its_extensions_are_understood() {
    let mut seen = 0;
    for block in blocks("yaml") {
        if !block.starts_with("x-webhook") {
            continue;
        }
        let text = format!(
            "openapi: 3.1.0
info: {{ title: Readme, version: \"1\" }}
webhooks:
  paid:
    post: {{ requestBody: {{ content: {{ application/json: {{ schema: {{ $ref: \"#/components/schemas/Paid\" }} }} }} }} }}
components:
  schemas:
    Paid:
      type: object
      required: [type]
      properties: {{ type: {{ const: paid }}, id: {{ type: string }}, created: {{ type: integer }}, api_version: {{ type: string }} }}
{block}"
        );
        let options = Options {
            name: "readme".to_owned(),
            shown_as: "readme.yaml".to_owned(),
            command: "cargo regen".to_owned(),
            features: false,
            choices: Choices::default(),
            input: hookgen::input::Input::default(),
        };
        let module = generate_text(&text, &options).unwrap_or_else(|wrong| panic!("{wrong:?}"));
        assert_eq!(module.findings, [], "{block}");
        let webhooks = module.api.webhooks.expect("there is one");
        assert!(webhooks.verification.is_some());
        seen += 1;
    }
    assert_eq!(seen, 1, "the README shows how a signature is described");
}
