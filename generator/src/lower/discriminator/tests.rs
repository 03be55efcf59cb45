use std::fmt::Write;

use crate::api::{Api, Discriminator, Rule};
use crate::lower::testing::lowered;

/// A description with these webhooks, each with the properties of its payload.
fn described(webhooks: &[(&str, &str)]) -> String {
    let mut text = "webhooks:\n".to_owned();
    for (key, properties) in webhooks {
        writeln!(
            text,
            "  {key}: {{ post: {{ requestBody: {{ content: {{ application/json: {{ schema: {{ \
             type: object, properties: {{ {properties} }} }} }} }} }} }} }}"
        )
        .expect("a string takes everything");
    }
    text
}

fn told_apart(webhooks: &[(&str, &str)]) -> (Discriminator, Vec<String>, Vec<String>) {
    let (api, codes) = lowered(&described(webhooks));
    let (discriminator, names) = found(&api);
    (discriminator, names, codes)
}

fn found(api: &Api) -> (Discriminator, Vec<String>) {
    let webhooks = api.webhooks.as_ref().expect("they are told apart");
    let names = webhooks.events.iter().map(|event| event.name.clone());
    (webhooks.discriminator.clone(), names.collect())
}

fn body(path: &[&str], rule: Rule) -> Discriminator {
    Discriminator::Body {
        path: path.iter().map(ToString::to_string).collect(),
        rule,
    }
}

#[test]
fn constants_tell_apart_and_what_is_the_same_in_all_does_not() {
    let found = told_apart(&[
        ("b", "object: { const: event }, kind: { const: thing.b }"),
        ("a", "object: { const: event }, kind: { enum: [thing.a] }"),
    ]);
    let place = body(&["kind"], Rule::DistinctConstants);
    assert_eq!(
        found,
        (place, vec!["thing.a".into(), "thing.b".into()], vec![])
    );
}

#[test]
fn of_several_places_the_outer_wins_then_the_one_that_is_called_like_it() {
    let nested = "data: { properties: { type: { const: n1 } } }";
    let (place, ..) = told_apart(&[
        (
            "a",
            &format!("{nested}, b: {{ const: b1 }}, a: {{ const: a1 }}"),
        ),
        (
            "b",
            "b: { const: b2 }, a: { const: a2 }, data: { properties: { type: { const: n2 } } }",
        ),
    ]);
    assert_eq!(place, body(&["a"], Rule::DistinctConstants));
    let (place, ..) = told_apart(&[
        (
            "a",
            "a: { const: a1 }, event_type: { const: x1 }, event: { const: e1 }",
        ),
        (
            "b",
            "a: { const: a2 }, event_type: { const: x2 }, event: { const: e2 }",
        ),
    ]);
    assert_eq!(place, body(&["event"], Rule::DistinctConstants));
}

#[test]
fn constants_may_be_one_level_down() {
    let (place, names, codes) = told_apart(&[
        ("a", "data: { properties: { event_type: { const: one } } }"),
        ("b", "data: { properties: { event_type: { const: two } } }"),
    ]);
    assert_eq!(
        place,
        body(&["data", "event_type"], Rule::DistinctConstants)
    );
    assert_eq!(names, ["one", "two"]);
    assert_eq!(codes, [""; 0]);
}

#[test]
fn keys_may_be_among_the_values_of_a_shared_schema() {
    let values = "type: { type: string, enum: [order.paid, order.sent, order.lost] }";
    let (place, names, codes) = told_apart(&[("order.paid", values), ("/order.sent", values)]);
    assert_eq!(place, body(&["type"], Rule::KeysAsValues));
    assert_eq!(names, ["order.paid", "order.sent"]);
    assert_eq!(codes, [""; 0]);
}

#[test]
fn keys_are_taken_for_names_where_any_text_may_stand() {
    let any = "eventType: { type: string }";
    let (place, names, codes) = told_apart(&[("/ONE", any), ("/TWO", any)]);
    assert_eq!(place, body(&["eventType"], Rule::KeysAsValues));
    assert_eq!(names, ["ONE", "TWO"]);
    assert_eq!(codes, ["assumed-discriminator /webhooks/~1ONE/post"]);
}

