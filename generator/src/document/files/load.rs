//! Reading all files that a description consists of.
//!
//! A reference is followed wherever it stands, for what it means is known only later. So whatever
//! is wrong with a file is kept until it is known to be needed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::Value;

use super::Files;
use super::failure::{self, Failure};
use super::way::{self, Way, split};
use crate::bounded::Limit;
use crate::diagnostics::{Diagnostics, FileId};
use crate::document::anchors;
use crate::document::file;
use crate::document::parse::{self, Parsed};
use crate::document::sources::Sources;
use crate::input::References;
use crate::paths::{folder_of, normalize, relative, slashed};

/// A file besides the main one.
#[derive(Debug)]
pub(in crate::document) struct Other {
    pub(in crate::document) id: FileId,
    pub(in crate::document) parsed: Parsed,
}

/// All that a description refers to.
#[derive(Debug, Default)]
pub(in crate::document) struct Found {
    pub(in crate::document) files: Files,
    pub(in crate::document) others: Vec<Other>,
}

/// Reads the files that a description refers to.
pub(in crate::document) struct Loader {
    /// The main file's folder, as it was asked for; `None` for a text that is in none.
    folder: Option<PathBuf>,
    /// The same without links, and the main file itself.
    real: Option<(PathBuf, PathBuf)>,
    /// What the main file is called in its folder.
    main: String,
    references: References,
    own: Option<String>,
    texts: BTreeMap<String, Text>,
    aliases: BTreeMap<String, String>,
    failures: BTreeMap<String, Failure>,
    /// How many bytes there are in all files, the main one too.
    size: u64,
}

/// A file that could be read.
struct Text {
    path: PathBuf,
    content: Arc<String>,
    parsed: Option<Parsed>,
}

impl Loader {
    /// For the description in the file `main`.
    pub(in crate::document) fn new(main: Option<&Path>, references: References) -> Self {
        let folder = main.map(|main| folder_of(main).to_owned());
        let real = folder.as_ref().zip(main).and_then(|(folder, main)| {
            Some((folder.canonicalize().ok()?, main.canonicalize().ok()?))
        });
        Self {
            folder,
            real,
            main: main
                .and_then(Path::file_name)
                .map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
            references,
            own: None,
            texts: BTreeMap::new(),
            aliases: BTreeMap::new(),
            failures: BTreeMap::new(),
            size: main
                .and_then(|main| main.metadata().ok())
                .map_or(0, |found| found.len()),
        }
    }

    /// Reads what `main` refers to, and what that refers to in turn. Files are numbered in the
    /// order of their names, so that it does not matter in which they were found.
    pub(in crate::document) fn load(mut self, main: &Parsed, sources: &mut Sources) -> Found {
        let own = main.value.get("$self").and_then(Value::as_str);
        self.own = own.filter(|own| !own.is_empty()).map(str::to_owned);
        let mut names = self.named("", &main.references);
        while let Some(name) = names.pop_first() {
            if self.is_known(&name) {
                continue;
            }
            match self.find(&name) {
                Ok(real) if self.texts.contains_key(&real) || real.is_empty() => {
                    self.aliases.insert(name, real);
                }
                Ok(real) => {
                    names.extend(self.read(&real));
                    self.aliases.insert(name, real);
                }
                Err(failure) => drop(self.failures.insert(way::spelled(&name), failure)),
            }
        }
        self.finish(main, sources)
    }

    fn is_known(&self, name: &str) -> bool {
        name.is_empty()
            || self.aliases.contains_key(name)
            || self.failures.contains_key(&way::spelled(name))
    }

