use crate::api::{Api, Cursor, NextPage, Pagination};
use crate::lower::testing::lowered;

const SOUND: &str = "
paths:
  /hooks:
    get:
      operationId: listHooks
      parameters:
        - { name: cursor, in: query, schema: { type: string } }
        - { name: page, in: query, schema: { type: integer } }
        - { name: trace, in: header, schema: { type: string } }
      x-pagination:
        style: cursor
        parameter: cursor
        from: $response.body#/paging/next
        items: $response.body#/hooks
        more: $response.body#/paging/more
      responses:
        '200':
          description: Some of them.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Page' }
components:
  schemas:
    Page:
      type: object
      properties:
        hooks: { type: array, items: { $ref: '#/components/schemas/Hook' } }
        paging: { type: object, properties: { next: { type: [string, 'null'] }, more: { type: boolean } } }
    Hook: { type: object, required: [id], properties: { id: { type: string } } }
";

/// What becomes of it after the first `from` was replaced.
fn changed(from: &str, to: &str) -> (Option<Pagination>, Vec<String>) {
    assert!(SOUND.contains(from), "{from}");
    let (api, codes) = lowered(&SOUND.replacen(from, to, 1));
    (pagination(api), codes)
}

fn pagination(api: Api) -> Option<Pagination> {
    api.operations.into_iter().next()?.pagination
}

fn way(names: &[&str]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}

#[test]
fn the_members_are_found() {
    let (api, codes) = lowered(SOUND);
    assert_eq!(codes, [""; 0]);
    let found = pagination(api).expect("nothing is wrong with it");
    assert_eq!(
        found,
        Pagination {
            origin: Some("#/paths/~1hooks/get/x-pagination".to_owned()),
            items: way(&["hooks"]),
            next: NextPage::Cursor(Cursor {
                parameter: "cursor".to_owned(),
                from: way(&["paging", "next"]),
            }),
            back: None,
            more: Some(way(&["paging", "more"])),
        }
    );
}

#[test]
fn other_ways_to_the_next_page() {
    let style =
        "style: cursor\n        parameter: cursor\n        from: $response.body#/paging/next";
    for (said, next) in [
        (
            "style: link\n        from: $response.header.Link",
            NextPage::Header("Link".to_owned()),
        ),
        (
            "style: link\n        from: $response.body#/paging/next",
            NextPage::Url(way(&["paging", "next"])),
        ),
        (
            "style: page\n        parameter: page\n        first: 0",
            NextPage::Page {
                parameter: "page".to_owned(),
                first: 0,
            },
        ),
        (
            "style: offset\n        parameter: page",
            NextPage::Offset("page".to_owned()),
        ),
    ] {
        let (found, codes) = changed(style, said);
        assert_eq!(codes, [""; 0], "{said}");
        assert_eq!(found.map(|found| found.next), Some(next), "{said}");
    }
}

#[test]
fn a_page_that_is_an_array_is_its_items() {
    let (found, codes) = changed(
        "schema: { $ref: '#/components/schemas/Page' }",
        "schema: { type: array, items: { $ref: '#/components/schemas/Hook' } }",
    );
    // What it says is beside the point now.
    assert_eq!((found, codes.len()), (None, 3));
    let array = SOUND
        .replace(
            "$ref: '#/components/schemas/Page'",
            "type: array, items: { type: string }",
        )
        .replace(
            "        from: $response.body#/paging/next\n",
            "        from: $response.body#/-\n",
        )
        .replace("        items: $response.body#/hooks\n", "")
        .replace("        more: $response.body#/paging/more\n", "");
    let (api, codes) = lowered(&array);
    assert_eq!(codes, [""; 0]);
    let found = pagination(api).expect("nothing is wrong with it");
    assert_eq!(found.items, way(&[]));
}

#[test]
fn a_mistake_leaves_it_out() {
    let place = "invalid-pagination /paths/~1hooks/get/x-pagination";
    for (from, to, at) in [
        ("style: cursor", "style: cursors", "/style"),
        ("style: cursor", "kind: cursor", ""),
        ("style: cursor", "first: 1\n        style: cursor", "/first"),
        ("parameter: cursor", "parameter: after", "/parameter"),
        ("parameter: cursor", "parameter: trace", "/parameter"),
        ("body#/paging/next", "body#/paging", "/from"),
        ("body#/paging/next", "body#/pages/next", "/from"),
        (
            "$response.body#/paging/next",
            "$request.body#/paging",
            "/from",
        ),
        ("body#/hooks", "body#/hooks/0", "/items"),
        ("items: $response.body#/hooks", "back: {}", ""),
        ("body#/paging/more", "body#/paging/next", "/more"),
        ("application/json:", "text/plain:", ""),
    ] {
        let (found, codes) = changed(from, to);
        assert_eq!(found, None, "{to}");
        assert!(codes.contains(&format!("{place}{at}")), "{to}: {codes:?}");
    }
}

