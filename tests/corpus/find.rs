//! The documents in a folder.

use std::fs;
use std::path::{Path, PathBuf};

use crate::arguments::Arguments;

/// Every description below the folder, in the order of their paths: whatever is YAML or JSON and
/// has a member `openapi` at its root.
pub(crate) fn descriptions(arguments: &Arguments) -> Vec<PathBuf> {
    let mut files = Vec::new();
    walk(&arguments.folder, &mut files);
    files.sort();
    if let Some(only) = &arguments.only {
        files.retain(|path| path.to_string_lossy().contains(only.as_str()));
    }
    files.retain(|path| is_description(path));
    assert!(
        !files.is_empty(),
        "{} has descriptions in it",
        arguments.folder.display()
    );
    files
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let path = entry.expect("a folder can be listed").path();
        let kind = path.extension().and_then(|extension| extension.to_str());
        if path.is_dir() {
            walk(&path, files);
        } else if matches!(kind, Some("yaml" | "yml" | "json")) {
            files.push(path);
        }
    }
}

/// What cannot be read as text is kept: that is for the generator to refuse.
fn is_description(path: &Path) -> bool {
    let Ok(text) = fs::read_to_string(path) else {
        return true;
    };
    text.lines().any(|line| {
        let line = line.trim_start_matches([' ', '{', '\u{feff}']);
        let is_key = |key: &str| line.starts_with(key);
        is_key("openapi:") || is_key("\"openapi\"") || line.contains("\"openapi\":")
    })
}