    /// The names of all files that the one called `from` refers to. URLs are kept as failures.
    fn named(&mut self, from: &str, references: &[String]) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        for reference in references {
            let (file, _) = split(reference);
            if self.own.as_deref() == Some(file) {
                continue;
            }
            match Way::new(file, from) {
                Way::Same => {}
                Way::File(name) => drop(names.insert(name)),
                Way::Url(url) => {
                    let failure = failure::network(&url);
                    self.failures.insert(url, failure);
                }
            }
        }
        names
    }

    /// What the file is called without links; nothing at all if it is the main one.
    fn find(&self, name: &str) -> Result<String, Failure> {
        let Some(folder) = &self.folder else {
            return Err(failure::no_folder(name));
        };
        let anywhere = self.references == References::Anywhere;
        let leads_out = |name: &str| name.starts_with("..") || Path::new(name).is_absolute();
        if leads_out(name) && !anywhere {
            return Err(failure::outside(name));
        }
        let path = folder.join(name);
        let (Some((root, main)), Ok(real)) = (&self.real, path.canonicalize()) else {
            return Err(failure::unreadable(
                format!("there is no file `{name}`"),
                "look at the reference's spelling: it is followed from the file that it stands in, or \
                 from the description if an overlay put it there",
            ));
        };
        if real == *main {
            return Ok(String::new());
        }
        if !real.starts_with(root) && !anywhere {
            return Err(failure::outside(name));
        }
        if !real.is_file() {
            return Err(failure::unreadable(
                format!("`{name}` is no file"),
                "name a file that is in YAML or JSON",
            ));
        }
        Ok(relative(root, &real).map_or_else(|| name.to_owned(), |way| slashed(&way)))
    }

    /// Reads the file of this name, and gives the names of those that it refers to.
    fn read(&mut self, name: &str) -> BTreeSet<String> {
        let folder = self.folder.as_deref().unwrap_or(Path::new("."));
        let path = normalize(&folder.join(name));
        let mut diagnostics = Diagnostics::default();
        let size = path.metadata().map_or(0, |found| found.len());
        let with_it = self.size.saturating_add(size);
        if with_it > Limit::DOCUMENT.bytes() {
            let failure = failure::too_much(name);
            self.failures.insert(way::spelled(name), failure);
            return BTreeSet::new();
        }
        self.size = with_it;
        let Some(text) = file::text(&path, "file", FileId::default(), &mut diagnostics) else {
            let why = diagnostics.iter().next();
            let message = why.map_or("cannot be read", |why| why.message.as_str());
            let help = why.and_then(|why| why.help.as_deref()).unwrap_or_default();
            let failure = failure::unreadable(format!("`{name}`: {message}"), help);
            self.failures.insert(way::spelled(name), failure);
            return BTreeSet::new();
        };
        let mut parsed = parse::parse(&text, FileId::default(), &mut diagnostics);
        parsed.iter_mut().for_each(anchors::resolve);
        let names = match &parsed {
            Some(parsed) => self.named(name, &parsed.references),
            None => BTreeSet::new(),
        };
        self.texts.insert(
            name.to_owned(),
            Text {
                path,
                content: Arc::new(text),
                parsed,
            },
        );
        names
    }

    fn finish(self, main: &Parsed, sources: &mut Sources) -> Found {
        let mut files = Files {
            own: self.own,
            main: self.main,
            ids: BTreeMap::from([(String::new(), FileId::default())]),
            names: BTreeMap::new(),
            anchors: BTreeMap::from([(FileId::default(), main.anchors.clone())]),
            failures: self.failures,
        };
        let mut others = Vec::new();
        for (name, found) in self.texts {
            let id = sources.add(
                &found.path,
                &found.path.display().to_string(),
                Arc::clone(&found.content),
            );
            match usable(&name, found, id) {
                Ok(parsed) => {
                    files.ids.insert(way::spelled(&name), id);
                    files.names.insert(id, name);
                    files.anchors.insert(id, parsed.anchors.clone());
                    others.push(Other { id, parsed });
                }
                Err(failure) => drop(files.failures.insert(way::spelled(&name), failure)),
            }
        }
        for (name, real) in self.aliases {
            let (name, real) = (way::spelled(&name), way::spelled(&real));
            if let Some(id) = files.ids.get(&real).copied() {
                files.ids.insert(name, id);
            } else if let Some(failure) = files.failures.get(&real).cloned() {
                files.failures.insert(name, failure);
            }
        }
        Found { files, others }
    }
}

/// What the file says, if it can be a part of a description.
fn usable(name: &str, found: Text, id: FileId) -> Result<Parsed, Failure> {
    let Some(parsed) = found.parsed else {
        let mut diagnostics = Diagnostics::default();
        // Once more, now that it has a number, for where it is wrong.
        let _none = parse::parse(&found.content, id, &mut diagnostics);
        let first = diagnostics.iter().next();
        return Err(failure::broken(name, first));
    };
    match &parsed.value {
        Value::Null => Err(failure::unreadable(
            format!("`{name}` is empty"),
            "write into it what is referred to, or name the file that has it",
        )),
        Value::Object(root) if root.contains_key("swagger") => Err(failure::swagger(name, id)),
        _ => Ok(parsed),
    }
}
