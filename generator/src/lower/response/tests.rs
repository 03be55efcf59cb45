use crate::api::{Media, Status, Type};
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
