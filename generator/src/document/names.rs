//! What is called by what in files other than the main one.
//!
//! A component is called by its key there too, and what is a file of its own by that file's name.
//! Two files may use a name for two things: then the main one has it for itself, else the file
//! whose name comes first, and in the others the file's name goes before it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use openapiv3::{OpenAPI, ReferenceOr};

use super::files::Files;
use super::packed::Packed;
use crate::diagnostics::{FileId, Pointer};

/// What is called by what in files other than the main one.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Components of the main file that are nothing but a reference to what has their name
    /// anyway, and where that is.
    moved: BTreeMap<String, Pointer>,
    /// What is called in another way than by its own name.
    renamed: BTreeMap<(FileId, String), String>,
}

impl Names {
    /// For what the main file says, and the places of all that is referred to in others: schemas,
    /// and other parts.
    pub(super) fn new(
        openapi: &OpenAPI,
        packed: &Packed,
        schemas: &BTreeSet<Pointer>,
        parts: &BTreeSet<Pointer>,
        files: &Files,
    ) -> Self {
        let mut names = Self {
            moved: moved(openapi, files),
            renamed: BTreeMap::new(),
        };
        for (key, place) in &names.moved {
            if let Some((base, _)) = files.name(place.file()).map(|file| base(file, place)) {
                names.renamed.insert((place.file(), base), key.clone());
            }
        }
        let own = own_schemas(openapi, packed).filter(|key| !names.moved.contains_key(*key));
        let taken = own.map(folded).collect();
        names.tell_apart(schemas, taken, files);
        names.tell_apart(parts, own_parts(openapi), files);
        names
    }

    /// What the schema of this name in the main file is in truth.
    pub(super) fn moved(&self, key: &str) -> Option<&Pointer> {
        self.moved.get(key)
    }

    /// What is at `place`, in the file of the name `file`, is called by, and how many steps of it
    /// lead there.
    pub(super) fn root(&self, file: &str, place: &Pointer) -> (String, usize) {
        let (base, taken) = base(file, place);
        let key = (place.file(), base);
        match self.renamed.get(&key) {
            Some(name) => (name.clone(), taken),
            None => (key.1, taken),
        }
    }

    /// Gives a longer name to whatever has one that is `taken`, or that an earlier file has.
    fn tell_apart(
        &mut self,
        places: &BTreeSet<Pointer>,
        mut taken: BTreeSet<String>,
        files: &Files,
    ) {
        let mut seen = BTreeSet::new();
        taken.extend(self.moved.keys().map(|key| folded(key)));
        for place in places {
            let Some(file) = files.name(place.file()) else {
                continue;
            };
            let (base, _) = base(file, place);
            let key = (place.file(), base);
            if self.renamed.contains_key(&key) || !seen.insert(key.clone()) {
                continue;
            }
            if !taken.insert(folded(&key.1)) {
                let name = qualified(file, &key.1);
                self.renamed.insert(key, name);
            }
        }
    }
}

/// Schemas of the main file that only refer to what is called the same in another file.
fn moved(openapi: &OpenAPI, files: &Files) -> BTreeMap<String, Pointer> {
    let components = openapi.components.as_ref();
    let schemas = components.into_iter().flat_map(|it| &it.schemas);
    let mut places = BTreeSet::new();
    let mut moved = BTreeMap::new();
    let sorted: BTreeMap<_, _> = schemas.collect();
    for (key, schema) in sorted {
        let ReferenceOr::Reference { reference } = schema else {
            continue;
        };
        let Some(place) = files.place(reference) else {
            continue;
        };
        let Some(file) = files.name(place.file()) else {
            continue;
        };
        let (base, taken) = base(file, &place);
        let is_same = taken == place.steps().count() && folded(&base) == folded(key);
        if is_same && places.insert(place.clone()) {
            moved.insert(key.clone(), place);
        }
    }
    moved
}

fn own_schemas<'a>(openapi: &'a OpenAPI, packed: &'a Packed) -> impl Iterator<Item = &'a str> {
    let components = openapi.components.as_ref();
    let schemas = components.into_iter().flat_map(|it| it.schemas.keys());
    schemas.chain(packed.schemas.keys()).map(String::as_str)
}

/// The keys of all other components that the main file has, folded.
fn own_parts(openapi: &OpenAPI) -> BTreeSet<String> {
    let Some(components) = &openapi.components else {
        return BTreeSet::new();
    };
    let responses = components.responses.iter().filter(|(_, it)| is_item(it));
    let bodies = components.request_bodies.iter();
    let bodies = bodies.filter(|(_, it)| is_item(it));
    let parameters = components.parameters.iter().filter(|(_, it)| is_item(it));
    let keys = responses.map(|(key, _)| key);
    let keys = keys.chain(bodies.map(|(key, _)| key));
    let keys = keys.chain(parameters.map(|(key, _)| key));
    keys.map(|key| folded(key)).collect()
}

fn is_item<T>(part: &ReferenceOr<T>) -> bool {
    matches!(part, ReferenceOr::Item(_))
}

/// What is at `place` is called by in its own file, and how many steps of it lead there.
fn base(file: &str, place: &Pointer) -> (String, usize) {
    let steps: Vec<String> = place.steps().collect();
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    match steps.as_slice() {
        ["components", _, key, ..] => ((*key).to_owned(), 3),
        ["definitions" | "$defs", key, ..] => ((*key).to_owned(), 2),
        [first, ..] if !INSIDE.contains(first) => ((*first).to_owned(), 1),
        _ => (stem(file), 0),
    }
}

/// What a file has that is a single thing, and not a list of some.
const INSIDE: [&str; 14] = [
    "additionalProperties",
    "allOf",
    "anyOf",
    "components",
    "content",
    "get",
    "items",
    "oneOf",
    "parameters",
    "paths",
    "post",
    "properties",
    "schema",
    "webhooks",
];

fn stem(file: &str) -> String {
    let stem = Path::new(file).file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

/// A name with that of its file before it; in a file of the same name, with the whole way there.
fn qualified(file: &str, base: &str) -> String {
    let way = Path::new(file).with_extension("");
    let way = way.to_string_lossy().replace(['/', '.'], " ");
    match (folded(base) == folded(&stem(file)), way.contains(' ')) {
        (true, true) => way,
        (true, false) => file.replace('.', " "),
        (false, _) => format!("{way} {base}"),
    }
}

/// The letters and digits of a name: what is left to tell it apart in any casing.
fn folded(name: &str) -> String {
    let kept = name.chars().filter(|one| one.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_that_of_the_nearest_named_thing() {
        let root = Pointer::root(FileId(1));
        let component = root.member("components").member("schemas").member("Pet");
        let property = root.member("properties").member("owner");
        assert_eq!(base("a/common.yaml", &component), ("Pet".to_owned(), 3));
        assert_eq!(base("a/pet.yaml", &root), ("pet".to_owned(), 0));
        assert_eq!(base("a/pet.yaml", &property), ("pet".to_owned(), 0));
        assert_eq!(base("a.json", &root.member("Pet")), ("Pet".to_owned(), 1));
    }

    #[test]
    fn a_file_tells_names_apart() {
        assert_eq!(qualified("common.yaml", "Pet"), "common Pet");
        assert_eq!(qualified("models/pet.yaml", "pet"), "models pet");
        assert_eq!(qualified("pet.yaml", "pet"), "pet yaml");
    }
}
