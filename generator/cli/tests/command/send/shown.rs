//! Deliveries that are shown, and not made.

use insta::assert_snapshot;

use super::{SECRET, folder};
use crate::support::{Answer, Folder};

fn shown(folder: &Folder, arguments: &[&str]) -> Answer {
    let mut all = vec![
        "send",
        "sezzle.yaml",
        "--to",
        "http://127.0.0.1:9/a?b=c&d",
        "--dry-run",
    ];
    all.extend(arguments);
    folder.run_with(&[("HOOKGEN_SECRET", SECRET)], &all)
}

#[test]
fn deliveries_are_shown_as_commands_for_curl() {
    let folder = folder();
    folder.write("it.json", "{\"event\":\"it's\"}");
    let answer = shown(&folder, &["order.captured", "--data", "it.json"]);
    answer.ends_with(0);
    assert_snapshot!("dry_run", answer);
    assert!(!answer.to_string().contains(SECRET));
    let all = shown(&folder, &["--all"]);
    assert_eq!(
        all.is_well().stdout.matches("curl --request POST").count(),
        9
    );
}

#[test]
fn a_program_is_told_the_same() {
    let answer = shown(&folder(), &["order.captured", "--format", "json"]);
    let object = answer.is_well().json();
    let delivery = &object["deliveries"][0];
    assert_eq!(delivery["method"], "POST");
    assert_eq!(delivery["headers"]["content-type"], "application/json");
    let body = delivery["body"].as_str().expect("a text");
    assert!(body.contains("\"event\":\"order.captured\""), "{object}");
}
