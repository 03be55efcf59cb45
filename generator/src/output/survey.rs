//! What is on disk, against what is wanted: a list of steps, or of what is in the way.

use std::collections::BTreeSet;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use super::beside::is_left_behind;
use super::failure::Failure;
use super::files::{is_same, same_lines};
use super::folder::{begins_own, holds_own, list};
use super::mark::is_own;
use super::obstacle::{Obstacle, ObstacleKind};
use super::rival::rival;
use super::wanted::{Author, Wanted, WantedFile};
use crate::bounded::{self, Limit, Unread};

/// What there is to do.
#[derive(Debug)]
pub(super) struct Survey<'a> {
    /// In the order of their paths, removals last.
    pub steps: Vec<Step<'a>>,
    /// The files that are as they should be.
    pub unchanged: Vec<&'a str>,
}

/// One thing to do.
#[derive(Debug)]
pub(super) enum Step<'a> {
    /// A file is not there.
    Create(&'a WantedFile<'a>),
    /// A file says something else.
    Change(&'a WantedFile<'a>, Before),
    /// A file is of no use any more.
    Remove(String, Before),
}

/// A file as it is on disk.
#[derive(Debug, Clone)]
pub(super) struct Before {
    pub bytes: Vec<u8>,
    pub permissions: fs::Permissions,
}

/// Looks at everything, and reports everything that is in the way.
pub(super) fn survey<'a>(wanted: &'a Wanted<'_>) -> Result<Survey<'a>, Failure> {
    let mut surveyor = Surveyor {
        wanted,
        steps: Vec::new(),
        unchanged: Vec::new(),
        obstacles: Vec::new(),
    };
    for file in &wanted.files {
        surveyor.visit(file);
    }
    surveyor.find_stale();
    surveyor.find_rivals();
    if surveyor.obstacles.is_empty() {
        Ok(Survey {
            steps: surveyor.steps,
            unchanged: surveyor.unchanged,
        })
    } else {
        surveyor.obstacles.dedup();
        Err(Failure::Obstacles(surveyor.obstacles))
    }
}

struct Surveyor<'a> {
    wanted: &'a Wanted<'a>,
    steps: Vec<Step<'a>>,
    unchanged: Vec<&'a str>,
    obstacles: Vec<Obstacle>,
}

impl<'a> Surveyor<'a> {
    fn visit(&mut self, file: &'a WantedFile<'a>) {
        let place = self.wanted.locate(&file.path);
        let before = match self.find(&place) {
            Ok(None) => return self.steps.push(Step::Create(file)),
            Ok(Some(found)) if found.is_file() && is_same(&place, &file.text) => {
                return self.unchanged.push(&file.path);
            }
            Ok(Some(found)) => read(&place, &found),
            Err(obstacle) => Err(obstacle),
        };
        match before {
            Ok(before) if same_lines(&before.bytes, &file.text) => {
                self.unchanged.push(&file.path);
            }
            Ok(before) if file.author == Author::Hookgen && !is_own(&before.bytes) => {
                self.hinder(place, ObstacleKind::Foreign);
            }
            Ok(before) if before.permissions.readonly() => {
                self.hinder(place, ObstacleKind::ReadOnly);
            }
            Ok(before) => self.steps.push(Step::Change(file, before)),
            Err(obstacle) => self.obstacles.push(obstacle),
        }
    }

    /// The file at `place`, if there is one and the way there is clear.
    fn look(&self, place: &Path) -> Result<Option<Before>, Obstacle> {
        let found = self.find(place)?;
        found.map(|found| read(place, &found)).transpose()
    }

    /// What is known of the file at `place`, likewise.
    fn find(&self, place: &Path) -> Result<Option<Metadata>, Obstacle> {
        if !self.way_is_clear(place)? {
            return Ok(None);
        }
        match metadata(place)? {
            None => Ok(None),
            Some(found) if found.is_symlink() => Err(obstacle(place, ObstacleKind::Link)),
            Some(found) if found.is_dir() => Err(obstacle(place, ObstacleKind::Folder)),
            Some(found) => Ok(Some(found)),
        }
    }

    /// Whether all folders on the way to `place` are there; none of them may be something else.
    fn way_is_clear(&self, place: &Path) -> Result<bool, Obstacle> {
        if !root_is_there(&self.wanted.root)? {
            return Ok(false);
        }
        let mut folders: Vec<&Path> = place
            .ancestors()
            .skip(1)
            .take_while(|folder| *folder != self.wanted.root)
            .collect();
        folders.reverse();
        for folder in folders {
            match metadata(folder)? {
                None => return Ok(false),
                Some(found) if found.is_symlink() => {
                    return Err(obstacle(folder, ObstacleKind::Link));
                }
                Some(found) if !found.is_dir() => return Err(obstacle(folder, ObstacleKind::File)),
                Some(_) => {}
            }
        }
        Ok(true)
    }

