//! Which OpenAPI a description is written in.

use serde_json::{Map, Value};

use crate::diagnostics::{Diagnostics, FileId, Place, Pointer};

/// A version that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Version {
    V30,
    V31,
    V32,
}

/// The version of the description whose root is `root`; `None` if it is not one that is read,
/// which has been reported.
pub(super) fn version(
    root: &Value,
    file: FileId,
    diagnostics: &mut Diagnostics,
) -> Option<Version> {
    let at = Pointer::root(file);
    let Value::Object(root) = root else {
        no_object(root, file, diagnostics);
        return None;
    };
    let Some(given) = root.get("openapi") else {
        no_version(root, &at, diagnostics);
        return None;
    };
    let text = text(given);
    match numbers(&text) {
        (Some(3), Some(0)) => Some(Version::V30),
        (Some(3), Some(1)) => Some(Version::V31),
        (Some(3), Some(2)) => Some(Version::V32),
        (Some(3), Some(_)) => {
            diagnostics
                .warning(
                    "newer-version",
                    at.member("openapi"),
                    format!("OpenAPI {text} is newer than what is known and was read as 3.2"),
                )
                .help("look for a newer release of hookgen");
            Some(Version::V32)
        }
        (Some(2), _) => {
            swagger(at.member("openapi"), diagnostics);
            None
        }
        _ => {
            diagnostics
                .error(
                    "unknown-version",
                    at.member("openapi"),
                    format!("{given} is no version of OpenAPI that is known"),
                )
                .help("descriptions in OpenAPI 3.0, 3.1 and 3.2 are read: `openapi: 3.1.0`");
            None
        }
    }
}

/// The version that a part of a description in a file of its own says it is written in.
pub(super) fn of_part(root: &Value) -> Option<Version> {
    match numbers(text(root.get("openapi")?)) {
        (Some(3), Some(0)) => Some(Version::V30),
        (Some(3), Some(1)) => Some(Version::V31),
        (Some(3), Some(_)) => Some(Version::V32),
        _ => None,
    }
}

/// What is given as a version, which YAML may take for a number.
pub(super) fn text(given: &Value) -> String {
    match given {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// The first two numbers of a version.
pub(super) fn numbers(text: impl AsRef<str>) -> (Option<u32>, Option<u32>) {
    let mut numbers = text.as_ref().split('.').map(|number| number.parse().ok());
    (numbers.next().flatten(), numbers.next().flatten())
}

fn no_object(root: &Value, file: FileId, diagnostics: &mut Diagnostics) {
    if root.is_null() {
        diagnostics
            .error("empty-file", Place::File(file), "the file is empty")
            .help("write a description into it, or name the file that has one");
    } else {
        diagnostics
            .error(
                "not-openapi",
                Pointer::root(file),
                "a description is an object, and this is a list or a single value",
            )
            .help("name a file that begins with `openapi: 3.1.0`, say");
    }
}

fn no_version(root: &Map<String, Value>, at: &Pointer, diagnostics: &mut Diagnostics) {
    if root.contains_key("swagger") {
        swagger(at.member("swagger"), diagnostics);
        return;
    }
    let other = ["asyncapi", "arazzo", "overlay"]
        .into_iter()
        .find(|&name| root.contains_key(name));
    match other {
        Some(name) => diagnostics
            .error(
                "not-openapi",
                at.member(name),
                format!("this is a file of another kind: it has `{name}` instead of `openapi`"),
            )
            .help("name a file that describes the webhooks in OpenAPI 3.0, 3.1 or 3.2"),
        None => diagnostics
            .error(
                "not-openapi",
                at,
                "this is no OpenAPI description: it has no `openapi`",
            )
            .help("say which version it is written in on its first line: `openapi: 3.1.0`"),
    };
}

fn swagger(at: Pointer, diagnostics: &mut Diagnostics) {
    diagnostics
        .error(
            "swagger-2",
            at,
            "this is a Swagger 2.0 description, and OpenAPI 3.0, 3.1 and 3.2 are read",
        )
        .help("convert it, for instance with `npx swagger2openapi --outfile openapi.json FILE`");
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_published_version_is_read() {
        for (text, expected) in [
            ("3.0.0", Version::V30),
            ("3.0.1", Version::V30),
            ("3.0.2", Version::V30),
            ("3.0.3", Version::V30),
            ("3.0.4", Version::V30),
            ("3.1.0", Version::V31),
            ("3.1.1", Version::V31),
            ("3.1.2", Version::V31),
            ("3.2.0", Version::V32),
        ] {
            let mut diagnostics = Diagnostics::default();
            let root = json!({ "openapi": text });
            let found = version(&root, FileId::default(), &mut diagnostics);
            assert_eq!(found, Some(expected), "{text}");
            assert_eq!(diagnostics, Diagnostics::default(), "{text}");
        }
    }

    #[test]
    fn a_newer_one_is_read_as_the_newest() {
        let mut diagnostics = Diagnostics::default();
        let root = json!({ "openapi": "3.3.0" });
        let found = version(&root, FileId::default(), &mut diagnostics);
        assert_eq!(found, Some(Version::V32));
        assert!(diagnostics.iter().any(|one| one.code == "newer-version"));
    }
}
