use crate::api::{Api, TokenOperation, Type};
use crate::lower::testing::lowered;

const SOUND: &str = "
components:
  securitySchemes:
    token:
      type: http
      scheme: bearer
      x-token-operation:
        operationId: authenticate
        token: $response.body#/token
        expires: $response.body#/until
  schemas:
    Keys: { type: object, properties: { key: { type: string } } }
    Answer:
      type: object
      required: [token, until, count]
      properties:
        token: { type: string, format: password }
        until: { type: string, format: date-time }
        count: { type: integer }
        maybe: { type: string }
security: [{ token: [] }]
paths:
  /token:
    post:
      operationId: authenticate
      security: []
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: '#/components/schemas/Keys' } } }
      responses:
        '201':
          description: A token.
          content: { application/json: { schema: { $ref: '#/components/schemas/Answer' } } }
        4XX: { description: No. }
";

/// The token's operation after the first `from` was replaced.
fn changed(from: &str, to: &str) -> (Option<TokenOperation>, Vec<String>) {
    assert!(SOUND.contains(from), "{from}");
    let (api, codes) = lowered(&SOUND.replacen(from, to, 1));
    (token(&api), codes)
}

fn token(api: &Api) -> Option<TokenOperation> {
    api.security[0].token.clone()
}

#[test]
fn the_operation_and_its_members_are_found() {
    let (api, codes) = lowered(SOUND);
    assert_eq!(codes, [""; 0]);
    let token = token(&api).expect("nothing is wrong with it");
    assert_eq!(token.operation, "authenticate");
    assert_eq!(token.token, "token");
    assert_eq!(token.expires.as_deref(), Some("until"));
    let Type::Named(id) = token.body else {
        panic!("{:?} is no named type", token.body);
    };
    assert_eq!(api.types[id].name.root, "Keys");
}

#[test]
fn it_may_be_unknown_when_a_token_ends() {
    let (token, codes) = changed("        expires: $response.body#/until\n", "");
    assert_eq!(codes, [""; 0]);
    assert_eq!(token.map(|token| token.expires), Some(None));
}

#[test]
fn whatever_is_wrong_is_reported_and_left_out() {
    let place = "invalid-token-operation /components/securitySchemes/token/x-token-operation";
    for (from, to, at) in [
        (
            "operationId: authenticate\n",
            "operationId: gone\n",
            "/operationId",
        ),
        ("        operationId: authenticate\n", "", ""),
        ("#/token", "#/count", "/token"),
        ("#/token", "#/maybe", "/token"),
        ("#/token", "#/token/deep", "/token"),
        ("$response.body#/token", "$request.body#/token", "/token"),
        ("#/until", "#/token", "/expires"),
        ("expires:", "expiry:", "/expiry"),
        ("      security: []\n", "", "/operationId"),
        ("required: true", "required: false", "/operationId"),
        ("'201':", "'301':", "/operationId"),
        ("scheme: bearer", "scheme: basic", ""),
        (
            "      security: []\n",
            "      security: []\n      parameters: [{ in: query, name: a, required: true, schema: {} }]\n",
            "/operationId",
        ),
    ] {
        let (token, codes) = changed(from, to);
        assert_eq!(token, None, "{to}");
        assert_eq!(codes, [format!("{place}{at}")], "{to}");
    }
}