    /// Generated files in the folders of modules that are not wanted any more, and in every folder
    /// of ours what a run that was killed left behind.
    fn find_stale(&mut self) {
        let wanted: BTreeSet<PathBuf> = self
            .wanted
            .files
            .iter()
            .map(|file| self.wanted.locate(&file.path))
            .collect();
        let modules = self.wanted.modules();
        if modules != self.wanted.root {
            let (files, _) = list(&self.wanted.root);
            self.remove_all(files.into_iter().filter(|file| is_left_behind(file)));
        }
        let (files, folders) = list(&modules);
        self.remove_all(files.into_iter().filter(|file| is_left_behind(file)));
        for folder in folders {
            let expected = wanted.iter().any(|file| file.starts_with(&folder));
            if expected || holds_own(&folder) {
                self.find_stale_in(&folder, &wanted);
            }
        }
    }

    fn find_stale_in(&mut self, folder: &Path, wanted: &BTreeSet<PathBuf>) {
        let (files, folders) = list(folder);
        let stale = |file: &PathBuf| begins_own(file) || is_left_behind(file);
        let unwanted = files.into_iter().filter(|file| !wanted.contains(file));
        self.remove_all(unwanted.filter(stale));
        for inner in folders {
            self.find_stale_in(&inner, wanted);
        }
    }

    /// Files that are to stay, and that are the modules of generated ones in another place.
    fn find_rivals(&mut self) {
        for file in &self.wanted.files {
            let Some(rival) = rival(self.wanted.modules, &file.path) else {
                continue;
            };
            let place = self.wanted.locate(&rival);
            if place.is_file() && !self.is_done_with(&rival) {
                let generated = self.wanted.locate(&file.path);
                self.hinder(place, ObstacleKind::Module(generated));
            }
        }
    }

    /// Whether a file is generated itself, or removed.
    fn is_done_with(&self, path: &str) -> bool {
        let is_removed =
            |step: &Step<'_>| matches!(step, Step::Remove(removed, _) if removed == path);
        let mut files = self.wanted.files.iter();
        files.any(|file| file.path == path) || self.steps.iter().any(is_removed)
    }

    fn remove_all(&mut self, places: impl Iterator<Item = PathBuf>) {
        for place in places {
            let Ok(Some(before)) = self.look(&place) else {
                continue;
            };
            if before.permissions.readonly() {
                self.hinder(place, ObstacleKind::ReadOnly);
            } else {
                self.steps
                    .push(Step::Remove(self.wanted.name(&place), before));
            }
        }
    }

    fn hinder(&mut self, place: PathBuf, kind: ObstacleKind) {
        self.obstacles.push(Obstacle { path: place, kind });
    }
}

/// Whether there is a folder at `root`, which may be a link to one; nor may a folder above it be a
/// file.
fn root_is_there(root: &Path) -> Result<bool, Obstacle> {
    match fs::metadata(root) {
        Ok(found) if found.is_dir() => Ok(true),
        Ok(_) => Err(obstacle(root, ObstacleKind::File)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => match metadata(root)? {
            Some(_) => Err(obstacle(root, ObstacleKind::Link)),
            None => Ok(false),
        },
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            let file = root.ancestors().find(|above| above.is_file());
            Err(obstacle(file.unwrap_or(root), ObstacleKind::File))
        }
        Err(error) => Err(unreadable(root, &error)),
    }
}

fn metadata(place: &Path) -> Result<Option<Metadata>, Obstacle> {
    match fs::symlink_metadata(place) {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(place, &error)),
    }
}

fn read(place: &Path, found: &Metadata) -> Result<Before, Obstacle> {
    let bytes = bounded::read(place, Limit::DOCUMENT);
    let bytes = bytes.map_err(|unread| unread_obstacle(place, &unread))?;
    Ok(Before {
        bytes,
        permissions: found.permissions(),
    })
}

fn obstacle(place: &Path, kind: ObstacleKind) -> Obstacle {
    Obstacle {
        path: place.to_path_buf(),
        kind,
    }
}

fn unread_obstacle(place: &Path, unread: &Unread) -> Obstacle {
    match unread {
        Unread::Io(error) => unreadable(place, error),
        other => {
            let reason = format!("{other} (help: move it away, or choose another folder)");
            obstacle(place, ObstacleKind::Unreadable(reason))
        }
    }
}

fn unreadable(place: &Path, error: &io::Error) -> Obstacle {
    obstacle(place, ObstacleKind::Unreadable(error.to_string()))
}