#[test]
fn examples_may_say_that_keys_are_no_names() {
    let header = |id: &str| {
        format!(
            "{{ post: {{ operationId: {id}, parameters: [{{ in: header, name: X-Event, required: true, \
             example: project, schema: {{ type: string }} }}] }} }}"
        )
    };
    let (api, codes) = lowered(&format!(
        "webhooks:\n  a: {}\n  b: {}\n",
        header("a/one"),
        header("b/one")
    ));
    assert_eq!(found(&api).0, Discriminator::Route);
    assert_eq!(codes, ["no-discriminator /webhooks"]);
}

#[test]
fn a_header_may_tell_apart() {
    let header = |name: &str| {
        format!(
            "{{ post: {{ parameters: [{{ in: header, name: X-Topic, required: true, \
             schema: {{ const: {name} }} }}] }} }}"
        )
    };
    let (api, codes) = lowered(&format!(
        "webhooks:\n  a: {}\n  b: {}\n",
        header("one"),
        header("two")
    ));
    let place = Discriminator::Header {
        name: "x-topic".to_owned(),
        rule: Rule::DistinctConstants,
    };
    assert_eq!(found(&api), (place, vec!["one".into(), "two".into()]));
    assert_eq!(codes, [""; 0]);
}

#[test]
fn an_event_that_has_no_value_is_left_out() {
    let (place, names, codes) = told_apart(&[
        ("a", "type: { const: one }"),
        ("b", "type: { const: two }"),
        ("c", "kind: { const: three }"),
    ]);
    assert_eq!(place, body(&["type"], Rule::DistinctConstants));
    assert_eq!(names, ["one", "two"]);
    assert_eq!(codes, ["no-discriminating-value /webhooks/c/post"]);
}

#[test]
fn one_event_needs_nothing_to_tell_it_by() {
    let (place, names, _) = told_apart(&[("a", "object: { const: event }")]);
    assert_eq!(
        (place, names),
        (Discriminator::Single, vec!["a".to_owned()])
    );
    let (place, names, _) = told_apart(&[("a", "type: { const: one }")]);
    let expected = body(&["type"], Rule::DistinctConstants);
    assert_eq!((place, names), (expected, vec!["one".to_owned()]));
}

#[test]
fn the_route_tells_where_nothing_else_does() {
    let (api, codes) = lowered(&described(&[
        ("a", "object: { const: event }"),
        ("b", "object: { const: event }"),
    ]));
    let names = vec!["a".to_owned(), "b".to_owned()];
    assert_eq!(found(&api), (Discriminator::Route, names));
    assert_eq!(codes, ["no-discriminator /webhooks"]);
}

#[test]
fn a_declared_place_wins() {
    let webhooks = described(&[
        (
            "/a",
            "type: { const: one }, deep: { properties: { er: { properties: { x: { type: string } } } } }",
        ),
        (
            "b",
            "type: { const: two }, deep: { properties: { er: { properties: { x: { const: bee } } } } }",
        ),
    ]);
    let declared = "x-webhook-discriminator: { from: $request.body#/deep/er/x }";
    let (api, codes) = lowered(&format!("{webhooks}{declared}\n"));
    let place = body(&["deep", "er", "x"], Rule::Declared);
    assert_eq!(found(&api), (place, vec!["a".into(), "bee".into()]));
    assert_eq!(codes, [""; 0]);
}

#[test]
fn a_mistake_in_the_declaration_is_reported_and_the_place_inferred() {
    let webhooks = described(&[("a", "type: { const: one }"), ("b", "type: { const: two }")]);
    for (declared, at) in [
        ("{ from: type }", "/from"),
        ("{ from: $request.query.type }", "/from"),
        ("{ form: $request.body#/type }", ""),
        ("{ from: $item#/type }", "/from"),
        (
            "{ each: $request.body#/items, from: $request.body#/type }",
            "/from",
        ),
        ("{ each: $request.body, from: $item#/type }", "/each"),
        (
            "{ from: $request.body#/type, otherwise: $request.body#/kind }",
            "/otherwise",
        ),
        (
            "{ each: $request.body#/items, from: $item#/type, otherwise: $url }",
            "/otherwise",
        ),
        ("$request.body#/type", ""),
    ] {
        let text = format!("{webhooks}x-webhook-discriminator: {declared}\n");
        let (api, codes) = lowered(&text);
        assert_eq!(found(&api).0, body(&["type"], Rule::DistinctConstants));
        let last = format!("invalid-discriminator /x-webhook-discriminator{at}");
        assert_eq!(codes.last(), Some(&last), "{declared}");
    }
}

