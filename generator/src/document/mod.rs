//! From text to the description's model: YAML and JSON, OpenAPI 3.0 to 3.2.

mod anchors;
mod beyond;
mod contexts;
mod cursor;
mod examples;
mod file;
mod files;
mod heirs;
mod inner;
mod joints;
mod lookup;
mod main_file;
mod model;
mod names;
mod overlay;
mod packed;
mod parse;
mod raw;
mod reference;
mod selection;
mod sources;
mod version;
mod webhooks;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use indexmap::IndexMap;
use openapiv3::{OpenAPI, PathItem, ReferenceOr};

use crate::diagnostics::{Diagnostics, FileId, Pointer};
use crate::finding::Finding;
use crate::input::Input;
use beyond::Beyond;
use contexts::Contexts;
use cursor::{At, Beside};
use files::{Files, Found, Loader};
use heirs::Heirs;
use inner::{Inner, Targets};
use names::Names;
use packed::Packed;
use version::Version;

pub use beyond::Callback;
pub use examples::{Body, Delivery, Examples, Schema};
pub use main_file::{Main, main};
pub(crate) use model::METHODS;
pub use overlay::with_actions;
pub use sources::Sources;

/// A description, read.
#[derive(Debug)]
pub struct Document {
    /// What OpenAPI 3.0 can say; the rest is in `x-` members (see the module's text). Schemas and
    /// path items are [read again](packed) where they are looked at.
    pub openapi: OpenAPI,
    /// `webhooks`, which `openapiv3` does not have, by its keys.
    pub webhooks: IndexMap<String, PathItem>,
    /// The files that it consists of, the main one first.
    pub files: Vec<PathBuf>,
    /// Where the path item of each of `webhooks` stands.
    webhook_places: IndexMap<String, Pointer>,
    /// `components.pathItems`, which `openapiv3` does not have either.
    path_items: IndexMap<String, ReferenceOr<PathItem>>,
    /// What is referred to and is no component of the main file.
    inner: Inner,
    /// What `openapiv3` has no place for.
    beyond: Beyond,
    /// For each of `components.schemas` a reference to it.
    component_references: BTreeMap<String, String>,
    /// The schemas of keywords that `openapiv3` has no place for.
    beside: Beside,
    /// Schemas that are one of their heirs.
    heirs: Heirs,
    /// How the files refer to one another.
    refers: Files,
    /// What is wrong with what was said to be wanted, or not: errors.
    pub(crate) mistakes: Vec<Finding>,
    /// What is called by what in files other than the main one.
    names: Names,
    /// What is read again where it is looked at.
    packed: Packed,
    /// The values that any `$ref` leads to.
    targets: Targets,
    /// That of the main file.
    version: Version,
}

/// What came of reading a description.
#[derive(Debug)]
pub struct Reading {
    /// What it says; `None` if nothing can be generated from it, for which there is an error.
    pub document: Option<Document>,
    /// The texts that it consists of, for showing where a diagnostic belongs.
    pub sources: Sources,
    /// What is wrong with it.
    pub diagnostics: Diagnostics,
}

/// Reads the description in the file at `path`.
#[must_use]
pub fn read(path: &Path, input: &Input) -> Reading {
    let mut diagnostics = Diagnostics::default();
    let mut sources = Sources::default();
    let shown_as = path.display().to_string();
    let document = match file::text(path, "description", FileId::default(), &mut diagnostics) {
        Some(text) => {
            // Once is enough for it to be in memory.
            let text = Arc::new(text);
            sources.add(path, &shown_as, Arc::clone(&text));
            understand(&text, Some(path), input, &mut sources, &mut diagnostics)
        }
        None => {
            sources.add(path, &shown_as, Arc::default());
            None
        }
    };
    conclude(document, sources, diagnostics)
}

/// Reads the description `text`, which diagnostics call `shown_as`, as it is.
#[cfg(test)]
pub fn read_text(text: &str, shown_as: &str) -> Reading {
    read_text_with(text, shown_as, &Input::default())
}

/// Reads the description `text`, which diagnostics call `shown_as`.
#[must_use]
pub fn read_text_with(text: &str, shown_as: &str, input: &Input) -> Reading {
    let mut diagnostics = Diagnostics::default();
    let mut sources = Sources::default();
    let text = file::without_mark(text);
    sources.add(Path::new(shown_as), shown_as, Arc::new(text.to_owned()));
    let document = understand(text, None, input, &mut sources, &mut diagnostics);
    conclude(document, sources, diagnostics)
}

fn conclude(document: Option<Document>, sources: Sources, diagnostics: Diagnostics) -> Reading {
    let files = sources.paths().map(Path::to_owned).collect();
    Reading {
        document: document.map(|document| Document { files, ..document }),
        sources,
        diagnostics,
    }
}

/// All the passes from a text to what it says.
fn understand(
    text: &str,
    path: Option<&Path>,
    input: &Input,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Document> {
    let main = FileId::default();
    let mut parsed = parse::parse_packed(text, main, diagnostics)?;
    if !parsed.refers_to_components() || !input.is_everything_as_it_is() {
        // Somebody looks inside before it is read.
        parsed.unpack();
    }
    overlay::apply(input, path, &mut parsed, sources, diagnostics)?;
    let version = version::version(&parsed.value, main, diagnostics)?;
    anchors::resolve(&mut parsed);
    let loader = Loader::new(path, input.references);
    let Found { files, others } = loader.load(&parsed, sources);
    let is_selective = input.is_selective();
    let referred = Targets::referred(&parsed, &others, &files, is_selective);
    let selected = selection::select(input, &mut parsed.value, &others, &files);
    let versions = contexts::versions(version, &others);
    let heirs = Heirs::of(&parsed.value, &others, &files);
    let targets = Targets::of(&mut parsed, others, referred, is_selective);
    let main_file = (version, parsed.packing);
    let contexts = Contexts::new(main_file, versions, &files, &selected, &targets);
    let pointer = Pointer::root(main);
    let root = model::root(parsed.value, &At::start(contexts.of(main), &pointer));
    let mut inner = Inner::read(&contexts, &heirs, is_selective);
    let read = contexts.into_parts();
    diagnostics.append(read.diagnostics);
    let mut root = root?;
    if is_selective {
        root.openapi.components = Some(std::mem::take(&mut inner.needed));
        root.path_items = std::mem::take(&mut inner.needed_path_items);
    }
    let document = webhooks::resolve(root, inner, files, diagnostics);
    let mut document = Document {
        beside: read.beside,
        beyond: read.beyond,
        heirs,
        mistakes: selected.mistakes,
        targets,
        version,
        ..document
    };
    joints::join(&mut document, diagnostics);
    Some(document)
}
