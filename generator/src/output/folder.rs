//! What is in a folder.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::mark::is_own;

/// Whether a file right in this folder is generated: then the folder is one of a module.
pub(super) fn holds_own(folder: &Path) -> bool {
    list(folder).0.iter().any(|file| begins_own(file))
}

/// Whether a file bears the mark; only its beginning is read, for it may be anything.
pub(super) fn begins_own(file: &Path) -> bool {
    let mut beginning = Vec::new();
    File::open(file)
        .and_then(|file| file.take(64).read_to_end(&mut beginning))
        .is_ok_and(|_| is_own(&beginning))
}

/// The files and the folders in a folder, by name; links are neither.
///
/// A folder that cannot be read holds nothing of ours.
pub(super) fn list(folder: &Path) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let mut files = Vec::new();
    let mut folders = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_file() => files.push(entry.path()),
            Ok(kind) if kind.is_dir() => folders.push(entry.path()),
            _ => {}
        }
    }
    files.sort();
    folders.sort();
    (files, folders)
}
