//! What is there by the thousand, of which no two are to be compared with each other: it takes a
//! moment, and all of it is there.

use super::*;

fn text_of(module: &Module) -> String {
    let texts = module.files.iter().map(|file| &*file.text);
    texts.collect::<Vec<_>>().concat()
}

#[test]
fn heirs() {
    let parent = json!({
        "required": ["kind"],
        "properties": { "kind": { "type": "string" } },
        "discriminator": { "propertyName": "kind" },
    });
    let mut schemas = Map::from_iter([("Parent".to_owned(), parent)]);
    for index in 0..2_000 {
        let own = json!({ "properties": { format!("own{index}"): { "type": "string" } } });
        let parent = json!({ "$ref": "#/components/schemas/Parent" });
        schemas.insert(format!("Heir{index}"), json!({ "allOf": [parent, own] }));
    }
    let module = generated(&with_schemas(Value::Object(schemas)));
    assert_eq!(text_of(&module).matches("(Box<Heir").count(), 2_000);
}

#[test]
fn constants() {
    let constants = (0..20_000).map(|index| json!({ "const": format!("value {}", index / 2) }));
    let schema = json!({ "oneOf": constants.collect::<Vec<_>>() });
    let module = generated(&with_schemas(json!({ "Only": schema })));
    assert_eq!(text_of(&module).matches(" = \"value ").count(), 10_000);
}

#[test]
fn members_of_a_union() {
    let members = (0..3_000).map(|index| {
        let name = format!("own{}", index / 2);
        json!({ "type": "object", "properties": { name: { "type": "string" } } })
    });
    let schema = json!({ "oneOf": members.collect::<Vec<_>>() });
    let module = generated(&with_schemas(json!({ "Only": schema })));
    assert_eq!(text_of(&module).matches("pub struct ").count(), 1_500);
}

#[test]
fn places_that_are_called_the_same() {
    let mut properties = Map::new();
    for index in 0..4_000 {
        let id = json!({ "type": "string", "maxLength": index / 2 + 1 });
        let user = json!({ "type": "object", "properties": { "id": id } });
        let place = json!({ "type": "object", "properties": { "user": user } });
        properties.insert(format!("place{index}"), place);
    }
    let module = generated(&with_schemas(
        json!({ "All": { "properties": properties } }),
    ));
    let text = text_of(&module);
    assert_eq!(text.matches("pub struct ").count(), 1 + 4_000 + 2_000);
    assert_eq!(text.matches("pub type ").count(), 2_000);
}

#[test]
fn names_for_one_thing() {
    let mut schemas = Map::new();
    for index in 0..20_000 {
        let next = format!("#/components/schemas/Name{}", index + 1);
        schemas.insert(format!("Name{index}"), json!({ "$ref": next }));
    }
    schemas.insert("Name20000".to_owned(), json!({}));
    let module = generated(&with_schemas(Value::Object(schemas)));
    assert_eq!(text_of(&module).matches("pub type ").count(), 20_001);
}

#[test]
fn quotes_in_quotes() {
    let description = format!("{}Inside.", "> ".repeat(50_000));
    generated(&with_schemas(
        json!({ "Only": { "type": "object", "description": description } }),
    ));
}
