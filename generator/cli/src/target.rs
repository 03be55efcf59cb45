//! Arguments in, a project out.

use std::env;
use std::path::{Path, PathBuf};

use hookgen::{Error, Project, Settings};

use crate::arguments::Target;

/// The crate that the arguments mean.
pub(crate) fn project(target: &Target) -> Result<Project, Error> {
    if let (Some(file), Some(output)) = (&target.file, &target.output) {
        if output == Path::new("-") {
            return Err(Error::Usage(
                "a crate is a folder, and `-` is none (help: name a folder; `./-` is one)"
                    .to_owned(),
            ));
        }
        let project = Project::from_file(file, output, target.name.as_deref())?;
        return Ok(project.with_overlays(&target.overlay));
    }
    let settings = match &target.settings {
        Some(file) => file.clone(),
        None => found()?,
    };
    Project::from_settings(&Settings::read(&settings)?)
}

/// The nearest settings, by a path from here.
fn found() -> Result<PathBuf, Error> {
    let here = env::current_dir().unwrap_or_default();
    let Some(file) = Settings::find(&here) else {
        return Err(Error::Usage(
            "there is no hookgen.toml here or in a folder above (help: write one, or run `hookgen generate FILE -o DIR`)"
                .to_owned(),
        ));
    };
    Ok(from(&here, &file))
}

/// The way to a file that lies in a folder or above it.
fn from(here: &Path, file: &Path) -> PathBuf {
    let mut way = PathBuf::new();
    for folder in here.ancestors() {
        if let Ok(rest) = file.strip_prefix(folder) {
            return way.join(rest);
        }
        way.push("..");
    }
    file.to_path_buf()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_leads_up_first() {
        let way = |here: &str| from(Path::new(here), Path::new("/ws/spec/hookgen.toml"));
        assert_eq!(way("/ws"), Path::new("spec/hookgen.toml"));
        assert_eq!(way("/ws/src/deep"), Path::new("../../spec/hookgen.toml"));
    }
}
