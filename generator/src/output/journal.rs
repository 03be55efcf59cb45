//! What was done to a folder, so that it can be undone.

use std::fs;
use std::path::{Path, PathBuf};

use super::beside::write_beside;
use super::survey::Before;

/// What was done, in order.
#[derive(Debug, Default)]
pub(super) struct Journal(Vec<Deed>);

#[derive(Debug)]
enum Deed {
    CreatedFolder(PathBuf),
    CreatedFile(PathBuf),
    ReplacedOrRemoved(PathBuf, Before),
}

impl Journal {
    pub(super) fn created_folder(&mut self, place: &Path) {
        self.0.push(Deed::CreatedFolder(place.to_path_buf()));
    }

    pub(super) fn created_file(&mut self, place: &Path) {
        self.0.push(Deed::CreatedFile(place.to_path_buf()));
    }

    pub(super) fn replaced_or_removed(&mut self, place: &Path, before: &Before) {
        self.0
            .push(Deed::ReplacedOrRemoved(place.to_path_buf(), before.clone()));
    }

    /// Puts everything back; returns what could not be.
    pub(super) fn undo(self) -> Vec<PathBuf> {
        let mut lost = Vec::new();
        for deed in self.0.into_iter().rev() {
            match deed {
                // What does not exist any more needs no undoing: a file that was renamed, say.
                Deed::CreatedFile(place) => drop(fs::remove_file(place)),
                // A folder that someone else put something into stays.
                Deed::CreatedFolder(place) => drop(fs::remove_dir(place)),
                Deed::ReplacedOrRemoved(place, before) => {
                    if restore(&place, &before).is_err() {
                        lost.push(place);
                    }
                }
            }
        }
        lost
    }
}

fn restore(place: &Path, before: &Before) -> std::io::Result<()> {
    let beside = write_beside(place, &before.bytes)?;
    fs::set_permissions(&beside, before.permissions.clone())
        .and_then(|()| fs::rename(&beside, place))
        .inspect_err(|_| drop(fs::remove_file(&beside)))
}