#[test]
fn the_items_of_an_array_are_events() {
    let item = |code: &str| {
        format!(
            "live: {{ type: string }}, items: {{ type: array, items: {{ type: object, properties: \
             {{ Inner: {{ type: object, properties: {{ code: {{ const: {code} }} }} }} }} }} }}"
        )
    };
    let (one, two) = (item("one"), item("two"));
    let webhooks = [
        ("a", one.as_str()),
        ("b", &two),
        ("c", "kind: { const: three }"),
    ];
    let (api, codes) = lowered(&described(&webhooks));
    let place = body(&["items", "0", "Inner", "code"], Rule::DistinctConstants);
    assert_eq!(
        found(&api),
        (place.clone(), vec!["one".into(), "two".into()])
    );
    assert_eq!(codes, ["no-discriminating-value /webhooks/c/post"]);
    let webhooks_api = api.webhooks.expect("there are some");
    let batch = webhooks_api.batch.expect("the items are events");
    assert_eq!(
        (batch.items.clone(), batch.otherwise.clone()),
        (vec!["items".to_owned()], None)
    );
    let Discriminator::Body { path, .. } = &place else {
        panic!("{place:?} is not in the body");
    };
    assert_eq!(batch.in_item(path), Some(&path[2..]));
    let [first, ..] = &webhooks_api.events[..] else {
        panic!("there are two");
    };
    assert_ne!(first.payload, first.body);

    let declared = "x-webhook-discriminator: { each: $request.body#/items, \
                    from: $item#/Inner/code, otherwise: $request.body#/kind }\n";
    let (api, codes) = lowered(&format!("{}{declared}", described(&webhooks)));
    assert_eq!(codes, [""; 0]);
    let names = ["one", "three", "two"].map(str::to_owned).to_vec();
    assert_eq!(found(&api).1, names);
    let webhooks_api = api.webhooks.expect("there are some");
    let three = &webhooks_api.events[1];
    assert_eq!(three.payload, three.body);
    assert_eq!(
        webhooks_api.said_in_body(three),
        Some(&["kind".to_owned()][..])
    );

    // Who says that it is in the first item means that.
    let declared = "x-webhook-discriminator: { from: $request.body#/items/0/Inner/code }\n";
    let (api, _) = lowered(&format!("{}{declared}", described(&webhooks[..2])));
    assert_eq!(api.webhooks.and_then(|webhooks| webhooks.batch), None);
}

#[test]
fn whole_numbers_are_names_where_a_place_is_called_like_one() {
    let (place, names, _) = told_apart(&[
        ("a", "type: { const: 1 }, version: { const: 7 }"),
        (
            "b",
            "type: { type: integer, enum: [2] }, version: { const: 8 }",
        ),
    ]);
    assert_eq!(place, body(&["type"], Rule::DistinctConstants));
    assert_eq!(names, ["1", "2"]);
    let versions = [
        ("a", "version: { const: 7 }"),
        ("b", "version: { const: 8 }"),
    ];
    assert_eq!(told_apart(&versions).0, Discriminator::Route);
    let declared = "x-webhook-discriminator: { from: $request.body#/version }\n";
    let (api, codes) = lowered(&format!("{}{declared}", described(&versions)));
    assert_eq!(found(&api).1, ["7", "8"]);
    assert_eq!(codes, [""; 0]);
}

#[test]
fn a_list_that_lacks_a_key_costs_no_event() {
    let listed = "type: { enum: [a, b] }";
    let (place, names, codes) = told_apart(&[("/a", listed), ("b", listed), ("c", listed)]);
    assert_eq!(place, body(&["type"], Rule::DistinctConstants));
    assert_eq!(names, ["a", "b", "c"]);
    assert_eq!(codes, ["unlisted-event /webhooks/c/post"]);
    let declared = "x-webhook-discriminator: { from: $request.body#/type }\n";
    let webhooks = described(&[("/a", listed), ("b", listed), ("c", listed)]);
    let (api, codes) = lowered(&format!("{webhooks}{declared}"));
    assert_eq!(found(&api).1, ["a", "b", "c"]);
    assert_eq!(codes, ["unlisted-event /webhooks/c/post"]);
}
