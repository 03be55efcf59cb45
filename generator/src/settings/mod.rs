//! `hookgen.toml`: what is generated from which descriptions, and where.
//!
//! ```toml
//! output = "../generated"            # the crate's folder, relative to this file
//! command = "cargo regen"            # what generated files say to run
//!
//! [package]                          # for a crate that does not exist yet
//! name = "payment-webhooks"
//! description = "What payment providers deliver"
//!
//! [descriptions.sezzle]              # one module and one feature a description
//! path = "sezzle.yaml"
//! ```
//!
//! What may be chosen for a description is in `choices`.

mod choices;
mod find;
mod input;
mod keys;
mod nearest;
mod problem;
mod read;
mod reader;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use crate::choices::Choices;
use crate::error::Error;
use crate::input::Input;
use crate::paths::folder_of;

pub(crate) use keys::DEFAULT_COMMAND;
pub(crate) use keys::module_name_problem;
pub(crate) use nearest::nearest;
pub(crate) use problem::{not_utf8, problem};

/// What `hookgen.toml` says.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Settings {
    /// The file itself.
    pub file: PathBuf,
    /// `output`: the folder of the crate, relative to the file's folder.
    pub output: Option<PathBuf>,
    /// `command`: what generated files say to run, `hookgen generate` unless it says otherwise.
    pub command: String,
    /// `[package]`: what a crate that does not exist yet is called, and what it is.
    pub package: PackageSettings,
    /// `[descriptions.NAME]`, in the order of their names.
    pub descriptions: Vec<DescriptionSettings>,
}

/// `[package]`: of use only while there is no `Cargo.toml` yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct PackageSettings {
    /// `name`; by default the name of the folder.
    pub name: Option<String>,
    /// `description`.
    pub description: Option<String>,
}

/// `[descriptions.NAME]`: a description, and the module that it becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DescriptionSettings {
    /// The module's name, and its feature's.
    pub name: String,
    /// `path`, relative to the file's folder.
    pub path: PathBuf,
    /// What is chosen for it: `rename`, `replace`, `derives`, `attributes`, `formats`, `layout`,
    /// `received` and `parts`.
    pub choices: Choices,
    /// What is read of it, and what besides it.
    pub input: Input,
}

impl Settings {
    /// Reads a settings file.
    ///
    /// # Errors
    ///
    /// If it cannot be read, is no TOML, or says something that is not known: all of it at once.
    pub fn read(file: &Path) -> Result<Self, Error> {
        read::read(file)
    }

    /// The settings file that holds for a folder: `hookgen.toml` or `spec/hookgen.toml` in it, or
    /// else in the nearest folder above that has one.
    #[must_use]
    pub fn find(from: &Path) -> Option<PathBuf> {
        find::find(from)
    }

    /// The folder that the paths in it are relative to.
    #[must_use]
    pub fn folder(&self) -> &Path {
        folder_of(&self.file)
    }
}
