//! Server Object (OpenAPI 3.0, 4.7.5) and Server Variable Object (4.7.6).

use openapiv3::{Server, ServerVariable};
use serde_json::Value;

use crate::document::cursor::{At, Object, scalar_text};

pub(super) fn server(value: Value, at: &At<'_>) -> Option<Server> {
    let mut object = Object::new(value, at)?;
    let url = object.needed_text("url")?;
    let variables = object.named("variables", variable);
    // OpenAPI 3.2, 4.5.1.
    let name = object.text("name");
    let description = object.text("description");
    let mut extensions = object.extensions();
    extensions.extend(name.map(|name| ("x-hookgen-name".to_owned(), Value::String(name))));
    Some(Server {
        url,
        description,
        variables: Some(variables).filter(|variables| !variables.is_empty()),
        extensions,
    })
}

fn variable(value: Value, at: &At<'_>) -> Option<ServerVariable> {
    let mut object = Object::new(value, at)?;
    let enumeration = object.each("enum", scalar_text);
    let first = enumeration.first().cloned().unwrap_or_default();
    let instead = match first.as_str() {
        "" => "was taken to be empty".to_owned(),
        first => format!("was taken to be `{first}`"),
    };
    let default = object.needed("default", &instead, scalar_text);
    let default = default.unwrap_or(first);
    Some(ServerVariable {
        enumeration,
        default,
        description: object.text("description"),
        extensions: object.extensions(),
    })
}