/// A list as Stripe has it, after the first `from` was replaced.
fn inferred(from: &str, to: &str) -> Option<Pagination> {
    let list = "
        paths:
          /hooks:
            get:
              operationId: listHooks
              parameters:
                - { name: starting_after, in: query, schema: { type: string } }
              responses:
                '200':
                  description: Some of them.
                  content:
                    application/json:
                      schema:
                        type: object
                        properties:
                          has_more: { type: boolean }
                          data: { type: array, items: { type: object, properties: { id: { type: string } } } }
    ";
    assert!(list.contains(from), "{from}");
    pagination(lowered(&list.replacen(from, to, 1)).0)
}

#[test]
fn a_list_of_the_usual_names_is_inferred() {
    let found = inferred("", "").expect("it is one");
    assert_eq!(found.origin, None);
    assert_eq!(found.items, way(&["data"]));
    assert_eq!(found.more, Some(way(&["has_more"])));
    assert_eq!(found.back, None);
    let NextPage::Cursor(cursor) = found.next else {
        panic!("{:?} is no cursor", found.next)
    };
    assert_eq!(cursor.from, way(&["data", "-", "id"]));
    for (from, to) in [
        ("name: starting_after", "name: after"),
        ("in: query", "in: header"),
        ("has_more: { type: boolean }", "has_more: { type: integer }"),
        ("data:", "items:"),
        ("{ id: { type: string } }", "{ key: { type: string } }"),
        ("get:", "post:"),
        (
            "operationId:",
            "x-pagination: false\n              operationId:",
        ),
    ] {
        assert_eq!(inferred(from, to), None, "{to}");
    }
}

/// What is made of the extension of another generator.
fn translated(extension: &str) -> (Option<Pagination>, Vec<String>) {
    let from = SOUND.find("      x-pagination").expect("it is there");
    let to = SOUND.find("      responses").expect("it is there");
    let (api, codes) = lowered(&format!(
        "{}      {extension}\n{}",
        &SOUND[..from],
        &SOUND[to..]
    ));
    (pagination(api), codes)
}

#[test]
fn what_others_say_is_read() {
    for extension in [
        "x-fern-pagination: { cursor: $request.cursor, next_cursor: $response.paging.next, results: $response.hooks }",
        "x-speakeasy-pagination: { type: cursor, inputs: [{ name: cursor, in: parameters, type: cursor }], outputs: { results: $.hooks, nextCursor: $.paging.next } }",
    ] {
        let (found, codes) = translated(extension);
        assert_eq!(codes, [""; 0], "{extension}");
        let found = found.expect("nothing is wrong with it");
        assert_eq!(found.items, way(&["hooks"]));
        let NextPage::Cursor(cursor) = found.next else {
            panic!("{:?} is no cursor", found.next)
        };
        assert_eq!(cursor.from, way(&["paging", "next"]));
    }
    for extension in [
        "x-fern-pagination: { offset: $request.page, results: $response.hooks }",
        "x-speakeasy-pagination: { type: offsetLimit, inputs: [{ name: page, in: parameters, type: page }], outputs: { results: $.hooks } }",
    ] {
        let (found, codes) = translated(extension);
        assert_eq!(codes, [""; 0], "{extension}");
        let next = found.map(|found| found.next);
        assert!(
            matches!(next, Some(NextPage::Page { first: 1, .. })),
            "{extension}"
        );
    }
}

#[test]
fn what_others_say_and_is_beyond_us_is_told() {
    for (extension, code) in [
        ("x-fern-pagination: true", "invalid-pagination"),
        (
            "x-fern-pagination: { type: custom, results: $response.hooks }",
            "not-modelled",
        ),
        (
            "x-speakeasy-pagination: { type: url, inputs: [], outputs: { results: $.hooks, nextUrl: '$.paging[?@.a]' } }",
            "not-modelled",
        ),
        (
            "x-speakeasy-pagination: { type: cursor, inputs: [{ name: cursor, in: requestBody, type: cursor }], outputs: { results: $.hooks, nextCursor: $.paging.next } }",
            "not-modelled",
        ),
        (
            "x-speakeasy-pagination: { type: cursor, inputs: [{ name: cursor, in: parameters, type: cursor }], outputs: { nextCursor: $.paging.next } }",
            "not-modelled",
        ),
    ] {
        let (found, codes) = translated(extension);
        assert_eq!(found, None, "{extension}");
        assert!(
            codes.iter().any(|one| one.starts_with(code)),
            "{extension}: {codes:?}"
        );
    }
}
