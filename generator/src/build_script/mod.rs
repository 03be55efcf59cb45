//! Generating in a build script, into `OUT_DIR`.

mod choices;
mod input;
mod messages;
mod sources;
#[cfg(test)]
mod tests;

use std::env;
use std::ffi::OsString;
use std::panic;
use std::path::{Path, PathBuf};

use crate::choices::Choices;
use crate::error::Error;
use crate::finding::Location;
use crate::input::Input;
use crate::module::Module;
use crate::output::{self, Author, RUST_MARK, Wanted, WantedFile};
use crate::project::shown_folder;
use crate::source::generate_all;
use messages::Messages;

/// What generated files say to run.
const COMMAND: &str = "cargo build";

/// Generates a module from one description.
///
/// ```no_run
/// fn main() -> Result<(), hookgen::Error> {
///     hookgen::compile("spec/sezzle.yaml")
/// }
/// ```
///
/// The crate then says `include!(concat!(env!("OUT_DIR"), "/hookgen.rs"));` and has a module
/// `sezzle`.
///
/// # Errors
///
/// If the description is wrong, or `OUT_DIR` cannot be written to.
pub fn compile(description: impl AsRef<Path>) -> Result<(), Error> {
    configure().compile(&[description])
}

/// Generates a module from each description that a settings file names.
///
/// ```no_run
/// fn main() -> Result<(), hookgen::Error> {
///     hookgen::compile_settings("spec/hookgen.toml")
/// }
/// ```
///
/// # Errors
///
/// If the settings or a description are wrong, or `OUT_DIR` cannot be written to.
pub fn compile_settings(settings: impl AsRef<Path>) -> Result<(), Error> {
    configure().settings(settings.as_ref()).compile_all()
}

/// Says in detail what a build script generates.
pub fn configure() -> Configuration {
    Configuration::default()
}

/// What a build script generates: [`configure`] makes one.
#[derive(Debug, Clone, Default)]
#[must_use = "nothing is generated until `compile` or `compile_all` is called"]
pub struct Configuration {
    out_dir: Option<PathBuf>,
    settings: Option<PathBuf>,
    descriptions: Vec<Described>,
    /// What holds for every description that is not a settings file's.
    common: Input,
    features: bool,
    strict: bool,
    silent: bool,
    choices: Choices,
}

/// A description that has been given a module's name.
#[derive(Debug, Clone)]
struct Described {
    module: String,
    file: PathBuf,
    input: Input,
}

impl Configuration {
    /// Writes to this folder; by default to `OUT_DIR`, which Cargo names.
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// Generates the descriptions that this settings file names. What it says of a crate is of no
    /// use here.
    pub fn settings(mut self, file: impl Into<PathBuf>) -> Self {
        self.settings = Some(file.into());
        self
    }

    /// Generates a description as a module of this name.
    pub fn description(mut self, module: impl Into<String>, file: impl Into<PathBuf>) -> Self {
        self.descriptions.push(Described {
            module: module.into(),
            file: file.into(),
            input: self.common.clone(),
        });
        self
    }

    /// Whether the client and the receiver of each module stand behind the features `client` and
    /// `receiver` of the crate that is built. They do not unless this is called.
    pub fn features(mut self, behind: bool) -> Self {
        self.features = behind;
        self
    }

    /// Fails for whatever could not be expressed, instead of warning of it.
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Whether to tell Cargo, on the standard output, which files were read and what was found.
    /// It is told unless this says otherwise.
    pub fn cargo_messages(mut self, told: bool) -> Self {
        self.silent = !told;
        self
    }

    /// Generates a module from each of these descriptions, called by its file's name, and from
    /// those that were named before.
    ///
    /// ```no_run
    /// fn main() -> Result<(), hookgen::Error> {
    ///     hookgen::configure().compile(&["spec/sezzle.yaml", "spec/stripe.yaml"])
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// If a description is wrong, or the folder cannot be written to.
    pub fn compile(self, descriptions: &[impl AsRef<Path>]) -> Result<(), Error> {
        let files = descriptions.iter().map(AsRef::as_ref).collect::<Vec<_>>();
        self.run(&files)
    }

    /// Generates a module from each description that [`settings`](Self::settings) and
    /// [`description`](Self::description) name.
    ///
    /// ```no_run
    /// fn main() -> Result<(), hookgen::Error> {
    ///     hookgen::configure()
    ///         .settings("spec/hookgen.toml")
    ///         .strict(true)
    ///         .compile_all()
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// If the settings or a description are wrong, or the folder cannot be written to.
    pub fn compile_all(self) -> Result<(), Error> {
        self.run(&[])
    }

    fn run(&self, files: &[&Path]) -> Result<(), Error> {
        let (messages, result) = self.messages(files);
        if !self.silent {
            messages.print();
        }
        result
    }

    /// Generates, and tells what there is to say of it.
    fn messages(&self, files: &[&Path]) -> (Messages, Result<(), Error>) {
        let mut messages = Messages::default();
        let result = self.generate(files, &mut messages);
        if let Err(error) = &result {
            messages.failed(error);
        }
        (messages, result)
    }

    fn generate(&self, files: &[&Path], messages: &mut Messages) -> Result<(), Error> {
        let (sources, command) = self.sources(files, messages)?;
        for source in &sources {
            messages.read(&source.path);
            for overlay in &source.input.overlays {
                messages.read(overlay);
            }
        }
        let modules = generate_all(&sources, &command, self.features, crate::generate)?;
        for module in &modules {
            for file in &module.read {
                messages.read(file);
            }
        }
        let findings = modules.iter().flat_map(|module| &module.findings);
        if self.strict && modules.iter().any(|module| !module.findings.is_empty()) {
            return Err(Error::strict(findings.cloned().collect()));
        }
        findings.for_each(|finding| messages.warning(finding));
        let folder = folder(self.out_dir.clone(), env::var_os("OUT_DIR"))?;
        output::write(&wanted(folder, &modules))?;
        Ok(())
    }
}

/// The place in the build script from which this is called.
#[track_caller]
fn here() -> Location {
    let caller = panic::Location::caller();
    let number = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    Location {
        file: caller.file().to_owned(),
        position: Some((number(caller.line()), number(caller.column()))),
        source: None,
    }
}

/// Where to write: where it was said, or where Cargo says.
fn folder(said: Option<PathBuf>, cargo: Option<OsString>) -> Result<PathBuf, Error> {
    said.or_else(|| cargo.map(PathBuf::from)).ok_or_else(|| {
        Error::Usage(
            "OUT_DIR is not set: this is for a build script (help: elsewhere, say where with `out_dir`)"
                .to_owned(),
        )
    })
}

/// The modules' files, each module in a folder of its own, and one file that declares them.
fn wanted(root: PathBuf, modules: &[Module]) -> Wanted<'_> {
    let declarations = modules
        .iter()
        .map(|module| format!("\npub mod {};\n", module.name))
        .collect::<Vec<_>>()
        .concat();
    let text = format!("{RUST_MARK}: change the descriptions and run `{COMMAND}`.\n{declarations}");
    let mut files = vec![WantedFile {
        path: "hookgen.rs".to_owned(),
        text: text.into(),
        author: Author::Hookgen,
    }];
    files.extend(modules.iter().flat_map(|module| module.wanted("")));
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Wanted {
        shown: shown_folder(&root),
        root,
        modules: "",
        files,
    }
}
