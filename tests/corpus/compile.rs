//! What was generated, compiled: many documents to a crate, the crates to one build.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

use crate::arguments::Arguments;
use crate::document::{Document, Generated, Outcome};
use crate::examples::{self, Examples};
use crate::samples;
use crate::style;

/// What came of compiling.
pub(crate) enum Compiled {
    /// Nobody asked for it.
    NotAsked,
    Done {
        documents: usize,
    },
    /// Why; the compiler has told the rest.
    Failed(String),
}

/// How much a crate holds: what the compiler takes in a few seconds, in a gigabyte or two.
const LINES_OF_A_CRATE: usize = 150_000;

/// Compiles as many of the documents as was asked for, evenly spread over all.
pub(crate) fn compile(documents: &[Document], arguments: &Arguments) -> Compiled {
    let chosen = chosen(documents, arguments.compile);
    if chosen.is_empty() {
        return Compiled::NotAsked;
    }
    match compile_chosen(chosen, arguments) {
        Ok((documents, true)) => Compiled::Done { documents },
        Ok((_, false)) => Compiled::Failed("see above".to_owned()),
        Err(error) => Compiled::Failed(error.to_string()),
    }
}

/// How many were compiled, and whether all is well with them. Of documents that are asked for
/// their examples, those without any are not compiled.
fn compile_chosen(mut chosen: Vec<Chosen<'_>>, arguments: &Arguments) -> io::Result<(usize, bool)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("target/corpus");
    let mut examples = None;
    if arguments.examples {
        let found = Examples::find(root, chosen.iter().map(|(_, path, _)| *path))?;
        chosen.retain(|(_, path, _)| found.has(path));
        examples = Some(found);
    }
    let crates = write(root, &folder, &chosen, examples.as_ref(), arguments.samples)?;
    let run = |is_asked, program| match is_asked {
        true => examples::run(&folder, &crates, program),
        false => Ok(true),
    };
    let is_kept = !arguments.style || style::is_kept(&folder, &crates)?;
    let is_well = check(&folder)?
        && run(arguments.examples, "decode_examples")?
        && run(arguments.samples, "decode_samples")?;
    Ok((chosen.len(), is_kept && is_well))
}

type Chosen<'a> = (&'a str, &'a Path, &'a Generated);

fn chosen(documents: &[Document], count: usize) -> Vec<Chosen<'_>> {
    let generated: Vec<_> = documents
        .iter()
        .filter_map(|document| match &document.outcome {
            Outcome::Generated(generated) => Some((
                document.name.as_str(),
                document.path.as_path(),
                &**generated,
            )),
            Outcome::Refused(_) | Outcome::Panicked => None,
        })
        .collect();
    let count = count.min(generated.len());
    (0..count)
        .map(|index| generated[index * generated.len() / count])
        .collect()
}

/// Writes the crates, in a workspace of their own; gives their names.
fn write(
    root: &Path,
    folder: &Path,
    chosen: &[Chosen<'_>],
    examples: Option<&Examples>,
    with_samples: bool,
) -> io::Result<Vec<String>> {
    if folder.join("crates").exists() {
        fs::remove_dir_all(folder.join("crates"))?;
    }
    fs::create_dir_all(folder)?;
    let mut crates: Vec<Vec<Chosen<'_>>> = Vec::new();
    let mut room = 0;
    for one in chosen {
        if room < one.2.lines || crates.is_empty() {
            crates.push(Vec::new());
            room = LINES_OF_A_CRATE;
        }
        room = room.saturating_sub(one.2.lines);
        crates.last_mut().expect("one was pushed").push(*one);
    }
    let mut names = Vec::new();
    for (index, documents) in crates.iter().enumerate() {
        let name = format!("part{index}");
        let place = folder.join("crates").join(&name);
        write_crate(root, &place, &name, documents)?;
        if let Some(examples) = examples {
            examples::write(&place, documents, examples)?;
        }
        if with_samples {
            samples::write(&place, documents)?;
        }
        names.push(name);
    }
    fs::write(
        folder.join("Cargo.toml"),
        "[workspace]\nmembers = [\"crates/*\"]\nresolver = \"3\"\n\n[profile.dev]\ndebug = false\nincremental = false\n",
    )?;
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    Ok(names)
}

fn write_crate(root: &Path, folder: &Path, name: &str, documents: &[Chosen<'_>]) -> io::Result<()> {
    let source = folder.join("src");
    let mut library = String::new();
    let mut modules: Vec<_> = documents.iter().map(|(name, _, _)| name).collect();
    modules.sort();
    for name in modules {
        library.push_str(&format!("pub mod {name};\n"));
    }
    for (name, _, generated) in documents {
        for file in &generated.module.files {
            let path: PathBuf = source.join(name).join(&file.path);
            fs::create_dir_all(path.parent().unwrap_or(&source))?;
            fs::write(path, &file.text)?;
        }
    }
    fs::write(source.join("lib.rs"), library)?;
    let runtime = root.join("generator/runtime");
    fs::write(
        folder.join("Cargo.toml"),
        format!(
            "[package]\nname = \"{name}\"\nedition = \"2024\"\n\n[lib]\nname = \"part\"\n\n[dependencies]\n\
             hookgen-runtime = {{ path = {runtime:?}, features = [\"blocking\", \"client\", \"receiver\", \"uuid\"] }}\n\n\
             [lints.rust]\nwarnings = \"deny\"\n"
        ),
    )
}

fn check(folder: &Path) -> io::Result<bool> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["check", "--quiet", "--offline", "--keep-going"])
        .current_dir(folder)
        .status()?;
    Ok(status.success())
}
