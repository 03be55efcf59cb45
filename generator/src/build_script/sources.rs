//! The descriptions that a build script names, in any way.

use std::path::Path;

use super::messages::Messages;
use super::{COMMAND, Configuration, Described};
use crate::choices::Choices;
use crate::error::Error;
use crate::input::Input;
use crate::paths::slashed;
use crate::settings::Settings;
use crate::source::Source;

impl Configuration {
    /// Every description that is named in any way, each as a module of its own; and the command
    /// that generates them again.
    pub(super) fn sources(
        &self,
        files: &[&Path],
        messages: &mut Messages,
    ) -> Result<(Vec<Source>, String), Error> {
        let mut sources = Vec::new();
        let mut command = COMMAND.to_owned();
        if let Some(file) = &self.settings {
            messages.read(file);
            let settings = Settings::read(file)?;
            sources.extend(Source::of_settings(&settings));
            command = settings.command;
        }
        for Described {
            module,
            file,
            input,
        } in &self.descriptions
        {
            let source = Source::of_file(file, Some(module), shown_as_given(file))?;
            let source = source.with_input(input.clone());
            sources.push(source.with_choices(self.choices.clone()));
        }
        for file in files {
            let source = Source::of_file(file, None, shown_as_given(file))?;
            let source = source.with_input(self.common.clone());
            sources.push(source.with_choices(self.choices.clone()));
        }
        sources.sort_by(|one, other| one.name.cmp(&other.name));
        for pair in sources.windows(2) {
            if let [one, other] = pair
                && one.name == other.name
            {
                return Err(Error::Usage(format!(
                    "`{}` and `{}` would both be the module `{}` (help: name them with `description`)",
                    one.path.display(),
                    other.path.display(),
                    one.name
                )));
            }
        }
        let is_chosen = self.choices != Choices::default() || self.common != Input::default();
        if is_chosen && self.descriptions.is_empty() && files.is_empty() {
            return Err(Error::Usage(
                "what is chosen in the build script is for the descriptions that it names itself, and it names none (help: choose it in the settings file, or name the descriptions here)"
                    .to_owned(),
            ));
        }
        if sources.is_empty() {
            return Err(Error::Usage(
                "no description is named, so there is nothing to generate".to_owned(),
            ));
        }
        Ok((sources, command))
    }
}

/// A path that is relative to the crate; of any other the file's name, as the folders are those of
/// one machine.
fn shown_as_given(file: &Path) -> String {
    if file.is_relative() {
        slashed(file)
    } else {
        slashed(Path::new(file.file_name().unwrap_or_default()))
    }
}
