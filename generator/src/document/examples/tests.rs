use serde_json::json;

use super::Examples;
use crate::input::Input;

fn examples(text: &str) -> Examples {
    Examples::parse(text, None, &Input::default()).expect("a description")
}

#[test]
fn a_delivery_shows_its_body_and_its_headers() {
    let examples = examples(
        r##"
openapi: 3.1.0
webhooks:
  push: { $ref: "#/components/pathItems/Push" }
components:
  pathItems:
    Push:
      parameters: [{ $ref: "#/components/parameters/Id" }, { in: query, name: page }]
      post:
        requestBody: { $ref: "#/components/requestBodies/Push" }
        responses: { 2XX: {}, default: {} }
  parameters: { Id: { in: header, name: X-Id, schema: { format: uuid, examples: [a] } } }
  requestBodies:
    Push:
      content:
        text/plain: { example: no }
        application/vnd.push+json: { examples: { one: { $ref: "#/components/examples/One" } }, schema: { example: { b: 2 } } }
  examples: { One: { value: { a: 1 } } }
"##,
    );
    let delivery = examples.delivery("#/components/pathItems/Push");
    let delivery = delivery.expect("it is described");
    assert_eq!(delivery.method, "POST");
    assert_eq!(delivery.statuses().collect::<Vec<_>>(), ["2XX", "default"]);
    let body = delivery.body().expect("it carries JSON");
    assert_eq!(body.content_type, "application/vnd.push+json");
    assert_eq!(body.examples, [&json!({ "a": 1 }), &json!({ "b": 2 })]);
    let headers = delivery.headers();
    assert_eq!(headers.len(), 1);
    assert_eq!(
        (headers[0].name, &headers[0].examples),
        ("X-Id", &vec![&json!("a")])
    );
}

#[test]
fn one_of_several_methods_is_a_delivery_too() {
    let examples = examples(
        "{ openapi: 3.1.0, webhooks: { post: { put: { responses: { '200': {} } }, get: {} } } }",
    );
    let method = |origin| examples.delivery(origin).map(|delivery| delivery.method);
    assert_eq!(method("#/webhooks/post/put").as_deref(), Some("PUT"));
    assert_eq!(method("#/webhooks/post").as_deref(), Some("PUT"));
    assert_eq!(method("#/webhooks/nowhere"), None);
}

#[test]
fn a_member_is_found_wherever_it_is_said() {
    let examples = examples(
        r##"
components:
  schemas:
    All:
      allOf: [{ $ref: "#/components/schemas/Base" }, { properties: { own: { $ref: "#/components/schemas/Name", example: near } } }]
    Base: { properties: { list: { items: { example: 1 } }, map: { additionalProperties: { format: email } } } }
    Name: { type: string, examples: [far] }
    Round: { $ref: "#/components/schemas/Round" }
"##,
    );
    let all = examples
        .schema("#/components/schemas/All")
        .expect("it is there");
    let member = |name| all.member(name).expect("it is there");
    assert_eq!(member("own").examples(), [&json!("near"), &json!("far")]);
    let list = member("list").element(4).expect("it has elements");
    assert_eq!(list.examples(), [&json!(1)]);
    assert_eq!(
        member("map").entry().and_then(|it| it.format()),
        Some("email")
    );
    assert!(all.member("none").is_none());
    let round = examples
        .schema("#/components/schemas/Round")
        .expect("it is there");
    assert!(round.examples().is_empty(), "and it comes to an end");
}
