use crate::api::{Bound, Constraints, Limits, Shape};
use crate::lower::testing::lowered;

/// What holds of the member `m` of the object `O` in a description of these schemas.
fn of_member(schemas: &str) -> Constraints {
    let (api, codes) = lowered(&format!("components:\n  schemas:\n{schemas}"));
    assert_eq!(codes, Vec::<String>::new());
    let mut members = api.types.iter().filter_map(|(_, ty)| match &ty.shape {
        Shape::Object(object) if ty.name.root == "O" => {
            object.fields.iter().find(|field| field.name == "m")
        }
        _ => None,
    });
    let member = members.next().expect("O has the member");
    member.constraints.as_deref().cloned().unwrap_or_default()
}

fn limits(least: Option<u64>, most: Option<u64>) -> Limits {
    Limits { least, most }
}

#[test]
fn of_two_bounds_the_tighter_one_holds() {
    let found = of_member(
        "
    O:
      properties:
        m:
          allOf:
            - { type: integer, minimum: 1, maximum: 10, multipleOf: 2 }
            - { minimum: 0, exclusiveMaximum: 10 }
",
    );
    let bound = |value, exclusive| Some(Bound { value, exclusive });
    assert_eq!(found.minimum, bound(1.0, false));
    assert_eq!(found.maximum, bound(10.0, true));
    assert_eq!(found.multiple_of, Some(2.0));
}

#[test]
fn an_alias_says_it_wherever_it_is_used_and_a_type_says_it_itself() {
    let found = of_member(
        "
    O: { properties: { m: { type: array, items: { $ref: '#/components/schemas/Code' } } } }
    Code: { type: string, maxLength: 4 }
",
    );
    let each = found.each.expect("the elements are bounded");
    assert_eq!(each.length, limits(None, Some(4)));
    let found = of_member(
        "
    O: { properties: { m: { $ref: '#/components/schemas/Inner' } } }
    Inner: { type: object, minProperties: 1, properties: { a: { type: string } } }
",
    );
    assert_eq!(found, Constraints::default());
}

#[test]
fn what_is_about_another_kind_of_value_says_nothing() {
    let found =
        of_member("\n    O: { properties: { m: { type: string, minimum: 3, minItems: 1 } } }");
    assert_eq!(found, Constraints::default());
}

#[test]
fn names_are_bounded_and_what_cannot_be_checked_is_told() {
    let found = of_member(
        "
    O:
      properties:
        m:
          type: object
          propertyNames: { enum: [a, b] }
          dependentRequired: { a: [b] }
          not: { required: [c] }
",
    );
    let names = found.names.expect("the names are listed");
    assert_eq!(names.values, [r#""a""#, r#""b""#]);
    assert_eq!(found.notes, ["With `a`: `b`.", "Not all such values fit."]);
}

#[test]
fn a_list_in_itself_ends() {
    let (api, _) = lowered(
        "
        components:
          schemas:
            L: { type: array, minItems: 1, items: { $ref: '#/components/schemas/L' } }
        ",
    );
    let mut depth = 0;
    let mut next = api.types.0.first().and_then(|ty| ty.constraints.as_deref());
    while let Some(found) = next {
        depth += 1;
        next = found.each.as_deref();
    }
    assert!(depth < 20, "{depth}");
}
