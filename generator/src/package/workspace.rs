//! Whether a new crate is part of the workspace that it lies in.

use std::path::{Path, PathBuf};

use toml_edit::{Document, Item};

use crate::bounded::{self, Limit};
use crate::paths::{absolute, normalize, slashed};
use crate::project::shown_folder;

/// What to do before Cargo builds a new crate in the folder `root`: a sentence.
///
/// Cargo refuses a crate that lies inside a workspace, is not among its members and is not excluded
/// (The Cargo Book, "Workspaces"). The workspace's manifest is someone else's file, so it is not
/// changed here.
pub(super) fn note(root: &Path) -> Option<String> {
    let root = absolute(root);
    let (folder, workspace) = root.ancestors().skip(1).find_map(workspace_in)?;
    let inside = root.strip_prefix(&folder).ok()?;
    let covers = |key: &str, test: fn(&Path, &Path) -> bool| {
        workspace
            .get(key)
            .and_then(Item::as_array)
            .into_iter()
            .flatten()
            .filter_map(|value| value.as_str())
            .any(|pattern| test(&normalize(Path::new(pattern)), inside))
    };
    if covers("members", matches)
        || covers("exclude", |excluded, place| place.starts_with(excluded))
    {
        return None;
    }
    let shown = shown_folder(&folder);
    Some(format!(
        "add \"{}\" to the `members` of the workspace in `{}Cargo.toml`, unless a member depends on the new crate by its path",
        slashed(inside),
        shown.strip_prefix("./").unwrap_or(&shown)
    ))
}

fn workspace_in(folder: &Path) -> Option<(PathBuf, toml_edit::Table)> {
    let bytes = bounded::read(&folder.join("Cargo.toml"), Limit::TEXT).ok()?;
    let document = Document::parse(String::from_utf8(bytes).ok()?).ok()?;
    let workspace = document.as_table().get("workspace")?.as_table()?.clone();
    Some((folder.to_path_buf(), workspace))
}

/// Whether a pattern of `members` is for this folder; `*` stands for one folder's name, or a part
/// of it.
fn matches(pattern: &Path, folder: &Path) -> bool {
    let mut patterns = pattern.iter();
    let mut parts = folder.iter();
    loop {
        match (patterns.next(), parts.next()) {
            (None, None) => return true,
            (Some(pattern), Some(part)) => {
                let (pattern, part) = (pattern.to_string_lossy(), part.to_string_lossy());
                let fits = match pattern.split_once('*') {
                    Some((start, end)) => {
                        part.len() >= start.len() + end.len()
                            && part.starts_with(start)
                            && part.ends_with(end)
                    }
                    None => pattern == part,
                };
                if !fits {
                    return false;
                }
            }
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_is_one_folder() {
        let fits = |pattern: &str, folder: &str| matches(Path::new(pattern), Path::new(folder));
        assert!(fits("crates/*", "crates/sezzle"));
        assert!(fits("crates/gen-*", "crates/gen-sezzle"));
        assert!(!fits("crates/*", "crates/gen/sezzle"));
        assert!(!fits("crates/*", "sezzle"));
    }
}
