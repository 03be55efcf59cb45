//! From text to the description's model: YAML and JSON, OpenAPI 3.0 to 3.2.

mod anchors;
mod beyond;
mod cursor;
mod file;
mod inner;
mod lookup;
mod model;
mod parse;
mod reference;
mod sources;
mod version;
mod webhooks;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use openapiv3::{OpenAPI, PathItem, ReferenceOr};

use crate::diagnostics::{Diagnostics, FileId, Pointer};
use beyond::Beyond;
use cursor::{At, Beside, Context};
use inner::{Inner, Targets};

pub use beyond::Callback;
pub use reference::is_external;
pub use sources::Sources;

/// A description, read.
#[derive(Debug)]
pub struct Document {
    /// All that OpenAPI 3.0 can say; the rest is in `x-` members (see the module's text).
    pub openapi: OpenAPI,
    /// `webhooks`, which `openapiv3` does not have, by its keys.
    pub webhooks: IndexMap<String, PathItem>,
    /// The files that it consists of, the main one first.
    pub files: Vec<PathBuf>,
    /// Where the path item of each of `webhooks` stands.
    webhook_places: IndexMap<String, Pointer>,
    /// `components.pathItems`, which `openapiv3` does not have either.
    path_items: IndexMap<String, ReferenceOr<PathItem>>,
    /// What is referred to and is no component.
    inner: Inner,
    /// What `openapiv3` has no place for.
    beyond: Beyond,
    /// For each of `components.schemas` a reference to it.
    component_references: BTreeMap<String, String>,
    /// The schemas of keywords that `openapiv3` has no place for.
    beside: Beside,
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

/// Reads the description in the file at `path`, which diagnostics call `shown_as`.
#[must_use]
pub fn read(path: &Path, shown_as: &str) -> Reading {
    let mut diagnostics = Diagnostics::default();
    let mut sources = Sources::default();
    let document = match file::text(path, FileId::default(), &mut diagnostics) {
        Some(text) => {
            let file = sources.add(path, shown_as, &text);
            understand(&text, file, &mut diagnostics)
        }
        None => {
            sources.add(path, shown_as, "");
            None
        }
    };
    conclude(document, sources, diagnostics)
}

/// Reads the description `text`, which diagnostics call `shown_as`.
#[must_use]
pub fn read_text(text: &str, shown_as: &str) -> Reading {
    let mut diagnostics = Diagnostics::default();
    let mut sources = Sources::default();
    let text = file::without_mark(text);
    let file = sources.add(Path::new(shown_as), shown_as, text);
    let document = understand(text, file, &mut diagnostics);
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
fn understand(text: &str, file: FileId, diagnostics: &mut Diagnostics) -> Option<Document> {
    let mut parsed = parse::parse(text, file, diagnostics)?;
    let version = version::version(&parsed.value, file, diagnostics)?;
    anchors::resolve(&mut parsed);
    let context = Context::new(version, Targets::of(&parsed, file));
    let pointer = Pointer::root(file);
    let root = model::root(parsed.value, &At::start(&context, &pointer));
    let inner = Inner::read(&context);
    let beside = context.take_beside();
    let (beyond, found) = context.into_parts();
    diagnostics.append(found);
    let document = webhooks::resolve(root?, inner, beyond, diagnostics);
    Some(Document { beside, ..document })
}
