//! What is wanted is read, with what it needs, and nothing else.

use crate::document::{Document, read_text_with};
use crate::finding::Location;
use crate::input::{Entry, Input, Selection};

const TEXT: &str = "
openapi: 3.1.0
info: { title: Test, version: '1' }
security: [{ basic: [] }]
paths:
  /hooks:
    get: { operationId: listHooks, tags: [hooks], security: [{ key: [] }], responses: { '200': { $ref: '#/components/responses/Hooks' } } }
    post: { operationId: createHook, tags: [hooks, write] }
  /orders:
    $ref: '#/components/pathItems/Orders'
  /orders/{id}:
    get: { operationId: getOrder, tags: [orders] }
webhooks:
  order.placed: { post: { tags: [orders], requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } } }
  order.shipped: { post: {} }
components:
  pathItems:
    Orders:
      get: { operationId: listOrders, tags: [orders] }
      post: { operationId: placeOrder, tags: [orders, write] }
  responses:
    Hooks: { description: All., content: { application/json: { schema: { $ref: '#/components/schemas/Hook' } } } }
    Unused: { description: None., wrong: 1, content: [] }
  schemas:
    Hook: { properties: { id: { $ref: '#/components/schemas/Id' } } }
    Id: { type: string }
    Order: { properties: { id: { $ref: '#/components/schemas/Id' } } }
    Unused: { type: nonsense }
  securitySchemes:
    basic: { type: http, scheme: basic }
    key: { type: apiKey, in: header, name: X-Key }
    unused: { type: http, scheme: bearer }
";

fn entries(texts: &[&str]) -> Vec<Entry> {
    let at = Location {
        file: "hookgen.toml".to_owned(),
        position: None,
        source: None,
    };
    let entry = |text: &&str| Entry {
        text: (*text).to_owned(),
        at: at.clone(),
    };
    texts.iter().map(entry).collect()
}

fn read(include: Selection, exclude: Selection) -> Document {
    let input = Input {
        include,
        exclude,
        ..Input::default()
    };
    let reading = read_text_with(TEXT, "test.yaml", &input);
    let found = reading.sources.findings(&reading.diagnostics);
    assert_eq!(found, [], "what is not wanted is not reported on");
    reading.document.expect("a description")
}

/// Operations, webhooks, schemas and security schemes, a line each.
fn said(document: &Document) -> String {
    let mut operations = Vec::new();
    for (path, item) in document.openapi.paths.iter() {
        let item = match item {
            openapiv3::ReferenceOr::Item(item) => item,
            openapiv3::ReferenceOr::Reference { reference } => {
                document.path_item(reference).expect("it is there").0
            }
        };
        operations.extend(item.iter().map(|(method, _)| format!("{method} {path}")));
    }
    let components = document.openapi.components.as_ref().expect("components");
    let sorted = |names: Vec<&String>| {
        let mut names: Vec<_> = names.into_iter().map(String::as_str).collect();
        names.sort_unstable();
        names.join(", ")
    };
    format!(
        "{}\n{}\n{}\n{}",
        operations.join(", "),
        sorted(document.webhooks.keys().collect()),
        sorted(components.schemas.keys().collect()),
        sorted(components.security_schemes.keys().collect()),
    )
}

