//! A crate on disk, and the descriptions that it is generated from.

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::finding::Finding;
use crate::module::Module;
use crate::output::{self, Check, Outcome, Wanted};
use crate::package::{self, Package};
use crate::paths::{absolute, common, folder_of, normalize, relative, slashed};
use crate::settings::{DEFAULT_COMMAND, PackageSettings, Settings};
use crate::source::{Source, generate_all, shown_as};

/// Which crate is generated, and from what.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
    sources: Vec<Source>,
    command: String,
    package: PackageSettings,
}

impl Project {
    /// The one that a settings file describes.
    ///
    /// # Errors
    ///
    /// If the settings say nothing of a crate: `output` is missing.
    pub fn from_settings(settings: &Settings) -> Result<Self, Error> {
        let Some(output) = &settings.output else {
            return Err(Error::Usage(format!(
                "`{}` does not say where the crate is (help: add `output = \"../generated\"`)",
                settings.file.display()
            )));
        };
        Ok(Self {
            root: normalize(&settings.folder().join(output)),
            sources: Source::of_settings(settings),
            command: settings.command.clone(),
            package: settings.package.clone(),
        })
    }

    /// One without settings: a description, and the folder of the crate. The module is called
    /// `name`, or else by the name of the file.
    ///
    /// # Errors
    ///
    /// If there is no such name in Rust.
    pub fn from_file(file: &Path, output: &Path, name: Option<&str>) -> Result<Self, Error> {
        let folder = folder_of(file);
        let source = Source::of_file(file, name, shown_as(file, folder, output))?;
        let mut command = command_for(&source.shown_as, folder, output);
        if let Some(name) = name {
            command.push_str(" --name ");
            command.push_str(name);
        }
        Ok(Self {
            root: normalize(output),
            command,
            package: PackageSettings {
                name: Some(format!("{}-webhooks", source.name.replace('_', "-"))),
                description: None,
            },
            sources: vec![source],
        })
    }

    /// The same, with overlays (Overlay Specification 1.0) that are applied to the descriptions
    /// one after the other before anything is read of them.
    #[must_use]
    pub fn with_overlays(mut self, overlays: &[PathBuf]) -> Self {
        for source in &mut self.sources {
            let folder = folder_of(&source.path);
            for overlay in overlays {
                let shown = shown_as(overlay, folder, &self.root);
                if self.command != DEFAULT_COMMAND && is_plain(&shown) {
                    self.command.push_str(" --overlay ");
                    self.command.push_str(&shown);
                } else {
                    DEFAULT_COMMAND.clone_into(&mut self.command);
                }
            }
            source.input.overlays.extend_from_slice(overlays);
        }
        self
    }

    /// What to run when a description has changed, as generated files say it.
    #[must_use]
    pub fn command(&self) -> &str {
        &self.command
    }

    /// Generates everything, and writes nothing yet.
    ///
    /// # Errors
    ///
    /// If a description is wrong, or the crate's `Cargo.toml` is.
    pub fn generate(&self) -> Result<Generation, Error> {
        let modules = generate_all(&self.sources, &self.command, true, crate::generate)?;
        self.around(modules)
    }

    /// The crate around modules.
    pub(crate) fn around(&self, modules: Vec<Module>) -> Result<Generation, Error> {
        let package = package::package(&self.root, &self.package, &self.command, &modules)?;
        Ok(Generation {
            root: self.root.clone(),
            modules,
            package,
        })
    }
}

/// A crate as it would be written.
#[derive(Debug, Clone)]
pub struct Generation {
    root: PathBuf,
    modules: Vec<Module>,
    package: Package,
}

impl Generation {
    /// The modules, in the order of their names.
    #[must_use]
    pub fn modules(&self) -> &[Module] {
        &self.modules
    }

    /// What could not be expressed. No errors.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.modules.iter().flat_map(|module| &module.findings)
    }

    /// What was generated as it is described, and may be worth a thought.
    pub fn notes(&self) -> impl Iterator<Item = &Finding> {
        self.modules.iter().flat_map(|module| &module.notes)
    }

    /// What a person has to do before the crate can be built, where there is something: a sentence.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        self.package.note.as_deref()
    }

    /// Refuses whatever could not be expressed.
    ///
    /// # Errors
    ///
    /// If there are [`findings`](Self::findings): all of them.
    pub fn strict(self) -> Result<Self, Error> {
        let findings: Vec<_> = self.findings().cloned().collect();
        if findings.is_empty() {
            Ok(self)
        } else {
            Err(Error::strict(findings))
        }
    }

    /// Writes what differs, and removes what is generated no more; all of it or nothing.
    ///
    /// # Errors
    ///
    /// If something is in the way that hookgen did not write, or a file cannot be written.
    pub fn write(&self) -> Result<Outcome, Error> {
        Ok(output::write(&self.wanted())?)
    }

    /// Says how the crate differs from what would be written.
    ///
    /// # Errors
    ///
    /// If something is in the way that hookgen did not write, or a file cannot be read.
    pub fn check(&self) -> Result<Check, Error> {
        Ok(output::check(&self.wanted())?)
    }

    fn wanted(&self) -> Wanted<'_> {
        let mut files = self.package.files.clone();
        files.extend(self.modules.iter().flat_map(|module| module.wanted("src/")));
        files.sort_by(|one, other| one.path.cmp(&other.path));
        Wanted {
            root: self.root.clone(),
            shown: shown_folder(&self.root),
            modules: "src",
            files,
        }
    }
}

/// What to run, from the folder that the shown path begins at.
fn command_for(shown_as: &str, folder: &Path, output: &Path) -> String {
    let output = absolute(output);
    let way = common(&absolute(folder), &output)
        .and_then(|base| relative(&base, &output))
        .map(|way| slashed(&way));
    match way {
        Some(way) if is_plain(&way) && is_plain(shown_as) => {
            format!("{DEFAULT_COMMAND} {shown_as} -o {way}")
        }
        _ => DEFAULT_COMMAND.to_owned(),
    }
}

/// Whether a shell takes a path as it is written.
fn is_plain(path: &str) -> bool {
    path.chars()
        .all(|one| one.is_alphanumeric() || "/._-".contains(one))
}

/// A folder as a person is told of it: from the current one, with a slash at the end.
pub(crate) fn shown_folder(root: &Path) -> String {
    let whole = absolute(root);
    let shown = relative(&absolute(Path::new(".")), &whole).unwrap_or(whole);
    let mut shown = slashed(&shown);
    if !shown.ends_with('/') {
        shown.push('/');
    }
    shown
}
