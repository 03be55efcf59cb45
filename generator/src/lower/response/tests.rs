use crate::api::{Framing, Media, Operation, Status, Type};
use crate::lower::testing::lowered;

#[test]
fn codes_come_before_ranges_before_default() {
    let (api, codes) = lowered(
        "
        paths:
          /a:
            get:
              responses:
                default: { description: Else. }
                4XX: { description: Range. }
                '404': { description: Not there. }
                '200': { description: Fine., content: { application/json: { schema: { type: string } } } }
        ",
    );
    assert_eq!(codes, [""; 0]);
    let responses = &api.operations[0].responses;
    let statuses: Vec<_> = responses.iter().map(|one| one.status).collect();
    assert_eq!(
        statuses,
        [
            Status::Code(200),
            Status::Code(404),
            Status::Range(4),
            Status::Default
        ]
    );
    let body = Media::Json {
        content_type: "application/json".to_owned(),
        ty: Type::String,
    };
    assert_eq!(responses[0].body, Some(body));
    assert_eq!(responses[1].body, None);
    assert_eq!(responses[1].docs.description.as_deref(), Some("Not there."));
}

#[test]
fn what_never_has_a_body_has_none() {
    let content = "content: { application/json: { schema: { type: string } } }";
    let (api, _) = lowered(&format!(
        "
        paths:
          /a:
            head: {{ responses: {{ '200': {{ description: A., {content} }} }} }}
            put: {{ responses: {{ '204': {{ description: A., {content} }}, '304': {{ description: A., {content} }} }} }}
        "
    ));
    for operation in &api.operations {
        assert!(operation.responses.iter().all(|one| one.body.is_none()));
    }
    assert_eq!(api.operations[1].responses.len(), 2);
}

#[test]
fn a_shared_response_has_one_type_and_the_name_of_its_component() {
    let (api, codes) = lowered(
        "
        paths:
          /a:
            get:
              operationId: a
              responses:
                '400': { $ref: '#/components/responses/Wrong' }
                '500': { $ref: '#/components/responses/Gone' }
            put: { operationId: b, responses: { '400': { $ref: '#/components/responses/Wrong' } } }
        components:
          responses:
            Wrong:
              description: Wrong.
              content:
                application/json:
                  schema: { type: object, properties: { code: { type: string } } }
        ",
    );
    assert_eq!(
        codes,
        ["dangling-reference /paths/~1a/get/responses/500/$ref"]
    );
    assert_eq!(api.operations[0].responses, api.operations[1].responses);
    assert_eq!(api.types.0.len(), 1);
    assert_eq!(api.types.0[0].name.root, "Wrong");
    assert!(api.types.0[0].direction.received);
}

/// The operation that is answered with this content, and what was reported.
fn answered(responses: &str) -> (Operation, Vec<String>) {
    let (mut api, codes) = lowered(&format!(
        "
        paths:
          /a:
            get:
              operationId: a
              responses: {responses}
        "
    ));
    (api.operations.remove(0), codes)
}

#[test]
fn what_does_not_go_without_saying_is_asked_for() {
    for (content, accept) in [
        ("{ application/json: {} }", &[][..]),
        ("{ application/json: {}, text/html: {} }", &[]),
        ("{ '*/*': { schema: { type: string } } }", &[]),
        ("{ image/png: {}, image/jpeg: {} }", &[]),
        ("{ text/plain: {}, text/csv: {} }", &[]),
        (
            "{ application/vnd.a+json: {} }",
            &["application/vnd.a+json"],
        ),
        ("{ text/plain: {}, image/png: {} }", &["text/plain"]),
    ] {
        let (operation, _) = answered(&format!(
            "{{ '200': {{ description: A., content: {content} }} }}"
        ));
        assert_eq!(operation.accept, accept, "{content}");
    }
}

#[test]
fn other_content_types_are_told_of_where_they_say_something_else() {
    for (content, is_told) in [
        (
            "{ application/json: {}, text/html: {}, application/xml: {} }",
            false,
        ),
        ("{ application/json: {}, application/hal+json: {} }", false),
        (
            "{ application/json: {}, application/hal+json: { schema: { type: string } } }",
            true,
        ),
        ("{ image/svg+xml: {}, application/pdf: {} }", false),
        ("{ text/csv: {}, application/pdf: {} }", true),
        ("{ text/csv: {}, text/event-stream: {} }", false),
    ] {
        let (_, codes) = answered(&format!(
            "{{ '200': {{ description: A., content: {content} }} }}"
        ));
        let told = ["other-content-types /paths/~1a/get/responses/200/content"];
        assert_eq!(codes, told[..usize::from(is_told)], "{content}");
    }
}

#[test]
fn a_stream_is_read_item_by_item_if_it_is_the_one_success() {
    let events = "content: { text/event-stream: { schema: { type: boolean } } }";
    let (operation, codes) = answered(&format!(
        "{{ '200': {{ description: A., {events} }}, '404': {{ description: A. }} }}"
    ));
    assert_eq!(codes, [""; 0]);
    let Some(Media::Stream(stream)) = &operation.responses[0].body else {
        panic!("{operation:?} has no stream");
    };
    assert_eq!(stream.framing, Framing::Events);
    let (lines, _) =
        answered("{ '200': { description: A., content: { application/stream+json: {} } } }");
    assert!(matches!(
        &lines.responses[0].body,
        Some(Media::Stream(stream)) if stream.framing == Framing::Json
    ));
    assert_eq!(stream.item, Some(Type::Bool));

    let (operation, codes) = answered(&format!(
        "{{ '200': {{ description: A., {events} }}, '204': {{ description: A. }} }}"
    ));
    assert_eq!(codes, ["not-modelled /paths/~1a/get/responses"]);
    let body = operation.responses[0].body.as_ref();
    assert!(matches!(body, Some(Media::Bytes { .. })));
}

#[test]
fn an_event_says_what_its_data_says() {
    let data = |schema: &str| {
        let (operation, codes) = answered(&format!(
            "{{ '200': {{ description: A., content: {{ text/event-stream: {schema} }} }} }}"
        ));
        match &operation.responses[0].body {
            Some(Media::Stream(stream)) => (stream.item.clone(), codes.len()),
            other => panic!("{other:?} is no stream"),
        }
    };
    let events = |data: &str| {
        format!("{{ itemSchema: {{ type: object, properties: {{ event: {{}}, {data} }} }} }}")
    };
    assert_eq!(data("{}"), (None, 0));
    assert_eq!(data("{ schema: { type: string } }"), (None, 0));
    assert_eq!(data("{ schema: { type: integer } }"), (Some(Type::I64), 0));
    assert_eq!(data(&events("data: { type: string }")), (None, 0));
    let integer = events("data: { type: integer }");
    assert_eq!(data(&integer), (Some(Type::I64), 0));
    let content = "data: { type: string, contentMediaType: application/json, contentSchema: {} }";
    assert_eq!(
        data(&events(content)),
        (None, 1),
        "it is said that it is text"
    );
    assert_eq!(data(&events("id: {}")), (None, 1));
}

#[test]
fn headers_are_known_by_name() {
    let (operation, codes) = answered(
        "{ '200': { description: A., headers: {
            X-B: { description: B., schema: {} }, content-type: {}, X-A: { schema: {} } } } }",
    );
    assert_eq!(codes, [""; 0]);
    let headers = &operation.responses[0].headers;
    let names: Vec<&str> = headers.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["X-A", "X-B"]);
    assert_eq!(headers[1].docs.description.as_deref(), Some("B."));
}
