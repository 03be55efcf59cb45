use crate::api::{Api, EventNames, Shape, StringEnum};
use crate::lower::testing::lowered;

/// Two events, `one` and `two`, and these schemas.
fn with(schemas: &str) -> (Api, Vec<String>) {
    let event = |name: &str| {
        format!(
            "{{ post: {{ summary: It is {name}., requestBody: {{ content: {{ application/json: \
             {{ schema: {{ type: object, properties: {{ type: {{ const: {name} }} }} }} }} }} }} }} }}"
        )
    };
    lowered(&format!(
        "webhooks:\n  a: {}\n  b: {}\ncomponents:\n  schemas:\n{schemas}",
        event("one"),
        event("two"),
    ))
}

fn list(api: &Api) -> Option<(&str, &StringEnum)> {
    let EventNames::Component(id) = api.webhooks.as_ref()?.names else {
        return None;
    };
    match &api.types[id].shape {
        Shape::Enum(list) => Some((&api.types[id].name.root, list)),
        other => panic!("{other:?} is no list"),
    }
}

fn name(schemas: &str) -> Option<String> {
    let (api, codes) = with(schemas);
    assert_eq!(codes, [""; 0]);
    list(&api).map(|(name, _)| name.to_owned())
}

#[test]
fn the_list_that_is_called_like_it_wins_then_the_smallest() {
    let large = "    A: { type: string, enum: [one, two, three] }\n";
    let small = "    B: { type: string, enum: [two, one] }\n";
    let event = "    ZEvents: { type: string, enum: [one, two, three, four] }\n";
    let named = "    event_type: { type: string, enum: [one, two, three, four, five] }\n";
    assert_eq!(name(large).as_deref(), Some("A"));
    assert_eq!(name(&[large, small].concat()).as_deref(), Some("B"));
    assert_eq!(
        name(&[large, small, event].concat()).as_deref(),
        Some("ZEvents")
    );
    let all = [large, small, event, named].concat();
    assert_eq!(name(&all).as_deref(), Some("event_type"));
}

#[test]
fn there_may_be_no_list() {
    assert_eq!(name("    A: { type: string, enum: [one] }\n"), None);
    assert_eq!(
        name("    EventType: { type: string, enum: [three] }\n"),
        None
    );
    assert_eq!(name("    EventType: { type: string }\n"), None);
}

#[test]
fn its_values_are_described_by_the_events() {
    let (api, _) = with("    EventType: { type: string, enum: [two, one, three] }\n");
    let (_, list) = list(&api).expect("there is a list");
    let said: Vec<_> = list
        .values
        .iter()
        .map(|one| (one.value.as_str(), one.docs.summary.as_deref()))
        .collect();
    let (one, two) = (Some("It is one."), Some("It is two."));
    assert_eq!(said, [("two", two), ("one", one), ("three", None)]);
}

#[test]
fn what_is_missing_in_it_is_added() {
    let (api, codes) = with("    EventType: { type: string, enum: [two, three] }\n");
    let (_, list) = list(&api).expect("there is a list");
    let values: Vec<_> = list.values.iter().map(|one| one.value.as_str()).collect();
    assert_eq!(values, ["two", "three", "one"]);
    assert_eq!(
        codes,
        ["incomplete-event-list /components/schemas/EventType"]
    );
}
