//! Descriptions that are to become modules, and the modules that they become.

use std::path::{Path, PathBuf};

use heck::ToSnakeCase;

use crate::Options;
use crate::choices::Choices;
use crate::diagnostics::Severity;
use crate::error::Error;
use crate::finding::Finding;
use crate::input::Input;
use crate::module::Module;
use crate::paths::{absolute, common, normalize, relative, slashed};
use crate::settings::{Settings, module_name_problem};

/// A description, and the module that it is to become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source {
    /// The module's name in Rust.
    pub name: String,
    /// Where the description is.
    pub path: PathBuf,
    /// How generated files name it: the same on every machine.
    pub shown_as: String,
    /// What is chosen for it.
    pub choices: Choices,
    /// What is read of it, and what besides it.
    pub input: Input,
}

impl Source {
    /// A file, which becomes a module of the given name, or of its own.
    pub(crate) fn of_file(
        path: &Path,
        name: Option<&str>,
        shown_as: String,
    ) -> Result<Self, Error> {
        let name = match name {
            Some(name) => match module_name_problem(name) {
                Some(problem) => {
                    return Err(Error::Usage(format!(
                        "`{name}` {problem} (help: it becomes a module and a feature: choose another name)"
                    )));
                }
                None => name.to_owned(),
            },
            None => module_name(path).ok_or_else(|| {
                let path = path.display();
                Error::Usage(format!(
                    "the name of `{path}` does not make a module's name (help: name the module: `--name`, or `description` in a build script)"
                ))
            })?,
        };
        Ok(Self {
            name,
            path: path.to_path_buf(),
            shown_as,
            choices: Choices::default(),
            input: Input::default(),
        })
    }

    /// The same, of which other things are read.
    pub(crate) fn with_input(self, input: Input) -> Self {
        Self { input, ..self }
    }

    /// The same, for which other things are chosen.
    pub(crate) fn with_choices(self, choices: Choices) -> Self {
        Self { choices, ..self }
    }

    /// Those that the settings name.
    pub(crate) fn of_settings(settings: &Settings) -> Vec<Self> {
        let folder = settings.folder();
        let output = settings.output.as_deref().unwrap_or(Path::new("."));
        settings
            .descriptions
            .iter()
            .map(|description| {
                let from_here = |path: &PathBuf| normalize(&folder.join(path));
                let path = from_here(&description.path);
                let mut input = description.input.clone();
                input.overlays = input.overlays.iter().map(from_here).collect();
                Self {
                    name: description.name.clone(),
                    shown_as: shown_as(&path, folder, &folder.join(output)),
                    path,
                    choices: description.choices.clone(),
                    input,
                }
            })
            .collect()
    }
}

/// How generated files name a description: from the deepest folder that holds both `folder`, where
/// it was named, and the output. So it says the same wherever a project is checked out.
pub(crate) fn shown_as(path: &Path, folder: &Path, output: &Path) -> String {
    common(&absolute(folder), &absolute(output))
        .and_then(|base| relative(&base, &absolute(path)))
        .or_else(|| path.file_name().map(PathBuf::from))
        .map_or_else(String::new, |way| slashed(&way))
}

/// `Sezzle-Gateway.v2.yaml` becomes `sezzle_gateway_v2`.
fn module_name(path: &Path) -> Option<String> {
    let stem = path.file_stem()?.to_string_lossy();
    let ascii = stem.replace(|one: char| !one.is_ascii_alphanumeric(), "_");
    let snake = ascii.to_snake_case();
    [
        snake.clone(),
        format!("{snake}_api"),
        format!("api_{snake}"),
    ]
    .into_iter()
    .find(|name| !snake.is_empty() && module_name_problem(name).is_none())
}

/// Generates every module, and reports what is wrong with any of the descriptions.
pub(crate) fn generate_all(
    sources: &[Source],
    command: &str,
    features: bool,
    generate: impl Fn(&Path, &Options) -> Result<Module, Vec<Finding>>,
) -> Result<Vec<Module>, Error> {
    let mut modules = Vec::new();
    let mut findings = Vec::new();
    let (mut failed, mut is_described) = (false, false);
    for source in sources {
        let options = Options {
            name: source.name.clone(),
            shown_as: source.shown_as.clone(),
            command: command.to_owned(),
            features,
            choices: source.choices.clone(),
            input: source.input.clone(),
        };
        match generate(&source.path, &options) {
            Ok(module) => {
                findings.extend(module.findings.iter().cloned());
                modules.push(module);
            }
            Err(wrong) => {
                failed = true;
                is_described |= wrong.iter().any(|finding| {
                    finding.severity == Severity::Error
                        && !source.choices.are_made_in(&finding.location.file)
                        && !source.input.is_said_in(&finding.location.file)
                });
                findings.extend(wrong);
            }
        }
    }
    match (failed, is_described) {
        (false, _) => Ok(modules),
        (true, true) => Err(Error::Description(findings)),
        // The descriptions are well: what was chosen for them is not.
        (true, false) => Err(Error::Settings(findings)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_files_name_makes_a_modules_name() {
        for (file, name) in [
            ("spec/sezzle.yaml", "sezzle"),
            ("Sezzle-Gateway.v2.yaml", "sezzle_gateway_v2"),
            ("type.json", "type_api"),
            ("client.yaml", "client_api"),
            ("3ds.yaml", "api_3ds"),
        ] {
            assert_eq!(
                module_name(Path::new(file)).as_deref(),
                Some(name),
                "{file}"
            );
        }
        assert_eq!(module_name(Path::new("日本.yaml")), None);
    }

    #[test]
    fn a_description_is_shown_from_the_project() {
        let shown =
            |path, folder, output| shown_as(Path::new(path), Path::new(folder), Path::new(output));
        assert_eq!(
            shown("/ws/spec/sezzle.yaml", "/ws/spec", "/ws/spec/../generated"),
            "spec/sezzle.yaml"
        );
        assert_eq!(
            shown("/ws/sezzle.yaml", "/ws/spec", "/ws/spec/out"),
            "../sezzle.yaml"
        );
        assert_eq!(shown("/tmp/sezzle.yaml", "/tmp", "/home/x"), "sezzle.yaml");
    }
}
