use crate::api::{Parameter, ParameterPlace, Style, Type};
use crate::lower::testing::lowered;

/// The parameters of the one operation of `text`, below `paths`.
fn parameters(path: &str, text: &str) -> (Vec<Parameter>, Vec<String>) {
    let (mut api, codes) = lowered(&format!("paths:\n  {path}:\n{text}"));
    assert_eq!(api.operations.len(), 1);
    (api.operations.remove(0).parameters, codes)
}

fn names(parameters: &[Parameter]) -> Vec<&str> {
    parameters.iter().map(|one| one.name.as_str()).collect()
}

#[test]
fn those_of_the_path_come_in_its_order_and_the_others_by_place_and_name() {
    let (found, codes) = parameters(
        "/{b}/{a}",
        "
    get:
      parameters:
        - { in: cookie, name: a, schema: { type: string } }
        - { in: header, name: X-A, schema: { type: string } }
        - { in: query, name: z, schema: { type: string } }
        - { in: path, name: a, required: true, schema: { type: string } }
        - { in: query, name: b, required: true, schema: { type: integer, default: 3 } }
        - { in: path, name: b, required: true, schema: { type: string } }
",
    );
    assert_eq!(codes, [""; 0]);
    assert_eq!(names(&found), ["b", "a", "b", "z", "X-A", "a"]);
    let limit = &found[2];
    assert_eq!(limit.place, ParameterPlace::Query);
    assert!(limit.required);
    assert_eq!(limit.ty, Type::I64);
    assert_eq!(limit.default.as_deref(), Some("3"));
}

#[test]
fn an_operation_wins_over_its_path() {
    let (found, codes) = parameters(
        "/a",
        "
    parameters:
      - { in: query, name: a, description: Shared., schema: { type: string } }
      - { in: query, name: b, description: Shared., schema: { type: string } }
    get:
      parameters:
        - { in: query, name: b, description: Own., schema: { type: boolean } }
",
    );
    assert_eq!(codes, [""; 0]);
    assert_eq!(names(&found), ["a", "b"]);
    assert_eq!(found[1].docs.description.as_deref(), Some("Own."));
    assert_eq!(found[1].ty, Type::Bool);
}

#[test]
fn a_place_has_its_own_style() {
    let (found, _) = parameters(
        "/{p}/{m}",
        "
    get:
      parameters:
        - { in: path, name: p, required: true, schema: {} }
        - { in: path, name: m, required: true, style: matrix, explode: true, schema: {} }
        - { in: query, name: a, schema: {} }
        - { in: query, name: b, explode: false, schema: {} }
        - { in: query, name: c, style: deepObject, schema: {} }
        - { in: header, name: h, schema: {} }
        - { in: cookie, name: i, schema: {} }
        - { in: query, name: j, content: { application/json: { schema: { type: boolean } } } }
",
    );
    let styles: Vec<_> = found.iter().map(|one| (one.style, one.explode)).collect();
    assert_eq!(
        styles,
        [
            (Style::Simple, false),
            (Style::Matrix, true),
            (Style::Form, true),
            (Style::Form, false),
            (Style::DeepObject, false),
            (Style::Json, false),
            (Style::Simple, false),
            (Style::Form, true),
        ]
    );
    assert_eq!(found[5].ty, Type::Bool);
}

#[test]
fn a_name_in_the_path_that_is_not_declared_is_text() {
    let (found, codes) = parameters("/{a}", "    get: {}");
    assert_eq!(names(&found), ["a"]);
    assert!(found[0].required);
    assert_eq!(found[0].ty, Type::String);
    assert_eq!(codes, ["undeclared-parameter /paths/~1{a}/get"]);
}

#[test]
fn a_parameter_for_no_name_in_the_path_is_left_out() {
    let (found, codes) = parameters(
        "/a",
        "
    get:
      parameters:
        - { in: path, name: b, required: true, schema: {} }
",
    );
    assert_eq!(names(&found), [""; 0]);
    assert_eq!(codes, ["unused-parameter /paths/~1a/get/parameters/0"]);
}

#[test]
fn a_parameter_declared_twice_counts_once() {
    let (found, codes) = parameters(
        "/a",
        "
    get:
      parameters:
        - { in: header, name: X-A, description: First., schema: {} }
        - { in: header, name: x-a, description: Second., schema: {} }
        - { in: query, name: X-A, schema: {} }
",
    );
    assert_eq!(names(&found), ["X-A", "X-A"]);
    assert_eq!(found[1].docs.description.as_deref(), Some("First."));
    assert_eq!(codes, ["duplicate-parameter /paths/~1a/get/parameters/1"]);
}

#[test]
fn shared_parameters_are_found_and_named_after_their_component() {
    let (api, codes) = lowered(
        "
        paths:
          /a:
            get:
              parameters:
                - { $ref: '#/components/parameters/Order' }
                - { $ref: '#/components/parameters/Gone' }
        components:
          parameters:
            Order: { in: query, name: order, schema: { type: string, enum: [asc, desc] } }
        ",
    );
    assert_eq!(
        codes,
        ["dangling-reference /paths/~1a/get/parameters/1/$ref"]
    );
    let Type::Named(id) = api.operations[0].parameters[0].ty else {
        panic!("an enum is a named type");
    };
    assert_eq!(api.types[id].name.root, "Order");
    assert_eq!(api.types[id].origin, "#/components/parameters/Order/schema");
}

#[test]
fn a_content_that_is_not_json_is_text() {
    let (found, codes) = parameters(
        "/a",
        "
    get:
      parameters:
        - { in: query, name: a, content: { text/csv: { schema: { type: array } } } }
",
    );
    assert_eq!((found[0].style, &found[0].ty), (Style::Form, &Type::String));
    assert_eq!(
        codes,
        ["not-modelled /paths/~1a/get/parameters/0/content/text~1csv"]
    );
}
