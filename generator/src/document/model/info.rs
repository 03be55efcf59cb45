//! Info Object (OpenAPI 3.0, 4.7.2), and Contact and License in it.

use openapiv3::{Contact, Info, License};
use serde_json::Value;

use crate::document::cursor::{At, Object, scalar_text};

pub(super) fn info(value: Value, at: &At<'_>) -> Option<Info> {
    let mut object = Object::new(value, at)?;
    Some(Info {
        title: object.required_text("title", UNTITLED),
        description: object.text("description"),
        terms_of_service: object.text("termsOfService"),
        contact: object.one("contact", contact),
        license: object.one("license", license),
        version: version(&mut object),
        extensions: object.extensions(),
    })
}

/// What a description without an `info` has.
pub(super) fn no_info() -> Info {
    Info {
        title: UNTITLED.to_owned(),
        version: UNVERSIONED.to_owned(),
        ..Info::default()
    }
}

const UNTITLED: &str = "API";
const UNVERSIONED: &str = "0";

fn version(object: &mut Object<'_>) -> String {
    let instead = format!("was taken to be `{UNVERSIONED}`");
    let version = object.needed("version", &instead, scalar_text);
    version.unwrap_or_else(|| UNVERSIONED.to_owned())
}

fn contact(value: Value, at: &At<'_>) -> Option<Contact> {
    let mut object = Object::new(value, at)?;
    Some(Contact {
        name: object.text("name"),
        url: object.text("url"),
        email: object.text("email"),
        extensions: object.extensions(),
    })
}

fn license(value: Value, at: &At<'_>) -> Option<License> {
    let mut object = Object::new(value, at)?;
    Some(License {
        name: object.text("name").unwrap_or_default(),
        url: object.text("url"),
        extensions: object.extensions(),
    })
}
