//! Steps, taken: all of them or none.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::beside::write_beside;
use super::failure::Failure;
use super::journal::Journal;
use super::survey::{Before, Step};
use super::wanted::{Wanted, WantedFile};

/// Writes every file beside its place, moves all of them there, then removes what is gone.
///
/// Most of what can fail (a full disk, a folder that is read-only) fails before the first file has
/// changed.
pub(super) fn apply(wanted: &Wanted<'_>, steps: &[Step<'_>]) -> Result<(), Failure> {
    let mut journal = Journal::default();
    if let Err(stop) = take(wanted, steps, &mut journal) {
        return Err(Failure::Io {
            action: stop.action,
            path: stop.path,
            source: stop.source,
            not_restored: journal.undo(),
        });
    }
    remove_empty_folders(wanted, steps);
    Ok(())
}

/// What could not be done, before anything is undone.
struct Stop {
    action: &'static str,
    path: PathBuf,
    source: io::Error,
}

fn take(wanted: &Wanted<'_>, steps: &[Step<'_>], journal: &mut Journal) -> Result<(), Stop> {
    let mut staged = Vec::new();
    for step in steps {
        let (file, before) = match step {
            Step::Create(file) => (file, None),
            Step::Change(file, before) => (file, Some(before)),
            Step::Remove(..) => continue,
        };
        let place = wanted.locate(&file.path);
        let beside = stage(&place, file, before, journal)?;
        staged.push((beside, place, before));
    }
    for (beside, place, before) in staged {
        fs::rename(&beside, &place).map_err(failed("writing", &place))?;
        match before {
            Some(before) => journal.replaced_or_removed(&place, before),
            None => journal.created_file(&place),
        }
    }
    for step in steps {
        if let Step::Remove(path, before) = step {
            let place = wanted.locate(path);
            fs::remove_file(&place).map_err(failed("removing", &place))?;
            journal.replaced_or_removed(&place, before);
        }
    }
    Ok(())
}

/// Writes a file beside its place, with the permissions of the one that it replaces.
fn stage(
    place: &Path,
    file: &WantedFile<'_>,
    before: Option<&Before>,
    journal: &mut Journal,
) -> Result<PathBuf, Stop> {
    if let Some(folder) = place.parent() {
        create_folders(folder, journal)?;
    }
    let beside = write_beside(place, file.text.as_bytes()).map_err(failed("writing", place))?;
    journal.created_file(&beside);
    if let Some(before) = before {
        fs::set_permissions(&beside, before.permissions.clone())
            .map_err(failed("keeping the permissions of", place))?;
    }
    Ok(beside)
}

fn create_folders(folder: &Path, journal: &mut Journal) -> Result<(), Stop> {
    let mut missing: Vec<&Path> = folder
        .ancestors()
        .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
        .collect();
    missing.reverse();
    for folder in missing {
        fs::create_dir(folder).map_err(failed("creating the folder", folder))?;
        journal.created_folder(folder);
    }
    Ok(())
}

/// Removes the folders of modules that hold nothing any more.
fn remove_empty_folders(wanted: &Wanted<'_>, steps: &[Step<'_>]) {
    let modules = wanted.modules();
    for step in steps {
        let Step::Remove(path, _) = step else {
            continue;
        };
        wanted
            .locate(path)
            .ancestors()
            .skip(1)
            .take_while(|folder| *folder != modules)
            // It fails where something is left, and that is what should stay.
            .try_for_each(fs::remove_dir)
            .ok();
    }
}

fn failed(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Stop {
    move |source| Stop {
        action,
        path: path.to_path_buf(),
        source,
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::super::wanted::Author;
    use super::*;

    fn wanted(root: &Path, files: &[&str]) -> Wanted<'static> {
        Wanted {
            root: root.to_path_buf(),
            shown: String::new(),
            modules: "",
            files: files
                .iter()
                .map(|path| WantedFile {
                    path: (*path).to_owned(),
                    text: "new".into(),
                    author: Author::Hookgen,
                })
                .collect(),
        }
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .expect("a folder")
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_failure_halfway_is_undone() {
        let folder = TempDir::new().expect("a temporary folder");
        let place = folder.path().join("a.rs");
        fs::write(&place, "old").expect("a writable folder");
        let before = Before {
            bytes: b"old".to_vec(),
            permissions: fs::metadata(&place).expect("a file").permissions(),
        };
        let wanted = wanted(folder.path(), &["a.rs", "deep/er/b.rs"]);
        let steps = [
            Step::Change(&wanted.files[0], before.clone()),
            Step::Create(&wanted.files[1]),
            // It is not there, so that removing it fails after everything was written.
            Step::Remove("gone.rs".to_owned(), before),
        ];
        let error = apply(&wanted, &steps).expect_err("nothing to remove");

        let Failure::Io {
            path, not_restored, ..
        } = error
        else {
            panic!("nothing is in the way: {error:?}");
        };
        assert!(path.ends_with("gone.rs"));
        assert!(not_restored.is_empty());
        assert_eq!(names(folder.path()), ["a.rs"]);
        assert_eq!(fs::read_to_string(&place).expect("a file"), "old");
    }

    #[test]
    fn a_failure_while_staging_leaves_nothing_behind() {
        let folder = TempDir::new().expect("a temporary folder");
        fs::write(folder.path().join("file"), "").expect("a writable folder");
        let wanted = wanted(folder.path(), &["a/b.rs", "file/c.rs"]);
        let steps: Vec<_> = wanted.files.iter().map(Step::Create).collect();
        apply(&wanted, &steps).expect_err("a file is no folder");
        assert_eq!(names(folder.path()), ["file"]);
    }
}
