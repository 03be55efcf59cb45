use crate::lower::testing::lowered;

#[test]
fn operations_come_by_path_then_method() {
    let (api, codes) = lowered(
        "
        paths:
          /b: { get: { operationId: third } }
          /a: { post: { operationId: second }, delete: { operationId: first } }
        ",
    );
    assert_eq!(codes, [""; 0]);
    let found: Vec<_> = api
        .operations
        .iter()
        .map(|one| format!("{} {} {} {}", one.id, one.method, one.path, one.origin))
        .collect();
    assert_eq!(
        found,
        [
            "first DELETE /a #/paths/~1a/delete",
            "second POST /a #/paths/~1a/post",
            "third GET /b #/paths/~1b/get",
        ]
    );
}

#[test]
fn an_operation_without_a_name_of_its_own_is_called_by_method_and_path() {
    let (api, codes) = lowered(
        "
        paths:
          /a: { get: {}, post: { operationId: same } }
          /b: { post: { operationId: same } }
        ",
    );
    let ids: Vec<_> = api.operations.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["get /a", "same", "post /b"]);
    assert_eq!(
        codes,
        ["duplicate-operation-id /paths/~1b/post/operationId"]
    );
}

#[test]
fn what_is_said_of_a_path_is_said_of_its_operations() {
    let (api, _) = lowered(
        "
        paths:
          /a:
            summary: Shared.
            get: {}
            put: { description: Own., deprecated: true }
        ",
    );
    assert_eq!(api.operations[0].docs.summary.as_deref(), Some("Shared."));
    assert_eq!(api.operations[1].docs.summary, None);
    assert_eq!(api.operations[1].docs.description.as_deref(), Some("Own."));
    assert!(api.operations[1].docs.deprecated);
}

#[test]
fn what_is_not_generated_is_reported() {
    let (api, codes) = lowered(
        "
        paths:
          /a?b=c:
            servers: [{ url: https://a.example }]
            get: {}
            put:
              servers: [{ url: https://b.example }]
        ",
    );
    assert_eq!(api.operations[0].path, "/a?b=c");
    assert_eq!(
        codes,
        [
            "query-in-path /paths/~1a?b=c",
            "not-modelled /paths/~1a?b=c/servers",
            "not-modelled /paths/~1a?b=c/put/servers",
        ]
    );
}
