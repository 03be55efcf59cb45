//! The main file of a description as it is written.

use std::path::Path;
use std::sync::Arc;

use serde_json::Value;

use super::sources::Sources;
use super::version::{self, Version};
use super::{file, overlay, parse};
use crate::diagnostics::{Diagnostics, FileId};
use crate::finding::Finding;
use crate::input::Input;

/// The main file of a description as it is written, with its overlays applied.
#[derive(Debug)]
pub struct Main {
    /// All of it.
    pub value: Value,
    /// Whether a schema's `type` may be a list of types, as in OpenAPI 3.1 and later.
    pub has_type_lists: bool,
}

/// Reads the main file of the description at `path`, and nothing of what that means.
///
/// # Errors
///
/// What is wrong with it, or with an overlay.
pub fn main(path: &Path, input: &Input) -> Result<Main, Vec<Finding>> {
    let mut diagnostics = Diagnostics::default();
    let mut sources = Sources::default();
    let read = read(path, input, &mut sources, &mut diagnostics);
    read.ok_or_else(|| sources.findings(&diagnostics))
}

fn read(
    path: &Path,
    input: &Input,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Main> {
    let id = FileId::default();
    let text = file::text(path, "description", id, diagnostics).map(Arc::new);
    let shown_as = path.display().to_string();
    sources.add(path, &shown_as, text.clone().unwrap_or_default());
    let mut parsed = parse::parse(&text?, id, diagnostics)?;
    overlay::apply(input, Some(path), &mut parsed, sources, diagnostics)?;
    let version = version::version(&parsed.value, id, diagnostics)?;
    Some(Main {
        value: parsed.value,
        has_type_lists: version > Version::V30,
    })
}
