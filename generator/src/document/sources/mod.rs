//! The texts that a description consists of, and where in them a diagnostic belongs.

mod locate;
mod position;

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::overlay::Origins;
use crate::diagnostics::{Diagnostics, FileId, Place, Pointer};
use crate::finding::{Excerpt, Finding, Location};

use locate::Found;
pub(super) use position::{byte_of_character, position, spots, without_surrogates};

/// The files that a description consists of, the main one first.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    list: Vec<Source>,
    origins: Origins,
}

#[derive(Debug, Clone)]
struct Source {
    path: PathBuf,
    shown_as: String,
    /// Not an `Arc<str>`, for which it would be copied, and the first copy freed.
    text: Arc<String>,
}

impl Drop for Source {
    /// Has the text shrink before it is freed. Of something large that is freed at once, glibc
    /// learns that there is a use for it, and keeps as much for itself from then on (`mallopt(3)`,
    /// `M_MMAP_THRESHOLD`): that would be more than the room that there is for what is rendered.
    fn drop(&mut self) {
        if let Some(text) = Arc::get_mut(&mut self.text) {
            text.clear();
            text.shrink_to(SMALL);
        }
    }
}

/// What any allocator takes from what it has at hand.
const SMALL: usize = 64;

impl Sources {
    /// Adds a file; `text` is without a byte-order mark.
    pub(super) fn add(&mut self, path: &Path, shown_as: &str, text: Arc<String>) -> FileId {
        let id = self.next();
        self.list.push(Source {
            path: path.to_owned(),
            shown_as: shown_as.to_owned(),
            text,
        });
        id
    }

    /// The number of the file that is added next.
    pub(super) fn next(&self) -> FileId {
        FileId(u32::try_from(self.list.len()).unwrap_or(u32::MAX))
    }

    /// Says where the parts of the main file came from that were put there, or moved.
    pub(super) fn set_origins(&mut self, origins: Origins) {
        self.origins = origins;
    }

    /// Where the files are.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.list.iter().map(|source| source.path.as_path())
    }

    /// `diagnostics` as they are shown: each once, with lines and columns, in the order of these.
    /// Each file is read once more for that, however many there are.
    #[must_use]
    pub fn findings(&self, diagnostics: &Diagnostics) -> Vec<Finding> {
        let diagnostics = &self.written(diagnostics);
        let spans = self.spans(diagnostics);
        // What is shared is looked at by everything that uses it.
        let mut seen = HashSet::new();
        let mut findings: Vec<(FileId, Finding)> = diagnostics
            .iter()
            .filter(|one| seen.insert((one.code, &one.place, &one.message)))
            .map(|one| {
                let finding = Finding {
                    severity: one.severity,
                    code: one.code,
                    message: one.message.clone(),
                    help: one.help.clone(),
                    location: self.location(&one.place, &spans),
                    related: one
                        .related
                        .iter()
                        .map(|(place, how)| (self.location(place, &spans), how.clone()))
                        .collect(),
                };
                (file_of(&one.place), finding)
            })
            .collect();
        findings.sort_by_key(|(file, finding)| (*file, finding.location.position));
        findings.into_iter().map(|(_, finding)| finding).collect()
    }

    /// Where these are written.
    #[must_use]
    pub fn locations(&self, pointers: &[Pointer]) -> Vec<Location> {
        let written = pointers.iter().map(|pointer| self.origins.of(pointer));
        let written: Vec<Pointer> = written.collect();
        let spans = self.spans_of(written.iter());
        let places = written.iter().map(Place::from);
        places.map(|place| self.location(&place, &spans)).collect()
    }

    /// The same, with the places where what is meant was written.
    fn written(&self, diagnostics: &Diagnostics) -> Diagnostics {
        let mut written = diagnostics.clone();
        for place in written.places_mut() {
            if let Place::Pointer(pointer) = place {
                *pointer = self.origins.of(pointer);
            }
        }
        written
    }

    /// The bytes of every value that `diagnostics` point to.
    fn spans<'a>(&self, diagnostics: &'a Diagnostics) -> Spans<'a> {
        let places = diagnostics.iter().flat_map(|one| {
            let related = one.related.iter().map(|(place, _)| place);
            related.chain([&one.place])
        });
        self.spans_of(places.filter_map(|place| match place {
            Place::Pointer(pointer) => Some(pointer),
            Place::File(_) | Place::Position(..) => None,
        }))
    }

    fn spans_of<'a>(&self, pointers: impl Iterator<Item = &'a Pointer>) -> Spans<'a> {
        let mut wanted: BTreeMap<FileId, Vec<&Pointer>> = BTreeMap::new();
        for pointer in pointers {
            wanted.entry(pointer.file()).or_default().push(pointer);
        }
        let mut spans = Spans::new();
        for (file, pointers) in wanted {
            if let Some(source) = self.get(file) {
                let found = locate::locate(&source.text, pointers.iter().copied());
                spans.extend(pointers.into_iter().zip(found));
            }
        }
        spans
    }

    fn location(&self, place: &Place, spans: &Spans<'_>) -> Location {
        let file = file_of(place);
        let Some(source) = self.get(file) else {
            return Location {
                file: String::new(),
                position: None,
                source: None,
            };
        };
        let found = match place {
            Place::File(_) => None,
            Place::Position(_, line, column) => Some(Found {
                position: (*line, *column),
                bytes: bytes_at(&source.text, *line, *column),
            }),
            Place::Pointer(pointer) => spans.get(pointer).cloned().flatten(),
        };
        Location {
            file: source.shown_as.clone(),
            position: found.as_ref().map(|found| found.position),
            source: found.and_then(|found| Excerpt::new(&source.text, &found.bytes)),
        }
    }

    fn get(&self, file: FileId) -> Option<&Source> {
        self.list.get(usize::try_from(file.0).ok()?)
    }
}

type Spans<'a> = BTreeMap<&'a Pointer, Option<Found>>;

fn file_of(place: &Place) -> FileId {
    match place {
        Place::File(file) | Place::Position(file, ..) => *file,
        Place::Pointer(pointer) => pointer.file(),
    }
}

/// The character at this line and column, or the end of the text.
fn bytes_at(text: &str, line: usize, column: usize) -> Range<usize> {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let line = text.get(start..).unwrap_or_default();
    let mut characters = line.char_indices().skip(column.saturating_sub(1));
    match characters.next() {
        Some((byte, character)) if character != '\n' && character != '\r' => {
            start + byte..start + byte + character.len_utf8()
        }
        Some((byte, _)) => start + byte..start + byte,
        None => text.len()..text.len(),
    }
}