#[test]
fn what_is_included_is_all_there_is() {
    let include = Selection {
        operations: entries(&["listHooks"]),
        ..Selection::default()
    };
    insta::assert_snapshot!(said(&read(include, Selection::default())), @"
    get /hooks

    Hook, Id
    key
    ");
    let include = Selection {
        webhooks: entries(&["order.*"]),
        ..Selection::default()
    };
    insta::assert_snapshot!(said(&read(include, Selection::default())), @"

    order.placed, order.shipped
    Id, Order
    ");
    let include = Selection {
        paths: entries(&["/orders**"]),
        ..Selection::default()
    };
    insta::assert_snapshot!(said(&read(include, Selection::default())), @"
    get /orders, post /orders, get /orders/{id}


    basic
    ");
}

#[test]
fn what_is_excluded_is_not() {
    let include = Selection {
        tags: entries(&["orders"]),
        ..Selection::default()
    };
    let exclude = Selection {
        tags: entries(&["write"]),
        ..Selection::default()
    };
    insta::assert_snapshot!(said(&read(include, exclude.clone())), @"
    get /orders, get /orders/{id}
    order.placed
    Id, Order
    basic
    ");
    insta::assert_snapshot!(said(&read(Selection::default(), exclude)), @"
    get /hooks, get /orders, get /orders/{id}
    order.placed, order.shipped
    Hook, Id, Order
    basic, key
    ");
}

#[test]
fn heirs_are_needed_by_what_they_inherit_from() {
    let text = "
openapi: 3.1.0
info: { title: Test, version: '1' }
paths:
  /pets: { get: { operationId: pets, responses: { '200': { description: All., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } } } }
  /other: { get: { operationId: other } }
components:
  schemas:
    Pet: { type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind, mapping: { bird: Parrot } } }
    Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { toy: { $ref: '#/components/schemas/Toy' } } }] }
    Cat: { $ref: '#/components/schemas/House.Cat' }
    House.Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }] }
    Parrot: { type: object, properties: { kind: { type: string } } }
    Toy: { type: string }
    Unused: { allOf: [{ $ref: '#/components/schemas/Toy' }] }
";
    let input = Input {
        include: Selection {
            operations: entries(&["pets"]),
            ..Selection::default()
        },
        ..Input::default()
    };
    let document = read_text_with(text, "test.yaml", &input).document;
    insta::assert_snapshot!(said(&document.expect("a description")), @"
    get /pets

    Dog, House.Cat, Parrot, Pet, Toy
    ");
}

/// What is generated of path items that refer to one another.
fn asked(include: Selection, exclude: Selection) -> String {
    let text = "
openapi: 3.1.0
info: { title: Test, version: '1' }
paths:
  /a: { get: { operationId: getA } }
  /b: { $ref: '#/paths/~1a' }
  /c: { $ref: '#/components/pathItems/C', get: { operationId: getC } }
components:
  pathItems:
    C: { $ref: '#/components/pathItems/D', put: { operationId: putC } }
    D: { delete: { operationId: deleteD } }
";
    let input = Input {
        include,
        exclude,
        ..Input::default()
    };
    let document = read_text_with(text, "test.yaml", &input).document;
    let (api, _) = crate::lower::lower(&document.expect("a description"));
    let operations = api.operations.iter();
    let operations = operations.map(|one| format!("{} {}", one.method, one.path));
    operations.collect::<Vec<_>>().join(", ")
}

#[test]
fn path_items_that_refer_to_others_are_meant_by_what_is_in_these() {
    let all = Selection::default;
    let operations = |names: &[&str]| Selection {
        operations: entries(names),
        ..Selection::default()
    };
    let paths = |paths: &[&str]| Selection {
        paths: entries(paths),
        ..Selection::default()
    };
    for (include, exclude, expected) in [
        (paths(&["/b"]), all(), "GET /b"),
        (paths(&["/c"]), all(), "DELETE /c, GET /c, PUT /c"),
        (all(), paths(&["/a"]), "GET /b, DELETE /c, GET /c, PUT /c"),
        (operations(&["putC"]), all(), "PUT /c"),
        (operations(&["deleteD"]), all(), "DELETE /c"),
        (paths(&["/c"]), operations(&["putC"]), "DELETE /c, GET /c"),
    ] {
        assert_eq!(asked(include, exclude), expected);
    }
}

#[test]
fn what_is_meant_by_nothing_is_told_of() {
    let include = Selection {
        paths: entries(&["/hoks", "/hooks"]),
        operations: entries(&["listOrder"]),
        tags: entries(&["nothing like it"]),
        webhooks: entries(&["order.*", "/hooks"]),
        ..Selection::default()
    };
    let document = read(include, Selection::default());
    let lines: Vec<_> = document.mistakes.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(lines.join("\n"), @"
    hookgen.toml: unmatched-entry: no path is `/hoks` (help: did you mean `/hooks`?)
    hookgen.toml: unmatched-entry: no operation is called `listOrder` (help: did you mean `listOrders`?)
    hookgen.toml: unmatched-entry: no operation has the tag `nothing like it` (help: `hookgen inspect` lists what there is; `*` and `**` stand for any name)
    hookgen.toml: unmatched-entry: no webhook is called `/hooks` (help: `hookgen inspect` lists what there is; `*` and `**` stand for any name)
    ");
}
