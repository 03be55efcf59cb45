//! Where the settings file is.

use std::path::{Path, PathBuf};

/// The nearest settings file from a folder upward.
pub(super) fn find(from: &Path) -> Option<PathBuf> {
    from.ancestors()
        .flat_map(|folder| {
            [
                folder.join("hookgen.toml"),
                folder.join("spec").join("hookgen.toml"),
            ]
        })
        .find(|file| file.is_file())
}
