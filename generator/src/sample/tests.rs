use serde_json::{Value, json};

use super::number::{any, whole};
use super::pattern::matching;
use super::place::Goal;
use crate::api::{Bound, Constraints, Limits};

fn path(steps: &[&str]) -> Vec<String> {
    steps.iter().map(|step| (*step).to_owned()).collect()
}

#[test]
fn what_says_the_event_is_put_where_it_has_to_be() {
    for (mut body, steps, expected) in [
        (
            json!({ "a": 1 }),
            &["type"][..],
            json!({ "a": 1, "type": "x" }),
        ),
        (
            json!({}),
            &["data", "type"],
            json!({ "data": { "type": "x" } }),
        ),
        (json!(null), &["type"], json!({ "type": "x" })),
        (
            json!({ "items": [{ "type": "y" }] }),
            &["items", "0", "type"],
            json!({ "items": [{ "type": "x" }] }),
        ),
        (
            json!({ "items": [] }),
            &["items", "0"],
            json!({ "items": ["x"] }),
        ),
    ] {
        let path = path(steps);
        let goal = Goal::new(&path, "x");
        goal.put(&mut body);
        assert_eq!(body, expected);
        assert!(goal.is_met(&body));
    }
}

#[test]
fn a_number_that_is_written_so_is_left() {
    let path = path(&["type"]);
    let mut body = json!({ "type": 7 });
    Goal::new(&path, "7").put(&mut body);
    assert_eq!(body, json!({ "type": 7 }));
}

fn bounds(minimum: Option<(f64, bool)>, maximum: Option<(f64, bool)>) -> Constraints {
    let bound = |(value, exclusive)| Bound { value, exclusive };
    Constraints {
        minimum: minimum.map(bound),
        maximum: maximum.map(bound),
        ..Constraints::default()
    }
}

#[test]
fn numbers_keep_to_their_bounds() {
    let within = |minimum, maximum| whole(&bounds(minimum, maximum));
    assert_eq!(within(None, None), json!(1));
    assert_eq!(within(Some((5.0, true)), None), json!(6));
    assert_eq!(within(None, Some((0.0, true))), json!(-1));
    assert_eq!(
        within(Some((1e30, false)), None),
        json!(1),
        "no such number"
    );
    let within = |minimum, maximum| any(&bounds(minimum, maximum));
    assert_eq!(within(Some((0.0, true)), Some((0.5, true))), json!(0.25));
    assert_eq!(within(Some((2.5, false)), None), json!(2.5));
    let hundredths = Constraints {
        multiple_of: Some(0.25),
        ..bounds(Some((1.1, false)), None)
    };
    assert_eq!(any(&hundredths), json!(1.25));
}

#[test]
fn a_text_matches_its_pattern() {
    let limits = |least, most| Limits { least, most };
    for (pattern, length, expected) in [
        ("^[A-Z]{2}[0-9]+$", limits(Some(5), None), Some("AA000")),
        ("^(a|b)?c*$", limits(None, None), Some("")),
        ("^[^a-z]$", limits(None, None), Some("A")),
        ("^x{3}$", limits(None, Some(2)), None),
        ("^x$", limits(Some(9), None), None),
        ("(?=a)", limits(None, None), None),
        ("^(x{1000}){1000}$", limits(None, None), None),
        ("\u{e9}|b", limits(None, None), Some("b")),
    ] {
        assert_eq!(
            matching(pattern, length, 0).as_deref(),
            expected,
            "{pattern}"
        );
    }
    assert_eq!(
        matching("^l-[0-9]$", limits(None, None), 3).as_deref(),
        Some("l-3")
    );
}

/// However deep or wide a description makes its types, a sample comes to an end.
#[test]
fn what_would_never_end_is_left_out() {
    let levels = (0..40).map(|level| {
        let next = level + 1;
        format!(
            "    L{level}: {{ type: object, required: [a, b, c], properties: {{ \
             a: {{ $ref: '#/components/schemas/L{next}' }}, \
             b: {{ $ref: '#/components/schemas/L{next}' }}, \
             c: {{ $ref: '#/components/schemas/L{next}' }} }} }}\n"
        )
    });
    let schemas: String = levels.collect();
    let text = format!(
        "openapi: 3.1.0\ninfo: {{ title: Wide, version: '1' }}\nwebhooks:\n  \
         wide: {{ post: {{ requestBody: {{ content: {{ application/json: {{ schema: \
         {{ $ref: '#/components/schemas/L0' }} }} }} }} }} }}\n  \
         round: {{ post: {{ requestBody: {{ content: {{ application/json: {{ schema: \
         {{ $ref: '#/components/schemas/Round' }} }} }} }} }} }}\n\
         components:\n  schemas:\n{schemas}    L40: {{ type: string }}\n    \
         Round: {{ type: object, required: [round], properties: {{ \
         round: {{ $ref: '#/components/schemas/Round' }} }} }}\n"
    );
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let file = folder.path().join("wide.yaml");
    std::fs::write(&file, text).expect("a writable folder");
    let described = crate::describe(&file, &crate::input::Input::default());
    let description = described.expect("it is a description");
    let webhooks = description.api.webhooks.as_ref().expect("it has events");
    for is_full in [false, true] {
        let samples = description.samples().full(is_full);
        for event in &webhooks.events {
            let sample = samples.of(webhooks, event);
            assert!(matches!(sample.body, Value::Object(_)));
            assert_eq!(sample.notes.len(), 1, "{}", event.name);
            assert!(!sample.fits);
        }
    }
}
