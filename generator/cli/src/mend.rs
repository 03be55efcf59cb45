//! Which command writes the crate: what to run after `hookgen check` has found a difference.

use std::path::{MAIN_SEPARATOR, Path};

use hookgen::Project;

use crate::arguments::Target;

/// The command with the same arguments, so that it works where `check` was run; or the one that
/// the settings name, which works everywhere in the project.
pub(crate) fn command(target: &Target, project: &Project) -> String {
    let name = target.name.as_ref();
    let name = name.map_or_else(String::new, |name| format!(" --name {}", quoted(name)));
    let overlays = target.overlay.iter();
    let overlays = overlays.map(|overlay| format!(" --overlay {}", path(overlay)));
    let overlays = overlays.collect::<Vec<_>>().concat();
    match (&target.file, &target.output, &target.settings) {
        (Some(file), Some(output), _) => {
            format!(
                "{GENERATE} {} -o {}{name}{overlays}",
                path(file),
                path(output)
            )
        }
        (_, _, Some(settings)) if project.command() == GENERATE => {
            format!("{GENERATE} --settings {}", path(settings))
        }
        _ => project.command().to_owned(),
    }
}

const GENERATE: &str = "hookgen generate";

fn path(path: &Path) -> String {
    quoted(&path.display().to_string())
}

/// As a shell takes it for one word.
pub(crate) fn quoted(word: &str) -> String {
    let plain =
        |one: char| one.is_alphanumeric() || "/._-:+@".contains(one) || one == MAIN_SEPARATOR;
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_word_stays_one_word() {
        assert_eq!(quoted("spec/a.yaml"), "spec/a.yaml");
        assert_eq!(quoted("my spec.yaml"), "'my spec.yaml'");
        assert_eq!(quoted("it's"), r"'it'\''s'");
    }
}
