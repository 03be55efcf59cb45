//! Discriminator Object (OpenAPI 3.0, 4.7.25).

use openapiv3::Discriminator;
use serde_json::Value;

use crate::document::cursor::{At, Object, text};
use crate::document::reference::Kind;

pub(super) fn discriminator(value: Value, at: &At<'_>) -> Option<Discriminator> {
    if let Value::String(property_name) = value {
        at.warning(
            "discriminator-text",
            format!("a discriminator is an object, and this was taken as its `{PROPERTY_NAME}`"),
            format!("write `{PROPERTY_NAME}: {property_name}` below it"),
        );
        return Some(Discriminator {
            property_name,
            ..Discriminator::default()
        });
    }
    let mut object = Object::new(value, at)?;
    let property_name = object.needed_text(PROPERTY_NAME)?;
    let mapping = object.named("mapping", target);
    // OpenAPI 3.2, 4.25.1.
    let default = object.take("defaultMapping");
    let mut extensions = object.extensions();
    extensions.extend(default.map(|name| ("x-hookgen-defaultMapping".to_owned(), name)));
    Some(Discriminator {
        property_name,
        mapping,
        extensions,
    })
}

/// A reference, or the name of a component.
fn target(value: Value, at: &At<'_>) -> Option<String> {
    let target = text(value, at)?;
    if !target.contains(['#', '/']) {
        if let Some(component) = at.component(Kind::Schema, &target) {
            return Some(component);
        }
        if !target.contains('.') {
            return Some(target);
        }
    }
    Some(at.refers(&target, Kind::Schema))
}

const PROPERTY_NAME: &str = "propertyName";
