//! References by names instead of by places: `#pet` to an `$anchor`, and a URI to what has it as
//! its `$id` (JSON Schema 2020-12, 8.2), or to a description that has it as its `$self` (OpenAPI
//! 3.2, 4.1.1).
//!
//! They are rewritten into places, so that nothing after this knows of them; but for those to anchors
//! of other files, which are found when these are known. A `$dynamicRef` is
//! taken as the reference that it is where nothing overrides it.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::parse::Parsed;
use crate::diagnostics::Pointer;
use crate::json_pointer::unescaped;

/// Rewrites the references by name in `parsed`.
pub(super) fn resolve(parsed: &mut Parsed) {
    if !parsed.has_names {
        return;
    }
    let base = text(&parsed.value, "$self").unwrap_or_default().to_owned();
    let mut names = Names::default();
    names.resources.insert(base.clone(), Pointer::default());
    walk(
        &parsed.value,
        &base,
        &Pointer::default(),
        &mut |object, base, at| {
            names.collect(object, base, at);
        },
    );

    parsed.anchors = names.anchors_of_file(&base);

    let mut changes = Vec::new();
    walk(
        &parsed.value,
        &base,
        &Pointer::default(),
        &mut |object, base, at| {
            for key in ["$ref", "$dynamicRef"] {
                let reference = object.get(key).and_then(Value::as_str);
                let place = reference.and_then(|one| names.place(one, base, &parsed.value));
                changes.extend(place.map(|place| (at.clone(), key, reference_to(&place))));
            }
        },
    );
    for (at, key, reference) in changes {
        let object = parsed.value.pointer_mut(at.as_str());
        if let Some(object) = object.and_then(Value::as_object_mut) {
            object.remove(key);
            object.insert("$ref".to_owned(), Value::String(reference.clone()));
            parsed.references.push(reference);
        }
    }
}

/// What names lead to.
#[derive(Default)]
struct Names {
    /// By URI.
    resources: BTreeMap<String, Pointer>,
    /// By the URI of the resource that they are in, and by name.
    anchors: BTreeMap<(String, String), Pointer>,
}

impl Names {
    fn collect(&mut self, object: &Map<String, Value>, base: &str, at: &Pointer) {
        if object.get("$id").is_some_and(Value::is_string) {
            let resource = self.resources.entry(base.to_owned());
            resource.or_insert_with(|| at.clone());
        }
        for key in ["$anchor", "$dynamicAnchor"] {
            if let Some(Value::String(name)) = object.get(key) {
                let anchor = self.anchors.entry((base.to_owned(), name.clone()));
                anchor.or_insert_with(|| at.clone());
            }
        }
    }

    /// The anchor in the resource at `uri`; elsewhere if that has none, for writers often take the
    /// whole description for one resource.
    fn anchor(&self, uri: &str, name: &str) -> Option<Pointer> {
        let own = self.anchors.get(&(uri.to_owned(), name.to_owned()));
        let mut others = self.anchors.iter();
        let found = own.or_else(|| {
            let other = others.find(|((_, other), _)| other == name);
            other.map(|(_, place)| place)
        });
        found.cloned()
    }

    /// The anchors by their names alone, as another file refers to them: those of the resource at `base`
    /// go before others.
    fn anchors_of_file(&self, base: &str) -> BTreeMap<String, Pointer> {
        let (own, others): (Vec<_>, Vec<_>) =
            self.anchors.iter().partition(|((uri, _), _)| uri == base);
        let mut anchors = BTreeMap::new();
        for ((_, name), place) in own.into_iter().chain(others) {
            anchors.entry(name.clone()).or_insert_with(|| place.clone());
        }
        anchors
    }

    /// The place that `reference` leads to, if it is by a name, or from the start of a resource
    /// that is not the whole description.
    fn place(&self, reference: &str, base: &str, root: &Value) -> Option<Pointer> {
        let (uri, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let uri = match uri {
            "" => base.to_owned(),
            uri => join(base, uri),
        };
        let resource = self.resources.get(&uri)?;
        let Some(path) = fragment.strip_prefix('/') else {
            return match fragment {
                "" => Some(resource.clone()),
                name => self.anchor(&uri, name),
            };
        };
        let steps = path.split('/');
        let place = steps.fold(resource.clone(), |place, step| {
            place.member(&unescaped(step))
        });
        // Many write references from the root although an `$id` makes that another place.
        let is_there = root.pointer(place.as_str()).is_some();
        let is_elsewhere = !reference.starts_with('#') || *resource != Pointer::default();
        (is_there && is_elsewhere).then_some(place)
    }
}

/// Calls `visit` with every object that may be a schema or have a reference, with the URI that
/// references in it are relative to, and with its place.
fn walk(
    value: &Value,
    base: &str,
    at: &Pointer,
    visit: &mut impl FnMut(&Map<String, Value>, &str, &Pointer),
) {
    match value {
        Value::Object(members) => {
            let own = text(value, "$id").map(|id| join(base, id));
            let base = own.as_deref().unwrap_or(base);
            visit(members, base, at);
            let last = at.steps().last();
            let has_names = last.is_some_and(|last| OF_NAMES.contains(&last.as_str()));
            for (key, value) in members {
                if has_names || !(DATA.contains(&key.as_str()) || key.starts_with("x-")) {
                    walk(value, base, &at.member(key), visit);
                }
            }
        }
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                walk(element, base, &at.element(index), visit);
            }
        }
        _ => {}
    }
}

