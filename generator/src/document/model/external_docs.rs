//! External Documentation Object (OpenAPI 3.0, 4.7.11).

use openapiv3::ExternalDocumentation;
use serde_json::Value;

use crate::document::cursor::{At, Object};

pub(super) fn external_docs(value: Value, at: &At<'_>) -> Option<ExternalDocumentation> {
    let mut object = Object::new(value, at)?;
    Some(ExternalDocumentation {
        description: object.text("description"),
        url: object.text("url")?,
        extensions: object.extensions(),
    })
}
