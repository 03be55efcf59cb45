use crate::api::{Credential, SecurityId};
use crate::lower::testing::lowered;

const SCHEMES: &str = "
components:
  securitySchemes:
    query: { type: apiKey, in: query, name: key }
    header: { type: apiKey, in: header, name: Authorization }
    cookie: { type: apiKey, in: cookie, name: session }
    bearer: { type: http, scheme: Bearer, description: A token. }
    basic: { type: http, scheme: basic }
    oauth: { type: oauth2, flows: {} }
    digest: { type: http, scheme: digest }
    mutual: { type: mutualTLS, description: From the settings page. }
    other: { $ref: '#/components/securitySchemes/basic' }
    nowhere: { $ref: '#/components/securitySchemes/gone' }
";

#[test]
fn schemes_come_in_the_order_of_their_names() {
    let (api, codes) = lowered(SCHEMES);
    let schemes: Vec<_> = api
        .security
        .iter()
        .map(|scheme| (scheme.name.as_str(), scheme.credential.clone()))
        .collect();
    assert_eq!(
        schemes,
        [
            ("basic", Credential::Basic),
            ("bearer", Credential::Bearer),
            ("cookie", Credential::Cookie("session".to_owned())),
            ("digest", Credential::Authorization("digest".to_owned())),
            ("header", Credential::Header("Authorization".to_owned())),
            ("oauth", Credential::Bearer),
            ("other", Credential::Basic),
            ("query", Credential::Query("key".to_owned())),
        ]
    );
    assert_eq!(
        api.security[1].docs.description.as_deref(),
        Some("A token.")
    );
    assert_eq!(
        api.security[1].origin,
        "#/components/securitySchemes/bearer"
    );
    assert_eq!(api.certificates[0].name, "mutual");
    assert_eq!(
        codes,
        ["dangling-reference /components/securitySchemes/nowhere/$ref",]
    );
}

/// The alternatives of an operation with `security`, by the schemes' names.
fn alternatives(root: &str, own: &str) -> (Vec<Vec<String>>, Vec<String>) {
    let text = format!("{SCHEMES}\n{root}\npaths:\n  /a:\n    get: {{ operationId: a{own} }}\n");
    let (api, codes) = lowered(&text);
    let name = |id: &SecurityId| api.security[id.0 as usize].name.clone();
    let alternatives = api.operations[0].security.iter();
    let codes = codes
        .into_iter()
        .filter(|code| !code.contains("securitySchemes"));
    (
        alternatives
            .map(|needed| needed.iter().map(name).collect())
            .collect(),
        codes.collect(),
    )
}

#[test]
fn an_operation_wins_over_the_root() {
    let root = "security: [{ bearer: [] }]";
    assert_eq!(alternatives(root, "").0, [["bearer"]]);
    assert_eq!(
        alternatives(root, ", security: [{ query: [] }]").0,
        [["query"]]
    );
    assert_eq!(alternatives(root, ", security: []").0, [[""; 0]; 0]);
    assert_eq!(alternatives("", "").0, [[""; 0]; 0]);
}

#[test]
fn what_needs_nothing_comes_last() {
    let own = ", security: [{}, { query: [], basic: [] }, { basic: [], query: [] }]";
    let (found, codes) = alternatives("", own);
    assert_eq!(found, [vec!["basic", "query"], vec![]]);
    assert_eq!(codes, [""; 0]);
    assert_eq!(alternatives("", ", security: [{}]").0, [[""; 0]; 0]);
}

#[test]
fn a_scheme_that_is_not_there_is_not_shown() {
    let (found, codes) = alternatives("", ", security: [{ gone: [], basic: [] }]");
    assert_eq!(found, [["basic"]]);
    assert_eq!(
        codes,
        ["unknown-security-scheme /paths/~1a/get/security/0/gone"]
    );
}

#[test]
fn a_certificate_is_not_sent() {
    let (found, codes) = alternatives(
        "",
        ", security: [{ mutual: [], basic: [] }, { mutual: [] }]",
    );
    assert_eq!(found, [vec!["basic"], vec![]]);
    assert_eq!(codes, [""; 0]);
}

#[test]
fn a_scheme_that_cannot_be_shown_is_reported_once() {
    let (found, codes) = alternatives(
        "",
        ", security: [{ nowhere: [], basic: [] }, { nowhere: [] }]",
    );
    assert_eq!(found, [vec!["basic"], vec![]]);
    assert_eq!(codes, [""; 0]);
}

#[test]
fn tokens_are_issued_somewhere() {
    let (api, codes) = lowered(
        "
        components:
          securitySchemes:
            connect: { type: openIdConnect, openIdConnectUrl: 'https://id.example/.well-known' }
            device:
              type: oauth2
              oauth2MetadataUrl: https://id.example/metadata
              flows:
                deviceAuthorization: { tokenUrl: 'https://id.example/token' }
                clientCredentials: { tokenUrl: 'https://id.example/token', scopes: {} }
        ",
    );
    let said: Vec<_> = api
        .security
        .iter()
        .map(|scheme| scheme.docs.description.as_deref().unwrap_or_default())
        .collect();
    assert_eq!(
        said,
        [
            "Tokens are issued as described by `https://id.example/.well-known`.",
            "Tokens are issued by `https://id.example/token`.\n\n\
             Tokens are issued as described by `https://id.example/metadata`.",
        ]
    );
    assert_eq!(codes, [""; 0]);
}