/// Members whose values are data, in which nothing is a reference.
const DATA: [&str; 6] = ["const", "default", "enum", "example", "examples", "value"];

/// Members whose own members are called as their writer likes.
const OF_NAMES: [&str; 5] = [
    "$defs",
    "definitions",
    "patternProperties",
    "properties",
    "schemas",
];

fn text<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    value.get(name)?.as_str()
}

/// `reference` as it is meant where `base` is the URI of the text (RFC 3986, 5.2, but for a query).
fn join(base: &str, reference: &str) -> String {
    let reference = reference.strip_suffix('#').unwrap_or(reference);
    let has_scheme = reference
        .split_once(':')
        .is_some_and(|(scheme, _)| !scheme.is_empty() && !scheme.contains(['/', '.']));
    if has_scheme {
        return reference.to_owned();
    }
    let authority = base.find("://").map_or(0, |at| {
        let path = base[at + 3..].find('/');
        path.map_or(base.len(), |path| at + 3 + path)
    });
    let (origin, path) = base.split_at(authority);
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut steps: Vec<&str> = match reference.starts_with('/') {
        true => Vec::new(),
        false => folder.split('/').skip(1).collect(),
    };
    for step in reference.split('/') {
        match step {
            "" | "." => {}
            ".." => _ = steps.pop(),
            step => steps.push(step),
        }
    }
    match origin {
        "" => steps.join("/"),
        origin => format!("{origin}/{}", steps.join("/")),
    }
}

/// The place as it is written in a reference, which is a URI.
fn reference_to(place: &Pointer) -> String {
    format!("#{}", place.as_str().replace('%', "%25"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::packed::Packing;
    use serde_json::json;

    #[test]
    fn names_become_places() {
        let mut parsed = Parsed {
            value: json!({
                "$self": "https://api.example/v1/openapi.yaml",
                "a": { "$ref": "#pet" },
                "g": { "$ref": "#paw" },
                "b": { "$ref": "https://api.example/v1/openapi.yaml#/pets" },
                "c": { "$ref": "schemas/cat" },
                "d": { "$ref": "schemas/cat#/$defs/Paw" },
                "e": { "$ref": "other.yaml#/x" },
                "f": { "$ref": "#/pets" },
                "pets": { "$anchor": "pet", "example": { "$ref": "#pet" } },
                "schemas": { "Cat": {
                    "$id": "schemas/cat",
                    "$defs": { "Paw": { "$dynamicAnchor": "paw" }, "example": { "$ref": "#/pets" } },
                    "properties": { "paw": { "$ref": "#/$defs/Paw" }, "other": { "$dynamicRef": "#paw" } },
                } },
            }),
            references: Vec::new(),
            has_names: true,
            anchors: BTreeMap::new(),
            packing: Packing::Never,
        };
        resolve(&mut parsed);
        for (at, expected) in [
            ("/a", "#/pets"),
            ("/b", "#/pets"),
            ("/c", "#/schemas/Cat"),
            ("/d", "#/schemas/Cat/$defs/Paw"),
            ("/g", "#/schemas/Cat/$defs/Paw"),
            ("/e", "other.yaml#/x"),
            ("/f", "#/pets"),
            ("/pets/example", "#pet"),
            ("/schemas/Cat/$defs/example", "#/pets"),
            ("/schemas/Cat/properties/paw", "#/schemas/Cat/$defs/Paw"),
            ("/schemas/Cat/properties/other", "#/schemas/Cat/$defs/Paw"),
        ] {
            let reference = parsed.value.pointer(at).and_then(|one| one.get("$ref"));
            assert_eq!(reference, Some(&json!(expected)), "{at}");
        }
        assert!(parsed.references.contains(&"#/schemas/Cat".to_owned()));
    }

    #[test]
    fn uris_are_joined() {
        for (base, reference, expected) in [
            ("https://a.example/b/c", "d", "https://a.example/b/d"),
            ("https://a.example/b/c", "../d", "https://a.example/d"),
            ("https://a.example/b/c", "/d", "https://a.example/d"),
            ("https://a.example", "d", "https://a.example/d"),
            ("https://a.example/b", "urn:x:y", "urn:x:y"),
            ("", "d.json#", "d.json"),
        ] {
            assert_eq!(join(base, reference), expected, "{base} {reference}");
        }
    }
}
