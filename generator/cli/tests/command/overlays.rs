//! Overlays, given with `--overlay` or by the settings; and what is included and excluded.

use insta::assert_snapshot;

use crate::support::{Folder, SETTINGS};

const OVERLAY: &str = r#"overlay: 1.0.0
info: { title: What we know better, version: "1" }
actions:
  - target: $.components.schemas.Push.properties
    update:
      pusher: { type: string, description: Who pushed. }
      odd: { type: strin }
  - target: $.paths['/hooks'].post
    remove: true
  - target: $.paths['/hook']
    remove: true
"#;

#[test]
fn a_description_is_changed_before_it_is_read() {
    let folder = Folder::new();
    folder.write("more/forge.overlay.yaml", OVERLAY);
    let overlay = ["--overlay", "more/forge.overlay.yaml"];
    let inspected = folder.run(&["inspect", "forge.yaml", overlay[0], overlay[1]]);
    assert_snapshot!("inspect", inspected);

    let target = ["forge.yaml", "-o", "out", overlay[0], overlay[1]];
    let generate: Vec<_> = [&["generate"][..], &target].concat();
    assert_snapshot!("generate", folder.run(&generate));
    let types = folder.read("out/src/forge/types.rs");
    assert!(types.contains("pub pusher: Option<String>"), "{types}");
    let command = "run `hookgen generate forge.yaml -o out --overlay more/forge.overlay.yaml`";
    assert!(types.contains(command), "{types}");

    let check: Vec<_> = [&["check"][..], &target].concat();
    folder.run(&check).ends_with(0);
    folder.edit("more/forge.overlay.yaml", "pusher", "sender");
    assert_snapshot!("check", folder.run(&check));
}

#[test]
fn the_settings_name_overlays_too() {
    let folder = Folder::with_settings();
    folder.write("spec/forge.overlay.yaml", OVERLAY);
    let settings = format!("{SETTINGS}overlays = [\"forge.overlay.yaml\"]\n");
    folder.write("spec/hookgen.toml", settings);
    let answer = folder.run(&["generate"]);
    assert!(
        answer
            .ends_with(0)
            .stderr
            .contains("spec/forge.overlay.yaml:7:20"),
        "{answer}"
    );
    let types = folder.read("generated/src/forge/types.rs");
    assert!(types.contains("pub pusher: Option<String>"), "{types}");
}

#[test]
fn one_that_is_wrong_is_shown() {
    let folder = Folder::new();
    folder.write("a.yaml", "overlay: 1.0.0\nactions: [{ target: $.info }]\n");
    let arguments = ["inspect", "forge.yaml", "--overlay", "a.yaml"];
    assert_snapshot!("wrong", folder.run(&arguments));
    let arguments = ["inspect", "forge.yaml", "--overlay", "b.yaml"];
    assert_snapshot!("not_there", folder.run(&arguments));
    folder.write("overlays/a.yaml", "");
    let arguments = ["inspect", "forge.yaml", "--overlay", "overlays"];
    assert_snapshot!("a_directory", folder.run(&arguments));
}

#[test]
fn what_is_not_included_is_not_there() {
    let folder = Folder::with_settings();
    let include = "include = { operations = [\"list*\"], webhooks = [\"push\"] }\n";
    folder.write("spec/hookgen.toml", format!("{SETTINGS}{include}"));
    folder.run(&["generate"]).is_well();
    let types = folder.read("generated/src/forge/types.rs");
    assert!(types.contains("pub struct Hook"), "{types}");
    assert!(types.contains("pub struct Push"), "{types}");
    assert!(!types.contains("pub struct Release"), "{types}");
    let operations = folder.read("generated/src/forge/operations.rs");
    assert!(!operations.contains("CreateHook"), "{operations}");
}

#[test]
fn an_entry_that_nothing_is_meant_by_is_a_mistake_in_the_settings() {
    let folder = Folder::with_settings();
    let entries = "include = { paths = [\"/hook\"], webhooks = [\"pish\"] }\n\
                   exclude = { tags = [\"internal\"] }\n";
    folder.write("spec/hookgen.toml", format!("{SETTINGS}{entries}"));
    assert_snapshot!("nothing_is_meant", folder.run(&["generate"]));
}

#[test]
fn nothing_at_all_is_a_mistake_in_the_settings() {
    let folder = Folder::with_settings();
    let entries = "include = { paths = [\"/hooks**\"] }\nexclude = { paths = [\"**\"] }\n";
    folder.write("spec/hookgen.toml", format!("{SETTINGS}{entries}"));
    assert_snapshot!("nothing_is_left", folder.run(&["generate"]));
}
